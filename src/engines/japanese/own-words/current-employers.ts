import { companyKey, employmentOf } from '../companies.ts'

const forms =
  '(?:株式会社|有限会社|合同会社|合資会社|合名会社|(?:一般|公益)?(?:社団|財団)法人|(?:独立行政|医療|学校|社会福祉|宗教|特定非営利活動|NPO)法人|㈱|㈲|\\((?:株|有|同|社|財|独|医|学)\\))'
// A name ends where the sentence goes on: most names have no hiragana but の, and a particle is hiragana.
const letters = '[\\p{Script=Han}\\p{Script=Katakana}\\p{Script=Latin}\\p{N}ー々〆・&.]'
const hiragana = '(?:(?!(?:で|に|にて|の|へ|を|と|は|が|から|より|として)(?:$|[^ぁ-ゖ]|[ぁ-ゖ]{2}))[ぁ-ゖー])'
// 北斗株式会社, or 株式会社北斗; what stands before a form and is a date or 現在 is no name.
const formLast = `(?<!${letters})(?!(?:現在|現職|[\\d年月日]+)${forms})(?:${letters}|(?<=\\p{Script=Han})の(?=\\p{Script=Han}))+${forms}`
const formFirst = `${forms}\\s?(?:[ぁ-ゖー]{1,8}[\\p{Script=Katakana}\\p{Script=Latin}]${letters}*|${hiragana}{0,12}${letters}+|${hiragana}{2,12})`
const withForm = new RegExp(`${formLast}|${formFirst}`, 'gu')
const labelled = /(?:現職|現在の(?:勤務先|職場|会社)|現勤務先|勤務先)(?:は|[:=]|\s)\s*([^\s、。,(]{2,40})/u
const foreign =
  /(?:[A-Z][\p{L}\p{N}&'-]*\s){1,5}(?:Co\.?,?\s?Ltd|Inc|Corp(?:oration)?|K\.?\s?K|LLC|G\.?\s?K|Ltd|PLC|GmbH)\b\.?/gu
const englishPlace = /\b(?:at|with|for)\s((?:[A-Z][\p{L}\p{N}&'-]*\s?){1,5})/u

const goesOn =
  /現在|現職|現勤務先|在籍中|在職中|勤務中|就業中|今の(?:会社|勤務先|職場)|て(?:い|お)(?:る|ます|ります)(?!が、?以前)|\b(?:current(?:ly)?|present|now|to date)\b/iu
const openEnded = /(?:19|20)\d\d(?:[年/.-]\s?\d{0,2}月?)?\s*[~〜–—-]\s*(?!\s*(?:19|20)?\d)/u
const isOver = /退職|退社|離職|前職|元勤務先|当時|まで(?:勤務|在籍)|\b(?:former(?:ly)?|previous(?:ly)?|left|until)\b/iu
const hasSpan = /(?:19|20)\d\d(?:[年/.-]\s?\d{0,2}月?)?\s*[~〜–—-]/u
const leading = /^(?:現在|現職|現|今|当社|同社)(?=.{2})/u

/**
 * The companies for which somebody says, in their own words about their career, that they work at this moment: those of
 * a line with 現在, 在籍中, a span without an end or the like, or of the line below such a one. A company that was left,
 * or one without a word about when, is none. What is found is offered to be checked, never used unasked.
 */
export function currentEmployers(text: string): string[] {
  const lines = text
    .normalize('NFKC')
    .split(/[\n。]|\.\s(?=[A-Z])/u)
    .map((line) => line.trim())
    .filter(Boolean)
  const found = lines.flatMap((line, at) => {
    if (!isCurrent(line)) return []
    const own = companiesIn(line)
    const next = lines[at + 1]
    // 2019年4月～現在, and the company stands on the line below.
    return own.length > 0 || next === undefined || hasSpan.test(next) || isOver.test(next) ? own : companiesIn(next)
  })
  return [...new Map(found.map((one) => [companyKey(one), one])).values()]
}

const isCurrent = (line: string): boolean => !isOver.test(line) && (goesOn.test(line) || openEnded.test(line))

function companiesIn(line: string): string[] {
  const [, after] = labelled.exec(line) ?? []
  const named = [...line.matchAll(withForm), ...line.matchAll(foreign)].map(([one]) => one)
  const said = named.length > 0 ? named : [after ?? englishPlace.exec(line)?.[1]]
  return said.flatMap((one) => {
    const name = (one ?? '').replace(leading, '').trim()
    return companyKey(name).length >= 2 && employmentOf(name) === 'EMPLOYED' ? [name] : []
  })
}
