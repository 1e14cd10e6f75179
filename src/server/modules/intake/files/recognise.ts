import { fitOf, guessByValues } from './evidence.ts'
import { fields, type Field } from './fields.ts'
import { forbiddenGround, type ForbiddenGround } from './forbidden-columns.ts'
import { headerKey } from './header-key.ts'
import type { HeaderCell, ParsedRow } from './parse.ts'
import { presetField, presetOf } from './presets.ts'
import { matchHeader } from './synonyms.ts'
import type { ChannelKind, Meanings } from './words.ts'

/**
 * What one column is taken for. `FIELD` goes to the field; `FORBIDDEN` is dropped before anything is stored, for the ground
 * given; `UNKNOWN` is kept only in the stored delivery until somebody maps it. `reason` is a message key's last part.
 */
export type Column = { index: number; header: string; group: string | null; confidence: number; reason: Reason } & (
  | { use: 'FIELD'; field: Field }
  | { use: 'FORBIDDEN'; ground: ForbiddenGround }
  | { use: 'UNKNOWN'; rival?: Rival }
)
/** The column that got the field which this one seemed to hold as well. */
type Rival = { index: number; field: Field }
/** Each has its message under `intake.column.<reason>`. */
export const columnReasons = [
  'PRESET',
  'HEADER_AND_VALUES',
  'HEADER',
  'PART_OF_HEADER',
  'VALUES',
  'CHOSEN',
  'VALUES_CONTRADICT',
  'ALREADY_TAKEN',
  'FORBIDDEN_BY_LAW',
  'OTHER_PERSON',
  'NO_MATCH',
] as const
export type Reason = (typeof columnReasons)[number]
/** `channel` is what the manner of the file says of all its rows: a list with a date of introduction is an agency's. */
export type Recognition = {
  columns: Column[]
  preset: string | null
  channel: ChannelKind | null
  missing: Field[]
  /** What a person said that words for a status mean. */
  meanings?: Meanings
  /** Those words as the file has them, by the same keys. */
  texts?: Readonly<Record<string, string>>
}

const sampleRows = 200
/** A column that concerns somebody else, or another moment, is not the person's. */
const otherPerson =
  /緊急連絡|保証人|保護者|推薦者|紹介者|担当者|リクルーター|emergency|guardian|referrer|recruiter$|coordinator|hiring manager|owner$/i

type Candidate = { index: number; field: Field; confidence: number; reason: Reason }

/**
 * Maps the columns of a file to fields by their names, their values and the manner of known systems. A field of kind `ONE`
 * goes to its most certain column. Nothing is guessed below a confidence of 0.5; whoever imports sees every reason and may
 * choose otherwise with `choose`.
 */
export function recognise(header: HeaderCell[], rows: ParsedRow[]): Recognition {
  const sample = spreadSample(rows.filter((row) => row.problem === null))
  const preset = presetOf(header.map(({ name }) => name))
  const candidates: Candidate[] = []
  const columns: Column[] = header.map(({ name, group }, index) => {
    const base = { index, header: name, group, confidence: 0 }
    const ground = forbiddenGround(name) ?? (group && /家族/.test(group) ? 'FAMILY' : null)
    if (ground) return { ...base, use: 'FORBIDDEN', ground, confidence: 1, reason: 'FORBIDDEN_BY_LAW' }
    if (otherPerson.test(`${group ?? ''} ${name}`) && !/面接/.test(name))
      return { ...base, use: 'UNKNOWN', reason: 'OTHER_PERSON' }
    const values = sample.map((row) => row.cells[index]?.trim() ?? '').filter(Boolean)
    candidates.push(...candidatesOf({ name, group }, { index, values, preset }))
    return { ...base, use: 'UNKNOWN', reason: 'NO_MATCH' }
  })
  assign(columns, candidates)
  return { columns, preset, channel: channelOf(columns), missing: missingIn(columns) }
}

function spreadSample(rows: ParsedRow[]): ParsedRow[] {
  const step = Math.max(1, Math.floor(rows.length / sampleRows))
  return rows.filter((_, at) => at % step === 0).slice(0, sampleRows)
}

type ColumnFacts = { index: number; values: string[]; preset: string | null }

function candidatesOf(
  header: { name: string; group: string | null },
  { index, values, preset }: ColumnFacts,
): Candidate[] {
  const known = preset ? presetField(preset, header.name) : null
  const matches = header.group
    ? [...matchHeader(`${header.group}${header.name}`), ...matchHeader(header.name)]
    : matchHeader(header.name)
  const found: Candidate[] = known ? [{ index, field: known, confidence: 0.99, reason: 'PRESET' }] : []
  for (const match of matches) {
    const fit = fitOf(match.field, values)
    if (fit !== null && contradicts(match, fit, values.length)) {
      found.push({ index, field: match.field, confidence: 0.3, reason: 'VALUES_CONTRADICT' })
    } else if (match.exact) {
      found.push({
        index,
        field: match.field,
        confidence: fit === null ? 0.92 : 0.9 + fit * 0.09,
        reason: fit === null ? 'HEADER' : 'HEADER_AND_VALUES',
      })
    } else {
      const length = Math.min(0.1, match.synonym.length / 40)
      found.push({
        index,
        field: match.field,
        confidence: (fit === null ? 0.6 : 0.6 + fit * 0.15) + length,
        reason: 'PART_OF_HEADER',
      })
    }
  }
  const guess = guessByValues(values)
  if (guess && !found.some(({ confidence }) => confidence >= 0.5)) {
    found.push({ index, field: guess.field, confidence: 0.5 + guess.fit * 0.2, reason: 'VALUES' })
  }
  return found
}

/** Dates and words of a named column may all be unreadable, and are then reported row by row rather than left out. */
const trusted = new Set<Field>(['stage', 'result', 'birthDate', 'appliedAt', 'endedAt', 'stageAt'])

function contradicts({ field, exact }: { field: Field; exact: boolean }, fit: number, count: number): boolean {
  if (!exact) return fit < 0.5
  return fit < 0.2 && count >= 3 && !trusted.has(field)
}

function assign(columns: Column[], candidates: Candidate[]): void {
  const taken = new Map<Field, number>()
  for (const { index, field, confidence, reason } of candidates.toSorted(
    (one, other) => other.confidence - one.confidence || one.index - other.index,
  )) {
    const column = columns[index]!
    if (column.use === 'FIELD') continue
    const taker = fields[field].kind === 'ONE' ? taken.get(field) : undefined
    if (confidence < 0.5 || taker !== undefined) {
      if (column.reason !== 'NO_MATCH') continue
      const left = { ...column, use: 'UNKNOWN' as const, confidence }
      columns[index] =
        confidence < 0.5 || taker === undefined
          ? { ...left, reason }
          : { ...left, reason: 'ALREADY_TAKEN', rival: { index: taker, field } }
      continue
    }
    taken.set(field, index)
    const { header, group } = column
    columns[index] = {
      index,
      header,
      group,
      use: 'FIELD',
      field,
      confidence: Math.round(confidence * 100) / 100,
      reason,
    }
  }
}

/** Takes a person's word for a column; a field of kind `ONE` leaves the column it had. Forbidden columns stay forbidden. */
export function choose(
  recognition: Recognition,
  { index, field }: { index: number; field: Field | null },
): Recognition {
  const columns = recognition.columns.map((column): Column => {
    const { header, group } = column
    const unknown: Column = { index: column.index, header, group, use: 'UNKNOWN', confidence: 0, reason: 'CHOSEN' }
    if (column.use === 'FORBIDDEN') return column
    if (column.index === index) return field ? { ...unknown, use: 'FIELD', field, confidence: 1 } : unknown
    return column.use === 'FIELD' && column.field === field && fields[field].kind === 'ONE' ? unknown : column
  })
  return { ...recognition, columns, channel: channelOf(columns), missing: missingIn(columns) }
}

/** What was chosen for an earlier file of the source: the field of a column by its header, the meaning of a word. */
export type Remembered = { columns?: Record<string, Field | null> } & Pick<Recognition, 'meanings' | 'texts'>

export const rememberedOf = ({ columns, meanings = {}, texts = {} }: Recognition): Remembered => ({
  columns: Object.fromEntries(
    columns
      .filter(({ reason }) => reason === 'CHOSEN')
      .map((column) => [headerOf(column), column.use === 'FIELD' ? column.field : null]),
  ),
  meanings,
  texts,
})

/** Takes again what was chosen before. */
export function rememberInto(
  recognition: Recognition,
  { columns = {}, meanings = {}, texts = {} }: Remembered,
): Recognition {
  const chosen = recognition.columns.flatMap((column) => {
    const field = columns[headerOf(column)]
    return field === undefined ? [] : [{ index: column.index, field }]
  })
  return { ...chosen.reduce(choose, recognition), meanings, texts }
}

const headerOf = ({ group, header }: Column): string => headerKey(`${group ?? ''}${header}`)

function channelOf(columns: Column[]): ChannelKind | null {
  const mapped = columns.filter((column) => column.use === 'FIELD')
  if (mapped.some(({ field }) => field === 'channel' || field === 'channelName')) return null
  const introduced = mapped.some(
    ({ field, header }) => field === 'appliedAt' && /introduc|refer|紹介|推薦/i.test(header),
  )
  return introduced ? 'AGENCY' : null
}

/** What a list of people must have and this one lacks: some name, and something else to tell people apart. */
function missingIn(columns: Column[]): Field[] {
  const has = new Set(columns.flatMap((column) => (column.use === 'FIELD' ? [column.field] : [])))
  const named =
    has.has('name') || has.has('nameRomaji') || (has.has('familyName') && has.has('givenName')) || has.has('nameKana')
  const told = (['email', 'phone', 'birthDate', 'externalId', 'personExternalId'] as const).some((field) =>
    has.has(field),
  )
  return [...(named ? [] : (['name'] as const)), ...(told ? [] : (['email'] as const))]
}
