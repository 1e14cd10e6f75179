import { sql } from 'kysely'
import type { CandidateState } from '../../../../contract/linkage/linkage-terms.ts'
import type { Work } from '../../../kernel/work.ts'
import { waiting } from '../store.ts'

export type Run = {
  id: string
  kind: 'ACCEPT' | 'UNDO'
  state: 'READY' | 'DONE' | 'DEAD'
  undoes: string | null
  wanted: number | null
  total: number
  done: number
  changed: number
  recordedAt: Date
  finishedAt: Date | null
  isUndone: boolean
}

const runs = ({ tx, companyId }: Work) =>
  tx
    .selectFrom('linkage_run as r')
    .where('r.company_id', '=', companyId)
    .select([
      'r.id',
      'r.kind',
      'r.state',
      'r.undoes',
      'r.wanted',
      'r.total',
      'r.done',
      'r.changed',
      'r.recorded_at as recordedAt',
      'r.finished_at as finishedAt',
    ])
    .select((e) =>
      e
        .exists(
          e
            .selectFrom('linkage_run as u')
            .select('u.id')
            .where('u.company_id', '=', companyId)
            .whereRef('u.undoes', '=', 'r.id'),
        )
        .as('isUndone'),
    )

type Row = Omit<Run, 'kind' | 'state' | 'isUndone'> & { kind: string; state: string; isUndone: unknown }
const typed = (row: Row): Run => ({
  ...row,
  kind: row.kind as Run['kind'],
  state: row.state as Run['state'],
  isUndone: row.isUndone === true,
})

export async function findRun(work: Work, id: string): Promise<Run | undefined> {
  const row = await runs(work).where('r.id', '=', id).executeTakeFirst()
  return row && typed(row)
}

export async function findUndo(work: Work, undoes: string): Promise<Run | undefined> {
  const row = await runs(work).where('r.undoes', '=', undoes).executeTakeFirst()
  return row && typed(row)
}

export async function lastRuns(work: Work, limit: number): Promise<Run[]> {
  const rows = await runs(work).orderBy('r.recorded_at', 'desc').orderBy('r.id', 'desc').limit(limit).execute()
  return rows.map(typed)
}

/** The run of a claimed intent, its row locked, unless another worker has taken it over. */
export async function lockRun(
  work: Work,
  { id, attempts }: { id: string; attempts: number },
): Promise<Run | undefined> {
  const locked = await work.tx
    .selectFrom('linkage_run')
    .select('id')
    .where('company_id', '=', work.companyId)
    .where('id', '=', id)
    .where('state', '=', 'READY')
    .where('attempts', '=', attempts)
    .forUpdate()
    .executeTakeFirst()
  return locked && findRun(work, id)
}

/** Keeps a run; false where its id, or the run it undoes, has one already. */
export async function insertRun(
  { tx, companyId, now, actor }: Work,
  run: Pick<Run, 'id' | 'kind' | 'undoes' | 'wanted' | 'total'>,
): Promise<boolean> {
  const row = await tx
    .insertInto('linkage_run')
    .values({
      ...run,
      company_id: companyId,
      state: 'READY',
      due_at: now,
      started_by: `${actor.kind}:${actor.id}`,
      recorded_at: now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Counts what a batch did; with `isDone` the run is over, else it is due again at once. */
export async function advanceRun(
  { tx, companyId, now }: Work,
  id: string,
  { done, changed, isDone }: { done: number; changed: number; isDone: boolean },
): Promise<void> {
  await tx
    .updateTable('linkage_run')
    .set((e) => ({
      done: e('done', '+', done),
      changed: e('changed', '+', changed),
      ...(isDone && { state: 'DONE', finished_at: now, lease_until: null }),
    }))
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

/** Lets go of a run that is not over, so that others get their turn. */
export async function releaseRun({ tx, companyId, now }: Work, id: string): Promise<void> {
  await tx
    .updateTable('linkage_run')
    .set({ due_at: now, lease_until: null, attempts: 0 })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

/**
 * Sets those of these pairs apart for a run that still wait, which are then all it has to do; how many. One that somebody
 * decides at the same moment is not the run's: undoing the run would take that decision back.
 */
export async function assign({ tx, companyId }: Work, runId: string, candidateIds: readonly string[]): Promise<number> {
  const taken = await tx
    .updateTable('linkage_candidate')
    .set({ run_id: runId })
    .where('company_id', '=', companyId)
    .where('id', '=', sql<string>`any (${candidateIds as string[]}::uuid[])`)
    .where('state', 'in', waiting)
    .executeTakeFirst()
  const total = Number(taken.numUpdatedRows)
  await tx
    .updateTable('linkage_run')
    .set({ total })
    .where('company_id', '=', companyId)
    .where('id', '=', runId)
    .execute()
  return total
}

export async function release({ tx, companyId }: Work, candidateId: string): Promise<void> {
  await tx
    .updateTable('linkage_candidate')
    .set({ run_id: null })
    .where('company_id', '=', companyId)
    .where('id', '=', candidateId)
    .execute()
}

/** The next pairs of a run in one of these states. */
export async function assigned(
  { tx, companyId }: Work,
  runId: string,
  { states, limit }: { states: readonly CandidateState[]; limit: number },
): Promise<string[]> {
  const rows = await tx
    .selectFrom('linkage_candidate')
    .select('id')
    .where('company_id', '=', companyId)
    .where('run_id', '=', runId)
    .where('state', 'in', states)
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

/** What humans said of pairs at least so likely, those of runs left out. */
export async function pastDecisions({ tx, companyId }: Work, from: number): Promise<{ same: number; notSame: number }> {
  const rows = await tx
    .selectFrom('linkage_candidate')
    .select((e) => ['state', e.fn.countAll<number>().as('count')])
    .where('company_id', '=', companyId)
    .where('state', 'in', ['SAME', 'NOT_SAME'])
    .where('run_id', 'is', null)
    .where('score', '>=', from)
    .groupBy('state')
    .execute()
  const of = (state: string) => rows.find((row) => row.state === state)?.count ?? 0
  return { same: of('SAME'), notSame: of('NOT_SAME') }
}
