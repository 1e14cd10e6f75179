import { sql } from 'kysely'
import type { ReferralSignal } from '../../../../contract/network/network-referrals.ts'
import type { MemberWork, Work } from '../../../kernel/work.ts'

/** What makes a referral count: the registration itself, or that another company hires the member. */
export type ReferralTrigger = 'REGISTRATION' | 'HIRED_ELSEWHERE'

export type MemberLetter = {
  id: string
  companyId: string
  sourceRecordId: string
  sentAt: Date
  usedAt: Date
  holdDays: number
  refused: 'OWN_STAFF' | 'FRAUD' | null
  signals: ReferralSignal[]
  trigger: ReferralTrigger
}

/** False when the member has used this letter before. */
export async function insertLetter({ tx, memberId }: MemberWork, letter: MemberLetter): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('relay_member_letter')
    .values({
      member_id: memberId,
      id: letter.id,
      linked_company: letter.companyId,
      source_record_id: letter.sourceRecordId,
      sent_at: letter.sentAt,
      used_at: letter.usedAt,
      hold_days: letter.holdDays,
      refused: letter.refused,
      signals: letter.signals,
      trigger: letter.trigger,
    })
    .onConflict((conflict) => conflict.columns(['member_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function usedLetters({ tx, memberId }: MemberWork): Promise<MemberLetter[]> {
  const rows = await tx
    .selectFrom('relay_member_letter')
    .select([
      'id',
      'linked_company as companyId',
      'source_record_id as sourceRecordId',
      'sent_at as sentAt',
      'used_at as usedAt',
      'hold_days as holdDays',
      'refused',
      'signals',
      'trigger',
    ])
    .where('member_id', '=', memberId)
    .orderBy('used_at')
    .orderBy('id')
    .execute()
  return rows as MemberLetter[]
}

export async function refuseLetter({ tx, memberId }: MemberWork, id: string, refused: 'FRAUD'): Promise<void> {
  await tx
    .updateTable('relay_member_letter')
    .set({ refused })
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .execute()
}

export type MemberReferral = {
  id: string
  letterId: string
  state: 'READY' | 'WAITING' | 'COUNTED' | 'DROPPED' | 'REFUSED' | 'DEAD'
  reason: string | null
  version: number
  dueAt: Date
  recordedAt: Date
}

const referralRows = ({ tx, memberId }: MemberWork) =>
  tx
    .selectFrom('relay_member_referral')
    .select([
      'id',
      'letter_id as letterId',
      'state',
      'reason',
      'version',
      'due_at as dueAt',
      'recorded_at as recordedAt',
    ])
    .where('member_id', '=', memberId)
    .orderBy('recorded_at')
    .orderBy('id')

export const memberReferrals = async (work: MemberWork): Promise<MemberReferral[]> =>
  (await referralRows(work).execute()) as MemberReferral[]

/** The one referral that is held, waits for a hire, or counted. */
export const standingReferral = async (work: MemberWork): Promise<MemberReferral | undefined> =>
  (await referralRows(work).where('state', 'in', ['READY', 'WAITING', 'COUNTED', 'DEAD']).executeTakeFirst()) as
    | MemberReferral
    | undefined

export async function insertMemberReferral(
  { tx, memberId, now }: MemberWork,
  referral: Pick<MemberReferral, 'id' | 'letterId' | 'state' | 'reason' | 'dueAt'>,
): Promise<void> {
  await tx
    .insertInto('relay_member_referral')
    .values({
      member_id: memberId,
      id: referral.id,
      kind: 'REFERRAL',
      letter_id: referral.letterId,
      state: referral.state,
      reason: referral.reason,
      version: 1,
      due_at: referral.dueAt,
      recorded_at: now,
    })
    .execute()
}

export async function settleMemberReferral(
  { tx, memberId }: MemberWork,
  { id, state, reason }: { id: string; state: 'COUNTED' | 'DROPPED' | 'REFUSED'; reason: string | null },
): Promise<number> {
  const { version } = await tx
    .updateTable('relay_member_referral')
    .set((e) => ({ state, reason, lease_until: null, version: e('version', '+', 1) }))
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** Begins the hold of a referral that waited for a hire, or lets it wait again. */
export async function moveMemberReferral(
  { tx, memberId }: MemberWork,
  { id, from, state, dueAt }: { id: string; from: string; state: 'READY' | 'WAITING'; dueAt: Date },
): Promise<number | undefined> {
  const row = await tx
    .updateTable('relay_member_referral')
    .set((e) => ({ state, due_at: dueAt, lease_until: null, version: e('version', '+', 1) }))
    .where('member_id', '=', memberId)
    .where('id', '=', id)
    .where('state', '=', from)
    .returning('version')
    .executeTakeFirst()
  return row?.version
}

export type Referral = {
  id: string
  memberId: string
  letterId: string
  sourceRecordId: string
  state: 'HELD' | 'COUNTED' | 'DROPPED' | 'REFUSED' | 'REVERSED'
  reason: string | null
  version: number
  registeredAt: Date
  heldUntil: Date | null
  settledAt: Date | null
  signals: ReferralSignal[]
  clearedAt: Date | null
}

const rows = ({ tx, companyId }: Work) =>
  tx
    .selectFrom('relay_referral')
    .select([
      'id',
      'member_id as memberId',
      'letter_id as letterId',
      'source_record_id as sourceRecordId',
      'state',
      'reason',
      'version',
      'registered_at as registeredAt',
      'held_until as heldUntil',
      'settled_at as settledAt',
      'signals',
      'cleared_at as clearedAt',
    ])
    .where('company_id', '=', companyId)

export const lockReferral = async (work: Work, id: string): Promise<Referral | undefined> =>
  (await rows(work).where('id', '=', id).forUpdate().executeTakeFirst()) as Referral | undefined

/** Another referral by the same letter that is held or counted here. */
export const otherOfLetter = async (work: Work, { id, letterId }: Pick<Referral, 'id' | 'letterId'>) =>
  (await rows(work)
    .where('letter_id', '=', letterId)
    .where('id', '<>', id)
    .where('state', 'in', ['HELD', 'COUNTED'])
    .executeTakeFirst()) as Referral | undefined

/** Referrals whose hold is over but that wait for something, oldest first. */
export const waitingHere = async (work: Work): Promise<Referral[]> =>
  (await rows(work)
    .where('state', '=', 'HELD')
    .where('reason', 'is not', null)
    .orderBy('id')
    .forUpdate()
    .execute()) as Referral[]

/** Registrations of the company since a moment. */
export async function registeredSince({ tx, companyId }: Work, since: Date): Promise<number> {
  const { count } = await tx
    .selectFrom('relay_referral')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('company_id', '=', companyId)
    .where('registered_at', '>=', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export const referralsById = async (work: Work, ids: readonly string[]): Promise<Referral[]> =>
  ids.length === 0
    ? []
    : ((await rows(work)
        .where('id', '=', sql<string>`any (${[...ids]}::uuid[])`)
        .execute()) as Referral[])

/** Every referral by these letters, the latest of a letter last. */
export const referralsOfLetters = async (work: Work, letterIds: readonly string[]): Promise<Referral[]> =>
  letterIds.length === 0
    ? []
    : ((await rows(work)
        .where('letter_id', 'in', [...letterIds])
        .orderBy('id')
        .execute()) as Referral[])

export const listReferrals = async (
  work: Work,
  { before, limit }: { before?: string | undefined; limit: number },
): Promise<Referral[]> => {
  const query = rows(work).orderBy('id', 'desc').limit(limit)
  return (await (before ? query.where('id', '<', before) : query).execute()) as Referral[]
}

/** The referral by this letter that was refused or taken back, the latest of them. */
export async function refusedReferral(work: Work, letterId: string): Promise<Referral | undefined> {
  const query = rows(work).where('letter_id', '=', letterId).where('state', 'in', ['REFUSED', 'REVERSED'])
  return (await query.orderBy('id', 'desc').limit(1).executeTakeFirst()) as Referral | undefined
}

export async function putReferral({ tx, companyId }: Work, referral: Referral): Promise<void> {
  await tx
    .insertInto('relay_referral')
    .values({
      company_id: companyId,
      id: referral.id,
      member_id: referral.memberId,
      letter_id: referral.letterId,
      source_record_id: referral.sourceRecordId,
      state: referral.state,
      reason: referral.reason,
      version: referral.version,
      registered_at: referral.registeredAt,
      held_until: referral.heldUntil,
      settled_at: referral.settledAt,
      signals: referral.signals,
      cleared_at: referral.clearedAt,
    })
    .onConflict((conflict) =>
      conflict.columns(['company_id', 'id']).doUpdateSet((e) => ({
        state: e.ref('excluded.state'),
        reason: e.ref('excluded.reason'),
        version: e.ref('excluded.version'),
        held_until: e.ref('excluded.held_until'),
        settled_at: e.ref('excluded.settled_at'),
        signals: e.ref('excluded.signals'),
        cleared_at: e.ref('excluded.cleared_at'),
      })),
    )
    .execute()
}
