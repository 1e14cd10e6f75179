import { sql } from 'kysely'
import type { GateReason, GateState } from '../../../../contract/introductions/gate-standing.ts'
import { StatedPromises, type StatedPromise } from '../../../../contract/introductions/promises.ts'
import type { Work } from '../../../kernel/work.ts'
import { Job } from '../asking/job.ts'
import type { ShownFacts } from '../asking/store-requests.ts'

/** One request in the operator's realm, before the person hears of it. */
export type Gated = {
  id: string
  employerId: string
  /** Null some time after the decision. */
  job: Job | null
  message: string | null
  shown: ShownFacts | null
  promises: StatedPromise[] | null
  state: GateState
  reason: GateReason | null
  note: string | null
  askedAt: Date
  decideBy: Date
  decidedAt: Date | null
  version: number
}

const gated = ({ tx, companyId }: Work) =>
  tx
    .selectFrom('introductions_gate')
    .select([
      'id',
      'employer_id as employerId',
      'job',
      'message',
      'shown',
      'promises',
      'state',
      'reason',
      'note',
      'asked_at as askedAt',
      'decide_by as decideBy',
      'decided_at as decidedAt',
      'version',
    ])
    .where('company_id', '=', companyId)

type Row = Awaited<ReturnType<ReturnType<typeof gated>['executeTakeFirstOrThrow']>>
const typed = (row: Row): Gated => ({
  ...row,
  job: row.job === null ? null : Job.parse(row.job),
  shown: row.shown as ShownFacts | null,
  promises: row.promises === null ? null : StatedPromises.parse(row.promises),
  state: row.state as GateState,
  reason: row.reason as GateReason | null,
  version: Number(row.version),
})

export async function findGated(work: Work, id: string): Promise<Gated | undefined> {
  const row = await gated(work).where('id', '=', id).executeTakeFirst()
  return row && typed(row)
}

/** What this employer's requests came to here. */
export const gatedOf = async (work: Work, employerId: string): Promise<Gated[]> =>
  (await gated(work).where('employer_id', '=', employerId).execute()).map(typed)

type Listed = { state: GateState; cursor?: string | undefined; limit: number }

/** Waiting ones from the oldest, the others from the newest; ids are the companies' choice, so that the time orders them. */
export async function listGated(work: Work, { state, cursor, limit }: Listed): Promise<Gated[]> {
  const isQueue = state === 'WAITING'
  const direction = isQueue ? 'asc' : 'desc'
  let query = gated(work)
    .where('state', '=', state)
    .orderBy('asked_at', direction)
    .orderBy('id', direction)
    .limit(limit)
  const last = cursor ? await findGated(work, cursor) : undefined
  const beyond = isQueue ? '>' : '<'
  if (last)
    query = query.where((e) =>
      e.or([e('asked_at', beyond, last.askedAt), e.and([e('asked_at', '=', last.askedAt), e('id', beyond, last.id)])]),
    )
  return (await query.execute()).map(typed)
}

const mappedTo = ({ tx, companyId }: Work, memberId: string) =>
  tx
    .selectFrom('introductions_mapping')
    .select('id')
    .where('company_id', '=', companyId)
    .where('member_id', '=', memberId)

/** What waits and would reach this member. */
export async function waitingOf(work: Work, memberId: string): Promise<string[]> {
  const rows = await gated(work).where('state', '=', 'WAITING').where('id', 'in', mappedTo(work, memberId)).execute()
  return rows.map(({ id }) => id)
}

/** Blanks what companies were shown of a member, in every request that reached or would have reached them. */
export async function blankShownOf(work: Work, memberId: string): Promise<void> {
  await work.tx
    .updateTable('introductions_gate')
    .set({ shown: null })
    .where('company_id', '=', work.companyId)
    .where('shown', 'is not', null)
    .where('id', 'in', mappedTo(work, memberId))
    .execute()
}

/** Those over which nobody decided in time. */
export async function overdueGated(work: Work): Promise<string[]> {
  const rows = await gated(work).where('state', '=', 'WAITING').where('decide_by', '<=', work.now).execute()
  return rows.map(({ id }) => id)
}

export async function countGated({ tx, companyId }: Work): Promise<{ waiting: number; since: Date | null }> {
  const { waiting, since } = await tx
    .selectFrom('introductions_gate')
    .select((e) => [e.fn.countAll<number>().as('waiting'), e.fn.min('asked_at').as('since')])
    .where('company_id', '=', companyId)
    .where('state', '=', 'WAITING')
    .executeTakeFirstOrThrow()
  return { waiting: Number(waiting), since }
}

type NewGated = Pick<Gated, 'id' | 'employerId' | 'askedAt' | 'decideBy'> & {
  job: Job
  message: string
  shown: ShownFacts
  promises: StatedPromise[]
}

export async function insertGated({ tx, companyId }: Work, request: NewGated): Promise<void> {
  await tx
    .insertInto('introductions_gate')
    .values({
      company_id: companyId,
      id: request.id,
      employer_id: request.employerId,
      job: JSON.stringify(request.job),
      message: request.message,
      shown: JSON.stringify(request.shown),
      promises: JSON.stringify(request.promises),
      state: 'WAITING',
      asked_at: request.askedAt,
      decide_by: request.decideBy,
      version: 1,
    })
    .execute()
}

export type Decision =
  | { state: 'PASSED' }
  | { state: 'LAPSED' }
  | { state: 'WITHDRAWN' }
  | { state: 'REFUSED'; reason: GateReason; note: string | null }

/** Ends the wait by compare and set; false where it was over already. */
export async function decideGated(
  { tx, companyId, now, actor }: Work,
  id: string,
  decision: Decision,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('introductions_gate')
    .set((e) => ({
      state: decision.state,
      ...(decision.state === 'REFUSED' && { reason: decision.reason, note: decision.note }),
      decided_at: now,
      decided_by: `${actor.kind}:${actor.id}`,
      version: e('version', '+', e.lit(1)),
    }))
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .where('state', '=', 'WAITING')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Blanks what was asked in requests that were decided before a moment; that and how they were decided stays. */
export async function forgetGated({ tx, companyId }: Work, before: Date): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('introductions_gate')
    .set({ job: null, message: null, shown: null, promises: null })
    .where('company_id', '=', companyId)
    .where('decided_at', '<', before)
    .where('message', 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

/** How a request stands with the operator, in the company's own realm. */
export type GateCopy = Pick<Gated, 'id' | 'state' | 'reason' | 'note' | 'decideBy' | 'version'>

/** False where as late a word was kept already. */
export async function putGateCopy({ tx, companyId }: Work, copy: GateCopy): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('introductions_gate_copy')
    .values({
      company_id: companyId,
      id: copy.id,
      state: copy.state,
      reason: copy.reason,
      note: copy.note,
      decide_by: copy.decideBy,
      version: copy.version,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['company_id', 'id'])
        .doUpdateSet((e) => ({
          state: e.ref('excluded.state'),
          reason: e.ref('excluded.reason'),
          note: e.ref('excluded.note'),
          version: e.ref('excluded.version'),
        }))
        .where((e) => e('introductions_gate_copy.version', '<', e.ref('excluded.version'))),
    )
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function gateCopies({ tx, companyId }: Work, ids: readonly string[]): Promise<Map<string, GateCopy>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('introductions_gate_copy')
    .select(['id', 'state', 'reason', 'note', 'decide_by as decideBy', 'version'])
    .where('company_id', '=', companyId)
    .where('id', '=', sql<string>`any (${[...ids]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, { ...row, version: Number(row.version) } as GateCopy]))
}
