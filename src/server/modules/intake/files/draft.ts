import type {
  DatePrecision,
  Day,
  EmploymentStatus,
  Mail,
  NameEvidence,
  NameScript,
} from '../../../../engines/japanese/index.ts'
import type { Field } from './fields.ts'
import type { ChannelKind, EndKind, Stage, StepState } from './words.ts'

/** A name as written, trimmed and never folded; the parts are null where nothing divides it. */
export type DraftName = {
  full: string
  family: string | null
  given: string | null
  script: NameScript
  evidence: NameEvidence | null
}
/** A day and, where the file has one, the time on the wall of the file's zone, `HH:MM`. */
export type DraftMoment = { date: Day; precision: DatePrecision; time: string | null }

export type PersonDraft = {
  externalId: string | null
  name: DraftName | null
  /** Full-width katakana. */
  nameKana: DraftName | null
  nameRomaji: DraftName | null
  formerName: string | null
  birthDate: { date: Day; precision: DatePrecision } | null
  age: number | null
  mails: Mail[]
  /** E.164. */
  phones: string[]
  postcode: string | null
  prefecture: { code: string; name: string } | null
  city: string | null
  address: string | null
  skills: string[]
  qualifications: string[]
  employer: { name: string | null; status: EmploymentStatus } | null
  position: string | null
  workHistory: string | null
  education: string | null
  desiredSalaryYen: number | null
  currentSalaryYen: number | null
  desiredPlace: string | null
  availableFrom: string | null
}

export type ApplicationDraft = {
  externalId: string | null
  openingTitle: string | null
  openingExternalId: string | null
  channel: { kind: ChannelKind | null; name: string | null; text: string | null } | null
  agency: string | null
  appliedAt: DraftMoment | null
  stage: Stage | null
  stageAt: DraftMoment | null
  state: StepState | null
  end: { kind: EndKind; reason: string | null; at: DraftMoment | null } | null
  evaluation: { grade: string | null; note: string | null; interviewer: string | null } | null
  notes: string[]
}

/** `ERROR` keeps the row out until it is mended or waived; `WARNING` lets it in without the value named, or with it as text. */
export type RowFinding = {
  severity: 'ERROR' | 'WARNING'
  column: string | null
  field: Field | null
  value: string
  code: RowCode
}
/** Each has its message under `intake.row.<code>`. */
export const rowCodes = [
  'row.ragged',
  'row.damaged-quotes',
  'row.totals',
  'name.missing',
  'mail.invalid',
  'phone.invalid',
  'date.not-a-date',
  'date.no-such-day',
  'date.outside-era',
  'date.ambiguous',
  'birth-date.implausible',
  'age.invalid',
  'prefecture.unknown',
  'salary.invalid',
  'status.unknown',
  'text.formula',
  'text.undecodable',
] as const
export type RowCode = (typeof rowCodes)[number]

export type RowDraft = {
  number: number
  line: number
  person: PersonDraft
  application: ApplicationDraft
  findings: RowFinding[]
}
