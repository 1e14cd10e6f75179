import type { NoticeDraft } from '../../../../contract/consent/privacy-notices.ts'
import type { Work } from '../../../kernel/work.ts'

export type StoredNotice = {
  id: string
  version: number
  bodyJa: string
  bodyEn: string
  hashJa: string
  hashEn: string | null
  effectiveOn: string
  summary: string
  recordedBy: string
  recordedAt: Date
}

const notices = ({ tx, companyId }: Work) =>
  tx
    .selectFrom('consent_privacy_notice')
    .select([
      'id',
      'version',
      'body_ja as bodyJa',
      'body_en as bodyEn',
      'hash_ja as hashJa',
      'hash_en as hashEn',
      'effective_on as effectiveOn',
      'summary',
      'recorded_by as recordedBy',
      'recorded_at as recordedAt',
    ])
    .where('company_id', '=', companyId)
    .orderBy('version', 'desc')

/** The newest 50 versions, the newest first. */
export const listNotices = (work: Work): Promise<StoredNotice[]> => notices(work).limit(50).execute()

/** The newest version whose day has come. */
export const noticeOn = (work: Work, day: string): Promise<StoredNotice | undefined> =>
  notices(work).where('effective_on', '<=', day).limit(1).executeTakeFirst()

export const findNotice = (work: Work, version: number): Promise<StoredNotice | undefined> =>
  notices(work).where('version', '=', version).executeTakeFirst()

export async function insertNotice(
  { tx, companyId, actor, now }: Work,
  notice: Omit<StoredNotice, 'recordedBy' | 'recordedAt'>,
): Promise<void> {
  await tx
    .insertInto('consent_privacy_notice')
    .values({
      company_id: companyId,
      id: notice.id,
      version: notice.version,
      body_ja: notice.bodyJa,
      body_en: notice.bodyEn,
      hash_ja: notice.hashJa,
      hash_en: notice.hashEn,
      effective_on: notice.effectiveOn,
      summary: notice.summary,
      recorded_by: actor.id,
      recorded_at: now,
    })
    .execute()
}

/** How many decisions were made on each version. */
export async function countDecisions({ tx, companyId }: Work): Promise<Map<string, number>> {
  const rows = await tx
    .selectFrom('consent_event')
    .select(['notice_id', (e) => e.fn.countAll<string>().as('count')])
    .where('company_id', '=', companyId)
    .where('notice_id', 'is not', null)
    .groupBy('notice_id')
    .execute()
  return new Map(rows.map(({ notice_id, count }) => [notice_id ?? '', Number(count)]))
}

export type StoredDraft = NoticeDraft & { changedBy: string; changedAt: Date }

export const findDraft = ({ tx, companyId }: Work): Promise<StoredDraft | undefined> =>
  tx
    .selectFrom('consent_privacy_draft')
    .select([
      'body_ja as bodyJa',
      'body_en as bodyEn',
      'effective_on as effectiveOn',
      'summary',
      'changed_by as changedBy',
      'changed_at as changedAt',
    ])
    .where('company_id', '=', companyId)
    .executeTakeFirst()

export async function putDraft({ tx, companyId, actor, now }: Work, draft: NoticeDraft): Promise<void> {
  const row = {
    body_ja: draft.bodyJa,
    body_en: draft.bodyEn,
    effective_on: draft.effectiveOn,
    summary: draft.summary,
    changed_by: actor.id,
    changed_at: now,
  }
  await tx
    .insertInto('consent_privacy_draft')
    .values({ company_id: companyId, ...row })
    .onConflict((conflict) => conflict.columns(['company_id']).doUpdateSet(row))
    .execute()
}

export async function dropDraft({ tx, companyId }: Work): Promise<void> {
  await tx.deleteFrom('consent_privacy_draft').where('company_id', '=', companyId).execute()
}
