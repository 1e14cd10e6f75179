import { sql } from 'kysely'
import type { Work } from '../../kernel/work.ts'

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

type Filter = { openingId?: string | undefined; channel?: string | undefined }

/** Every application with its transitions, oldest first; one row without a kind for an application that never moved. */
export async function readHistories({ tx, companyId }: Work, { openingId, channel }: Filter): Promise<HistoryRow[]> {
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
    .$if(openingId !== undefined, (query) => query.where('opening_id', '=', openingId ?? ''))
    .$if(channel !== undefined, (query) => query.where('channel', '=', channel ?? ''))
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
  interviewer: string
  name: string
  stage: string
  recommendation: string
}

/** The evaluations that stand, of the period. An interviewer without an account is known by the name given. */
export async function readEvaluations(
  { tx, companyId }: Work,
  { from, until }: { from: Date; until: Date },
): Promise<EvaluationRow[]> {
  const rows = await tx
    .selectFrom('selection_evaluated')
    .select(['person_id', 'staff_id', 'evaluator', 'stage', 'recommendation'])
    .where('company_id', '=', companyId)
    .where('occurred_at', '>=', from)
    .where('occurred_at', '<', until)
    .execute()
  return rows.map((row) => ({
    personId: row.person_id ?? '',
    interviewer: row.staff_id ?? `name:${row.evaluator ?? ''}`,
    name: row.evaluator ?? '',
    stage: row.stage ?? '',
    recommendation: row.recommendation ?? '',
  }))
}

/** Each person of the pool, and when anything about them was last observed. */
export async function readFreshness({ tx, companyId }: Work): Promise<{ personId: string; observedAt: Date }[]> {
  const rows = await tx
    .selectFrom('people_listed')
    .select(['person_id', 'observed_at'])
    .where('company_id', '=', companyId)
    .execute()
  return rows.map((row) => ({ personId: row.person_id ?? '', observedAt: row.observed_at ?? new Date(0) }))
}

export type ShownPerson = { personId: string; name: string | null; employer: string | null; prefecture: string | null }

/** How these people are shown in a list, by reading of the name. */
export async function readShown({ tx, companyId }: Work, personIds: readonly string[]): Promise<ShownPerson[]> {
  if (personIds.length === 0) return []
  const rows = await tx
    .selectFrom('people_listed')
    .select(['person_id', 'name', 'employer', 'prefecture'])
    .where('company_id', '=', companyId)
    .where('person_id', '=', sql<string>`any (${personIds as string[]}::uuid[])`)
    .orderBy('name_kana')
    .orderBy('person_id')
    .execute()
  return rows.map((row) => ({
    personId: row.person_id ?? '',
    name: row.name,
    employer: row.employer,
    prefecture: row.prefecture,
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
