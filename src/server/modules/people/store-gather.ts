import { sql } from 'kysely'
import { insertRows } from '../../kernel/insert-rows.ts'
import type { Work } from '../../kernel/work.ts'
import type { LinkEvent, PersonRow, PersonState } from './store-persons.ts'
import { claim, claims, type FieldClaim } from './store-records.ts'

const anyOf = (ids: readonly string[]) => sql<string>`any (${ids as string[]}::uuid[])`

/** The persons' rows, locked until the Work ends, in the order of their ids so that two Works cannot deadlock. */
export async function lockPersons({ tx, companyId }: Work, ids: readonly string[]): Promise<PersonRow[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('people_person')
    .select(['id', 'state', 'forwarded_to as forwardedTo', 'version', 'recorded_at as recordedAt'])
    .where('company_id', '=', companyId)
    .where('id', '=', anyOf(ids))
    .orderBy('id')
    .forUpdate()
    .execute()
  return rows.map((row) => ({ ...row, state: row.state as PersonState }))
}

export type OwnRecord = { id: string; personId: string; observedAt: Date }

export async function recordsOfPersons({ tx, companyId }: Work, personIds: readonly string[]): Promise<OwnRecord[]> {
  if (personIds.length === 0) return []
  return tx
    .selectFrom('people_link as l')
    .innerJoin('people_source_record as r', (join) =>
      join.onRef('r.id', '=', 'l.source_record_id').on('r.company_id', '=', companyId),
    )
    .where('l.company_id', '=', companyId)
    .where('l.person_id', '=', anyOf(personIds))
    .select(['r.id', 'l.person_id as personId', 'r.observed_at as observedAt'])
    .orderBy('r.observed_at')
    .orderBy('r.id')
    .execute()
}

export async function claimsOfPersons(
  work: Work,
  personIds: readonly string[],
): Promise<(FieldClaim & { personId: string })[]> {
  if (personIds.length === 0) return []
  const rows = await claims(work)
    .innerJoin('people_link as l', (join) =>
      join.onRef('l.source_record_id', '=', 'c.source_record_id').on('l.company_id', '=', work.companyId),
    )
    .where('l.person_id', '=', anyOf(personIds))
    .select('l.person_id as personId')
    .execute()
  return rows.map((row) => ({ ...claim(row), personId: row.personId }))
}

type MergeMade = { mergeId: string; survivorId: string; dissolvedId: string; reason: string }

export async function insertMerges(work: Work, merges: readonly MergeMade[]): Promise<void> {
  await insertRows(
    work,
    {
      table: 'people_merge',
      columns: {
        id: 'uuid',
        survivor_id: 'uuid',
        dissolved_id: 'uuid',
        reason: 'text',
        actor: 'text',
        merged_at: 'timestamptz',
      },
    },
    merges.map(({ mergeId, survivorId, dissolvedId, reason }) => ({
      id: mergeId,
      survivor_id: survivorId,
      dissolved_id: dissolvedId,
      reason,
      actor: `${work.actor.kind}:${work.actor.id}`,
      merged_at: work.now,
    })),
  )
}

export async function insertMoves(work: Work, events: readonly LinkEvent[]): Promise<void> {
  await insertRows(
    work,
    {
      table: 'people_link_event',
      columns: {
        id: 'uuid',
        source_record_id: 'uuid',
        from_person_id: 'uuid',
        to_person_id: 'uuid',
        merge_id: 'uuid',
        reason: 'text',
        actor: 'text',
        recorded_at: 'timestamptz',
      },
    },
    events.map(({ id, sourceRecordId, fromPersonId, toPersonId, mergeId, reason }) => ({
      id,
      source_record_id: sourceRecordId,
      from_person_id: fromPersonId,
      to_person_id: toPersonId,
      merge_id: mergeId,
      reason,
      actor: `${work.actor.kind}:${work.actor.id}`,
      recorded_at: work.now,
    })),
  )
}

/** Lets others stand for persons: their records, they themselves and whoever was forwarded to them follow. */
export async function forward({ tx, companyId }: Work, moves: readonly { from: string; to: string }[]): Promise<void> {
  const given = sql`unnest(${moves.map(({ from }) => from)}::uuid[], ${moves.map(({ to }) => to)}::uuid[]) as given (old, root)`
  await sql`update people_link l set person_id = given.root from ${given}
    where l.company_id = ${companyId} and l.person_id = given.old`.execute(tx)
  await sql`update people_person p set forwarded_to = given.root from ${given}
    where p.company_id = ${companyId} and p.forwarded_to = given.old`.execute(tx)
  await sql`update people_person p set state = 'MERGED', forwarded_to = given.root from ${given}
    where p.company_id = ${companyId} and p.id = given.old`.execute(tx)
}

/** Counts a change of each person. */
export async function bumpVersions({ tx, companyId }: Work, ids: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx
    .updateTable('people_person')
    .set((e) => ({ version: e('version', '+', 1) }))
    .where('company_id', '=', companyId)
    .where('id', '=', anyOf(ids))
    .returning(['id', 'version'])
    .execute()
  return new Map(rows.map(({ id, version }) => [id, version]))
}

export async function dropProfiles({ tx, companyId }: Work, ids: readonly string[]): Promise<void> {
  for (const table of ['people_search', 'people_profile'] as const)
    await tx.deleteFrom(table).where('company_id', '=', companyId).where('person_id', '=', anyOf(ids)).execute()
}
