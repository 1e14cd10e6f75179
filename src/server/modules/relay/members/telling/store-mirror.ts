import type { Work } from '../../../../kernel/work.ts'
import type { Activity } from '../member-announcements.ts'

export type Mirror = {
  memberId: string
  sourceRecordId: string
  letterId: string
  state: 'LINKED' | 'LEFT'
  linkedAt: Date
  version: number
}

/** False when a later version was told before, or the same one unless it is told `again`. */
export async function putMirror(
  { tx, companyId }: Work,
  mirror: Mirror,
  { again }: { again: boolean },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('relay_person_member')
    .values({
      company_id: companyId,
      member_id: mirror.memberId,
      source_record_id: mirror.sourceRecordId,
      letter_id: mirror.letterId,
      state: mirror.state,
      linked_at: mirror.linkedAt,
      version: mirror.version,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['company_id', 'member_id'])
        .doUpdateSet((e) => ({ state: e.ref('excluded.state'), version: e.ref('excluded.version') }))
        .where((e) => e('relay_person_member.version', again ? '<=' : '<', e.ref('excluded.version'))),
    )
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Everybody whom the company knows through the relay, with how. */
export const linkedMembers = ({ tx, companyId }: Work) =>
  tx
    .selectFrom('relay_person_member')
    .select([
      'member_id as memberId',
      'source_record_id as sourceRecordId',
      'letter_id as letterId',
      'linked_at as linkedAt',
    ])
    .where('company_id', '=', companyId)
    .where('state', '=', 'LINKED')
    .orderBy('member_id')
    .execute()

/** The record by which this company knows a member. */
export async function recordOfMember({ tx, companyId }: Work, memberId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('relay_person_member')
    .select('source_record_id')
    .where('company_id', '=', companyId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return row?.source_record_id
}

export type KnownActivity = {
  memberId: string
  sourceRecordId: string
  activity: Activity | null
  asOf: Date
  version: number
}

/** False when nothing is known differently. The mirror's row, held, says which word comes after which. */
export async function putActivity(work: Work, known: KnownActivity): Promise<boolean> {
  const { tx, companyId } = work
  const before = await activityOf(work, known.memberId)
  await tx
    .insertInto('relay_activity')
    .values({
      company_id: companyId,
      member_id: known.memberId,
      source_record_id: known.sourceRecordId,
      activity: known.activity,
      as_of: known.asOf,
      version: known.version,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['company_id', 'member_id'])
        .doUpdateSet((e) => ({
          activity: e.ref('excluded.activity'),
          as_of: e.ref('excluded.as_of'),
          version: e.ref('excluded.version'),
        }))
        .where((e) => e('relay_activity.version', '<=', e.ref('excluded.version'))),
    )
    .execute()
  return before !== known.activity
}

/** What this company knows of how a member's search goes on; null where it knows nothing. */
export async function activityOf({ tx, companyId }: Work, memberId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('relay_activity')
    .select('activity')
    .where('company_id', '=', companyId)
    .where('member_id', '=', memberId)
    .executeTakeFirst()
  return row?.activity ?? null
}

/** The members behind some records, with what they let this company know. */
export async function mirrorsOf({ tx, companyId }: Work, sourceRecordIds: readonly string[]) {
  if (sourceRecordIds.length === 0) return []
  return tx
    .selectFrom('relay_person_member as m')
    .leftJoin('relay_activity as a', (join) =>
      join.onRef('a.member_id', '=', 'm.member_id').on('a.company_id', '=', companyId),
    )
    .where('m.company_id', '=', companyId)
    .where('m.source_record_id', 'in', [...sourceRecordIds])
    .select([
      'm.member_id as memberId',
      'm.source_record_id as sourceRecordId',
      'm.letter_id as letterId',
      'm.state',
      'm.linked_at as linkedAt',
      'a.activity',
      'a.as_of as asOf',
    ])
    .execute()
}

export async function forgetMirrors({ tx, companyId }: Work, sourceRecordIds: readonly string[]): Promise<void> {
  if (sourceRecordIds.length === 0) return
  await tx
    .deleteFrom('relay_activity')
    .where('company_id', '=', companyId)
    .where('source_record_id', 'in', [...sourceRecordIds])
    .execute()
  await tx
    .deleteFrom('relay_person_member')
    .where('company_id', '=', companyId)
    .where('source_record_id', 'in', [...sourceRecordIds])
    .execute()
}

/** Each person who lets this company know how their search goes, and whether they found work. */
export async function activityByPerson({ tx, companyId }: Work): Promise<{ personId: string; isPlaced: boolean }[]> {
  const rows = await tx
    .selectFrom('relay_activity as a')
    .innerJoin('people_record_person as p', (join) =>
      join.onRef('p.source_record_id', '=', 'a.source_record_id').on('p.company_id', '=', companyId),
    )
    .select((e) => [
      'p.person_id as personId',
      e.fn.agg<boolean>('bool_or', [e('a.activity', '=', 'PLACED')]).as('isPlaced'),
    ])
    .where('a.company_id', '=', companyId)
    .where('a.activity', 'is not', null)
    .groupBy('p.person_id')
    .execute()
  return rows.map(({ personId, isPlaced }) => ({ personId: personId ?? '', isPlaced }))
}
