import type { MemberWork } from '../../../kernel/work.ts'
import {
  decidedOf,
  eventColumns,
  eventRow,
  holdDecisions,
  momentAfter,
  type Decided,
  type Place,
} from './store-consents.ts'

const ofMember = ['e.notice_company_id', 'e.notice_version'] as const

export async function insertMemberEvent(
  { tx, memberId }: MemberWork,
  decided: Decided,
  recordedAt: Date,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('consent_member_event')
    .values({
      member_id: memberId,
      ...eventRow(decided, recordedAt),
      notice_company_id: decided.notice?.companyId ?? null,
      notice_id: decided.notice?.id ?? null,
      notice_version: decided.notice?.version ?? null,
    })
    .onConflict((conflict) => conflict.columns(['member_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function moveMemberState({ tx, memberId }: MemberWork, decided: Decided): Promise<void> {
  await tx
    .insertInto('consent_member_state')
    .values({
      member_id: memberId,
      purpose: decided.purpose,
      recipient: decided.recipient,
      decision: decided.decision,
      event_id: decided.eventId,
      occurred_at: decided.occurredAt,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['member_id', 'purpose', 'recipient'])
        .doUpdateSet((e) => ({
          decision: e.ref('excluded.decision'),
          event_id: e.ref('excluded.event_id'),
          occurred_at: e.ref('excluded.occurred_at'),
        }))
        .where((e) => e('consent_member_state.occurred_at', '<=', e.ref('excluded.occurred_at'))),
    )
    .execute()
}

export async function memberStates({ tx, memberId }: MemberWork, only?: Place, lock = false): Promise<Decided[]> {
  let query = tx
    .selectFrom('consent_member_state as s')
    .innerJoin('consent_member_event as e', (join) =>
      join.onRef('e.id', '=', 's.event_id').on('e.member_id', '=', memberId),
    )
    .select([...eventColumns, ...ofMember])
    .where('s.member_id', '=', memberId)
    .orderBy('e.occurred_at')
    .orderBy('e.id')
  if (only) query = query.where('s.purpose', '=', only.purpose).where('s.recipient', '=', only.recipient)
  if (lock) query = query.forUpdate('s')
  return (await query.execute()).map(decidedOf)
}

/** As `momentOfDecision`, for a member. */
export async function momentOfMemberDecision(work: MemberWork, place: Place): Promise<Date> {
  await holdDecisions(work, work.memberId)
  const [standing] = await memberStates(work, place, true)
  return momentAfter(work, standing?.occurredAt)
}

export async function memberHistory({ tx, memberId }: MemberWork): Promise<Decided[]> {
  const rows = await tx
    .selectFrom('consent_member_event as e')
    .select([...eventColumns, ...ofMember])
    .where('e.member_id', '=', memberId)
    .orderBy('e.occurred_at')
    .orderBy('e.id')
    .execute()
  return rows.map(decidedOf)
}
