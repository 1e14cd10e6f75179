import { sql } from 'kysely'
import type { FacetKind } from '../../../contract/pool/pool-terms.ts'
import type { Work } from '../../kernel/work.ts'
import type { Facet } from './facets.ts'

export async function putFacets({ tx, companyId }: Work, personId: string, facets: readonly Facet[]): Promise<void> {
  const kinds = facets.map(({ kind }) => kind) as string[]
  const keys = facets.map(({ key }) => key)
  await sql`delete from pool_facet where company_id = ${companyId} and person_id = ${personId}
    and not exists (select 1 from unnest(${kinds}::text[], ${keys}::text[]) as given (kind, key)
      where given.kind = pool_facet.kind and given.key = pool_facet.key)`.execute(tx)
  if (facets.length === 0) return
  await sql`insert into pool_facet (company_id, kind, key, person_id)
    select ${companyId}, kind, key, ${personId} from unnest(${kinds}::text[], ${keys}::text[]) as given (kind, key)
    on conflict (company_id, kind, key, person_id) do nothing`.execute(tx)
}

export type PersonFacet = Facet & { personId: string }

export async function facetsOfPersons(
  { tx, companyId }: Work,
  personIds: readonly string[],
  kinds: readonly FacetKind[],
): Promise<PersonFacet[]> {
  if (personIds.length === 0) return []
  const rows = await tx
    .selectFrom('pool_facet')
    .select(['person_id as personId', 'kind', 'key'])
    .where('company_id', '=', companyId)
    .where('person_id', 'in', personIds)
    .where('kind', 'in', kinds)
    .execute()
  return rows as PersonFacet[]
}

export type Tag = { id: string; name: string; tone: string }

export async function listTags({ tx, companyId }: Work): Promise<Tag[]> {
  return tx
    .selectFrom('pool_tag')
    .select(['id', 'name', 'tone'])
    .where('company_id', '=', companyId)
    .orderBy('name')
    .limit(1_000)
    .execute()
}

/** The tag of this id or of this name; nothing is changed where one is known. */
export async function insertTag({ tx, companyId, now }: Work, tag: Tag & { nameKey: string }): Promise<Tag> {
  await tx
    .insertInto('pool_tag')
    .values({
      company_id: companyId,
      id: tag.id,
      name: tag.name,
      name_key: tag.nameKey,
      tone: tag.tone,
      recorded_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return tx
    .selectFrom('pool_tag')
    .select(['id', 'name', 'tone'])
    .where('company_id', '=', companyId)
    .where('name_key', '=', tag.nameKey)
    .executeTakeFirstOrThrow()
}

export async function deleteTag({ tx, companyId }: Work, id: string): Promise<void> {
  await tx
    .deleteFrom('pool_facet')
    .where('company_id', '=', companyId)
    .where('kind', '=', 'TAG')
    .where('key', '=', id)
    .execute()
  await tx.deleteFrom('pool_tag').where('company_id', '=', companyId).where('id', '=', id).execute()
}

export async function tagsOfRecords({ tx, companyId }: Work, recordIds: readonly string[]): Promise<string[]> {
  if (recordIds.length === 0) return []
  const rows = await tx
    .selectFrom('pool_tagging')
    .select('tag_id as id')
    .distinct()
    .where('company_id', '=', companyId)
    .where('source_record_id', 'in', recordIds)
    .execute()
  return rows.map(({ id }) => id)
}

type Tagging = { tagId: string; recordIds: readonly string[] }

/** Tags these records, and says which were not tagged before. */
export async function insertTaggings(
  { tx, companyId, now, actor }: Work,
  { tagId, recordIds }: Tagging,
): Promise<string[]> {
  if (recordIds.length === 0) return []
  const rows = await tx
    .insertInto('pool_tagging')
    .values(
      recordIds.map((id) => ({
        company_id: companyId,
        tag_id: tagId,
        source_record_id: id,
        actor: `${actor.kind}:${actor.id}`,
        recorded_at: now,
      })),
    )
    .onConflict((conflict) => conflict.columns(['company_id', 'tag_id', 'source_record_id']).doNothing())
    .returning('source_record_id as id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Takes the tag off these records, and says which had it. */
export async function deleteTaggings({ tx, companyId }: Work, { tagId, recordIds }: Tagging): Promise<string[]> {
  if (recordIds.length === 0) return []
  const rows = await tx
    .deleteFrom('pool_tagging')
    .where('company_id', '=', companyId)
    .where('tag_id', '=', tagId)
    .where('source_record_id', 'in', recordIds)
    .returning('source_record_id as id')
    .execute()
  return rows.map(({ id }) => id)
}

/** The records of these persons that the tag hangs on, and each person's first record. */
export async function taggableRecords(
  { tx, companyId }: Work,
  personIds: readonly string[],
  tagId: string,
): Promise<{ personId: string; recordId: string; isTagged: boolean }[]> {
  if (personIds.length === 0) return []
  const rows = await tx
    .selectFrom('people_record_person as l')
    .leftJoin('pool_tagging as t', (join) =>
      join
        .onRef('t.source_record_id', '=', 'l.source_record_id')
        .on('t.company_id', '=', companyId)
        .on('t.tag_id', '=', tagId),
    )
    .where('l.company_id', '=', companyId)
    .where('l.person_id', 'in', personIds)
    .select(['l.person_id as personId', 'l.source_record_id as recordId', 't.tag_id as taggedBy'])
    .orderBy('l.source_record_id')
    .execute()
  return rows.map(({ personId, recordId, taggedBy }) => ({
    personId: personId ?? '',
    recordId: recordId ?? '',
    isTagged: taggedBy !== null,
  }))
}

export type Operation = { id: string; tagId: string; kind: 'ADD' | 'REMOVE'; recordIds: string[]; isUndone: boolean }

export async function insertOperation(
  { tx, companyId, now, actor }: Work,
  operation: Omit<Operation, 'isUndone'>,
): Promise<void> {
  await tx
    .insertInto('pool_tag_operation')
    .values({
      company_id: companyId,
      id: operation.id,
      tag_id: operation.tagId,
      kind: operation.kind,
      source_record_ids: operation.recordIds,
      actor: `${actor.kind}:${actor.id}`,
      recorded_at: now,
    })
    .execute()
}

export async function findOperation({ tx, companyId }: Work, id: string): Promise<Operation | undefined> {
  const row = await tx
    .selectFrom('pool_tag_operation')
    .select(['id', 'tag_id as tagId', 'kind', 'source_record_ids as recordIds', 'undone_at as undoneAt'])
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return undefined
  const { undoneAt, kind, ...operation } = row
  return { ...operation, kind: kind as Operation['kind'], isUndone: undoneAt !== null }
}

export async function endOperation({ tx, companyId, now }: Work, id: string): Promise<void> {
  await tx
    .updateTable('pool_tag_operation')
    .set({ undone_at: now })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

export async function personsOfRecords({ tx, companyId }: Work, recordIds: readonly string[]): Promise<string[]> {
  if (recordIds.length === 0) return []
  const rows = await tx
    .selectFrom('people_record_person')
    .select('person_id as id')
    .distinct()
    .where('company_id', '=', companyId)
    .where('source_record_id', 'in', recordIds)
    .execute()
  return rows.map(({ id }) => id ?? '')
}

export type Segment = { id: string; name: string; filter: Record<string, unknown>; staffId: string; isShared: boolean }

export async function listSegments({ tx, companyId }: Work, staffId: string): Promise<Segment[]> {
  const rows = await tx
    .selectFrom('pool_segment')
    .select(['id', 'name', 'filter', 'staff_id as staffId', 'is_shared as isShared'])
    .where('company_id', '=', companyId)
    .where((e) => e.or([e('is_shared', '=', true), e('staff_id', '=', staffId)]))
    .orderBy('name')
    .limit(500)
    .execute()
  return rows.map((row) => ({ ...row, filter: row.filter as Segment['filter'] }))
}

export async function putSegment({ tx, companyId, now }: Work, segment: Segment): Promise<void> {
  await tx
    .insertInto('pool_segment')
    .values({
      company_id: companyId,
      id: segment.id,
      name: segment.name,
      filter: JSON.stringify(segment.filter),
      staff_id: segment.staffId,
      is_shared: segment.isShared,
      recorded_at: now,
    })
    .onConflict((conflict) =>
      conflict.columns(['company_id', 'id']).doUpdateSet((e) => ({
        name: e.ref('excluded.name'),
        filter: e.ref('excluded.filter'),
        is_shared: e.ref('excluded.is_shared'),
      })),
    )
    .execute()
}

export async function deleteSegment({ tx, companyId }: Work, id: string): Promise<void> {
  await tx.deleteFrom('pool_segment').where('company_id', '=', companyId).where('id', '=', id).execute()
}
