import { sql } from 'kysely'
import type { CandidateState, LinkReason } from '../../../contract/linkage/linkage-terms.ts'
import type { SourceKind } from '../../../contract/people/person-fields.ts'
import type { Work } from '../../kernel/work.ts'

export type Candidate = {
  id: string
  oneRecordId: string
  otherRecordId: string
  onePersonId: string
  otherPersonId: string
  reasons: LinkReason[]
  score: number
  state: CandidateState
  route: SourceKind
  mergeId: string | null
  decidedBy: string | null
  decidedAt: Date | null
  recordedAt: Date
}

/** The states in which a human has still to decide about a pair. */
export const waiting: readonly CandidateState[] = ['OPEN', 'LATER']
export const isWaiting = ({ state }: Pick<Candidate, 'state'>): boolean => waiting.includes(state)

const candidates = ({ tx, companyId }: Work) =>
  tx
    .selectFrom('linkage_candidate as c')
    .innerJoin('people_record_person as a', (join) =>
      join.onRef('a.source_record_id', '=', 'c.one_record_id').on('a.company_id', '=', companyId),
    )
    .innerJoin('people_record_person as b', (join) =>
      join.onRef('b.source_record_id', '=', 'c.other_record_id').on('b.company_id', '=', companyId),
    )
    .where('c.company_id', '=', companyId)
    .select([
      'c.id',
      'c.one_record_id as oneRecordId',
      'c.other_record_id as otherRecordId',
      'a.person_id as onePersonId',
      'b.person_id as otherPersonId',
      'c.reasons',
      'c.score',
      'c.state',
      'c.route',
      'c.merge_id as mergeId',
      'c.decided_by as decidedBy',
      'c.decided_at as decidedAt',
      'c.recorded_at as recordedAt',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof candidates>['execute']>>[number]
const typed = (row: Row): Candidate => ({
  ...row,
  onePersonId: row.onePersonId ?? '',
  otherPersonId: row.otherPersonId ?? '',
  reasons: row.reasons as LinkReason[],
  state: row.state as CandidateState,
  route: row.route as SourceKind,
})

export async function findCandidate(work: Work, id: string): Promise<Candidate | undefined> {
  const row = await candidates(work).where('c.id', '=', id).executeTakeFirst()
  return row && typed(row)
}

/** Pairs still to be decided, the likeliest first; pairs put off come last. As long as the queue is, so many are read of it. */
export async function queue(work: Work, { limit }: { limit: number }): Promise<Candidate[]> {
  // Each state in the order of the index: both at once are all read and sorted before the first is told.
  const of = (state: CandidateState, most: number) =>
    candidates(work)
      .where('c.state', '=', state)
      .whereRef('a.person_id', '<>', 'b.person_id')
      .orderBy('c.score', 'desc')
      .orderBy('c.id')
      .limit(most)
      .execute()
  const open = await of('OPEN', limit)
  const later = open.length < limit ? await of('LATER', limit - open.length) : []
  return [...open, ...later].map(typed)
}

/** Pairs still to be decided whose ids are above `after`, in the order of their ids. */
export async function waitingAfter(work: Work, after: string, limit: number): Promise<Candidate[]> {
  const rows = await candidates(work)
    .where('c.state', 'in', waiting)
    .where('c.id', '>', after)
    .whereRef('a.person_id', '<>', 'b.person_id')
    .orderBy('c.id')
    .limit(limit)
    .execute()
  return rows.map(typed)
}

/** Pairs in these states, those that came into them last first. */
export async function settled(
  work: Work,
  states: readonly CandidateState[],
  { limit, offset = 0 }: { limit: number; offset?: number },
): Promise<Candidate[]> {
  const rows = await candidates(work)
    .where('c.state', 'in', states)
    .orderBy('c.decided_at', 'desc')
    .orderBy('c.id')
    .limit(limit)
    .offset(offset)
    .execute()
  return rows.map(typed)
}

export async function countOpen({ tx, companyId }: Work): Promise<number> {
  const row = await tx
    .selectFrom('linkage_candidate as c')
    .innerJoin('people_record_person as a', (join) =>
      join.onRef('a.source_record_id', '=', 'c.one_record_id').on('a.company_id', '=', companyId),
    )
    .innerJoin('people_record_person as b', (join) =>
      join.onRef('b.source_record_id', '=', 'c.other_record_id').on('b.company_id', '=', companyId),
    )
    .where('c.company_id', '=', companyId)
    .where('c.state', 'in', waiting)
    .whereRef('a.person_id', '<>', 'b.person_id')
    // Two pairs of records may be of the same two persons, once others of theirs were merged.
    .select(
      sql<number>`count(distinct (least(a.person_id, b.person_id), greatest(a.person_id, b.person_id)))`.as('count'),
    )
    .executeTakeFirstOrThrow()
  return row.count
}

/** Every pair of records still to be decided that is of these two persons. */
export async function openBetween(work: Work, one: string, other: string): Promise<string[]> {
  const rows = await candidates(work)
    .where('c.state', 'in', waiting)
    .where('a.person_id', 'in', [one, other])
    .where('b.person_id', 'in', [one, other])
    .whereRef('a.person_id', '<>', 'b.person_id')
    .execute()
  return rows.map(({ id }) => id)
}

export type CandidateChange = {
  state: CandidateState
  mergeId?: string | null
  reasons?: readonly LinkReason[]
  score?: number
  /** The run that decides it; what anybody else decides belongs to no run any more. */
  runId?: string | undefined
}

export async function changeCandidate(
  { tx, companyId, now, actor }: Work,
  id: string,
  change: CandidateChange,
): Promise<void> {
  const isDecided = change.state !== 'OPEN'
  await tx
    .updateTable('linkage_candidate')
    .set({
      state: change.state,
      merge_id: change.mergeId ?? null,
      run_id: change.runId ?? null,
      ...(change.reasons && { reasons: JSON.stringify(change.reasons) }),
      ...(change.score !== undefined && { score: change.score }),
      decided_by: isDecided ? `${actor.kind}:${actor.id}` : null,
      decided_at: isDecided ? now : null,
    })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

/** How probable pairs are, of those that still wait. */
export async function weigh({ tx, companyId }: Work, scores: ReadonlyMap<string, number>): Promise<void> {
  if (scores.size === 0) return
  await sql`
    update linkage_candidate as c set score = weighed.score
    from unnest(${[...scores.keys()]}::uuid[], ${[...scores.values()]}::real[]) as weighed (id, score)
    where c.company_id = ${companyId} and c.id = weighed.id and c.state = any (${waiting as string[]}) and c.score <> weighed.score
  `.execute(tx)
}

export async function findCandidateByMerge({ tx, companyId }: Work, mergeId: string): Promise<string | undefined> {
  const row = await tx
    .selectFrom('linkage_candidate')
    .select('id')
    .where('company_id', '=', companyId)
    .where('merge_id', '=', mergeId)
    .executeTakeFirst()
  return row?.id
}

/** Forgets every pair that any of these records is in. */
export async function dropPairs({ tx, companyId }: Work, records: readonly string[]): Promise<void> {
  if (records.length === 0) return
  for (const table of ['linkage_candidate', 'linkage_refusal'] as const) {
    await tx
      .deleteFrom(table)
      .where('company_id', '=', companyId)
      .where((e) => e.or([e('one_record_id', 'in', records), e('other_record_id', 'in', records)]))
      .execute()
  }
}

export async function countPairs({ tx, companyId }: Work, records: readonly string[]): Promise<number> {
  if (records.length === 0) return 0
  const row = await tx
    .selectFrom('linkage_candidate')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('company_id', '=', companyId)
    .where((e) => e.or([e('one_record_id', 'in', records), e('other_record_id', 'in', records)]))
    .executeTakeFirstOrThrow()
  return row.count
}
