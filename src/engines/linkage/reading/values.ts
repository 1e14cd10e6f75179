import { companyKey, isMasked, normaliseMail, parseAddress, searchKey, toE164 } from '../../japanese/index.ts'
import { filled } from './blank.ts'

/** An age in full years; of infants, whose age is told in months or days, none. */
export const ageValue = (text: string): string => {
  const [, years, unit = ''] = /(\d{1,3})\s*([a-z]*)/i.exec(filled(text.trim())) ?? []
  if (years === undefined) return ''
  return /^(?:m|mo|mos|mth|mths|months?|w|wks?|weeks?|d|days?)$/i.test(unit) ? '0' : String(Number(years))
}

/** The year in which somebody of an age was born, near enough; empty where one of the two is not told. */
export function bornOf(age: string, told: string): string {
  const [years, year] = [ageValue(age), /\d{4}/.exec(told)?.[0]]
  return years && year ? String(Number(year) - Number(years)) : ''
}

/** An address that is normal already, but for its domain. */
const normalMail = /^[a-z0-9][a-z0-9.!#$%&'*+/=?^_`{|}~-]{0,63}@([a-z0-9.-]{3,100})$/
const blotted = /\*\*|xxxx/

/** Domains that are normal and mask nobody: of the few thousand there are, as many as that are remembered. */
const plainDomains = new Set<string>()

/** A mail address as compared; one that stands in front of another's (job boards, relays) identifies nobody. */
export function mailValue(text: string): string {
  const domain = normalMail.exec(text)?.[1]
  if (domain === undefined || blotted.test(text)) return anyMailValue(text)
  if (plainDomains.has(domain)) return text
  const value = anyMailValue(text)
  if (value === text && plainDomains.size < 10_000) plainDomains.add(domain)
  return value
}

function anyMailValue(text: string): string {
  const mail = normaliseMail(text)
  if (mail) return isMasked(mail) ? '' : mail
  // A slip may have made it impossible as an address; it still compares.
  const plain = text.normalize('NFKC').toLowerCase().replace(/\s+/g, '').normalize('NFKC')
  return plain.includes('@') && plain.length > 3 && plain.length < 100 ? plain : ''
}

/** A mobile number as nearly all are written; what `toE164` makes of it is its digits. */
const mobile = /^(?:\(?0|\+81)([6789]0)[)-]?([1-9]\d{3})-?(\d{4})$/

export function phoneValue(text: string): string {
  const usual = mobile.exec(text)
  if (usual) return `+81${usual[1]}${usual[2]}${usual[3]}`
  const plain = filled(text.trim())
  if (!plain) return ''
  const e164 = toE164(plain)
  if (e164) return e164
  const digits = plain.normalize('NFKC').replace(/\D/g, '')
  // A number of another country, or one with a slip in it: its digits still compare.
  return digits.length >= 5 && !/^(\d)\1*$/.test(digits) ? (toE164(digits) ?? digits) : ''
}

/** Letters and digits alone: postcodes, registration numbers, house numbers. */
export const codeValue = (text: string): string =>
  filled(text.trim())
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\.0$/, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

const shortened: ReadonlyMap<string, string> = new Map(Object.entries({
  street: 'st', road: 'rd', avenue: 'ave', av: 'ave', drive: 'dr', place: 'pl', court: 'ct', crescent: 'cres',
  close: 'cl', lane: 'ln', terrace: 'tce', terr: 'tce', parade: 'pde', circuit: 'cct', boulevard: 'blvd', square: 'sq',
  highway: 'hwy', north: 'n', south: 's', east: 'e', west: 'w', saint: 'st', mount: 'mt',
})) // prettier-ignore

/** Words of a place, street or description, in lower case and one spelling; Japanese text becomes one key. */
export function wordsValue(text: string): string {
  const plain = filled(text.normalize('NFKC').trim())
  if (!plain) return ''
  if (!japanese.test(plain)) return latinWords(plain)
  const key = searchKey(plain)
  return japanese.test(key) ? key : latinWords(key)
}

const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

function latinWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => shortened.get(word) ?? word)
    .join(' ')
}

const legalForms =
  /(?: (?:limited|ltd|plc|llp?|llc|inc|incorporated|corporation|corp|company|co|gmbh|ag|sarl|sas?|spa|srl|bv|nv|ab|oy|pty|kk))+$/

/** A company without its legal form: a Japanese one as its key, another by its words. */
export function employerValue(text: string): string {
  if (!filled(text.trim())) return ''
  const plain = text.normalize('NFKC')
  return japanese.test(plain) ? companyKey(text) : latinWords(plain).replace(legalForms, '')
}

export function genderValue(text: string): string {
  const plain = filled(text.trim()).normalize('NFKC').toLowerCase()
  if (/^(?:m|male|man|boy|男|男性|1)$/.test(plain)) return 'm'
  return /^(?:f|female|woman|girl|女|女性|2)$/.test(plain) ? 'f' : plain
}

/** A Japanese address as prefecture, city and the rest; others as words. */
export function addressValues(text: string): { region: string; place: string; street: string; houseNumber: string } {
  const plain = filled(text.trim())
  if (!plain) return { region: '', place: '', street: '', houseNumber: '' }
  const parsed = /[\p{Script=Han}]/u.test(plain) ? parseAddress(plain) : null
  if (parsed)
    return {
      region: parsed.prefecture.name,
      place: parsed.city ? searchKey(parsed.city) : '',
      street: searchKey(parsed.rest),
      houseNumber: '',
    }
  const words = wordsValue(plain)
  const number = /^(?:\d+[a-z]?\s+)/.exec(words)?.[0] ?? ''
  return { region: '', place: '', street: words.slice(number.length), houseNumber: number.trim() }
}

/** A prefecture in any writing meets its other writings; other regions are words. */
export function regionValue(text: string): string {
  const plain = filled(text.trim())
  if (!plain) return ''
  return (/[\p{Script=Han}]/u.test(plain) ? parseAddress(plain)?.prefecture.name : undefined) ?? wordsValue(plain)
}
