import { receiptNumber } from '../../../../contract/consent/receipt-number.ts'
import {
  askableKinds,
  askPage,
  paths,
  requestsPage,
  type AskableKind,
  type AskPage,
  type Language,
  type OwnRequest,
  type PendingErasure,
  type StandingCorrection,
} from '../../../../portal/index.ts'
import { disclosureForms, type DisclosureForm } from '../../../../contract/requests/disclosure-forms.ts'
import type { PersonField } from '../../../../contract/people/person-fields.ts'
import type { DataRequest } from '../../../../contract/requests/data-requests.ts'
import type { Work } from '../../../kernel/work.ts'
import { company } from '../../accounts/index.ts'
import { openRequest, passingsOf, requestsOf } from '../../consent/index.ts'
import { groundWords, requestKindWords } from '../../messages/index.ts'
import { holdPerson, recordsOf } from '../../people/index.ts'
import { mailOf } from '../address.ts'
import { fieldKey } from './field-keys.ts'
import { failure, named, sessionFrame } from '../frames.ts'
import { needlessWords } from './own-words.ts'
import { dayOf, queueProcedureMail } from './procedure-mail.ts'
import { inVisitedCompany, postedId, type Answer, type SessionVisit } from '../visit.ts'

const longestReason = 1000

/** What a person asked of this company about their data, the newest first. */
export async function ownRequests(work: Work, personId: string): Promise<DataRequest[]> {
  const records = (await recordsOf(work, personId)).map(({ id }) => id)
  return (await requestsOf(work, personId, records)).toSorted((a, b) => b.openedAt.localeCompare(a.openedAt))
}

/** The erasure that was asked for and is neither refused nor done. */
export function pendingErasure(requests: readonly DataRequest[]): PendingErasure | null {
  const pending = requests.find(
    ({ kind, state, erasure }) => kind === 'ERASURE' && (state === 'OPEN' || (erasure !== null && erasure !== 'DONE')),
  )
  if (!pending) return null
  const { id, state, openedAt, dueAt } = pending
  return { number: receiptNumber(id), openedAt, dueAt: state === 'OPEN' ? dueAt : null }
}

/** Of each field, what became of the last request to correct it: those open and those refused. Takes the newest first. */
export function standingCorrections(requests: readonly DataRequest[]): Map<PersonField, StandingCorrection> {
  const standing = new Map<PersonField, StandingCorrection>()
  const seen = new Set<PersonField>()
  for (const { id, state, dueAt, corrections, refusedFields } of requests)
    for (const { field } of corrections) {
      if (seen.has(field)) continue
      seen.add(field)
      const number = receiptNumber(id)
      if (state === 'OPEN') standing.set(field, { number, dueAt })
      else if (state === 'DECLINED' || refusedFields.includes(field)) standing.set(field, { number, dueAt: null })
    }
  return standing
}

/** What a granted disclosure lets the person save here; nothing where staff handed it over in another way. */
function disclosedAs({ kind, handover }: Pick<DataRequest, 'kind' | 'handover'>): OwnRequest['disclosed'] {
  if (handover?.how !== 'PORTAL') return null
  if (kind === 'DISCLOSURE') return 'DATA'
  return kind === 'PROVISION_RECORDS' ? 'PROVISIONS' : null
}

async function shown(work: Work, { id, ...one }: DataRequest, language: Language): Promise<OwnRequest> {
  const isRefused = (field: PersonField) => one.state === 'DECLINED' || one.refusedFields.includes(field)
  return {
    number: receiptNumber(id),
    kind: one.kind,
    state: one.state,
    openedAt: one.openedAt,
    dueAt: one.dueAt,
    answeredAt: one.answeredAt,
    said: one.said,
    corrections: one.corrections.map(({ field, value }) => ({
      field: fieldKey(field, language) ?? { label: field },
      value,
      isRefused: isRefused(field),
    })),
    grounds: one.grounds.map((ground) => groundWords[language][ground]),
    refused: one.refused,
    answer: one.answer,
    wish: one.wish,
    handover: one.handover,
    disclosed: disclosedAs(one),
    passedOn: (await passingsOf(work, id)).map(({ recipientName, state, escalatedAt }) => ({
      company: recipientName,
      state,
      isEscalated: escalatedAt !== null,
    })),
  }
}

/** What the visitor asked of the company that wrote, the newest first, and to whom it was passed on. */
export async function asked(visit: SessionVisit): Promise<Answer> {
  const requests = await inVisitedCompany(visit, async (work) => {
    const own = []
    for (const one of await ownRequests(work, visit.session.personId)) own.push(await shown(work, one, visit.language))
    return own
  })
  const numbered = (name: string) => requests.find(({ number }) => number === visit.query.get(name))
  const accepted = numbered('accepted')
  const already = numbered('already')
  const added = numbered('added')
  const told = accepted ?? added ?? already
  const how = accepted ? 'ACCEPTED' : added ? 'ADDED' : 'ALREADY'
  return requestsPage(await sessionFrame(visit, 'requests'), { requests, told: told ? { request: told, how } : null })
}

const kindOf = ({ params }: SessionVisit): AskableKind | undefined =>
  askableKinds.find((kind) => kind.toLowerCase() === params['kind'])

const openOne = (requests: readonly DataRequest[], kind: AskableKind) =>
  requests.find((one) => one.kind === kind && one.state === 'OPEN')

const toAlready = (id: string): Answer => ({ to: `${paths.requests()}?already=${receiptNumber(id)}` })

/** The form to ask by; whoever has asked already is told of that request instead. */
export async function asking(visit: SessionVisit): Promise<Answer> {
  const kind = kindOf(visit)
  if (!kind) return { page: await failure(visit, 'notFound'), status: 404 }
  const own = await inVisitedCompany(visit, (work) => ownRequests(work, visit.session.personId))
  const open = openOne(own, kind)
  if (open) return toAlready(open.id)
  return askPage(await sessionFrame(visit, 'requests'), { kind, form: 'ELECTRONIC', reason: '', problems: [] })
}

type Asking = {
  id: string
  kind: AskableKind
  said: string
  wish: DisclosureForm | undefined
  to: string | undefined
}

/** Takes up the request, unless one of its kind is open: then that one is answered. Repeating an id changes nothing. */
async function askOnce(work: Work, visit: SessionVisit, { id, kind, said, wish, to }: Asking) {
  const personId = await holdPerson(work, visit.session.personId)
  const own = await ownRequests(work, personId)
  const standing = own.find((one) => one.id === id) ?? openOne(own, kind)
  if (standing) return standing.id
  const { sourceRecordId } = visit.session
  const opened = await openRequest(work, {
    id,
    kind,
    via: 'PORTAL',
    identity: 'CODE_BY_MAIL',
    personId,
    ...(sourceRecordId !== null && { sourceRecordId }),
    said,
    wish,
  })
  await mailAccepted(work, visit, { request: opened, to })
  return id
}

/** What every receipt of a request says: by whom it is answered, under which number and until when. */
export async function receiptValues(work: Work, { id, dueAt }: DataRequest, language: Language) {
  const own = await company(work)
  const { timeZone } = own
  return {
    'company.name': named(own, language),
    'receipt.number': receiptNumber(id),
    'answer.by': dayOf(new Date(dueAt), { language, timeZone }),
  }
}

/** The receipt of a request, to the address that is held; none where there is no address. */
export async function mailAccepted(
  work: Work,
  visit: SessionVisit,
  { request, to }: { request: DataRequest; to: string | undefined },
): Promise<void> {
  const { kind, personId } = request
  if (to === undefined || personId === null) return
  const { language, session } = visit
  await queueProcedureMail(work, {
    id: postedId(visit, 'request-accepted'),
    template: 'REQUEST_ACCEPTED',
    language,
    values: { ...(await receiptValues(work, request, language)), 'request.kind': requestKindWords[language][kind] },
    to,
    personId,
    recordId: session.sourceRecordId,
    withLink: true,
  })
}

/** Asks the company that wrote to disclose, or to stop using, what it holds; staff find it among the requests. */
export async function ask(visit: SessionVisit): Promise<Answer> {
  const { body } = visit
  const kind = kindOf(visit)
  if (!kind) return { page: await failure(visit, 'notFound'), status: 404 }
  const reason = (body.get('reason') ?? '').trim()
  const form = disclosureForms.find((one) => one === (body.get('form') ?? 'ELECTRONIC'))
  const problems: AskPage['problems'] = [
    ...(kind === 'DISCLOSURE' && !form ? [{ field: 'form', code: 'unknownOption' } as const] : []),
    ...(reason.length > longestReason ? [{ field: 'reason', code: 'tooLong' } as const] : []),
    ...needlessWords(body, 'reason'),
  ]
  if (problems.length > 0) {
    const again = { kind, form: form ?? 'ELECTRONIC', reason, problems } as const
    return { page: askPage(await sessionFrame(visit, 'requests'), again), status: 422 }
  }
  const id = postedId(visit, 'request', kind)
  const asking = { id, kind, said: reason, wish: kind === 'DISCLOSURE' ? form : undefined }
  const to = await mailOf(visit)
  const taken = await inVisitedCompany(visit, (work) => askOnce(work, visit, { ...asking, to }))
  if (taken !== id) return toAlready(taken)
  visit.installation.wake()
  return { to: `${paths.requests()}?accepted=${receiptNumber(id)}` }
}
