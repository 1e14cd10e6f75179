import { sql, type Selectable } from 'kysely'
import type {
  PromiseKind,
  PromiseSettler,
  PromiseState,
  StatedPromise,
  WaivableStep,
} from '../../../../contract/introductions/promises.ts'
import type { DB } from '../../../kernel/database/tables.ts'
import type { Work } from '../../../kernel/work.ts'

/** A promise in force, in the realm of the company that made it. */
export type Promised = {
  id: string
  introductionId: string
  kind: PromiseKind
  steps: WaivableStep[]
  days: number
  since: Date
  dueAt: Date
  state: PromiseState
  settledBy: PromiseSettler | null
  settledAt: Date | null
  keptOn: Date | null
  releasedAt: Date | null
  objectedAt: Date | null
  found: 'KEPT' | 'BROKEN' | null
  foundAt: Date | null
  version: number
}

const promised = (row: Selectable<DB['introductions_promise']>): Promised => ({
  id: row.id,
  introductionId: row.introduction_id,
  kind: row.kind as PromiseKind,
  steps: row.steps as WaivableStep[],
  days: row.days,
  since: row.since,
  dueAt: row.due_at,
  state: row.state as PromiseState,
  settledBy: row.settled_by as PromiseSettler | null,
  settledAt: row.settled_at,
  keptOn: row.kept_on,
  releasedAt: row.released_at,
  objectedAt: row.objected_at,
  found: row.found as Promised['found'],
  foundAt: row.found_at,
  version: Number(row.version),
})

const promises = ({ tx, companyId }: Work) =>
  tx.selectFrom('introductions_promise').selectAll().where('company_id', '=', companyId)

type NewPromise = StatedPromise & { id: string; introductionId: string; dueAt: Date }

/** A promise comes into force, once. */
export async function insertPromise({ tx, companyId, now }: Work, promise: NewPromise): Promise<void> {
  await tx
    .insertInto('introductions_promise')
    .values({
      company_id: companyId,
      id: promise.id,
      introduction_id: promise.introductionId,
      kind: promise.kind,
      steps: promise.steps,
      days: promise.days,
      since: now,
      due_at: promise.dueAt,
      state: 'PENDING',
      version: 1,
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'id']).doNothing())
    .execute()
}

/** The promises of some introductions, in the order of their kinds. */
export async function promisesOf(work: Work, introductionIds: readonly string[]): Promise<Promised[]> {
  if (introductionIds.length === 0) return []
  const rows = await promises(work)
    .where('introduction_id', '=', sql<string>`any (${[...introductionIds]}::uuid[])`)
    .orderBy('kind')
    .execute()
  return rows.map(promised)
}

/** The promise, held until this Work ends: what settles it comes one after the other. */
export async function lockPromise(work: Work, id: string): Promise<Promised | undefined> {
  const row = await promises(work).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && promised(row)
}

/** The promises of one introduction, held until this Work ends. */
export async function lockPromises(work: Work, introductionId: string): Promise<Promised[]> {
  const rows = await promises(work).where('introduction_id', '=', introductionId).orderBy('id').forUpdate().execute()
  return rows.map(promised)
}

export type Said = Partial<Pick<Promised, 'keptOn' | 'releasedAt' | 'objectedAt' | 'found' | 'foundAt'>> & {
  confirmedBy?: string
}
export type Standing = Pick<Promised, 'state' | 'settledBy' | 'settledAt'>

/** Changes a promise that is held, and answers how it stands then. */
export async function changePromise(work: Work, one: Promised, change: Said & Standing): Promise<Promised> {
  const { tx, companyId, now } = work
  const { confirmedBy, ...said } = change
  const changed = { ...one, ...said, version: one.version + 1 }
  await tx
    .updateTable('introductions_promise')
    .set({
      state: changed.state,
      settled_by: changed.settledBy,
      settled_at: changed.settledAt,
      kept_on: changed.keptOn,
      released_at: changed.releasedAt,
      objected_at: changed.objectedAt,
      found: changed.found,
      found_at: changed.foundAt,
      version: changed.version,
      ...(confirmedBy && { confirmed_by: confirmedBy, confirmed_at: now }),
    })
    .where('company_id', '=', companyId)
    .where('id', '=', one.id)
    .execute()
  return changed
}

/** What of the promises waits for staff: in force, with the first day due, and late ones that may still be confirmed. */
export async function waitingPromises(
  { tx, companyId }: Work,
  confirmableSince: Date,
): Promise<{ pending: number; nextAt: Date | null; late: number }> {
  const row = await tx
    .selectFrom('introductions_promise')
    .select((e) => [
      e.fn.countAll<number>().filterWhere('state', '=', 'PENDING').as('pending'),
      e.fn.min('due_at').filterWhere('state', '=', 'PENDING').as('next'),
      e.fn
        .countAll<number>()
        .filterWhere('settled_by', '=', 'CLOCK')
        .filterWhere('due_at', '>=', confirmableSince)
        .as('late'),
    ])
    .where('company_id', '=', companyId)
    .executeTakeFirstOrThrow()
  return { pending: Number(row.pending), nextAt: row.next, late: Number(row.late) }
}

export type PromiseClock = { id: string; kind: 'REMINDER' | 'LOOK'; promiseId: string }

/** Sets a clock, also one that struck already or was set to another moment. */
export async function setClock(
  { tx, companyId }: Work,
  { id, kind, promiseId, dueAt }: PromiseClock & { dueAt: Date },
): Promise<void> {
  await tx
    .insertInto('introductions_promise_clock')
    .values({ company_id: companyId, id, kind, promise_id: promiseId, state: 'READY', due_at: dueAt, attempts: 0 })
    .onConflict((conflict) =>
      conflict
        .columns(['company_id', 'id'])
        .doUpdateSet({ state: 'READY', due_at: dueAt, lease_until: null, attempts: 0 }),
    )
    .execute()
}

export async function findClock({ tx, companyId }: Work, id: string): Promise<PromiseClock | undefined> {
  const row = await tx
    .selectFrom('introductions_promise_clock')
    .select(['id', 'kind', 'promise_id as promiseId'])
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...row, kind: row.kind as PromiseClock['kind'] }
}

export async function stopClock({ tx, companyId }: Work, id: string): Promise<void> {
  await tx
    .updateTable('introductions_promise_clock')
    .set({ state: 'DONE', lease_until: null })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}
