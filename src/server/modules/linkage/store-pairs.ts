import { sql } from 'kysely'
import type { CandidateState, LinkReason } from '../../../contract/linkage-terms.ts'
import { insertRows } from '../../kernel/insert-rows.ts'
import type { Work } from '../../kernel/work.ts'

type Ends = { records: readonly [string, string] }
export type Refusal = Ends & { evidence: LinkReason[] }
export type Pair = Ends & { id: string; reasons: LinkReason[]; score: number; state: CandidateState }

const anyOf = (ids: readonly string[]) => sql<string>`any (${ids as string[]}::uuid[])`

/** What was refused between any two of these records. */
export async function refusalsAmong({ tx, companyId }: Work, recordIds: readonly string[]): Promise<Refusal[]> {
  if (recordIds.length === 0) return []
  const rows = await tx
    .selectFrom('linkage_refusal')
    .select(['one_record_id as one', 'other_record_id as other', 'evidence'])
    .where('company_id', '=', companyId)
    .where('one_record_id', '=', anyOf(recordIds))
    .where('other_record_id', '=', anyOf(recordIds))
    .execute()
  return rows.map(({ one, other, evidence }) => ({ records: [one, other], evidence: evidence as LinkReason[] }))
}

/** The candidates between any two of these records, whatever became of them. */
export async function candidatesAmong({ tx, companyId }: Work, recordIds: readonly string[]): Promise<Pair[]> {
  if (recordIds.length === 0) return []
  const rows = await tx
    .selectFrom('linkage_candidate')
    .select(['id', 'one_record_id as one', 'other_record_id as other', 'reasons', 'score', 'state'])
    .where('company_id', '=', companyId)
    .where('one_record_id', '=', anyOf(recordIds))
    .where('other_record_id', '=', anyOf(recordIds))
    .orderBy('id')
    .execute()
  return rows.map(({ id, one, other, reasons, score, state }) => ({
    id,
    records: [one, other],
    reasons: reasons as LinkReason[],
    score,
    state: state as CandidateState,
  }))
}

export async function insertCandidates(work: Work, pairs: readonly Pair[]): Promise<void> {
  await insertRows(
    work,
    {
      table: 'linkage_candidate',
      columns: {
        id: 'uuid',
        one_record_id: 'uuid',
        other_record_id: 'uuid',
        reasons: 'jsonb',
        score: 'real',
        state: 'text',
        recorded_at: 'timestamptz',
      },
      onConflict: sql`on conflict (company_id, one_record_id, other_record_id) do nothing`,
    },
    pairs.map(({ id, records, reasons, score, state }) => {
      const [one, other] = records.toSorted()
      return {
        id,
        one_record_id: one,
        other_record_id: other,
        reasons,
        score,
        state,
        recorded_at: work.now,
      }
    }),
  )
}
