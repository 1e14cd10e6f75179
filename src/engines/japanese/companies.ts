import { searchKey } from './text.ts'

const forms: [RegExp, string][] = [
  [/㈱|[(（]株[)）]|（株|株\)/gu, '株式会社'],
  [/㈲|[(（]有[)）]/gu, '有限会社'],
  [/[(（]同[)）]/gu, '合同会社'],
  [/㈳|[(（]社[)）]/gu, '一般社団法人'],
  [/㈶|[(（]財[)）]/gu, '一般財団法人'],
  [/[(（]資[)）]/gu, '合資会社'],
  [/[(（]名[)）]/gu, '合名会社'],
  [/[(（]独[)）]/gu, '独立行政法人'],
  [/[(（]医[)）]/gu, '医療法人'],
  [/[(（]学[)）]/gu, '学校法人'],
  [/特定非営利活動法人|[(（]特非[)）]/gu, 'NPO法人'],
]
const legalForms =
  /株式会社|有限会社|合同会社|合資会社|合名会社|(?:一般|公益)?(?:社団|財団)法人|(?:独立行政|医療|学校|社会福祉|宗教|npo|NPO)法人/gu
const foreignForms = /(?:,?\s*(?:co\.?,?\s*ltd|inc|corp(?:oration)?|k\.?\s?k|llc|g\.?\s?k|ltd|plc|gmbh)\.?)+\s*$/i
const independent = /^(?:フリーランス|フリー|個人事業主|自営業?|業務委託|freelance(?:r)?|self.?employed)$/i
const without = /^(?:なし|無し|無職|離職中|求職中|退職済み?|在学中|学生|unemployed|none|-|ー)$/i

/** A company's name with its legal form written out: ㈱北斗製作所 and (株)北斗製作所 → 株式会社北斗製作所. */
export function normaliseCompany(text: string): string {
  let name = text.replace(/[\s\u3000]+/gu, ' ').trim()
  for (const [pattern, form] of forms) name = name.replace(pattern, form)
  return name.replace(/ ?(株式会社|有限会社|合同会社) ?/gu, '$1')
}

/** The key of a company: without its legal form, wherever that stood (前株, 後株); for comparing only. */
export function companyKey(text: string): string {
  const name = normaliseCompany(text).normalize('NFKC')
  return searchKey(name.replace(legalForms, '').replace(foreignForms, '')) || searchKey(name)
}

export type EmploymentStatus = 'EMPLOYED' | 'INDEPENDENT' | 'NOT_EMPLOYED'

/** What the cell for the current employer says: a company, working for oneself, or no work. */
export function employmentOf(text: string): EmploymentStatus {
  const plain = text.normalize('NFKC').trim()
  if (independent.test(plain)) return 'INDEPENDENT'
  return !plain || without.test(plain) ? 'NOT_EMPLOYED' : 'EMPLOYED'
}
