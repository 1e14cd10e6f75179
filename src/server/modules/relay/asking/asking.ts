import type {
  AskedPerson,
  Asking,
  BasisPerson,
  BasisState,
  NotAskedReason,
} from '../../../../contract/consent/asking.ts'
import { basisStates } from '../../../../contract/consent/asking.ts'
import { notFound } from '../../../kernel/errors.ts'
import type { RetentionFact, Subject } from '../../../kernel/module.ts'
import type { Work } from '../../../kernel/work.ts'
import { companyRules } from '../../accounts/index.ts'
import { record } from '../../audit/index.ts'
import { askedToStop, requireBasis } from '../../consent/index.ts'
import { suppressedOf, type SuppressionReason } from '../../messages/index.ts'
import { idsOfPersons, people } from '../../people/index.ts'
import { askingChanged, askingNotListed, askingOver, tooManyToAsk } from '../letters/errors.ts'
import { basisOf, countBasis, listBasis, type BasisRow } from './reports-basis.ts'
import * as store from './store-asking.ts'

/** Whose ground has to be found: nobody's yes holds, and nothing else does. */
const without: readonly BasisState[] = ['UNKNOWN', 'EXPIRED']
/** Whoever was asked is not asked again for so long. */
const restDays = 180
const most = 20_000
const dayMs = 86_400_000

/** How many people are kept on which ground. */
export async function basisCounts(work: Work): Promise<{ states: Record<BasisState, number>; unanswered: number }> {
  const rows = await countBasis(work)
  const of = (state: BasisState) => rows.find((row) => row.state === state)
  return {
    states: Object.fromEntries(basisStates.map((state) => [state, of(state)?.people ?? 0])) as Record<
      BasisState,
      number
    >,
    unanswered: without.reduce((sum, state) => sum + (of(state)?.unanswered ?? 0), 0),
  }
}

type BasisPage = {
  state?: BasisState | undefined
  asked?: 'UNANSWERED' | 'NEVER' | undefined
  after?: string | undefined
  limit: number
}

const maySeeNames = ({ actor }: Work): boolean => actor.permissions.has('people:read')

export async function basisPeople(
  work: Work,
  { state, ...page }: BasisPage,
): Promise<(BasisPerson & { id: string })[]> {
  const rows = await listBasis(work, { ...page, states: state && [state] })
  return rows.map((row) => ({
    id: row.id,
    personId: row.id,
    personName: maySeeNames(work) ? row.name : null,
    state: row.state,
    since: row.since?.toISOString() ?? null,
    until: row.until?.toISOString() ?? null,
    askedAt: row.askedAt?.toISOString() ?? null,
  }))
}

const bySuppression: Record<SuppressionReason, NotAskedReason> = {
  HARD_BOUNCE: 'BOUNCED',
  COMPLAINT: 'COMPLAINED',
  UNSUBSCRIBE: 'OPTED_OUT',
  UNREACHABLE: 'UNREACHABLE',
}

/** Why each of these is not asked at this moment; null for those who are. */
export async function whyNotAsked(work: Work, rows: readonly BasisRow[]): Promise<Map<string, NotAskedReason | null>> {
  const { contacts } = (await companyRules(work)).contactBudget
  const stops = await askedToStop(
    work,
    await idsOfPersons(
      work,
      rows.map(({ id }) => id),
    ),
  )
  const suppressed = await suppressedOf(
    work,
    rows.flatMap(({ email }) => email ?? []),
  )
  const why = (row: BasisRow): NotAskedReason | null => {
    if (!without.includes(row.state)) return 'BASIS_KNOWN'
    if (row.email === null || row.email === '') return 'NO_ADDRESS'
    const mark = suppressed.get(row.email)
    if (mark) return bySuppression[mark]
    if (stops.has(row.id)) return 'STOP_REQUESTED'
    if (row.askedAt && work.now.getTime() - row.askedAt.getTime() < restDays * dayMs) return 'ASKED_BEFORE'
    return row.contacts >= contacts ? 'BUDGET' : null
  }
  return new Map(rows.map((row) => [row.id, why(row)]))
}

/**
 * Lists whom a campaign would ask on what ground they may be kept, and why it would not ask the others. Sends nothing.
 * Refused without a recorded purpose for the pool (`consent.basis-missing`), which also says why the mail is permitted,
 * and for more than 20,000 people (`relay.asking-too-large`). Repeating an id changes nothing.
 */
export async function makeAsking(work: Work, id: string): Promise<Asking> {
  await requireBasis(work, 'POOL')
  if (await store.insertAsking(work, id)) {
    const rows = await listBasis(work, { states: without, limit: most + 1 })
    if (rows.length > most) throw tooManyToAsk({ most })
    const why = await whyNotAsked(work, rows)
    await store.insertAsked(
      work,
      id,
      rows.map((row) => ({ personId: row.id, reason: why.get(row.id) ?? null })),
    )
    await record(work, {
      action: 'relay.asking-listed',
      subject: { kind: 'asking', id },
      detail: { people: rows.length },
    })
  }
  return asking(work, id)
}

export async function asking(work: Work, id: string): Promise<Asking> {
  const found = await store.findAsking(work, id)
  if (!found) throw notFound({ what: 'asking' })
  const [shown] = await shownAskings(work, [found])
  return shown!
}

export const askings = async (work: Work, page: { before: string | undefined; limit: number }): Promise<Asking[]> =>
  shownAskings(work, await store.listAskings(work, page))

async function shownAskings(work: Work, found: readonly store.KeptAsking[]): Promise<Asking[]> {
  const counted = Map.groupBy(
    await store.countAsked(
      work,
      found.map(({ id }) => id),
    ),
    ({ askingId }) => askingId,
  )
  return found.map((one) => ({
    ...one,
    ...countsOf(counted.get(one.id) ?? []),
    nextAt: one.phase === 'MAILING' ? one.dueAt.toISOString() : null,
    madeAt: one.madeAt.toISOString(),
    approvedAt: one.approvedAt?.toISOString() ?? null,
    endedAt: one.endedAt?.toISOString() ?? null,
  }))
}

type Counts = Pick<Asking, 'asks' | 'reasons' | 'queued' | 'sent' | 'dropped' | 'stays' | 'leaves'>

function countsOf(rows: readonly store.AskedCount[]): Counts {
  const total = (some: readonly store.AskedCount[]) => some.reduce((sum, { people: count }) => sum + count, 0)
  const by = (of: (row: store.AskedCount) => string | null) => {
    const counts: Partial<Record<NotAskedReason, number>> = {}
    for (const row of rows) {
      const reason = of(row) as NotAskedReason | null
      if (reason !== null) counts[reason] = (counts[reason] ?? 0) + row.people
    }
    return counts
  }
  return {
    asks: total(rows.filter(({ reason }) => reason === null)),
    reasons: by(({ reason }) => reason),
    queued: total(rows.filter(({ outcome }) => outcome === 'QUEUED')),
    sent: rows.reduce((sum, { sent }) => sum + sent, 0),
    dropped: by(({ outcome }) => (outcome === 'QUEUED' ? null : outcome)),
    stays: total(rows.filter(({ answer }) => answer === 'STAYS')),
    leaves: total(rows.filter(({ answer }) => answer === 'LEAVES')),
  }
}

export async function askedPeople(
  work: Work,
  askingId: string,
  page: store.AskedPage,
): Promise<(AskedPerson & { id: string })[]> {
  if (!(await store.findAsking(work, askingId))) throw notFound({ what: 'asking' })
  const found = await store.listAsked(work, askingId, page)
  const ids = found.map(({ personId }) => personId)
  const named = maySeeNames(work) ? await people(work, ids) : []
  const names = new Map(named.map(({ personId, fields }) => [personId, fields.name?.value]))
  return found.map(({ sentAt, answeredAt, ...one }) => {
    const name = names.get(one.personId)
    return {
      ...one,
      id: one.personId,
      personName: typeof name === 'string' ? name : null,
      sentAt: sentAt?.toISOString() ?? null,
      answeredAt: answeredAt?.toISOString() ?? null,
    }
  })
}

/**
 * Has the mails of a list sent, so many a day, in the send window. Refused for a list that was approved or stopped
 * before (`relay.asking-not-listed`), or that is not the one that was looked at (`relay.asking-changed`).
 */
export async function approveAsking(
  work: Work,
  { id, perDay, asks }: { id: string; perDay: number; asks: number },
): Promise<Asking> {
  const found = await store.findAsking(work, id, { lock: true })
  if (!found) throw notFound({ what: 'asking' })
  if (found.phase !== 'LISTED') throw askingNotListed({})
  await requireBasis(work, 'POOL')
  const listed = (await asking(work, id)).asks
  if (listed !== asks) throw askingChanged({ asks: listed })
  await store.putApproval(work, { id, perDay })
  await store.changeAsking(work, id, { dueAt: work.now })
  await record(work, {
    action: 'relay.asking-approved',
    subject: { kind: 'asking', id },
    detail: { asks, perDay },
  })
  work.installation.wake()
  return asking(work, id)
}

/** Stops a campaign: whoever was not written to yet is not. Refused for one that is over (`relay.asking-over`). */
export async function stopAsking(work: Work, id: string): Promise<Asking> {
  const found = await store.findAsking(work, id, { lock: true })
  if (!found) throw notFound({ what: 'asking' })
  if (found.phase === 'DONE' || found.phase === 'STOPPED') throw askingOver({})
  await store.changeAsking(work, id, { dueAt: null })
  await store.putStop(work, id)
  await record(work, { action: 'relay.asking-stopped', subject: { kind: 'asking', id } })
  return asking(work, id)
}

/** Who was asked on what ground they may be kept, has not answered, and has none: for the deletion by `consent`. */
export async function unanswered(work: Work, subjects: readonly Subject[]): Promise<RetentionFact[]> {
  const rows = await basisOf(
    work,
    subjects.map(({ personId }) => personId),
  )
  return [...rows.values()].flatMap(({ id: personId, state, askedAt, isUnanswered }): RetentionFact[] =>
    isUnanswered && askedAt && without.includes(state) ? [{ personId, kind: 'UNANSWERED', at: askedAt }] : [],
  )
}
