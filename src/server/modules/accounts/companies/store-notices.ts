import type { Notice, NoticeDetail, NoticeKind } from '../../../../contract/accounts/notices.ts'
import type { Work } from '../../../kernel/work.ts'
import type { OperatingMode } from './company.ts'

export type NewNotice = { id: string; kind: NoticeKind; detail: NoticeDetail }

/** Whether it was not there before. */
export async function insertNotice({ tx, companyId, now }: Work, { id, kind, detail }: NewNotice): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('accounts_notice')
    .values({ company_id: companyId, id, kind, detail: JSON.stringify(detail), recorded_at: now })
    .onConflict((conflict) => conflict.columns(['company_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

const noticeOf = (row: { id: string; kind: string; detail: unknown; recorded_at: Date }): Notice => ({
  id: row.id,
  kind: row.kind as NoticeKind,
  detail: row.detail as NoticeDetail,
  at: row.recorded_at.toISOString(),
})

export async function findNotice({ tx, companyId }: Work, id: string): Promise<Notice | undefined> {
  const row = await tx
    .selectFrom('accounts_notice')
    .select(['id', 'kind', 'detail', 'recorded_at'])
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && noticeOf(row)
}

/** What a member of staff has not put away since a moment, newest first. */
export async function openNotices(
  { tx, companyId }: Work,
  { staffId, since }: { staffId: string | null; since: Date },
): Promise<Notice[]> {
  const rows = await tx
    .selectFrom('accounts_notice as notice')
    .leftJoin('accounts_notice_read as away', (join) =>
      join
        .onRef('away.notice_id', '=', 'notice.id')
        .on('away.company_id', '=', companyId)
        .on('away.staff_id', '=', staffId),
    )
    .select(['notice.id', 'notice.kind', 'notice.detail', 'notice.recorded_at'])
    .where('notice.company_id', '=', companyId)
    .where('notice.recorded_at', '>=', since)
    .where('away.notice_id', 'is', null)
    .orderBy('notice.recorded_at', 'desc')
    .orderBy('notice.id')
    .limit(20)
    .execute()
  return rows.map(noticeOf)
}

export async function insertNoticeRead({ tx, companyId, now }: Work, noticeId: string, staffId: string): Promise<void> {
  await tx
    .insertInto('accounts_notice_read')
    .values({ company_id: companyId, notice_id: noticeId, staff_id: staffId, read_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Notices of before, with who has read them. */
export async function deleteNotices({ tx, companyId }: Work, before: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('accounts_notice')
    .where('company_id', '=', companyId)
    .where('recorded_at', '<', before)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** Notes the mode in force, and answers what stood there; nothing the first time. */
export async function noteModeTold({ tx, companyId, now }: Work, mode: OperatingMode): Promise<string | undefined> {
  const before = await tx
    .selectFrom('accounts_mode_told')
    .select('mode')
    .where('company_id', '=', companyId)
    .forUpdate()
    .executeTakeFirst()
  if (before?.mode === mode) return mode
  await tx
    .insertInto('accounts_mode_told')
    .values({ company_id: companyId, mode, told_at: now })
    .onConflict((conflict) =>
      conflict
        .column('company_id')
        .doUpdateSet((e) => ({ mode: e.ref('excluded.mode'), told_at: e.ref('excluded.told_at') })),
    )
    .execute()
  return before?.mode
}
