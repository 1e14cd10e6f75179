import { industryWords } from '../../../../contract/accounts/industry-words.ts'
import { disputeKindNames, disputeStateNames } from '../../../../contract/disputes/dispute-words.ts'
import { impactWords } from '../../../../contract/impact/impact-words.ts'
import { promiseStateNames } from '../../../../contract/introductions/promise-words.ts'
import { fieldNames } from '../../../../contract/people/field-words.ts'
import { formWords } from '../../../../contract/requests/disclosure-forms.ts'
import { letterStageNames } from '../../../../contract/relay/letter-words.ts'
import { selectionWords } from '../../../../contract/selection/selection-words.ts'
import { dayText, textIn, timeText, type Language, type SessionFrame } from '../../../../portal/index.ts'
import { publishedWords } from '../../matching/index.ts'
import { groundWords, handoverWords } from '../../messages/index.ts'

/** In which language, and in which zone moments are told. */
export type Reading = Pick<SessionFrame, 'language' | 'timeZone'>
type Words = Readonly<Record<string, string>>

/** What codes mean, by what they are codes of: most in `held.values` of the portal's text, and what has words elsewhere already. */
function valuesIn(language: Language): Record<string, Words> {
  const { held, requests, words } = textIn(language)
  const [selection, impact] = [selectionWords[language], impactWords[language]]
  const fields = { ...held.names, ...fieldNames[language], ...words.fields }
  return {
    ...held.values,
    'requests kind': requests.kinds,
    'requests state': requests.states,
    'handover how': handoverWords[language],
    'disputes kind': disputeKindNames[language],
    'disputes state': disputeStateNames[language],
    'promises state': promiseStateNames[language],
    'letters stage': letterStageNames[language],
    'applications state': selection.state,
    wish: formWords[language],
    grounds: groundWords[language],
    stage: selection.stage,
    steps: selection.stage,
    channel: selection.channel,
    hiddenIndustries: industryWords[language],
    sex: impact.sexes,
    race: impact.races,
    jurisdiction: impact.jurisdictions,
    field: fields,
    fields,
    items: fields,
    refusedFields: fields,
  }
}

const made = new Map<Language, Record<string, Words>>()

/** `valuesIn`, made once for each language: an export has thousands of lines. */
function codesIn(language: Language): Record<string, Words> {
  const known = made.get(language) ?? valuesIn(language)
  made.set(language, known)
  return known
}

const isIndex = (part: string) => /^\d+$/.test(part)
/** Parts that group others by the language they are in or by what stands in them: an entry is named without them. */
const unsaid = new Set(['ja', 'en', 'columns', 'published'])

/** A path such as `company.consent.requests.1.said` as its names: the module is left out, a number stands behind its name. */
function nameOf(parts: readonly string[], language: Language): string {
  const { tops, sections, names } = textIn(language).held
  const fields: Words = { ...fieldNames[language], ...textIn(language).words.fields }
  const [top = '', , section = '', ...rest] = parts
  const said = (part: string, at: number) => {
    const before = rest.slice(0, at).findLast((one) => !isIndex(one)) ?? section
    return (
      names[`${before} ${part}`] ??
      (before === 'fields' ? fields[part] : undefined) ??
      names[part] ??
      fields[part] ??
      part
    )
  }
  const inWords = [tops[top] ?? top, sections[section] ?? section]
  for (const [at, part] of rest.entries())
    if (isIndex(part)) inWords.push(`${inWords.pop() ?? ''} ${part}`)
    else if (!unsaid.has(part)) inWords.push(said(part, at))
  return inWords.join(language === 'ja' ? '・' : ' · ')
}

/** A value in words: a moment, a day, yes or no, and codes by what they are codes of. Anything else stands as it is. */
function valueOf(parts: readonly string[], value: string | number, { language, timeZone }: Reading): string | number {
  const { held } = textIn(language)
  if (typeof value === 'number') return value
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/.test(value)) return timeText(value, { language, timeZone })
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return dayText(value, { language })
  if (value === 'true') return held.yes
  if (value === 'false') return held.no
  const named = parts.filter((part) => !isIndex(part))
  const [entry = '', before = ''] = named.toReversed()
  if (named.includes('shownToCompanies') && (before === 'published' || entry === 'shown'))
    return publishedWords(entry === 'shown' ? before : entry, value)?.[language] ?? value
  const values = codesIn(language)
  const among = named
    .slice(2, -1)
    .toReversed()
    .map((part) => values[`${part} ${entry}`])
  return [...among, values[entry]].find((words) => words?.[value] !== undefined)?.[value] ?? value
}

/** One line of what is held as the person reads it; nothing for the words of the other language, which say the same. */
export function inWords(
  path: string,
  value: string | number,
  reading: Reading,
): [name: string, value: string | number] | undefined {
  const parts = path.split('.')
  const other = reading.language === 'ja' ? 'en' : 'ja'
  if (parts.includes('job') && parts.at(-1) === other) return undefined
  return [nameOf(parts, reading.language), valueOf(parts, value, reading)]
}
