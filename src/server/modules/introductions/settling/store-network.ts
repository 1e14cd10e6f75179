import { sql } from 'kysely'
import { z } from 'zod'
import {
  IntroductionStep,
  type IntroductionProgress,
  type IntroductionState,
} from '../../../../contract/introductions/introductions.ts'
import type { Work } from '../../../kernel/work.ts'

export type Standing = {
  id: string
  employerId: string
  state: IntroductionState
  progress: IntroductionProgress | null
  steps: readonly IntroductionStep[]
  askedAt: string
  endedAt: string | null
  answerBy: string | null
  version: number
}

/** In the operator's realm: keeps how an introduction stands; an older word than is kept changes nothing. */
export async function putStanding({ tx, companyId }: Work, standing: Standing): Promise<void> {
  await tx
    .insertInto('introductions_network')
    .values({
      company_id: companyId,
      id: standing.id,
      employer_id: standing.employerId,
      state: standing.state,
      progress: standing.progress,
      steps: JSON.stringify(standing.steps),
      asked_at: new Date(standing.askedAt),
      ended_at: standing.endedAt === null ? null : new Date(standing.endedAt),
      answer_by: standing.answerBy === null ? null : new Date(standing.answerBy),
      version: standing.version,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['company_id', 'id'])
        .doUpdateSet((e) => ({
          state: e.ref('excluded.state'),
          progress: e.ref('excluded.progress'),
          steps: e.ref('excluded.steps'),
          ended_at: e.ref('excluded.ended_at'),
          answer_by: e.ref('excluded.answer_by'),
          version: e.ref('excluded.version'),
        }))
        .where((e) => e('introductions_network.version', '<', e.ref('excluded.version'))),
    )
    .execute()
}

/** In the operator's realm: the network's introductions by state, and the accepted ones by how they went on. */
export async function countStandings({ tx, companyId }: Work): Promise<{
  byState: Partial<Record<IntroductionState, number>>
  byProgress: Partial<Record<IntroductionProgress, number>>
}> {
  const rows = await tx
    .selectFrom('introductions_network')
    .select((e) => ['state', 'progress', e.fn.countAll<number>().as('count')])
    .where('company_id', '=', companyId)
    .groupBy(['state', 'progress'])
    .execute()
  const byState: Partial<Record<IntroductionState, number>> = {}
  const byProgress: Partial<Record<IntroductionProgress, number>> = {}
  for (const { state, progress, count } of rows) {
    const key = state as IntroductionState
    byState[key] = (byState[key] ?? 0) + Number(count)
    if (progress === null) continue
    const reached = progress as IntroductionProgress
    byProgress[reached] = (byProgress[reached] ?? 0) + Number(count)
  }
  return { byState, byProgress }
}

export type NetworkStandingRow = {
  id: string
  employerId: string
  state: IntroductionState
  progress: IntroductionProgress | null
  steps: IntroductionStep[]
  askedAt: Date
  endedAt: Date | null
  answerBy: Date | null
}

type Filter = {
  states?: readonly IntroductionState[] | undefined
  employerId?: string | undefined
  before?: string | undefined
  limit: number
}

const standings = ({ tx, companyId }: Work) =>
  tx
    .selectFrom('introductions_network')
    .select([
      'id',
      'employer_id as employerId',
      'state',
      'progress',
      'steps',
      'asked_at as askedAt',
      'ended_at as endedAt',
      'answer_by as answerBy',
    ])
    .where('company_id', '=', companyId)

type Row = Awaited<ReturnType<ReturnType<typeof standings>['executeTakeFirstOrThrow']>>
const typed = (row: Row): NetworkStandingRow => ({
  ...row,
  state: row.state as IntroductionState,
  progress: row.progress as IntroductionProgress | null,
  steps: z.array(IntroductionStep).parse(row.steps),
})

/** In the operator's realm: introductions of the network, newest first. */
export async function listStandings(
  work: Work,
  { states, employerId, before, limit }: Filter,
): Promise<NetworkStandingRow[]> {
  let query = standings(work).orderBy('id', 'desc').limit(limit)
  if (states) query = query.where('state', 'in', states)
  if (employerId) query = query.where('employer_id', '=', employerId)
  if (before) query = query.where('id', '<', before)
  return (await query.execute()).map(typed)
}

/** In the operator's realm: one introduction as it stands. */
export async function networkIntroduction(work: Work, id: string): Promise<NetworkStandingRow | undefined> {
  const row = await standings(work).where('id', '=', id).executeTakeFirst()
  return row && typed(row)
}

/** In the operator's realm: how many hours each accepted introduction took, the newest 5,000. */
export async function answerTimes({ tx, companyId }: Work): Promise<number[]> {
  const rows = await tx
    .selectFrom('introductions_network')
    .select(['asked_at as askedAt', 'ended_at as endedAt'])
    .where('company_id', '=', companyId)
    .where('state', '=', 'ACCEPTED')
    .orderBy('id', 'desc')
    .limit(5_000)
    .execute()
  return rows.flatMap(({ askedAt, endedAt }) => (endedAt ? [(endedAt.getTime() - askedAt.getTime()) / 3_600_000] : []))
}

/** In the operator's realm: open requests that lapse before a moment. */
export async function countLapsing({ tx, companyId }: Work, before: Date): Promise<number> {
  const { count } = await tx
    .selectFrom('introductions_network')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('company_id', '=', companyId)
    .where('state', '=', 'ASKED')
    .where('answer_by', '<', before)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** In the operator's realm: slots spent, by company and day (UTC). */
export async function spentByDay({
  tx,
  companyId,
}: Work): Promise<{ employerId: string; day: string; count: number }[]> {
  const { rows } = await sql<{ employerId: string; day: string; count: number }>`
    select employer_id as "employerId", to_char(ended_at at time zone 'UTC', 'YYYY-MM-DD') as day, count(*)::integer as count
    from introductions_network where company_id = ${companyId} and state = 'ACCEPTED' and ended_at is not null
    group by 1, 2 order by 2`.execute(tx)
  return rows
}

/** In the operator's realm: how many slots were asked for since a moment, whatever became of the requests. */
export async function askedSince({ tx, companyId }: Work, since: Date): Promise<number> {
  const { count } = await tx
    .selectFrom('introductions_network')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('company_id', '=', companyId)
    .where('asked_at', '>=', since)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** In the operator's realm: how many requests of each company persons said yes to, and how many came to nothing. */
export async function introductionsByEmployer({
  tx,
  companyId,
}: Work): Promise<Map<string, { accepted: number; unanswered: number }>> {
  const { rows } = await sql<{ employerId: string; accepted: number; unanswered: number }>`
    select employer_id as "employerId", count(*) filter (where state = 'ACCEPTED')::integer as accepted,
      count(*) filter (where state in ('DECLINED', 'LAPSED'))::integer as unanswered
    from introductions_network where company_id = ${companyId} group by 1`.execute(tx)
  return new Map(rows.map(({ employerId, ...counts }) => [employerId, counts]))
}

/** In the operator's realm: requests by the month (UTC) in which they were made, and the hours to each yes by its own. */
export async function introductionMonths(
  { tx, companyId }: Work,
  since: Date,
): Promise<Map<string, { asked: number; hours: number[] }>> {
  const asked = await sql<{ month: string; asked: number }>`
    select to_char(asked_at at time zone 'UTC', 'YYYY-MM') as month, count(*)::integer as asked
    from introductions_network where company_id = ${companyId} and asked_at >= ${since} group by 1`.execute(tx)
  const accepted = await sql<{ month: string; hours: number[] }>`
    select to_char(ended_at at time zone 'UTC', 'YYYY-MM') as month,
      array_agg(date_part('epoch', ended_at - asked_at) / 3600) as hours
    from introductions_network where company_id = ${companyId} and state = 'ACCEPTED' and ended_at >= ${since}
    group by 1`.execute(tx)
  const months = new Map(asked.rows.map(({ month, asked: count }) => [month, { asked: count, hours: [] as number[] }]))
  for (const { month, hours } of accepted.rows) months.set(month, { asked: months.get(month)?.asked ?? 0, hours })
  return months
}

/** The ids of the introductions that persons said yes to. */
export async function acceptedIntroductions({ tx, companyId }: Work): Promise<string[]> {
  const rows = await tx
    .selectFrom('introductions_network')
    .select('id')
    .where('company_id', '=', companyId)
    .where('state', '=', 'ACCEPTED')
    .execute()
  return rows.map(({ id }) => id)
}
