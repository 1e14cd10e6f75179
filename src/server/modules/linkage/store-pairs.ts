import { sql } from 'kysely'
import type { CandidateState, LinkReason } from '../../../contract/linkage/linkage-terms.ts'
import type { SourceKind } from '../../../contract/people/person-fields.ts'
import { insertRows } from '../../kernel/database/insert-rows.ts'
import { prepared } from '../../kernel/database/prepared.ts'
import type { Work } from '../../kernel/work.ts'
import { model } from './comparing/comparer.ts'

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

/** So many records are asked for by a statement that is planned once. */
const mostPrepared = 100

type Row = {
  refusals: { one: string; other: string; evidence: LinkReason[] }[] | null
  candidates: (Omit<Pair, 'records'> & { one: string; other: string })[] | null
}

/** What was refused between any two of these records, and the candidates between any two, whatever became of them. */
export async function knownAmong(
  { tx, companyId }: Work,
  recordIds: readonly string[],
): Promise<{ refusals: Refusal[]; candidates: Pair[] }> {
  if (recordIds.length === 0) return { refusals: [], candidates: [] }
  const { rows } = await sql<Row>`${recordIds.length <= mostPrepared ? prepared : sql``}with given as materialized (
      select id from unnest((select ${recordIds as string[]}::uuid[])) as given (id)
    )
    select (
      select jsonb_agg(jsonb_build_object('one', r.one_record_id, 'other', r.other_record_id, 'evidence', r.evidence))
      from given cross join lateral (
        select * from linkage_refusal one where one.company_id = ${companyId} and one.one_record_id = given.id offset 0
      ) as r
      where r.other_record_id in (select id from given)
    ) as refusals, (
      select jsonb_agg(jsonb_build_object('id', c.id, 'one', c.one_record_id, 'other', c.other_record_id, 'reasons', c.reasons,
        'score', c.score, 'state', c.state, 'mergeId', c.merge_id, 'route', c.route, 'rulesVersion', c.rules_version)
        order by c.id)
      from given cross join lateral (
        select * from linkage_candidate one where one.company_id = ${companyId} and one.one_record_id = given.id offset 0
      ) as c
      where c.other_record_id in (select id from given)
    ) as candidates`.execute(tx)
  const { refusals, candidates } = rows[0]!
  return {
    refusals: (refusals ?? []).map(({ one, other, evidence }) => ({ records: [one, other], evidence })),
    candidates: (candidates ?? []).map(({ one, other, ...pair }) => ({ ...pair, records: [one, other] })),
  }
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
      // A run that has not come to it yet took it as it was.
      run_id: null,
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
