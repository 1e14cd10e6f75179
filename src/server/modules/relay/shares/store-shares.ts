import { z } from 'zod'
import { Party, Purpose } from '../../../../contract/consent/consent.ts'
import { FieldValue, PersonField } from '../../../../contract/people/person-fields.ts'
import type { MemberWork, Work } from '../../../kernel/work.ts'

/** What is provided, frozen: the very values that the member saw and agreed to. */
export const SharePayload = z.object({ subjectName: z.string(), fields: z.partialRecord(PersonField, FieldValue) })
export type SharePayload = z.output<typeof SharePayload>

/** What both sides put on record about a share beside its content. */
export const ShareTerms = z.object({
  provider: Party,
  recipient: Party,
  items: z.array(z.string()),
  // For the selection to which opening; what an earlier release committed names none.
  opening: z.string().nullable().default(null),
  howObtained: z.enum(['REGISTERED_BY_THE_PERSON', 'APPLICATION_TO_THE_PROVIDER', 'SELECTION_BY_THE_PROVIDER']),
})
export type ShareTerms = z.output<typeof ShareTerms>

export type Share = {
  id: string
  purpose: Purpose
  recipient: string
  payload: SharePayload | null
  terms: ShareTerms
  consentEventId: string
  receiptId: string
  state: 'COMMITTED' | 'DELIVERED' | 'VOIDED'
  committedAt: Date
  settledAt: Date | null
  recallAskedAt: Date | null
  version: number
}

const rows = ({ tx, memberId }: MemberWork) =>
  tx
    .selectFrom('relay_share')
    .select([
      'id',
      'purpose',
      'recipient',
      'payload',
      'terms',
      'consent_event_id as consentEventId',
      'receipt_id as receiptId',
      'state',
      'committed_at as committedAt',
      'settled_at as settledAt',
      'recall_asked_at as recallAskedAt',
      'version',
    ])
    .where('member_id', '=', memberId)

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

const typed = (row: Row): Share => ({
  ...row,
  purpose: Purpose.parse(row.purpose),
  state: row.state as Share['state'],
  payload: row.payload === null ? null : SharePayload.parse(row.payload),
  terms: ShareTerms.parse(row.terms),
})

export const sharesOf = async (work: MemberWork): Promise<Share[]> =>
  (await rows(work).orderBy('committed_at', 'desc').orderBy('id', 'desc').execute()).map(typed)

export async function lockShare(work: MemberWork, id: string): Promise<Share | undefined> {
  const found = await rows(work).where('id', '=', id).forUpdate().executeTakeFirst()
  return found && typed(found)
}

export type NewShare = Pick<Share, 'id' | 'purpose' | 'recipient' | 'terms' | 'consentEventId' | 'receiptId'> & {
  payload: SharePayload
}

/** False when the share stands already. */
export async function insertShare({ tx, memberId, now }: MemberWork, share: NewShare): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('relay_share')
    .values({
      member_id: memberId,
      id: share.id,
      purpose: share.purpose,
      recipient: share.recipient,
      payload: JSON.stringify(share.payload),
      terms: JSON.stringify(share.terms),
      consent_event_id: share.consentEventId,
      receipt_id: share.receiptId,
      state: 'COMMITTED',
      committed_at: now,
      version: 1,
    })
    .onConflict((conflict) => conflict.columns(['member_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function markDelivered({ tx, memberId, now }: MemberWork, id: string): Promise<void> {
  await tx
    .updateTable('relay_share')
    .set((e) => ({ state: 'DELIVERED', settled_at: now, version: e('version', '+', 1) }))
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .where('state', '=', 'COMMITTED')
    .execute()
}

/** Voids a share that its recipient never received, and forgets what it would have said; answers its version. */
export async function voidUnreceived({ tx, memberId, now }: MemberWork, id: string): Promise<number> {
  const { version } = await tx
    .updateTable('relay_share')
    .set((e) => ({ state: 'VOIDED', payload: null, settled_at: now, version: e('version', '+', 1) }))
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

type Towards = { purpose: Purpose; recipient: string }

/** Voids what waits to be delivered, and forgets what it would have said; answers the ids. */
export async function voidWaiting(
  { tx, memberId, now }: MemberWork,
  { purpose, recipient }: Towards,
): Promise<string[]> {
  const voided = await tx
    .updateTable('relay_share')
    .set((e) => ({ state: 'VOIDED', payload: null, settled_at: now, version: e('version', '+', 1) }))
    .where('member_id', '=', memberId)
    .where('purpose', '=', purpose)
    .where('recipient', '=', recipient)
    .where('state', '=', 'COMMITTED')
    .returning('id')
    .execute()
  return voided.map(({ id }) => id)
}

/** Marks what was delivered as recalled; answers what was not recalled before. */
export async function markRecalled(
  { tx, memberId, now }: MemberWork,
  { purpose, recipient }: Towards,
): Promise<{ id: string; version: number }[]> {
  return tx
    .updateTable('relay_share')
    .set((e) => ({ recall_asked_at: now, version: e('version', '+', 1) }))
    .where('member_id', '=', memberId)
    .where('purpose', '=', purpose)
    .where('recipient', '=', recipient)
    .where('state', '=', 'DELIVERED')
    .where('recall_asked_at', 'is', null)
    .returning(['id', 'version'])
    .execute()
}

export type ReceivedShare = { id: string; memberId: string; purpose: string; sourceRecordId: string }

export async function findReceived({ tx, companyId }: Work, id: string): Promise<ReceivedShare | undefined> {
  return tx
    .selectFrom('relay_received_share')
    .select(['id', 'member_id as memberId', 'purpose', 'source_record_id as sourceRecordId'])
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function insertReceived({ tx, companyId, now }: Work, received: ReceivedShare): Promise<void> {
  await tx
    .insertInto('relay_received_share')
    .values({
      company_id: companyId,
      id: received.id,
      member_id: received.memberId,
      purpose: received.purpose,
      source_record_id: received.sourceRecordId,
      received_at: now,
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'id']).doNothing())
    .execute()
}

export async function markReceivedRecalled({ tx, companyId, now }: Work, id: string): Promise<void> {
  await tx
    .updateTable('relay_received_share')
    .set({ recall_asked_at: now })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}
