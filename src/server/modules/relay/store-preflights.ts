import type { NoLetterReason } from '../../../contract/relay-terms.ts'
import type { Work } from '../../kernel/work.ts'

export type Preflight = {
  id: string
  kind: 'SWITCH_ON' | 'CAMPAIGN'
  scope: string | null
  filter: Record<string, unknown>
  state: 'OPEN' | 'APPROVED' | 'DISCARDED'
  madeBy: string
  madeAt: Date
  approvedBy: string | null
  approvedAt: Date | null
}

export type PreflightRow = {
  applicationId: string
  sourceRecordId: string
  /** Null: gets a letter. */
  reason: NoLetterReason | null
  outcome: string | null
}

const by = ({ actor }: Work) => `${actor.kind}:${actor.id}`

export async function insertPreflight(
  work: Work,
  made: Pick<Preflight, 'id' | 'kind' | 'scope' | 'filter'>,
  rows: readonly Omit<PreflightRow, 'outcome'>[],
): Promise<void> {
  const { tx, companyId, now } = work
  await tx
    .insertInto('relay_preflight')
    .values({
      company_id: companyId,
      id: made.id,
      kind: made.kind,
      scope: made.scope,
      filter: JSON.stringify(made.filter),
      state: 'OPEN',
      made_by: by(work),
      made_at: now,
    })
    .execute()
  // PostgreSQL takes at most 65,535 parameters in a statement.
  for (let from = 0; from < rows.length; from += 1000)
    await tx
      .insertInto('relay_preflight_row')
      .values(
        rows.slice(from, from + 1000).map((row) => ({
          company_id: companyId,
          preflight_id: made.id,
          application_id: row.applicationId,
          source_record_id: row.sourceRecordId,
          reason: row.reason,
        })),
      )
      .execute()
}

export async function lockPreflight({ tx, companyId }: Work, id: string): Promise<Preflight | undefined> {
  const row = await tx
    .selectFrom('relay_preflight')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return (
    row && {
      id: row.id,
      kind: row.kind as Preflight['kind'],
      scope: row.scope,
      filter: row.filter as Record<string, unknown>,
      state: row.state as Preflight['state'],
      madeBy: row.made_by,
      madeAt: row.made_at,
      approvedBy: row.approved_by,
      approvedAt: row.approved_at,
    }
  )
}

export async function preflightRows({ tx, companyId }: Work, preflightId: string): Promise<PreflightRow[]> {
  const rows = await tx
    .selectFrom('relay_preflight_row')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('preflight_id', '=', preflightId)
    .orderBy('application_id')
    .execute()
  return rows.map((row) => ({
    applicationId: row.application_id,
    sourceRecordId: row.source_record_id,
    reason: row.reason as NoLetterReason | null,
    outcome: row.outcome,
  }))
}

export async function closePreflight(
  work: Work,
  { id, state }: { id: string; state: 'APPROVED' | 'DISCARDED' },
): Promise<void> {
  await work.tx
    .updateTable('relay_preflight')
    .set({ state, approved_by: by(work), approved_at: work.now })
    .where('company_id', '=', work.companyId)
    .where('id', '=', id)
    .execute()
}

export async function putOutcome(
  { tx, companyId }: Work,
  { preflightId, applicationId, outcome }: { preflightId: string; applicationId: string; outcome: string },
): Promise<void> {
  await tx
    .updateTable('relay_preflight_row')
    .set({ outcome })
    .where('company_id', '=', companyId)
    .where('preflight_id', '=', preflightId)
    .where('application_id', '=', applicationId)
    .execute()
}
