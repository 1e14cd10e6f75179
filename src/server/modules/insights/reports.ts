import { sql } from 'kysely'
import type { DateBasis } from '../../../engines/statistics/index.ts'
import type { Work } from '../../kernel/work.ts'
import { tooMany } from './errors.ts'

export type HistoryRow = {
  applicationId: string
  personId: string
  openingId: string
  channel: string
  appliedAt: Date
  state: string
  kind: string | null
  stage: string
  occurredAt: Date | null
  withdrawalTiming: string | null
}

export type HistoryFilter = {
  openingId?: string | undefined
  channel?: string | undefined
  /** Of `APPLIED_COHORT` who applied in the period; of `EVENT_DATE` who could have a result in it. */
  basis: DateBasis
  from: Date
  until: Date
}

/** More are refused (`insights.too-many`), so that one question cannot take the whole server's memory. */
export const mostApplications = 200_000
const pageSize = 5_000

/**
 * The applications asked for with their transitions, oldest first, a page of applications at a time; one row without a
 * kind for an application that never moved.
 */
export async function* histories(
  work: Work,
  filter: HistoryFilter,
  { most = mostApplications, page = pageSize }: { most?: number; page?: number } = {},
): AsyncGenerator<HistoryRow[]> {
  let after: string | undefined
  for (let seen = 0; ;) {
    const ids = await applicationIds(work, filter, { after, limit: page })
    seen += ids.length
    if (seen > most) throw tooMany({ most })
    if (ids.length > 0) yield await historyOf(work, ids)
    after = ids.at(-1)
    if (ids.length < page) return
  }
}

async function applicationIds(
  { tx, companyId }: Work,
  { openingId, channel, basis, from, until }: HistoryFilter,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<string[]> {
  const rows = await tx
    .selectFrom('selection_listed')
    .select('id')
    .where('company_id', '=', companyId)
    .where('applied_at', '<', until)
    .$if(basis === 'APPLIED_COHORT', (query) => query.where('applied_at', '>=', from))
    .$if(basis === 'EVENT_DATE', (query) =>
      query.where((e) => e.or([e('ended_at', 'is', null), e('ended_at', '>=', from)])),
    )
    .$if(openingId !== undefined, (query) => query.where('opening_id', '=', openingId ?? ''))
    .$if(channel !== undefined, (query) => query.where('channel', '=', channel ?? ''))
    .$if(after !== undefined, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id ?? '')
}

async function historyOf({ tx, companyId }: Work, ids: readonly string[]): Promise<HistoryRow[]> {
  const rows = await tx
    .selectFrom('selection_history')
    .select([
      'application_id',
      'person_id',
      'opening_id',
      'channel',
      'applied_at',
      'state',
      'kind',
      'stage',
      'occurred_at',
      'withdrawal_timing',
    ])
    .where('company_id', '=', companyId)
    .where('application_id', '=', sql<string>`any (${ids as string[]}::uuid[])`)
    .orderBy('application_id')
    .orderBy('occurred_at')
    .execute()
  return rows.map((row) => ({
    applicationId: row.application_id ?? '',
    personId: row.person_id ?? '',
    openingId: row.opening_id ?? '',
    channel: row.channel ?? '',
    appliedAt: row.applied_at ?? new Date(0),
    state: row.state ?? '',
    kind: row.kind,
    stage: row.stage ?? '',
    occurredAt: row.occurred_at,
    withdrawalTiming: row.withdrawal_timing,
  }))
}

export type EvaluationRow = {
  personId: string
  applicationId: string
  interviewer: string
  name: string
  stage: string
  recommendation: string
}

const mostEvaluations = 200_000

/** The evaluations that stand, of the period. An interviewer without an account is known by the name given. */
export async function readEvaluations(
  { tx, companyId }: Work,
  { from, until }: { from: Date; until: Date },
): Promise<EvaluationRow[]> {
  const rows = await tx
    .selectFrom('selection_evaluated')
    .select(['person_id', 'application_id', 'staff_id', 'evaluator', 'stage', 'recommendation'])
    .where('company_id', '=', companyId)
    .where('occurred_at', '>=', from)
    .where('occurred_at', '<', until)
    .orderBy('occurred_at', 'desc')
    .limit(mostEvaluations + 1)
    .execute()
  if (rows.length > mostEvaluations) throw tooMany({ most: mostEvaluations })
  return rows.map((row) => ({
    personId: row.person_id ?? '',
    applicationId: row.application_id ?? '',
    interviewer: row.staff_id ?? `name:${row.evaluator ?? ''}`,
    name: row.evaluator ?? '',
    stage: row.stage ?? '',
    recommendation: row.recommendation ?? '',
  }))
}

/** Whether anybody is in the pool. */
export async function hasPeople({ tx, companyId }: Work): Promise<boolean> {
  const row = await tx
    .selectFrom('people_listed')
    .select('person_id')
    .where('company_id', '=', companyId)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}
