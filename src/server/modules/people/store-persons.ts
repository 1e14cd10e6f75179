import { sql } from 'kysely'
import type { Work } from '../../kernel/work.ts'
import type { Aged, Edge } from './merging/merge-forest.ts'

export type PersonState = 'ACTIVE' | 'MERGED' | 'ERASED'
export type PersonRow = Aged & { state: PersonState; forwardedTo: string | null; version: number }

/** The person's row, locked until the Work ends when `lock` is asked for. */
export async function findPerson(
  { tx, companyId }: Work,
  id: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<PersonRow | undefined> {
  let query = tx
    .selectFrom('people_person')
    .select(['id', 'state', 'forwarded_to as forwardedTo', 'version', 'recorded_at as recordedAt'])
    .where('company_id', '=', companyId)
    .where('id', '=', id)
  if (lock) query = query.forUpdate()
  const row = await query.executeTakeFirst()
  return row && { ...row, state: row.state as PersonState }
}

/** The rows of many persons, those unknown left out; one statement whatever their number. */
export async function findPersons({ tx, companyId }: Work, ids: readonly string[]): Promise<PersonRow[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .selectFrom('people_person')
    .select(['id', 'state', 'forwarded_to as forwardedTo', 'version', 'recorded_at as recordedAt'])
    .where('company_id', '=', companyId)
    .where('id', '=', sql<string>`any (${ids as string[]}::uuid[])`)
    .execute()
  return rows.map((row) => ({ ...row, state: row.state as PersonState }))
}

export async function insertPerson({ tx, companyId, now }: Work, id: string): Promise<void> {
  await tx
    .insertInto('people_person')
    .values({ company_id: companyId, id, recorded_at: now })
    .onConflict((conflict) => conflict.columns(['company_id', 'id']).doNothing())
    .execute()
}

/** Counts a change of the person and holds their row until the Work ends. */
export async function bumpVersion({ tx, companyId }: Work, id: string): Promise<number> {
  const row = await tx
    .updateTable('people_person')
    .set((e) => ({ version: e('version', '+', 1) }))
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}

export async function setState(
  { tx, companyId }: Work,
  ids: readonly string[],
  { state, forwardedTo }: { state: PersonState; forwardedTo: string | null },
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('people_person')
    .set({ state, forwarded_to: forwardedTo })
    .where('company_id', '=', companyId)
    .where('id', 'in', ids)
    .execute()
}

/** Everyone who is forwarded to the person. */
export async function forwardedTo({ tx, companyId }: Work, personId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom('people_person')
    .select('id')
    .where('company_id', '=', companyId)
    .where('forwarded_to', '=', personId)
    .execute()
  return rows.map(({ id }) => id)
}

export type LinkRow = { sourceRecordId: string; homePersonId: string; personId: string; linkedAt: Date }

const links = ({ tx, companyId }: Pick<Work, 'tx' | 'companyId'>) =>
  tx
    .selectFrom('people_link')
    .select([
      'source_record_id as sourceRecordId',
      'home_person_id as homePersonId',
      'person_id as personId',
      'linked_at as linkedAt',
    ])
    .where('company_id', '=', companyId)

export const findLink = (work: Work, sourceRecordId: string): Promise<LinkRow | undefined> =>
  links(work).where('source_record_id', '=', sourceRecordId).executeTakeFirst()

/** The links of many records, those unknown left out; one statement whatever their number. */
export async function findLinks({ tx, companyId }: Work, sourceRecordIds: readonly string[]): Promise<LinkRow[]> {
  if (sourceRecordIds.length === 0) return []
  return links({ tx, companyId })
    .where('source_record_id', '=', sql<string>`any (${sourceRecordIds as string[]}::uuid[])`)
    .execute()
}

/** The links of every record of these persons. */
export async function linksOfPersons({ tx, companyId }: Work, personIds: readonly string[]): Promise<LinkRow[]> {
  if (personIds.length === 0) return []
  return links({ tx, companyId })
    .where('person_id', '=', sql<string>`any (${personIds as string[]}::uuid[])`)
    .orderBy('source_record_id')
    .execute()
}

export type NewLink = { sourceRecordId: string; homePersonId: string; personId: string }

export async function putLink({ tx, companyId, now }: Work, link: NewLink): Promise<void> {
  await tx
    .insertInto('people_link')
    .values({
      company_id: companyId,
      source_record_id: link.sourceRecordId,
      home_person_id: link.homePersonId,
      person_id: link.personId,
      linked_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['company_id', 'source_record_id']).doUpdateSet((e) => ({
        home_person_id: e.ref('excluded.home_person_id'),
        person_id: e.ref('excluded.person_id'),
        linked_at: e.ref('excluded.linked_at'),
      })),
    )
    .execute()
}

/** Moves every record whose home is one of `homes` to the person, and says which moved. */
export async function moveRecords(
  { tx, companyId }: Work,
  { homes, personId }: { homes: readonly string[]; personId: string },
): Promise<string[]> {
  const rows = await tx
    .updateTable('people_link')
    .set({ person_id: personId })
    .where('company_id', '=', companyId)
    .where('home_person_id', 'in', homes)
    .where('person_id', '<>', personId)
    .returning('source_record_id as id')
    .execute()
  return rows.map(({ id }) => id).toSorted()
}

/** Records of staff that came to the person, by themselves, after a moment. */
export async function staffRecordsSince(
  { tx, companyId }: Work,
  { homePersonId, since }: { homePersonId: string; since: Date },
): Promise<string[]> {
  const rows = await tx
    .selectFrom('people_link as l')
    .innerJoin('people_source_record as r', (join) =>
      join.onRef('r.id', '=', 'l.source_record_id').on('r.company_id', '=', companyId),
    )
    .select('r.id')
    .where('l.company_id', '=', companyId)
    .where('l.home_person_id', '=', homePersonId)
    .where('r.kind', '=', 'STAFF')
    .where('r.recorded_at', '>', since)
    .execute()
  return rows.map(({ id }) => id)
}

export type LinkEvent = {
  id: string
  sourceRecordId: string
  fromPersonId: string | null
  toPersonId: string
  mergeId: string | null
  reason: string
}

export async function insertLinkEvents(
  { tx, companyId, now, actor }: Work,
  events: readonly LinkEvent[],
): Promise<void> {
  if (events.length === 0) return
  await tx
    .insertInto('people_link_event')
    .values(
      events.map((event) => ({
        company_id: companyId,
        id: event.id,
        source_record_id: event.sourceRecordId,
        from_person_id: event.fromPersonId,
        to_person_id: event.toPersonId,
        merge_id: event.mergeId,
        reason: event.reason,
        actor: `${actor.kind}:${actor.id}`,
        recorded_at: now,
      })),
    )
    .execute()
}

export type MergeRow = Edge & {
  reason: string
  actor: string
  mergedAt: Date
  undoneAt: Date | null
  undoneBy: string | null
}

const merges = ({ tx, companyId }: Work) =>
  tx
    .selectFrom('people_merge')
    .select([
      'id as mergeId',
      'survivor_id as survivorId',
      'dissolved_id as dissolvedId',
      'reason',
      'actor',
      'merged_at as mergedAt',
      'undone_at as undoneAt',
      'undone_by as undoneBy',
    ])
    .where('company_id', '=', companyId)

export const findMerge = (work: Work, id: string): Promise<MergeRow | undefined> =>
  merges(work).where('id', '=', id).executeTakeFirst()

/** The merges that touch any of these persons, oldest first; those undone too unless `inForce`. */
export async function mergesAmong(
  work: Work,
  personIds: readonly string[],
  { inForce }: { inForce: boolean },
): Promise<MergeRow[]> {
  let query = merges(work).where((e) => e.or([e('dissolved_id', 'in', personIds), e('survivor_id', 'in', personIds)]))
  if (inForce) query = query.where('undone_at', 'is', null)
  return query.orderBy('merged_at').orderBy('id').execute()
}

/** Keeps a merge; false where its id is taken by another. */
export async function insertMerge(
  { tx, companyId, now, actor }: Work,
  merge: Edge & { reason: string },
): Promise<boolean> {
  const row = await tx
    .insertInto('people_merge')
    .values({
      company_id: companyId,
      id: merge.mergeId,
      survivor_id: merge.survivorId,
      dissolved_id: merge.dissolvedId,
      reason: merge.reason,
      actor: `${actor.kind}:${actor.id}`,
      merged_at: now,
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

export async function endMerge({ tx, companyId, now, actor }: Work, id: string): Promise<void> {
  await tx
    .updateTable('people_merge')
    .set({ undone_at: now, undone_by: `${actor.kind}:${actor.id}` })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}
