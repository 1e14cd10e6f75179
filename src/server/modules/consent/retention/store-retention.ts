import { type Selectable } from 'kysely'
import type { RetentionClass, RetentionRun } from '../../../../contract/retention/retention.ts'
import type { ConsentRetentionRun } from '../../../kernel/database/tables.ts'
import type { Work } from '../../../kernel/work.ts'

export type Phase = RetentionRun['phase']

export type Run = {
  id: string
  phase: Phase
  isStuck: boolean
  kind: RetentionRun['kind']
  graceDays: number | null
  rules: RetentionRun['rules']
  listedTo: string | null
  people: number
  notDue: Partial<Record<RetentionClass, number>>
  madeBy: string
  madeAt: Date
  listedAt: Date | null
  scheduledBy: string | null
  scheduledAt: Date | null
  startsAt: Date | null
  calledOffBy: string | null
  calledOffAt: Date | null
  endedAt: Date | null
}

const runOf = (row: Selectable<ConsentRetentionRun>): Run => ({
  id: row.id,
  phase: row.phase as Phase,
  isStuck: row.state === 'DEAD',
  kind: row.kind as Run['kind'],
  graceDays: row.grace_days,
  rules: row.rules as Run['rules'],
  listedTo: row.listed_to,
  people: row.people,
  notDue: row.not_due as Run['notDue'],
  madeBy: row.made_by,
  madeAt: row.made_at,
  listedAt: row.listed_at,
  scheduledBy: row.scheduled_by,
  scheduledAt: row.scheduled_at,
  startsAt: row.starts_at,
  calledOffBy: row.called_off_by,
  calledOffAt: row.called_off_at,
  endedAt: row.ended_at,
})

export async function insertRun(
  { tx, companyId, actor, now }: Work,
  { id, kind, graceDays, rules }: Pick<Run, 'id' | 'kind' | 'graceDays' | 'rules'>,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('consent_retention_run')
    .values({
      company_id: companyId,
      id,
      kind,
      grace_days: graceDays,
      phase: 'LISTING',
      state: 'READY',
      due_at: now,
      rules: JSON.stringify(rules),
      made_by: actor.id,
      made_at: now,
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

const runs = ({ tx, companyId }: Work) =>
  tx.selectFrom('consent_retention_run').selectAll().where('company_id', '=', companyId)

export async function findRun(work: Work, id: string, { lock = false } = {}): Promise<Run | undefined> {
  const query = runs(work).where('id', '=', id)
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst()
  return row && runOf(row)
}

/** The run, held, while this try of it is the one that counts: nobody has taken it over, and there is work on it. */
export async function lockTry(
  work: Work,
  { id, attempts }: { id: string; attempts: number },
): Promise<Run | undefined> {
  const row = await runs(work)
    .where('id', '=', id)
    .where('state', '=', 'READY')
    .where('attempts', '=', attempts)
    .forUpdate()
    .executeTakeFirst()
  return row && runOf(row)
}

export async function listRuns(
  work: Work,
  { before, limit }: { before: string | undefined; limit: number },
): Promise<Run[]> {
  let query = runs(work).orderBy('made_at', 'desc').orderBy('id', 'desc').limit(limit)
  const last = before === undefined ? undefined : await findRun(work, before)
  if (last) query = query.where((e) => e(e.refTuple('made_at', 'id'), '<', e.tuple(last.madeAt, last.id)))
  return (await query.execute()).map(runOf)
}

/** The run has work again from `dueAt` on, or none; a lease that was held is free, failures of before are over. */
export type RunChange = Partial<Pick<Run, 'phase' | 'listedTo' | 'people' | 'notDue'>> & {
  dueAt?: Date | null
  at?: 'listed_at' | 'ended_at'
}

export async function changeRun({ tx, companyId, now }: Work, id: string, change: RunChange): Promise<void> {
  const { phase, listedTo, people, notDue, dueAt, at } = change
  await tx
    .updateTable('consent_retention_run')
    .set({
      ...(phase && { phase }),
      ...(listedTo !== undefined && { listed_to: listedTo }),
      ...(people !== undefined && { people }),
      ...(notDue && { not_due: JSON.stringify(notDue) }),
      ...(dueAt !== undefined && {
        state: dueAt === null ? 'IDLE' : 'READY',
        due_at: dueAt ?? now,
        lease_until: null,
        attempts: 0,
        last_error: null,
      }),
      ...(at && { [at]: now }),
    })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

export async function putSchedule({ tx, companyId, actor, now }: Work, id: string, startsAt: Date): Promise<void> {
  await tx
    .updateTable('consent_retention_run')
    .set({ scheduled_by: actor.id, scheduled_at: now, starts_at: startsAt })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

export async function putCalledOff({ tx, companyId, actor, now }: Work, id: string): Promise<void> {
  await tx
    .updateTable('consent_retention_run')
    .set({ called_off_by: actor.id, called_off_at: now })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

/** The lists of members that are being made or can still be carried out. */
export async function openMemberRuns(work: Work): Promise<string[]> {
  const rows = await runs(work)
    .where('kind', '=', 'MEMBERS')
    .where('phase', 'in', ['LISTING', 'LISTED', 'SCHEDULED'])
    .execute()
  return rows.map(({ id }) => id)
}

/** Whether a run about members is being made or carried out; one that was given up holds no other back. */
export async function hasRunUnderWay(work: Work): Promise<boolean> {
  const row = await runs(work)
    .where('kind', '=', 'MEMBERS')
    .where('phase', 'in', ['LISTING', 'SCHEDULED'])
    .where('state', '<>', 'DEAD')
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
