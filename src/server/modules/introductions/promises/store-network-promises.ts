import { sql } from 'kysely'
import type {
  NetworkPromise,
  PromiseKind,
  PromiseSettler,
  PromiseState,
  WaivableStep,
} from '../../../../contract/introductions/promises.ts'
import type { Work } from '../../../kernel/work.ts'

/** A promise as the operator counts it. Every function here runs in the operator's realm. */
export type CountedPromise = {
  id: string
  introductionId: string
  employerId: string
  kind: PromiseKind
  steps: WaivableStep[]
  days: number
  dueAt: Date
  state: PromiseState
  settledBy: PromiseSettler | null
  settledAt: Date | null
  objectedAt: Date | null
  found: NetworkPromise['found']
  foundAt: Date | null
}

const promises = ({ tx, companyId }: Work) =>
  tx
    .selectFrom('introductions_network_promise')
    .select([
      'id',
      'introduction_id as introductionId',
      'employer_id as employerId',
      'kind',
      'steps',
      'days',
      'due_at as dueAt',
      'state',
      'settled_by as settledBy',
      'settled_at as settledAt',
      'objected_at as objectedAt',
      'found',
      'found_at as foundAt',
    ])
    .where('company_id', '=', companyId)

const unlessFound = <T>(column: 'state' | 'settled_by' | 'settled_at') =>
  sql<T>`case when ${sql.ref('introductions_network_promise.found')} is null
    then ${sql.ref(`excluded.${column}`)} else ${sql.ref(`introductions_network_promise.${column}`)} end`

export type ToldPromise = Omit<CountedPromise, 'found' | 'foundAt'> & { version: number }

/**
 * Keeps how a promise stands; an older word than is kept changes nothing, and what the operator found stays, also against
 * a word that the company sent before it heard of it.
 */
export async function putPromise({ tx, companyId }: Work, told: ToldPromise): Promise<void> {
  await tx
    .insertInto('introductions_network_promise')
    .values({
      company_id: companyId,
      id: told.id,
      introduction_id: told.introductionId,
      employer_id: told.employerId,
      kind: told.kind,
      steps: told.steps,
      days: told.days,
      due_at: told.dueAt,
      state: told.state,
      settled_by: told.settledBy,
      settled_at: told.settledAt,
      objected_at: told.objectedAt,
      version: told.version,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['company_id', 'id'])
        .doUpdateSet((e) => ({
          state: unlessFound<string>('state'),
          settled_by: unlessFound<string | null>('settled_by'),
          settled_at: unlessFound<Date | null>('settled_at'),
          objected_at: e.ref('excluded.objected_at'),
          version: e.ref('excluded.version'),
        }))
        .where((e) => e('introductions_network_promise.version', '<', e.ref('excluded.version'))),
    )
    .execute()
}

type Wanted = {
  view: 'OBJECTED' | 'BROKEN' | 'ALL'
  employerId?: string | undefined
  before?: string | undefined
  limit: number
}

/** Promises, newest first; ids of promises do not grow with time, so that the day due orders them. */
export async function listPromises(work: Work, { view, employerId, before, limit }: Wanted): Promise<CountedPromise[]> {
  let query = promises(work).orderBy('due_at', 'desc').orderBy('id', 'desc').limit(limit)
  if (view === 'OBJECTED') query = query.where('objected_at', 'is not', null).where('found', 'is', null)
  if (view === 'BROKEN') query = query.where('state', '=', 'BROKEN')
  if (employerId) query = query.where('employer_id', '=', employerId)
  const last = before ? await promises(work).where('id', '=', before).executeTakeFirst() : undefined
  if (last)
    query = query.where((e) =>
      e.or([e('due_at', '<', last.dueAt), e.and([e('due_at', '=', last.dueAt), e('id', '<', last.id)])]),
    )
  return (await query.execute()) as CountedPromise[]
}

/** One promise, held until the Work ends. */
export async function lockCounted(work: Work, id: string): Promise<CountedPromise | undefined> {
  return (await promises(work).where('id', '=', id).forUpdate().executeTakeFirst()) as CountedPromise | undefined
}

export async function putFinding(
  { tx, companyId, now, actor }: Work,
  { id, found }: { id: string; found: 'KEPT' | 'BROKEN' },
): Promise<void> {
  await tx
    .updateTable('introductions_network_promise')
    .set({
      found,
      found_at: now,
      state: found,
      settled_by: 'OPERATOR',
      settled_at: now,
      found_by: actor.kind === 'staff' ? actor.id : null,
    })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

/** How many objections nobody has decided. */
export async function countObjected({ tx, companyId }: Work): Promise<number> {
  const { count } = await tx
    .selectFrom('introductions_network_promise')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('company_id', '=', companyId)
    .where('objected_at', 'is not', null)
    .where('found', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export type PromiseCounts = {
  introductions: number
  pending: number
  kept: number
  broken: number
  released: number
  objected: number
}

/** How each company stands with what it promised, counting what was settled since a moment. */
export async function countPromises(
  { tx, companyId }: Work,
  since: Date,
  employerId?: string,
): Promise<Map<string, PromiseCounts>> {
  const only = employerId ? sql`and employer_id = ${employerId}` : sql``
  const { rows } = await sql<PromiseCounts & { employerId: string }>`
    select employer_id as "employerId",
      count(distinct introduction_id) filter (where state in ('KEPT', 'BROKEN'))::integer as introductions,
      count(*) filter (where state = 'PENDING')::integer as pending,
      count(*) filter (where state = 'KEPT')::integer as kept,
      count(*) filter (where state = 'BROKEN')::integer as broken,
      count(*) filter (where state = 'RELEASED')::integer as released,
      count(*) filter (where objected_at is not null and found is null)::integer as objected
    from introductions_network_promise
    where company_id = ${companyId} and (settled_at is null or settled_at >= ${since}) ${only}
    group by employer_id`.execute(tx)
  return new Map(rows.map(({ employerId: of, ...counts }) => [of, counts]))
}
