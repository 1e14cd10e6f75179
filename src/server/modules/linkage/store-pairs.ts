import { sql } from 'kysely'
import type { CandidateState, LinkReason } from '../../../contract/linkage-terms.ts'
import type { SourceKind } from '../../../contract/person-fields.ts'
import { insertRows } from '../../kernel/insert-rows.ts'
import type { Work } from '../../kernel/work.ts'
import { model } from './comparer.ts'

type Ends = { records: readonly [string, string] }
export type Refusal = Ends & { evidence: LinkReason[] }
export type Pair = Ends & {
  id: string
  reasons: LinkReason[]
  /** How probable it is that the two are one. */
  score: number
  state: CandidateState
  mergeId: string | null
  route: SourceKind
  rulesVersion: number
}

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
    .select(['merge_id as mergeId', 'route', 'rules_version as rulesVersion'])
    .where('company_id', '=', companyId)
    .where('one_record_id', '=', anyOf(recordIds))
    .where('other_record_id', '=', anyOf(recordIds))
    .orderBy('id')
    .execute()
  return rows.map(({ one, other, reasons, state, route, ...row }) => ({
    ...row,
    records: [one, other],
    reasons: reasons as LinkReason[],
    state: state as CandidateState,
    route: route as SourceKind,
  }))
}

export async function insertCandidates(work: Work, pairs: readonly Pair[]): Promise<void> {
  const { now } = work
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
        merge_id: 'uuid',
        route: 'text',
        rules_version: 'integer',
        model: 'text',
        decided_at: 'timestamptz',
        recorded_at: 'timestamptz',
      },
      onConflict: sql`on conflict (company_id, one_record_id, other_record_id) do nothing`,
    },
    pairs.map(({ id, records, reasons, score, state, mergeId, route, rulesVersion }) => {
      const [one, other] = records.toSorted()
      return {
        id,
        one_record_id: one,
        other_record_id: other,
        reasons,
        score,
        state,
        merge_id: mergeId,
        route,
        rules_version: rulesVersion,
        model: model.name,
        decided_at: state === 'JOINED' ? now : null,
        recorded_at: now,
      }
    }),
  )
}

/** A pair that was known is judged again: what was said of it before no longer holds. */
export async function judgeAgain({ tx, companyId, now }: Work, pair: Pair): Promise<void> {
  await tx
    .updateTable('linkage_candidate')
    .set({
      reasons: JSON.stringify(pair.reasons),
      score: pair.score,
      state: pair.state,
      merge_id: pair.mergeId,
      route: pair.route,
      rules_version: pair.rulesVersion,
      model: model.name,
      decided_by: null,
      decided_at: pair.state === 'JOINED' ? now : null,
    })
    .where('company_id', '=', companyId)
    .where('id', '=', pair.id)
    .execute()
}
