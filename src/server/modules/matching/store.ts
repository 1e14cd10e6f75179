import { sql, type Selectable } from 'kysely'
import type { LeftAlone, MatchPool } from '../../../contract/matching.ts'
import type { ApplicationState, Stage } from '../../../contract/selection/selection-terms.ts'
import type { DB } from '../../kernel/database/tables.ts'
import type { Work } from '../../kernel/work.ts'
import type { ProfileFields } from '../people/index.ts'

const anyOf = (ids: readonly string[]) => sql<string>`any (${ids as string[]}::uuid[])`

export type Pooled = { personId: string; name: string | null; fields: ProfileFields; observedAt: Date; changedAt: Date }

const pooled = ['person_id', 'name', 'fields', 'observed_at', 'changed_at'] as const

export type After = { changedAt: Date; personId: string }

/** The people of the company's pool, those changed last first; the next ones after the last of a page. */
export async function readPool(
  { tx, companyId }: Work,
  { limit, after }: { limit: number; after?: After },
): Promise<Pooled[]> {
  let query = tx
    .selectFrom('people_listed')
    .select(pooled)
    .where('company_id', '=', companyId)
    .orderBy('changed_at', 'desc')
    .orderBy('person_id', 'desc')
    .limit(limit)
  if (after)
    query = query.where((e) => e(e.refTuple('changed_at', 'person_id'), '<', e.tuple(after.changedAt, after.personId)))
  return (await query.execute()).map(pooledOf)
}

/** Some of them, as they stand in this moment; who is not there any more is left out. */
export async function readPooled({ tx, companyId }: Work, personIds: readonly string[]): Promise<Pooled[]> {
  const rows = await tx
    .selectFrom('people_listed')
    .select(pooled)
    .where('company_id', '=', companyId)
    .where('person_id', '=', anyOf(personIds))
    .execute()
  return rows.map(pooledOf)
}

const pooledOf = (row: {
  person_id: string | null
  name: string | null
  fields: unknown
  observed_at: Date | null
  changed_at: Date | null
}): Pooled => ({
  personId: row.person_id ?? '',
  name: row.name,
  fields: row.fields as ProfileFields,
  observedAt: row.observed_at ?? new Date(0),
  changedAt: row.changed_at ?? new Date(0),
})

/** How many people the pool has, and who they are. */
export async function countPool({ tx, companyId }: Work): Promise<number> {
  const { count } = await tx
    .selectFrom('people_listed')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('company_id', '=', companyId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function poolIds({ tx, companyId }: Work): Promise<string[]> {
  const rows = await tx.selectFrom('people_listed').select('person_id').where('company_id', '=', companyId).execute()
  return rows.map(({ person_id: id }) => id ?? '')
}

/** `mark` is the moment to the microsecond, which a Date does not hold: two changes of one millisecond differ. */
export type Touched = { personId: string; touchedAt: Date; mark: string }

/** Who changed after a moment in anything that matching reads: profile, an application, an evaluation. */
export async function touchedSince({ tx, companyId }: Work, since: Date): Promise<Touched[]> {
  const { rows } = await sql<Touched>`
    select t.person_id as "personId", max(t.at) as "touchedAt", max(t.at)::text as mark from (
      select p.person_id, p.changed_at as at from people_listed p
      where p.company_id = ${companyId} and p.changed_at > ${since}
      union all
      select a.person_id, a.changed_at from selection_listed a
      where a.company_id = ${companyId} and a.changed_at > ${since}
      union all
      select e.person_id, e.recorded_at from matching_evaluated e
      where e.company_id = ${companyId} and e.recorded_at > ${since}) t
    group by t.person_id`.execute(tx)
  return rows
}

export type Past = {
  id: string
  personId: string
  openingId: string
  openingTitle: string
  stage: Stage
  state: ApplicationState
  appliedAt: Date
  endedAt: Date | null
}

/** Every application of these people, or of the whole company, the latest first. */
export async function readHistory({ tx, companyId }: Work, personIds?: readonly string[]): Promise<Past[]> {
  const { rows } = await sql<Past>`
    select a.id, a.person_id as "personId", a.opening_id as "openingId",
      a.opening_title as "openingTitle", a.stage, a.state,
      a.applied_at as "appliedAt", a.ended_at as "endedAt"
    from selection_listed a where a.company_id = ${companyId}
      ${personIds ? sql`and a.person_id = ${anyOf(personIds)}` : sql``}
    order by a.applied_at desc, a.id desc`.execute(tx)
  return rows
}

export type Ranking = {
  id: string
  openingId: string
  pool: MatchPool
  ranked: boolean
  inputsHash: string
  weightsVersion: string
  considered: number
  listed: number
  asked: unknown
  excluded: readonly { condition: string; count: number }[]
  askedBy: string
  recordedAt: Date
}

export async function insertRanking(
  { tx, companyId, now, actor }: Work,
  ranking: Omit<Ranking, 'askedBy' | 'recordedAt'>,
): Promise<void> {
  await tx
    .insertInto('matching_ranking')
    .values({
      company_id: companyId,
      id: ranking.id,
      opening_id: ranking.openingId,
      pool: ranking.pool,
      ranked: ranking.ranked,
      inputs_hash: ranking.inputsHash,
      weights_version: ranking.weightsVersion,
      considered: ranking.considered,
      listed: ranking.listed,
      asked: JSON.stringify(ranking.asked),
      excluded: JSON.stringify(ranking.excluded),
      asked_by: `${actor.kind}/${actor.id}`,
      recorded_at: now,
    })
    .execute()
}

/** When somebody last looked at the own people for each opening. */
export async function lastLooked(
  { tx, companyId }: Work,
  openingIds: readonly string[],
): Promise<ReadonlyMap<string, Date>> {
  const rows = await tx
    .selectFrom('matching_ranking')
    .select((e) => ['opening_id', e.fn.max('recorded_at').as('lookedAt')])
    .where('company_id', '=', companyId)
    .where('opening_id', '=', anyOf(openingIds))
    .where('pool', '=', 'OWN')
    .groupBy('opening_id')
    .execute()
  return new Map(rows.map(({ opening_id: id, lookedAt }) => [id, lookedAt]))
}

export async function listRankings(
  { tx, companyId }: Work,
  { openingId, limit }: { openingId: string; limit: number },
): Promise<Ranking[]> {
  const rows = await tx
    .selectFrom('matching_ranking')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('opening_id', '=', openingId)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(rankingOf)
}

/** The newest lists of the company, before one of them. */
export async function listLog(
  { tx, companyId }: Work,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<Ranking[]> {
  let query = tx
    .selectFrom('matching_ranking')
    .selectAll()
    .where('company_id', '=', companyId)
    .orderBy('id', 'desc')
    .limit(limit)
  if (before) query = query.where('id', '<', before)
  return (await query.execute()).map(rankingOf)
}

/** Forgets lists that were made before a day; says how many. */
export async function disposeRankings({ tx, companyId }: Work, before: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('matching_ranking')
    .where('company_id', '=', companyId)
    .where('recorded_at', '<', before)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

function rankingOf(row: Selectable<DB['matching_ranking']>): Ranking {
  return {
    id: row.id,
    openingId: row.opening_id,
    pool: row.pool as MatchPool,
    ranked: row.ranked,
    inputsHash: row.inputs_hash,
    weightsVersion: row.weights_version,
    considered: row.considered,
    listed: row.listed,
    asked: row.asked,
    excluded: row.excluded as unknown as Ranking['excluded'],
    askedBy: row.asked_by,
    recordedAt: row.recorded_at,
  }
}

export async function isRankingOff({ tx, companyId }: Work): Promise<boolean> {
  const row = await tx
    .selectFrom('matching_settings')
    .select('ranking_off')
    .where('company_id', '=', companyId)
    .executeTakeFirst()
  return row?.ranking_off ?? false
}

/** The employers whose people the company does not approach, with why. */
export async function leftAlone({ tx, companyId }: Work): Promise<LeftAlone[]> {
  const row = await tx
    .selectFrom('matching_settings')
    .select('left_alone')
    .where('company_id', '=', companyId)
    .executeTakeFirst()
  return (row?.left_alone ?? []) as LeftAlone[]
}

/** What is not said of the employers left alone stays as it is. */
export async function putSettings(
  { tx, companyId, now, actor }: Work,
  { rankingOff, leftAlone: employers }: { rankingOff: boolean; leftAlone?: readonly LeftAlone[] | undefined },
): Promise<void> {
  await tx
    .insertInto('matching_settings')
    .values({
      company_id: companyId,
      ranking_off: rankingOff,
      left_alone: JSON.stringify(employers ?? []),
      changed_by: actor.id,
      changed_at: now,
    })
    .onConflict((conflict) =>
      conflict.column('company_id').doUpdateSet((e) => ({
        ranking_off: e.ref('excluded.ranking_off'),
        ...(employers && { left_alone: e.ref('excluded.left_alone') }),
        changed_by: e.ref('excluded.changed_by'),
        changed_at: e.ref('excluded.changed_at'),
      })),
    )
    .execute()
}
