import type { Selectable } from 'kysely'
import type { DisputeEffect, DisputeKind, DisputeState, DisputeStatement } from '../../../contract/disputes/disputes.ts'
import type { DB } from '../../kernel/database/tables.ts'
import type { Work } from '../../kernel/work.ts'

/** A dispute as the operator decides it. Every function here runs in the operator's realm. */
export type Case = {
  id: string
  kind: DisputeKind
  employerId: string
  subjectId: string
  state: DisputeState
  statementDueAt: Date | null
  decideBy: Date
  outcome: 'UPHELD' | 'REJECTED' | null
  reasons: string | null
  effect: DisputeEffect | null
  openedAt: Date
  decidedAt: Date | null
  /** The person was erased: what was said goes once the case is over. */
  isPersonGone: boolean
  version: number
}

const caseOf = (row: Selectable<DB['disputes_network_case']>): Case => ({
  id: row.id,
  kind: row.kind as DisputeKind,
  employerId: row.employer_id,
  subjectId: row.subject_id,
  state: row.state as DisputeState,
  statementDueAt: row.statement_due_at,
  decideBy: row.decide_by,
  outcome: row.outcome as Case['outcome'],
  reasons: row.reasons,
  effect: row.effect as DisputeEffect | null,
  openedAt: row.opened_at,
  decidedAt: row.decided_at,
  isPersonGone: row.is_person_gone,
  version: Number(row.version),
})

const cases = ({ tx, companyId }: Work) =>
  tx.selectFrom('disputes_network_case').selectAll().where('company_id', '=', companyId)

/** The case, held until the Work ends. */
export async function lockCase(work: Work, id: string): Promise<Case | undefined> {
  const row = await cases(work).where('id', '=', id).forUpdate().executeTakeFirst()
  return row && caseOf(row)
}

export async function findCase(work: Work, id: string): Promise<Case | undefined> {
  const row = await cases(work).where('id', '=', id).executeTakeFirst()
  return row && caseOf(row)
}

const open = ['STATEMENT', 'REVIEW'] as const

/** Open cases, the oldest first, or all of them, the newest first; ids grow with time. */
export async function listCases(
  work: Work,
  { isOpen, before, limit }: { isOpen: boolean; before?: string | undefined; limit: number },
): Promise<Case[]> {
  let query = cases(work).limit(limit)
  if (isOpen) query = query.where('state', 'in', open).orderBy('id')
  else query = query.orderBy('id', 'desc')
  if (before !== undefined) query = query.where('id', isOpen ? '>' : '<', before)
  return (await query.execute()).map(caseOf)
}

/** Cases whose time to say one's part is over. */
export async function silentCases(work: Work): Promise<Case[]> {
  const query = cases(work).where('state', '=', 'STATEMENT').where('statement_due_at', '<=', work.now)
  return (await query.orderBy('id').limit(500).execute()).map(caseOf)
}

/** How many cases are open, and how many of them are past their day. */
export async function countOpenCases({ tx, companyId, now }: Work): Promise<{ open: number; overdue: number }> {
  const row = await tx
    .selectFrom('disputes_network_case')
    .select((e) => [
      e.fn.countAll<number>().as('open'),
      e.fn.countAll<number>().filterWhere('decide_by', '<', now).as('overdue'),
    ])
    .where('company_id', '=', companyId)
    .where('state', 'in', open)
    .executeTakeFirstOrThrow()
  return { open: Number(row.open), overdue: Number(row.overdue) }
}

/** Whether it was not there before. */
export async function insertCase({ tx, companyId }: Work, one: Case): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('disputes_network_case')
    .values({
      company_id: companyId,
      id: one.id,
      kind: one.kind,
      employer_id: one.employerId,
      subject_id: one.subjectId,
      state: one.state,
      statement_due_at: one.statementDueAt,
      decide_by: one.decideBy,
      opened_at: one.openedAt,
      version: one.version,
    })
    .onConflict((conflict) => conflict.columns(['company_id', 'id']).doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

type Moved = Partial<Pick<Case, 'state' | 'outcome' | 'reasons' | 'effect' | 'decidedAt' | 'isPersonGone'>> & {
  decidedBy?: string
}

/** Changes a case that is held, and answers how it stands then. */
export async function moveCase({ tx, companyId }: Work, one: Case, change: Moved): Promise<Case> {
  const { decidedBy, ...rest } = change
  const moved = { ...one, ...rest, version: one.version + 1 }
  await tx
    .updateTable('disputes_network_case')
    .set({
      state: moved.state,
      outcome: moved.outcome,
      reasons: moved.reasons,
      effect: moved.effect,
      decided_at: moved.decidedAt,
      is_person_gone: moved.isPersonGone,
      version: moved.version,
      ...(decidedBy && { decided_by: decidedBy }),
    })
    .where('company_id', '=', companyId)
    .where('id', '=', one.id)
    .execute()
  return moved
}

/** Whether the side had not said its part before. */
export async function insertStatement(
  { tx, companyId }: Work,
  { id, caseId, by, text, evidence, at }: DisputeStatement & { id: string; caseId: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('disputes_network_statement')
    .values({ company_id: companyId, id, case_id: caseId, said_by: by, text, evidence, said_at: new Date(at) })
    .onConflict((conflict) => conflict.columns(['company_id', 'case_id', 'said_by']).doNothing())
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** What was said in each of these cases, in the order in which it was said. */
export async function statementsOf(
  { tx, companyId }: Work,
  caseIds: readonly string[],
): Promise<Map<string, DisputeStatement[]>> {
  const said = new Map<string, DisputeStatement[]>(caseIds.map((id) => [id, []]))
  if (caseIds.length === 0) return said
  const rows = await tx
    .selectFrom('disputes_network_statement')
    .select(['case_id', 'said_by', 'text', 'evidence', 'said_at'])
    .where('company_id', '=', companyId)
    .where('case_id', 'in', [...caseIds])
    .orderBy('said_at')
    .orderBy('id')
    .execute()
  for (const { case_id, said_by, text, evidence, said_at } of rows)
    said.get(case_id)?.push({ by: said_by as DisputeStatement['by'], text, evidence, at: said_at.toISOString() })
  return said
}

/** What was said in a case goes, by one side or by all; that it was said, and when, stays. */
export async function blankWords({ tx, companyId }: Work, caseId: string, by?: DisputeStatement['by']): Promise<void> {
  let query = tx
    .updateTable('disputes_network_statement')
    .set({ text: '', evidence: [] })
    .where('company_id', '=', companyId)
    .where('case_id', '=', caseId)
  if (by) query = query.where('said_by', '=', by)
  await query.execute()
}

/** Cases that were over before a moment, in which words are still kept. */
export async function wordyCases({ tx, companyId }: Work, overBefore: Date): Promise<string[]> {
  const rows = await tx
    .selectFrom('disputes_network_case as c')
    .select('c.id')
    .where('c.company_id', '=', companyId)
    .where('c.state', 'in', ['DECIDED', 'WITHDRAWN'])
    // One that was withdrawn was over before the day by which it would have been decided.
    .where((e) => e(e.fn.coalesce('c.decided_at', 'c.decide_by'), '<', overBefore))
    .where((e) =>
      e.exists(
        e
          .selectFrom('disputes_network_statement as s')
          .select('s.id')
          .where('s.company_id', '=', companyId)
          .whereRef('s.case_id', '=', 'c.id')
          .where('s.text', '<>', ''),
      ),
    )
    .limit(500)
    .execute()
  return rows.map(({ id }) => id)
}

/** Decided cases that move the ledger, for `tasuki verify`. */
export async function movingCases({ tx, companyId }: Work): Promise<string[]> {
  const rows = await tx
    .selectFrom('disputes_network_case')
    .select('id')
    .where('company_id', '=', companyId)
    .where('state', '=', 'DECIDED')
    .where('effect', '<>', 'NONE')
    .execute()
  return rows.map(({ id }) => id)
}
