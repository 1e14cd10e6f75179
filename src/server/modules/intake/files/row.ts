import {
  employmentOf,
  isKana,
  normaliseCompany,
  splitName,
  tidyName,
  toKatakana,
  nameScript,
  type EmploymentStatus,
} from '../../../../engines/japanese/index.ts'
import {
  ageOf,
  birthDateOf,
  listOf,
  looksLikeFormula,
  mailsOf,
  momentOf,
  phonesOf,
  placeOf,
  salaryOf,
  textOf,
  type Cell,
  type Report,
} from './cells.ts'
import type { ApplicationDraft, DraftName, PersonDraft, RowDraft, RowFinding } from './draft.ts'
import type { Field } from './fields.ts'
import type { ParsedRow } from './parse.ts'
import type { Recognition } from './recognise.ts'
import { standingOf } from './standing.ts'
import { readChannel } from './words.ts'

type Cells = { one: (field: Field) => Cell | undefined; many: (field: Field) => Cell[]; all: Cell[] }

/**
 * One row as a person and an application, with what could not be read. A value in a forbidden or unknown column never
 * reaches the draft. `today` is the day of the import in the company's zone. Pure: the same row gives the same draft.
 */
export function draftOf(row: ParsedRow, { recognition, today }: { recognition: Recognition; today: string }): RowDraft {
  const findings: RowFinding[] = []
  const report: Report = ({ column, field, value }, code, severity = 'ERROR') => {
    findings.push({ severity, column, field, value, code })
  }
  if (row.problem) {
    const code = row.problem.code === 'RAGGED' ? 'row.ragged' : 'row.damaged-quotes'
    findings.push({ severity: 'ERROR', column: null, field: null, value: String(row.cells.length), code })
  }
  if (isTotals(row)) findings.push({ severity: 'ERROR', column: null, field: null, value: '', code: 'row.totals' })
  const cells = cellsOf(row, recognition)
  for (const cell of cells.all) {
    if (looksLikeFormula(cell.value)) report(cell, 'text.formula', 'WARNING')
    if (/[\uFFFD\uE000-\uF8FF]/.test(cell.value)) report(cell, 'text.undecodable', 'WARNING')
  }
  const person = personOf(cells, { today, report })
  if (!person.name && !person.nameKana && !person.nameRomaji) {
    findings.push({ severity: 'ERROR', column: null, field: 'name', value: '', code: 'name.missing' })
  }
  return {
    number: row.number,
    line: row.line,
    person,
    application: applicationOf(cells, { recognition, report }),
    findings,
  }
}

/** The line under a list that counts it: 合計 … 3名. */
function isTotals({ cells }: ParsedRow): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '')
  const first = filled[0]?.normalize('NFKC').replace(/\s/g, '').toLowerCase() ?? ''
  return (
    filled.length <= Math.max(2, cells.length / 2) &&
    /^(?:合計|総計|小計|総数|件数|計|total|grandtotal)(?:[::]|\d|$)/.test(first)
  )
}

function cellsOf(row: ParsedRow, recognition: Recognition): Cells {
  const all = recognition.columns.flatMap((column): Cell[] =>
    column.use === 'FIELD'
      ? [{ column: column.header, field: column.field, value: row.cells[column.index] ?? '' }]
      : [],
  )
  return {
    all,
    one: (field) => all.find((cell) => cell.field === field && textOf(cell) !== null),
    many: (field) => all.filter((cell) => cell.field === field),
  }
}

function personOf(cells: Cells, { today, report }: { today: string; report: Report }): PersonDraft {
  const { one, many } = cells
  const birth = birthDateOf(one('birthDate'), { today, report })
  const postcode = textOf(one('postcode'))?.normalize('NFKC').replace(/\D/g, '')
  return {
    externalId: textOf(one('personExternalId')),
    ...namesOf(cells),
    birthDate: birth && { date: birth.date, precision: birth.precision },
    age: ageOf(one('age'), report),
    mails: mailsOf({ mails: many('email'), phones: many('phone') }, report),
    phones: phonesOf(many('phone'), report),
    postcode: postcode?.length === 7 ? postcode : null,
    ...placeOf({ prefecture: one('prefecture'), address: one('address') }, report),
    skills: listOf(many('skills')),
    qualifications: listOf(many('qualifications')),
    employer: employerOf(one('currentEmployer'), one('workHistory')),
    position: textOf(one('currentPosition')),
    workHistory: textOf(one('workHistory')),
    education: textsOf(many('education')).join(' ') || null,
    desiredSalaryYen: salaryOf(one('desiredSalary'), report),
    currentSalaryYen: salaryOf(one('currentSalary'), report),
    desiredPlace: textOf(one('desiredPlace')),
    availableFrom: textOf(one('availableFrom')),
  }
}

type Names = Pick<PersonDraft, 'name' | 'nameKana' | 'nameRomaji' | 'formerName'>

function namesOf({ one }: Cells): Names {
  const kana = readingOf(textOf(one('nameKana')), textOf(one('familyKana')), textOf(one('givenKana')))
  const written = textOf(one('name'))
  const beside = written && !kana ? readingBeside(written) : null
  const former = written ? /[(（]\s*(?:旧姓\s*[:：]?\s*)([^)）]+)[)）]/u.exec(written) : null
  const full = beside?.written ?? (written && former ? written.replace(former[0], ' ') : written)
  const [family, given] = [textOf(one('familyName')), textOf(one('givenName'))]
  const reading = kana ?? (beside ? nameOf(beside.reading) : null)
  const name = family || given ? fromParts(family, given) : full ? nameOf(full, reading?.full) : null
  const romaji = textOf(one('nameRomaji'))
  return {
    name,
    nameKana: reading,
    nameRomaji: romaji ? nameOf(romaji) : null,
    formerName: former ? former[1]!.trim() : null,
  }
}

/** 相馬 詩織（ソウマ シオリ）, or the reading under the name in the same cell. */
function readingBeside(text: string): { written: string; reading: string } | null {
  const found = /^(.+?)\s*(?:[(（]\s*([^()（）]+?)\s*[)）]|\n\s*(.+?))\s*$/su.exec(text)
  const [written, reading] = [found?.[1]?.trim(), (found?.[2] ?? found?.[3])?.trim()]
  return written && reading && isKana(reading) && !isKana(written) ? { written, reading: toKatakana(reading) } : null
}

function nameOf(text: string, kana?: string): DraftName {
  const full = tidyName(text)
  const split = splitName(full, kana)
  return {
    full,
    family: split?.family ?? null,
    given: split?.given ?? null,
    script: nameScript(full),
    evidence: split?.evidence ?? null,
  }
}

function fromParts(family: string | null, given: string | null): DraftName {
  const [one, other] = [family && tidyName(family), given && tidyName(given)]
  const full = [one, other].filter(Boolean).join(' ')
  return { full, family: one, given: other, script: nameScript(full), evidence: 'WRITTEN' }
}

function readingOf(whole: string | null, family: string | null, given: string | null): DraftName | null {
  if (family || given) return fromParts(family && toKatakana(family), given && toKatakana(given))
  return whole ? nameOf(toKatakana(whole)) : null
}

function employerOf(
  current: Cell | undefined,
  history: Cell | undefined,
): { name: string | null; status: EmploymentStatus } | null {
  // A board gives the last employer as the beginning of the history: 株式会社山手システムズ／5年.
  const text = textOf(current) ?? (textOf(history) ?? '').split(/[／/｜|\n]/u)[0]!.trim()
  // A period or a heading is where the history begins, not whose it is.
  if (!text || text.length > 60 || (!current && /^[【[(（]|\d{4}\s*[年/.]/u.test(text))) return null
  const status = employmentOf(text)
  return { name: status === 'EMPLOYED' ? normaliseCompany(text) : null, status }
}

function applicationOf(
  { one, many }: Cells,
  { recognition, report }: { recognition: Recognition; report: Report },
): ApplicationDraft {
  const standing = standingOf(
    {
      stage: one('stage'),
      result: one('result'),
      reason: one('reason'),
      endedAt: one('endedAt'),
      stageAt: one('stageAt'),
    },
    { report, meanings: recognition.meanings ?? {} },
  )
  const channel = channelOf(
    { route: textOf(one('channel')), name: textOf(one('channelName')), agency: textOf(one('agency')) },
    recognition,
  )
  const [grade, note, interviewer] = [
    textOf(one('evaluation')),
    textOf(one('evaluationNote')),
    textOf(one('interviewer')),
  ]
  return {
    externalId: textOf(one('externalId')),
    openingTitle: textOf(one('openingTitle')),
    openingExternalId: textOf(one('openingId')),
    channel,
    // A column of boards and agencies together names an agency where the channel is one.
    agency: textOf(one('agency')) ?? (channel?.kind === 'AGENCY' ? textOf(one('channelName')) : null),
    appliedAt: momentOf(one('appliedAt'), report),
    ...standing,
    evaluation: grade || note || interviewer ? { grade, note, interviewer } : null,
    notes: textsOf(many('note')),
  }
}

const textsOf = (cells: Cell[]): string[] => cells.map((cell) => textOf(cell)).filter((text) => text !== null)

type ChannelTexts = { route: string | null; name: string | null; agency: string | null }

/** An agency's name makes the channel an agency whatever else is said: such a person is told through the agency. */
function channelOf({ route, name, agency }: ChannelTexts, recognition: Recognition): ApplicationDraft['channel'] {
  const told = agency ? 'AGENCY' : (route && readChannel(route)) || (name && readChannel(name)) || recognition.channel
  return told || route || name ? { kind: told || null, name: name ?? agency, text: route } : null
}
