import type { Words } from '../../../contract/matching.ts'
import { UNSTATED } from '../../../engines/anonymity/index.ts'
import { findPrefecture, prefectures, regionNames, searchKey, type Region } from '../../../engines/japanese/index.ts'

type Term = { code: string; words: Words; spelled: RegExp }

/**
 * The occupations and terms of employment that sources spell in many ways, under one code each. What is in no row
 * keeps its own spelling and meets only the same spelling.
 */
const occupations: readonly Term[] = [
  term(
    'pm',
    'プロジェクト管理',
    'Project management',
    /^pm$|プロジェクト.?マネ|project.?manag|プロダクト.?マネ|product.?manag/,
  ),
  term('data', 'データ分析', 'Data analysis', /データ.?(サイエ|分析|アナ|エンジ)|data.?(scien|analy|engin)/),
  term('design', 'デザイン', 'Design', /デザイ|design|イラスト/),
  term(
    'it',
    'ITエンジニア',
    'IT engineer',
    /^it$|エンジニア|プログラマ|システム(開発|構築)|ソフトウェア|(^|[^a-z])se([^a-z]|$)|engineer|developer|programmer/,
  ),
  term('sales', '営業', 'Sales', /営業|セールス|sales|アカウント.?(マネ|エグ)/),
  term('marketing', 'マーケティング・広報', 'Marketing', /マーケ|広報|宣伝|marketing|\bpr\b/),
  term('accounting', '経理・財務', 'Accounting and finance', /経理|財務|会計|account(ing|ant)|finance/),
  term('hr', '人事・総務', 'Human resources', /人事|総務|労務|採用担当|human.?resour|^hr$/),
  term('office', '事務・管理', 'Administration', /事務|アシスタント|office|administ|秘書/),
  term('planning', '企画・経営', 'Planning and management', /企画|経営|コンサル|planning|consult/),
  term('service', '販売・接客', 'Retail and service', /販売|接客|カスタマー|店長|店舗|ホール|retail|store|customer/),
  term('logistics', '物流・運輸', 'Logistics', /物流|倉庫|ドライバ|配送|運転|logistic|driver/),
  term('manufacturing', '製造・技能', 'Manufacturing', /製造|生産|組立|工場|溶接|保全|manufactur/),
  term('construction', '建築・土木', 'Construction', /建築|土木|施工|設備工|construct|architect/),
  term('care', '介護・福祉', 'Care', /介護|福祉|保育|care|nursery/),
  term('medical', '医療', 'Medical', /看護|医療|薬剤|医師|nurse|medical|pharma/),
  term('education', '教育', 'Education', /教育|講師|教師|teacher|educat/),
]

const employmentTypes: readonly Term[] = [
  term('PERMANENT', '正社員', 'Permanent', /正社員|正規|permanent|full.?time|無期/),
  term('FIXED_TERM', '契約社員', 'Fixed term', /契約社員|嘱託|有期|fixed.?term|contract/),
  term('DISPATCHED', '派遣社員', 'Dispatched', /派遣|dispatch|temporary/),
  term('PART_TIME', 'パート・アルバイト', 'Part time', /パート|アルバイト|part.?time/),
  term('FREELANCE', '業務委託', 'Freelance', /業務委託|フリーランス|freelance/),
  term('INTERN', 'インターン', 'Internship', /インターン|intern/),
]

function term(code: string, ja: string, en: string, spelled: RegExp): Term {
  return { code, words: { ja, en }, spelled }
}

function codeIn(terms: readonly Term[], text: string): string {
  const plain = text.normalize('NFKC').trim().toLowerCase()
  const found = terms.find((one) => one.code.toLowerCase() === plain) ?? terms.find((one) => one.spelled.test(plain))
  return found?.code ?? searchKey(text)
}

const wordsIn = (terms: readonly Term[], code: string): Words =>
  terms.find((one) => one.code === code)?.words ?? { ja: code, en: code }

const families: Record<string, { words: Words; codes: readonly string[] }> = {
  'family:technology': {
    words: { ja: 'IT・デザイン系', en: 'Technology and design' },
    codes: ['it', 'data', 'pm', 'design'],
  },
  'family:business': {
    words: { ja: '営業・企画・管理系', en: 'Business and administration' },
    codes: ['sales', 'marketing', 'planning', 'accounting', 'hr', 'office', 'service', 'education'],
  },
  'family:field': {
    words: { ja: '製造・建設・医療福祉・物流系', en: 'Manufacturing, construction, care and logistics' },
    codes: ['manufacturing', 'construction', 'logistics', 'care', 'medical'],
  },
}

/** The family of an occupation, for lists in which the occupation itself would be rare. */
export const occupationFamily = (code: string): string =>
  Object.entries(families).find(([, { codes }]) => codes.includes(code))?.[0] ?? 'family:business'

/** Whether one of the occupations belongs to a family. */
export const isInFamily = (family: string, codes: readonly string[]): boolean =>
  codes.some((code) => occupationFamily(code) === family)

export const occupationCode = (text: string): string => codeIn(occupations, text)
export const occupationWords = (code: string): Words => families[code]?.words ?? wordsIn(occupations, code)
export const employmentTypeCode = (text: string): string => codeIn(employmentTypes, text)
export const employmentTypeWords = (code: string): Words => wordsIn(employmentTypes, code)

/** The prefecture's two digits; `全国` and the portal's code 99 name all of them. */
export function prefectureCodes(text: string): string[] {
  if (/^(99|全国|anywhere.*)$/i.test(text.trim())) return prefectures.map(({ code }) => code)
  const found = findPrefecture(text)
  return found ? [found.code] : []
}

export function prefectureWords(code: string): Words {
  const found = prefectures.find((one) => one.code === code)
  return found ? { ja: found.name, en: found.romaji } : { ja: code, en: code }
}

export const regionOfPrefecture = (code: string): Region | undefined =>
  prefectures.find((one) => one.code === code)?.region

/** The region of a prefecture by its Japanese name, as anonymous profiles say it. */
export const regionNameOf = (code: string): string => {
  const region = regionOfPrefecture(code)
  return region ? regionNames[region].ja : UNSTATED
}

export const regionWords = (region: string): Words => regionNames[region as Region] ?? { ja: region, en: region }

const languages: readonly Term[] = [
  term('en', '英語', 'English', /英語|english|toeic|toefl|英検/),
  term('zh', '中国語', 'Chinese', /中国語|chinese|hsk/),
  term('ko', '韓国語', 'Korean', /韓国語|korean|topik/),
  term('ja', '日本語', 'Japanese', /日本語|japanese|jlpt/),
  term('fr', 'フランス語', 'French', /フランス語|french/),
  term('de', 'ドイツ語', 'German', /ドイツ語|german/),
  term('es', 'スペイン語', 'Spanish', /スペイン語|spanish/),
  term('vi', 'ベトナム語', 'Vietnamese', /ベトナム語|vietnamese/),
  term('pt', 'ポルトガル語', 'Portuguese', /ポルトガル語|portuguese/),
]

export const languageCode = (text: string): string => codeIn(languages, text)
export const languageWords = (code: string): Words => wordsIn(languages, code)
