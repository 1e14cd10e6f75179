import type { MemberWork } from '../../../kernel/work.ts'
import type { GateReport } from '../announcements.ts'
import type { Published } from './release.ts'

/** Every function here runs in the realm of the member whom it is about. */
export type ShownRow = { id: string; shownAt: Date; published: Published | null; report: GateReport | null }

/** Adds what is shown from then on; the same id again changes nothing. */
export async function insertShown({ tx, memberId }: MemberWork, row: ShownRow): Promise<void> {
  await tx
    .insertInto('matching_shown')
    .values({
      member_id: memberId,
      id: row.id,
      shown_at: row.shownAt,
      published: row.published && JSON.stringify(row.published),
      report: row.report && JSON.stringify(row.report),
    })
    .onConflict((conflict) => conflict.columns(['member_id', 'id']).doNothing())
    .execute()
}

export async function listShown({ tx, memberId }: MemberWork, limit: number): Promise<ShownRow[]> {
  const rows = await tx
    .selectFrom('matching_shown')
    .selectAll()
    .where('member_id', '=', memberId)
    .orderBy('shown_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(({ id, shown_at, published, report }) => ({
    id,
    shownAt: shown_at,
    published: published as Published | null,
    report: report as GateReport | null,
  }))
}

export async function forgetShown({ tx, memberId }: MemberWork, before?: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('matching_shown')
    .where('member_id', '=', memberId)
    .$if(before !== undefined, (query) => query.where('shown_at', '<', before!))
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
