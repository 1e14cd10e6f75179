import { sql } from 'kysely'
import type { Work } from '../../kernel/work.ts'
import { pageSize, type Indexed } from './network/store-network.ts'

/** What a list needs of a profile, also past its time to be shown. */
export type Listed = Pick<
  Indexed,
  'id' | 'published' | 'notTo' | 'soonNotTo' | 'blockedNumbers' | 'blockedNames' | 'blockedIndustries'
> & {
  shownUntil: Date
  touchedAt: Date
  /** As of when the row was read, to the microsecond. */
  mark: string
}

const listed = ({ tx, companyId }: Work) =>
  tx
    .selectFrom('matching_profile')
    .select([
      'id',
      'published',
      'not_to as notTo',
      'soon_not_to as soonNotTo',
      'blocked_numbers as blockedNumbers',
      'blocked_names as blockedNames',
      'blocked_industries as blockedIndustries',
      'shown_until as shownUntil',
      'touched_at as touchedAt',
      sql<string>`touched_at::text`.as('mark'),
    ])
    .where('company_id', '=', companyId)
    .where('state', '=', 'SHOWN')

/** A page of the profiles that a list needs, by id. */
export const listedPage = async (work: Work, after: string | undefined): Promise<Listed[]> => {
  const query = listed(work).orderBy('id').limit(pageSize)
  return (await (after ? query.where('id', '>', after) : query).execute()) as Listed[]
}

/** Of these profiles, at most a page of them, those that are in the network. */
export async function listedByIds(work: Work, ids: readonly string[]): Promise<Listed[]> {
  return (await listed(work)
    .where('id', 'in', [...ids])
    .execute()) as Listed[]
}

/** Whose row changed in any way since a moment of the database's own clock, those that were removed included. */
export async function touchedSince(
  { tx, companyId }: Work,
  since: Date,
): Promise<{ id: string; touchedAt: Date; mark: string }[]> {
  return tx
    .selectFrom('matching_profile')
    .select(['id', 'touched_at as touchedAt', sql<string>`touched_at::text`.as('mark')])
    .where('company_id', '=', companyId)
    .where('touched_at', '>=', since)
    .execute()
}

/** Of the rows that changed since a moment; the same mark again means the same rows at the same times. */
export async function markOf({ tx, companyId }: Work, since: Date): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select concat(count(*), '/', sum((date_part('epoch', touched_at) * 1e6)::bigint)) as mark from matching_profile
    where company_id = ${companyId} and touched_at >= ${since}`.execute(tx)
  return rows[0]!.mark
}

/** How many profiles are in the network, those past their time to be shown included. */
export async function countListed({ tx, companyId }: Work): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    select count(*)::integer as people from matching_profile
    where company_id = ${companyId} and state = 'SHOWN'`.execute(tx)
  return rows[0]!.people
}
