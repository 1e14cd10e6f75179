import type { Stage, TransitionKind, WithdrawalTiming } from '../../../../contract/selection/selection-terms.ts'
import type { Work } from '../../../kernel/work.ts'
import type { Transition } from './fold.ts'

export type KeptTransition = Transition & {
  applicationId: string
  note: string | null
  actor: string
  recordedAt: Date
}

/** False when a transition of this id is already kept. */
export async function insertTransition(
  { tx, companyId, now, actor }: Work,
  transition: Omit<KeptTransition, 'actor' | 'recordedAt'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('selection_transition')
    .values({
      company_id: companyId,
      id: transition.id,
      application_id: transition.applicationId,
      kind: transition.kind,
      stage: transition.stage,
      reason: transition.reason,
      note: transition.note,
      withdrawal_timing: transition.withdrawalTiming,
      live: transition.live,
      occurred_at: transition.occurredAt,
      source_version: transition.sourceVersion,
      actor: `${actor.kind}:${actor.id}`,
      recorded_at: now,
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Everything said of these applications, in the order it happened. */
export async function transitionsOf(
  { tx, companyId }: Work,
  applicationIds: readonly string[],
): Promise<KeptTransition[]> {
  if (applicationIds.length === 0) return []
  const rows = await tx
    .selectFrom('selection_transition')
    .select([
      'id',
      'application_id as applicationId',
      'kind',
      'stage',
      'reason',
      'note',
      'withdrawal_timing as withdrawalTiming',
      'live',
      'occurred_at as occurredAt',
      'source_version as sourceVersion',
      'actor',
      'recorded_at as recordedAt',
    ])
    .where('company_id', '=', companyId)
    .where('application_id', 'in', applicationIds)
    .orderBy('occurred_at')
    .orderBy('source_version')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    ...row,
    kind: row.kind as TransitionKind,
    stage: row.stage as Stage | null,
    withdrawalTiming: row.withdrawalTiming as WithdrawalTiming | null,
  }))
}

/** Blanks what was written freely about these applications. */
export async function blankNotes({ tx, companyId }: Work, applicationIds: readonly string[]): Promise<void> {
  if (applicationIds.length === 0) return
  await tx
    .updateTable('selection_transition')
    .set({ note: null })
    .where('company_id', '=', companyId)
    .where('application_id', 'in', applicationIds)
    .where('note', 'is not', null)
    .execute()
  await tx
    .updateTable('selection_evaluation')
    .set({ comment: null, criteria: '{}' })
    .where('company_id', '=', companyId)
    .where('application_id', 'in', applicationIds)
    .execute()
}

/** Who ended each of these applications by the latest rejection, as `kind:id`. */
export async function rejectedBy(
  { tx, companyId }: Work,
  applicationIds: readonly string[],
): Promise<Map<string, string>> {
  if (applicationIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('selection_transition')
    .select(['application_id', 'actor'])
    .where('company_id', '=', companyId)
    .where('application_id', 'in', [...applicationIds])
    .where('kind', '=', 'REJECT')
    .orderBy('occurred_at')
    .execute()
  return new Map(rows.map((row) => [row.application_id, row.actor]))
}
