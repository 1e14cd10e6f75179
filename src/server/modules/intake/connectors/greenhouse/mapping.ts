import type { z } from 'zod'
import type { Channel, Stage } from '../../../../../contract/selection/selection-terms.ts'
import { nameScript } from '../../../../../engines/japanese/index.ts'
import type { Saying } from '../../../people/index.ts'
import { readChannel, readStatus } from '../../files/index.ts'
import { UnreadableDelivery, type Change, type Reading, type SaidApplication, type Step } from '../kit/index.ts'
import { Application, Candidate, Envelope, Gone, Merged, Offer, WithApplication, WithCandidate } from './shapes.ts'

/** What a body of Greenhouse means here. Pure: the same body and time give the same reading. */
export function readDelivery(body: unknown, receivedAt: Date): Reading {
  const { action, payload } = parsed(Envelope, body)
  switch (action) {
    case 'ping':
      return { use: 'PING' }
    case 'new_candidate_application':
    case 'candidate_stage_change':
    case 'application_updated':
      return { use: 'CHANGE', ...snapshot(action, payload, receivedAt) }
    case 'reject_candidate':
      return { use: 'CHANGE', ...rejected(action, payload, receivedAt) }
    case 'unreject_candidate':
    case 'unhire_candidate':
      return { use: 'CHANGE', ...reopened(action, payload, receivedAt) }
    case 'hire_candidate':
      return { use: 'CHANGE', ...hired(action, payload, receivedAt) }
    case 'new_prospect_application':
      return { use: 'CHANGE', ...prospect(action, payload, receivedAt) }
    case 'update_candidate':
      return { use: 'CHANGE', ...updated(action, payload, receivedAt) }
    case 'offer_created':
    case 'offer_approved':
    case 'offer_updated':
      return offered(action, payload)
    case 'delete_candidate':
    case 'candidate_anonymized':
      return { use: 'CHANGE', ...gone(action, payload, receivedAt) }
    case 'merge_candidate': {
      const { person } = parsed(Merged, payload)
      const merged = { from: person.id, into: person.new_candidate_id }
      return { use: 'CHANGE', ...nothing, action, merged }
    }
    default:
      return { use: 'UNUSED', action, reason: notNeeded.test(action) ? 'NOT_NEEDED' : 'UNKNOWN_ACTION' }
  }
}

const notNeeded = /^(job|department|office|scorecard|interview)_|^(offer_deleted|delete_application)$/
const nothing = { occurredAt: null, person: null, application: null, steps: [] }

function parsed<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const result = schema.safeParse(value)
  // The paths alone: a value may be a person's.
  if (!result.success) throw new UnreadableDelivery(result.error.issues.map(({ path }) => path.join('.')).join(', '))
  return result.data
}

function applicationIn(payload: unknown): Application {
  return parsed(WithApplication, payload).application
}

/** What is common to every body with an application: whose it is and what for. */
function base(action: string, application: Application, receivedAt: Date): Change {
  const occurredAt = timeOf(application.last_activity_at) ?? timeOf(application.applied_at) ?? receivedAt
  const { candidate } = application
  return {
    action,
    occurredAt,
    person: candidate ? { remoteId: candidate.id, claims: claimsOf(candidate, occurredAt) } : null,
    application: saidOf(application, occurredAt),
    steps: [],
  }
}

function snapshot(action: string, payload: unknown, receivedAt: Date): Change {
  const application = applicationIn(payload)
  if (timeOf(application.rejected_at)) return rejected(action, payload, receivedAt)
  const change = base(action, application, receivedAt)
  return { ...change, ...staged(application, change.occurredAt!) }
}

function staged(application: Application, occurredAt: Date): Pick<Change, 'steps' | 'asks'> {
  const name = application.current_stage?.name?.trim()
  if (!name) return { steps: [] }
  const stage = stageOf(name)
  if (!stage) return { steps: [], asks: { reason: 'STAGE_UNKNOWN', about: name.slice(0, 80) } }
  // What it says of its first moment is where every application begins.
  if (stage === 'APPLIED') return { steps: [] }
  return { steps: [{ kind: 'STAGE', stage, occurredAt, order: stageOrder(stage) }] }
}

function rejected(action: string, payload: unknown, receivedAt: Date): Change {
  const application = applicationIn(payload)
  const change = base(action, application, receivedAt)
  const at = timeOf(application.rejected_at) ?? change.occurredAt!
  const party = partyOf(application.rejection_reason?.type?.name)
  const reason = application.rejection_reason?.name?.trim().slice(0, 100)
  const end: Step = {
    kind: party === 'PERSON' ? 'WITHDRAW' : 'REJECT',
    ...(reason && { reason }),
    occurredAt: at,
    order: 100,
    ...(party === 'UNSPECIFIED' && { live: false }),
  }
  const { steps } = staged(application, at)
  const asks = party === 'UNSPECIFIED' ? { asks: { reason: 'PARTY_UNSPECIFIED' as const } } : {}
  return { ...change, steps: [...steps, end], ...asks }
}

/** Whose end it was, by the type of the reason. */
function partyOf(type: string | null | undefined): 'COMPANY' | 'PERSON' | 'UNSPECIFIED' {
  const key = type?.trim().toLowerCase()
  if (key === 'we rejected them') return 'COMPANY'
  return key === 'they rejected us' ? 'PERSON' : 'UNSPECIFIED'
}

function reopened(action: string, payload: unknown, receivedAt: Date): Change {
  const application = applicationIn(payload)
  const change = base(action, application, receivedAt)
  const { steps, asks } = staged(application, change.occurredAt!)
  const stage = steps[0]?.stage
  const step: Step = { kind: 'REOPEN', ...(stage && { stage }), occurredAt: change.occurredAt!, order: 200 }
  return { ...change, steps: [step], ...(asks && { asks }) }
}

function hired(action: string, payload: unknown, receivedAt: Date): Change {
  const change = base(action, applicationIn(payload), receivedAt)
  return { ...change, steps: [{ kind: 'HIRE', occurredAt: change.occurredAt!, order: 150 }] }
}

/** A prospect has applied for nothing: a person, and no application. */
function prospect(action: string, payload: unknown, receivedAt: Date): Change {
  return { ...base(action, applicationIn(payload), receivedAt), application: null }
}

function updated(action: string, payload: unknown, receivedAt: Date): Change {
  const { candidate } = parsed(WithCandidate, payload)
  const occurredAt = timeOf(candidate.updated_at) ?? timeOf(candidate.last_activity) ?? receivedAt
  return { ...nothing, action, occurredAt, person: { remoteId: candidate.id, claims: claimsOf(candidate, occurredAt) } }
}

/** An offer counts once it was sent, and once it was answered. The payload is flat and names the application alone. */
function offered(action: string, payload: unknown): Reading {
  const offer = parsed(Offer, payload)
  const sentAt = dayOrTime(offer.sent_on)
  const resolvedAt = timeOf(offer.resolved_at)
  const status = offer.offer_status?.trim().toLowerCase()
  const steps: Step[] = []
  if (sentAt) steps.push({ kind: 'OFFER', occurredAt: sentAt, order: 110 })
  if (resolvedAt && status === 'accepted') steps.push({ kind: 'ACCEPT', occurredAt: resolvedAt, order: 120 })
  if (resolvedAt && status === 'rejected') steps.push({ kind: 'DECLINE', occurredAt: resolvedAt, order: 120 })
  if (steps.length === 0) return { use: 'UNUSED', action, reason: 'OFFER_NOT_SENT' }
  const application = { remoteId: offer.application_id, facts: null }
  return { use: 'CHANGE', action, occurredAt: steps.at(-1)!.occurredAt, person: null, application, steps }
}

/** They state it no longer, so nobody is written to by their word. */
const takenBack = (['email', 'phone', 'address'] as const).map((field): Saying => ({ field, value: null }))

function gone(action: string, payload: unknown, receivedAt: Date): Change {
  const { person, candidate_id: candidateId } = parsed(Gone, payload)
  const remoteId = person?.id ?? candidateId
  if (!remoteId) throw new UnreadableDelivery('person.id')
  const how = action === 'delete_candidate' ? 'DELETED' : 'ANONYMISED'
  const claimed = { remoteId, claims: takenBack.map((saying) => ({ ...saying, observedAt: receivedAt })) }
  return { ...nothing, action, occurredAt: receivedAt, person: claimed, gone: how, asks: { reason: 'PERSON_GONE' } }
}

function saidOf(application: Application, occurredAt: Date): SaidApplication {
  const source = application.source?.name ?? application.source?.public_name ?? null
  const kind = source ? readChannel(source) : null
  const channel: Channel = kind ?? 'OTHER'
  return {
    remoteId: application.id,
    facts: {
      openingTitle: application.jobs?.[0]?.name?.trim() ?? '',
      channel,
      channelLabel: source,
      agency: channel === 'AGENCY' ? source : null,
      appliedAt: timeOf(application.applied_at) ?? occurredAt,
    },
  }
}

function claimsOf(candidate: Candidate, observedAt: Date): Saying[] {
  const [first, last] = [candidate.first_name?.trim() ?? '', candidate.last_name?.trim() ?? '']
  const isLatin = nameScript(`${last}${first}`) === 'ROMAJI'
  const firstOf = (list: Candidate['email_addresses']) => list?.map(({ value }) => value?.trim()).find(Boolean)
  const said: Saying[] = [
    { field: isLatin ? 'nameRomaji' : 'name', value: isLatin ? `${first} ${last}`.trim() : `${last} ${first}`.trim() },
    { field: 'email', value: firstOf(candidate.email_addresses) },
    { field: 'phone', value: firstOf(candidate.phone_numbers) },
    { field: 'address', value: firstOf(candidate.addresses) },
    { field: 'employer', value: candidate.company?.trim() },
    { field: 'title', value: candidate.title?.trim() },
    { field: 'education', value: educationsOf(candidate) },
    { field: 'workHistory', value: employmentsOf(candidate) },
  ]
  return said
    .filter(({ value }) => value && (!Array.isArray(value) || value.length > 0))
    .map((one) => ({ ...one, observedAt }))
}

const month = (text: string | null | undefined) => (text ? { at: text.slice(0, 7) } : undefined)

const educationsOf = ({ educations }: Candidate) =>
  (educations ?? []).flatMap((one) =>
    one.school_name ? [entry(one.school_name, [one.degree, one.discipline].filter(Boolean).join(' '), one)] : [],
  )
const employmentsOf = ({ employments }: Candidate) =>
  (employments ?? []).flatMap((one) => (one.company_name ? [entry(one.company_name, one.title ?? '', one)] : []))

type Dated = { start_date?: string | null | undefined; end_date?: string | null | undefined }
const entry = (organisation: string, role: string, dated: Dated) => ({
  organisation: organisation.slice(0, 200),
  ...(role && { role: role.slice(0, 200) }),
  ...(month(dated.start_date) && { from: month(dated.start_date)!.at }),
  ...(month(dated.end_date) && { to: month(dated.end_date)!.at }),
})

const named: [RegExp, Stage][] = [
  [/phone screen|recruiter screen|screening call|preliminary/i, 'INTERVIEW_1'],
  [/face to face|on-?site|in-?person/i, 'INTERVIEW_2'],
  [/take.?home|coding|test|assignment/i, 'APTITUDE_TEST'],
  [/application review|resume review|hiring manager review/i, 'DOCUMENT_SCREENING'],
]

/** The stage that a customer's name for it means; null for one that is not known. */
export function stageOf(name: string): Stage | null {
  const found = named.find(([pattern]) => pattern.test(name))?.[1] ?? readStatus(name).stage
  return found === 'OFFER_ACCEPTED' ? 'OFFER' : found
}

const order: Stage[] = [
  'DOCUMENT_SCREENING',
  'APTITUDE_TEST',
  'CASUAL_MEETING',
  'INTERVIEW_1',
  'INTERVIEW_2',
  'INTERVIEW_3',
  'FINAL_INTERVIEW',
]
const stageOrder = (stage: Stage) => 10 + Math.max(-1, order.indexOf(stage))

const timeOf = (text: string | null | undefined): Date | null => (text ? new Date(text) : null)
const dayOrTime = (text: string | null | undefined): Date | null => {
  const at = text ? new Date(text) : null
  return at && !Number.isNaN(at.getTime()) ? at : null
}
