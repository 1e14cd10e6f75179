import type { Match, Words } from '../../../../contract/matching.ts'
import { UNSTATED } from '../../../../engines/anonymity/index.ts'
import { prefectures, regionNames } from '../../../../engines/japanese/index.ts'
import type { Candidate, Opening as Asked, Reason } from '../../../../engines/matching/index.ts'
import { skillName } from '../../../../engines/matching/index.ts'
import type { Column, Published } from '../release/release.ts'
import { employmentTypeWords, isInFamily, occupationWords, prefectureWords, regionNameOf } from '../terms.ts'

const open = (value: string | undefined): string | undefined => (value === UNSTATED ? undefined : value)
const codes = (value: string) => (/^\d\d(,\d\d)*$/.test(value) ? value.split(',') : undefined)

/** The prefectures a published place may mean: the codes themselves, those of a region, or all. */
function meant(places: string): readonly string[] {
  if (places === '全国') return prefectures.map(({ code }) => code)
  return (
    codes(places) ??
    prefectures.filter(({ code }) => places.split(',').includes(regionNameOf(code))).map(({ code }) => code)
  )
}

const remoteOf: Record<string, Candidate['remoteWish']> = { ON_SITE: 'NO', PARTLY: 'WELCOME', FULLY: 'ONLY' }

/**
 * A published row as the ranker reads it. Where a value was coarsened, the person gets the benefit of the doubt: they
 * are excluded only if no reading of it could fit, and what could fail is asked about. So nobody is sorted by anything
 * that is not shown, and asking again with slightly other conditions tells nothing more.
 */
export function candidateOf(
  ref: string,
  published: Published,
  { asked, asOf }: { asked: Asked; asOf: Date },
): Candidate {
  const places = open(published.places)
  const remoteWish = remoteOf[open(published.remote) ?? '']
  const salary = open(published.salary)
  const start = open(published.start)
  const skills = open(published.skills)
  const occupation = open(published.occupation)
  return {
    id: ref,
    ...(places && { willingPrefectures: [...meant(places)] }),
    ...(remoteWish && { remoteWish }),
    ...(occupation && !mayMean(occupation, asked) && { occupations: [occupation] }),
    ...(open(published.terms) && { employmentTypes: published.terms!.split(',') }),
    ...(salary && { desiredSalary: Number(salary.split('-')[0]) * 10_000 }),
    ...(start && { availableFrom: firstDay(start) }),
    ...(skills && !skills.startsWith('category:') && { skills: skills.split(',').map((skill) => ({ skill })) }),
    updatedAt: asOf,
    signals: [],
    blockedCompanies: [],
  }
}

/** A family of which one occupation is asked leaves open which it is: it is asked about. */
const mayMean = (occupation: string, { occupations }: Asked) =>
  occupation.startsWith('family:') && isInFamily(occupation, occupations)

/** What of a coarsened value still has to be asked, since a part of it would not fit. */
export function toAsk(asked: Asked, published: Published): Reason[] {
  const ask = (fact: string): Reason => ({ code: 'COARSE', values: { fact } })
  const places = open(published.places)
  const salary = open(published.salary)?.replace('万円', '').split('-')[1]
  const isPlaceOpen = places !== undefined && !codes(places) && places !== '全国' && asked.prefectures.length > 0
  const isSalaryOpen = asked.salaryOffered && salary && Number(salary) * 10_000 > asked.salaryOffered.maximum
  return [...(isPlaceOpen ? [ask('willingPrefectures')] : []), ...(isSalaryOpen ? [ask('desiredSalary')] : [])]
}

/** `2026-Q3` or `2026`: the first day that it can mean. */
function firstDay(start: string): string {
  const [year = '', quarter] = start.split('-Q')
  return quarter ? `${year}-${String(Number(quarter) * 3 - 2).padStart(2, '0')}-01` : `${year}-01-01`
}

const joined = (all: readonly Words[]): Words => ({
  ja: all.map(({ ja }) => ja).join('、'),
  en: all.map(({ en }) => en).join(', '),
})

const remotes: Record<string, Words> = {
  ON_SITE: { ja: '出社を希望', en: 'On site' },
  PARTLY: { ja: '一部リモートを希望', en: 'Partly remote' },
  FULLY: { ja: 'フルリモートを希望', en: 'Fully remote' },
}

const regionsInEnglish = new Map([
  ...Object.values(regionNames).map(({ ja, en }) => [ja, en] as const),
  ['全国', 'Anywhere in Japan'] as const,
])

const say: Record<Column, (value: string) => Words> = {
  occupation: occupationWords,
  places: (value) =>
    joined(
      (codes(value) ?? value.split(',')).map((place) => (/^\d/.test(place) ? prefectureWords(place) : region(place))),
    ),
  remote: (value) => remotes[value] ?? { ja: value, en: value },
  salary: (value) => {
    const [from = '0', until = '0'] = value.replace('万円', '').split('-')
    return { ja: `${from}〜${until}万円`, en: `¥${Number(from) / 100} to ${Number(until) / 100} million` }
  },
  start: (value) => {
    const [year, quarter] = value.split('-Q')
    if (!quarter) return { ja: `${year}年`, en: `${year}` }
    return { ja: `${year}年${Number(quarter) * 3 - 2}〜${Number(quarter) * 3}月`, en: `quarter ${quarter} of ${year}` }
  },
  terms: (value) => joined(value.split(',').map(employmentTypeWords)),
  skills: (value) => joined(value.split(',').map(skillWords)),
}

const region = (name: string): Words => ({ ja: name, en: regionsInEnglish.get(name) ?? name })

function skillWords(skill: string): Words {
  const category = /^category:(.*)$/.exec(skill)?.[1]
  if (category === undefined) return { ja: skillName(skill, 'ja'), en: skillName(skill, 'en') }
  const named = categoryNames[category] ?? { ja: category, en: category }
  return { ja: `${named.ja}の経験`, en: `experience in ${named.en}` }
}

const categoryNames: Record<string, Words> = {
  accounting: { ja: '経理・会計', en: 'accounting' },
  backend: { ja: 'サーバーサイド開発', en: 'back-end development' },
  care: { ja: '介護', en: 'care' },
  certificate: { ja: '資格', en: 'certificates' },
  cloud: { ja: 'クラウド', en: 'cloud' },
  construction: { ja: '建設', en: 'construction' },
  customer: { ja: '顧客対応', en: 'customer service' },
  data: { ja: 'データ分析', en: 'data' },
  database: { ja: 'データベース', en: 'databases' },
  design: { ja: 'デザイン', en: 'design' },
  embedded: { ja: '組み込み開発', en: 'embedded systems' },
  engineering: { ja: '設計・技術', en: 'engineering' },
  enterprise: { ja: '業務システム', en: 'enterprise systems' },
  frontend: { ja: 'フロントエンド開発', en: 'front-end development' },
  'human-resources': { ja: '人事', en: 'human resources' },
  infrastructure: { ja: 'インフラ', en: 'infrastructure' },
  language: { ja: 'プログラミング', en: 'programming' },
  'language-work': { ja: '語学・翻訳', en: 'language work' },
  legal: { ja: '法務', en: 'legal work' },
  management: { ja: 'マネジメント', en: 'management' },
  marketing: { ja: 'マーケティング', en: 'marketing' },
  mobile: { ja: 'モバイル開発', en: 'mobile development' },
  office: { ja: '事務', en: 'office work' },
  planning: { ja: '企画', en: 'planning' },
  quality: { ja: '品質管理', en: 'quality' },
  sales: { ja: '営業', en: 'sales' },
  security: { ja: 'セキュリティ', en: 'security' },
  supply: { ja: '購買・物流', en: 'supply chain' },
  tool: { ja: '開発ツール', en: 'tools' },
  other: { ja: 'その他の分野', en: 'other fields' },
}

/** Which words stand for one published value. */
export const valueWords = (column: Column, value: string): Words =>
  value === UNSTATED ? { ja: '指定なし', en: 'Not stated' } : say[column](value)

/** The same for what is named like a published fact; nothing for any other name. */
export const publishedWords = (name: string, value: string): Words | undefined =>
  name in say ? valueWords(name as Column, value) : undefined

/** What is shown of a person: the published facts that say something. */
export function factsShown(published: Published): NonNullable<Match['anonymous']>['facts'] {
  return (Object.keys(say) as Column[]).flatMap((fact) => {
    const value = open(published[fact])
    return value === undefined ? [] : [{ fact, ...say[fact](value) }]
  })
}
