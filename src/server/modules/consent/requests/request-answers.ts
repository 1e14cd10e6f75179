import type { PersonField } from '../../../../contract/people/person-fields.ts'
import { type DataRequest, type Passing } from '../../../../contract/requests/data-requests.ts'
import { groundsOf, type RefusalGround } from '../../../../contract/requests/request-grounds.ts'
import { notFound } from '../../../kernel/errors.ts'
import { forbidden } from '../../../kernel/http/http.ts'
import { idFrom, newId } from '../../../kernel/ids.ts'
import type { Subject } from '../../../kernel/module.ts'
import type { Work } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { subjectOf } from '../erasures/erasure.ts'
import {
  groundsMissing,
  groundUnfit,
  held as personHeld,
  identityStands,
  identityUnchecked,
  noAddress,
  notAnErasure,
  personUnknown,
  refusedFieldsUnfit,
  requestChanged,
  requestClosed,
} from '../errors.ts'
import { isHeld } from '../erasures/holds.ts'
import { handoverOf, type HandingOver } from './handing-over.ts'
import { held, heldRequests, request, tell } from './requests.ts'
import { heldAmong } from '../erasures/store-holds.ts'
import * as orders from './store-orders.ts'
import * as passings from './store-passings.ts'
import * as store from './store-requests.ts'
import * as answers from './store-request-answers.ts'

/** The mail that carries the answer to a request: its id is known before it is written. */
export const answerMailOf = (requestId: string): string => idFrom('consent.request-answer', requestId)

/** An erasure waits this long for the answer to leave, in case nobody says that it did. */
const longestWaitMs = 86_400_000

/**
 * Notes who asks and how that was made sure, while the request is open (`consent.request-closed`). What the program
 * checked by itself stands, and corrections stay with the person who said them (`consent.identity-stands`).
 */
export async function checkIdentity(
  work: Work,
  checked: { id: string; personId: string; how: string; note: string },
): Promise<DataRequest> {
  const found = await held(work, checked.id)
  if (isSettled(found, checked.personId)) throw identityStands({})
  if (!(await subjectOf(work, checked.personId))) throw personUnknown({})
  // A human who finds that somebody else asks knows better than the record that it came with.
  const sourceRecordId = found.personId === checked.personId ? found.sourceRecordId : null
  if (!(await answers.putIdentity(work, { ...checked, sourceRecordId }))) throw requestClosed({})
  await record(work, {
    action: 'consent.identity-checked',
    subject: { kind: 'request', id: checked.id },
    detail: { personId: checked.personId, how: checked.how },
  })
  return request(work, checked.id)
}

function isSettled({ personId, identity, corrections }: store.Held, checkedId: string): boolean {
  // Of a request that was passed on it may still be open whom it is about here.
  if (personId === null) return false
  const isByProgram = identity?.how === 'CODE_BY_MAIL' || identity?.how === 'MEMBER_SESSION'
  return isByProgram || (corrections.length > 0 && personId !== checkedId)
}

export type Answering = {
  state: 'ANSWERED' | 'PARTIAL' | 'DECLINED'
  answer: string
  grounds: readonly RefusalGround[]
  refused: string
  /** Which of the corrections are refused, where it is granted in part. */
  refusedFields?: readonly PersonField[]
  /** The version of the request that was read. */
  version?: number | undefined
  told: 'MAIL' | 'ELSEWHERE'
  /** How what is disclosed reaches the person. */
  handover?: HandingOver
  erase: boolean
}

/**
 * Grants or refuses an open request; a second answer is refused (`consent.request-closed`). Before anything is told or
 * done it must have been made sure who asks (`consent.identity-unchecked`), unless that is why it is refused. A refusal
 * needs a ground that the law knows for this kind (`consent.grounds-missing`, `consent.ground-unfit`). Where corrections
 * were asked for, a part is some of them: at least one is refused by name and at least one granted
 * (`consent.refused-fields-unfit`). What is disclosed is handed over in a way that is kept (`handoverOf`). What the person
 * added since it was read is not answered (`consent.request-changed`).
 */
export async function answerRequest(
  work: Work,
  { id, ...answering }: Answering & { id: string },
): Promise<DataRequest> {
  const found = await held(work, id)
  const { version, refusedFields = [] } = answering
  if (found.state !== 'OPEN') throw requestClosed({})
  if (version !== undefined && version !== found.version) throw requestChanged({})
  await judge(work, found, answering)
  const handover = await handoverOf(work, { kind: found.kind, wish: found.wish, ...answering })
  // Without a version of the reader's own it is still the one that was judged here.
  const [closed] = await answers.closeRequests(work, {
    ...answering,
    refusedFields,
    handover,
    version: found.version,
    ids: [id],
  })
  if (!closed) throw (await held(work, id)).state === 'OPEN' ? requestChanged({}) : requestClosed({})
  if (answering.erase) await order(work, [found], answering.told)
  await tell(work, 'consent.request-answered', await held(work, id))
  return request(work, id)
}

async function judge(
  work: Work,
  found: store.Held,
  { state, grounds, refused, refusedFields = [], told, erase }: Answering,
): Promise<void> {
  const isUnknown = grounds.includes('IDENTITY_NOT_CONFIRMED') && state === 'DECLINED'
  if (found.identity === null && !isUnknown) throw identityUnchecked({})
  if (state !== 'ANSWERED' && grounds.length === 0) throw groundsMissing({})
  if (state === 'PARTIAL' && refused === '') throw groundsMissing({})
  if (!isFitPart(found, state, refusedFields)) throw refusedFieldsUnfit({})
  const unfit = grounds.find((ground) => !groundsOf[found.kind].includes(ground))
  if (unfit) throw groundUnfit({ ground: unfit })
  if (erase && found.kind !== 'ERASURE') throw notAnErasure({})
  if (erase && !work.actor.permissions.has('people:erase')) throw forbidden({ permission: 'people:erase' })
  if (told === 'ELSEWHERE' && !erase) return
  const subject = found.personId === null ? undefined : await subjectOf(work, found.personId)
  if (erase && subject && (await isHeld(work, subject))) throw personHeld({})
  if (told === 'ELSEWHERE') return
  if (!subject || subject.addresses.length === 0) throw noAddress({})
}

/** Whether the corrections refused are some of those asked for, and not all, where a part of them is granted. */
function isFitPart(
  { corrections }: store.Held,
  state: Answering['state'],
  refusedFields: readonly PersonField[],
): boolean {
  if (state !== 'PARTIAL' || corrections.length === 0) return refusedFields.length === 0
  const asked = new Set(corrections.map(({ field }) => field))
  const refused = new Set(refusedFields)
  return refused.size > 0 && refused.size < asked.size && refusedFields.every((field) => asked.has(field))
}

/** Orders the erasures of these requests; where the answer goes by mail, the mail leaves first. */
async function order(work: Work, found: readonly store.Held[], told: 'MAIL' | 'ELSEWHERE'): Promise<void> {
  const wanted = found.flatMap(({ id: requestId, personId }) => (personId === null ? [] : [{ requestId, personId }]))
  const byMail = told === 'MAIL'
  await orders.insertOrders(
    work,
    wanted.map((one) => ({
      ...one,
      id: newId(),
      orderedBy: work.actor.id,
      afterMail: byMail ? answerMailOf(one.requestId) : null,
    })),
    byMail ? new Date(work.now.getTime() + longestWaitMs) : work.now,
  )
  work.installation.wake()
}

type Left = { id: string; reason: 'CLOSED' | 'NOT_AN_ERASURE' | 'IDENTITY_UNCHECKED' | 'HELD' | 'UNKNOWN' }

const leftFor = (found: store.Held | undefined, held: ReadonlySet<string>): Left['reason'] | undefined => {
  if (!found) return 'UNKNOWN'
  if (found.state !== 'OPEN') return 'CLOSED'
  if (found.kind !== 'ERASURE') return 'NOT_AN_ERASURE'
  if (found.identity === null || found.personId === null) return 'IDENTITY_UNCHECKED'
  return held.has(found.personId) ? 'HELD' : undefined
}

/** Grants many requests to erase with one answer. Those that cannot be granted are left as they are, each with why. */
export async function answerErasures(
  work: Work,
  { ids, answer, told }: { ids: readonly string[]; answer: string; told: 'MAIL' | 'ELSEWHERE' },
): Promise<{ accepted: number; left: Left[] }> {
  const found = new Map((await heldRequests(work, ids)).map((one) => [one.id, one]))
  const people = [...found.values()].flatMap(({ personId }) => (personId === null ? [] : [personId]))
  const held = await heldAmong(
    work,
    people.map((personId) => ({ personId, sourceRecordIds: [] })),
  )
  const left = ids.flatMap((id): Left[] => {
    const reason = leftFor(found.get(id), held)
    return reason ? [{ id, reason }] : []
  })
  const granted = [...found.values()].filter((one) => leftFor(one, held) === undefined)
  if (granted.length === 0) return { accepted: 0, left }
  const answered = {
    state: 'ANSWERED' as const,
    answer,
    grounds: [],
    refused: '',
    refusedFields: [],
    told,
    handover: null,
  }
  const closed = new Set(await answers.closeRequests(work, { ...answered, ids: granted.map(({ id }) => id) }))
  const taken = granted.filter(({ id }) => closed.has(id))
  await order(work, taken, told)
  for (const one of taken)
    await tell(work, 'consent.request-answered', { ...one, state: 'ANSWERED', version: one.version + 1 })
  return { accepted: taken.length, left }
}

/** Notes that a recipient was told of a request; once for each recipient. */
export async function passOn(
  work: Work,
  passing: { requestId: string; id: string; recipientName: string; shareId?: string | undefined; how: Passing['how'] },
): Promise<Passing> {
  await held(work, passing.requestId)
  const kept = await passings.insertPassing(work, { ...passing, shareId: passing.shareId ?? null })
  await record(work, {
    action: 'consent.request-passed-on',
    subject: { kind: 'request', id: passing.requestId },
    detail: { passingId: kept.id, how: kept.how },
  })
  return kept
}

/** Closes what an erased person still asked; a company that passed a request on to this one hears of it as of any answer. */
export async function closeRequestsOfErased(work: Work, { personId, sourceRecordIds }: Subject): Promise<void> {
  for (const id of await answers.closeErased(work, personId, sourceRecordIds))
    await tell(work, 'consent.request-answered', await held(work, id))
}

/** Keeps what a recipient answered: in words, or with the grounds of the law where the program brings the answer back. */
export async function keepReceipt(
  work: Work,
  settled: Pick<Passing, 'id' | 'receipt'> & {
    requestId: string
    state: 'RECEIVED' | 'DONE' | 'REFUSED'
    grounds?: Passing['grounds']
  },
): Promise<Passing> {
  const kept = await passings.settlePassing(work, { grounds: [], ...settled })
  if (!kept) throw notFound({ what: 'passing' })
  await record(work, {
    action: 'consent.receipt-kept',
    subject: { kind: 'request', id: settled.requestId },
    detail: { passingId: kept.id, state: kept.state },
  })
  return kept
}
