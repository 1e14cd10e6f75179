import type { Party, Provision } from '../../../../contract/consent/consent.ts'
import type { MemberWork, Work } from '../../../kernel/work.ts'

export type Kept = Omit<Provision, 'subjectName' | 'providedAt' | 'keepUntil'> & {
  consentEventId: string | null
  providedAt: Date
  keepUntil: Date
}

const row = (kept: Kept, now: Date) => ({
  id: kept.id,
  share_id: kept.shareId,
  side: kept.side,
  provider: JSON.stringify(kept.provider),
  recipient: JSON.stringify(kept.recipient),
  items: [...kept.items],
  opening: kept.opening,
  receipt_id: kept.receiptId,
  how_obtained: kept.howObtained,
  provided_at: kept.providedAt,
  keep_until: kept.keepUntil,
  recorded_at: now,
})

type Subject = { sourceRecordId: string | null; sealedName: string }

/** False when this side of the share is on record already. */
export async function insertProvision({ tx, companyId, now }: Work, kept: Kept, subject: Subject): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('consent_provision')
    .values({ company_id: companyId, consent_event_id: kept.consentEventId, ...row(kept, now) })
    .onConflict((conflict) => conflict.columns(['company_id', 'share_id', 'side']).doNothing())
    .executeTakeFirstOrThrow()
  if ((numInsertedOrUpdatedRows ?? 0n) === 0n) return false
  await tx
    .insertInto('consent_provision_subject')
    .values({
      company_id: companyId,
      provision_id: kept.id,
      source_record_id: subject.sourceRecordId,
      sealed_name: subject.sealedName,
    })
    .execute()
  return true
}

export async function insertMemberProvision(
  { tx, memberId, now }: MemberWork,
  kept: Kept & { consentEventId: string },
  sealedName: string,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('consent_member_provision')
    .values({ member_id: memberId, consent_event_id: kept.consentEventId, ...row(kept, now) })
    .onConflict((conflict) => conflict.columns(['member_id', 'share_id', 'side']).doNothing())
    .executeTakeFirstOrThrow()
  if ((numInsertedOrUpdatedRows ?? 0n) === 0n) return false
  await tx
    .insertInto('consent_member_provision_subject')
    .values({ member_id: memberId, provision_id: kept.id, sealed_name: sealedName })
    .execute()
  return true
}

type Row = {
  id: string
  share_id: string
  side: string
  provider: unknown
  recipient: unknown
  items: string[]
  opening: string | null
  consent_event_id: string | null
  receipt_id: string
  how_obtained: string
  provided_at: Date
  keep_until: Date
  sealed_name: string | null
}

export type Listed = Kept & { sealedName: string | null }

const listedOf = (found: Row): Listed => ({
  id: found.id,
  shareId: found.share_id,
  side: found.side as Provision['side'],
  provider: found.provider as Party,
  recipient: found.recipient as Party,
  items: found.items,
  opening: found.opening,
  consentEventId: found.consent_event_id,
  receiptId: found.receipt_id,
  howObtained: found.how_obtained,
  providedAt: found.provided_at,
  keepUntil: found.keep_until,
  sealedName: found.sealed_name,
})

const columns = [
  'p.id',
  'p.share_id',
  'p.side',
  'p.provider',
  'p.recipient',
  'p.items',
  'p.opening',
  'p.consent_event_id',
  'p.receipt_id',
  'p.how_obtained',
  'p.provided_at',
  'p.keep_until',
  's.sealed_name',
] as const

const selectProvisions = ({ tx, companyId }: Work) =>
  tx
    .selectFrom('consent_provision as p')
    .leftJoin('consent_provision_subject as s', (join) =>
      join.onRef('s.provision_id', '=', 'p.id').on('s.company_id', '=', companyId),
    )
    .select(columns)
    .where('p.company_id', '=', companyId)
    .orderBy('p.id', 'desc')

export async function listProvisions(
  work: Work,
  { before, limit }: { before: string | undefined; limit: number },
): Promise<Listed[]> {
  const query = selectProvisions(work).limit(limit)
  return (await (before ? query.where('p.id', '<', before) : query).execute()).map(listedOf)
}

export async function provisionsOf(work: Work, sourceRecordIds: readonly string[]): Promise<Listed[]> {
  if (sourceRecordIds.length === 0) return []
  const rows = await selectProvisions(work)
    .where('s.source_record_id', 'in', [...sourceRecordIds])
    .execute()
  return rows.map(listedOf)
}

/** The record of one side of a share; nothing where this company has none. */
export async function findProvision(
  work: Work,
  { shareId, side }: Pick<Provision, 'shareId' | 'side'>,
): Promise<Listed | undefined> {
  const found = await selectProvisions(work)
    .where('p.share_id', '=', shareId)
    .where('p.side', '=', side)
    .executeTakeFirst()
  return found && listedOf(found)
}

export async function memberProvisions({ tx, memberId }: MemberWork): Promise<Listed[]> {
  const rows = await tx
    .selectFrom('consent_member_provision as p')
    .leftJoin('consent_member_provision_subject as s', (join) =>
      join.onRef('s.provision_id', '=', 'p.id').on('s.member_id', '=', memberId),
    )
    .select(columns)
    .where('p.member_id', '=', memberId)
    .orderBy('p.id', 'desc')
    .execute()
  return rows.map(listedOf)
}

/** Forgets whose data it was in records that need not be kept any more; the records themselves stay. */
export async function forgetSubjects({ tx, companyId, now }: Work): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('consent_provision_subject')
    .where('company_id', '=', companyId)
    .where('provision_id', 'in', (e) =>
      e.selectFrom('consent_provision').select('id').where('company_id', '=', companyId).where('keep_until', '<', now),
    )
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** The same in the realm of a member. */
export async function forgetMemberSubjects({ tx, memberId, now }: MemberWork): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('consent_member_provision_subject')
    .where('member_id', '=', memberId)
    .where('provision_id', 'in', (e) =>
      e
        .selectFrom('consent_member_provision')
        .select('id')
        .where('member_id', '=', memberId)
        .where('keep_until', '<', now),
    )
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
