import type { CandidateState, LinkReason } from '../../../../contract/linkage/linkage-terms.ts'
import type { SourceKind } from '../../../../contract/people/person-fields.ts'
import type { Work } from '../../../kernel/work.ts'

/** A pair as it was judged, and what became of it. */
export type PastPair = {
  probability: number
  route: SourceKind
  reasons: LinkReason[]
  state: CandidateState
  recordedAt: Date
}

/** The pairs on record, the latest first. */
export async function pairHistory({ tx, companyId }: Work, limit: number): Promise<PastPair[]> {
  const rows = await tx
    .selectFrom('linkage_candidate')
    .select(['score as probability', 'route', 'reasons', 'state', 'recorded_at as recordedAt'])
    .where('company_id', '=', companyId)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return rows.map((row) => ({
    ...row,
    route: row.route as SourceKind,
    reasons: row.reasons as LinkReason[],
    state: row.state as CandidateState,
  }))
}
