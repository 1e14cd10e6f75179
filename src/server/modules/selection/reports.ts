import { sql } from 'kysely'
import type { RetentionClass } from '../../../contract/retention/retention.ts'
import type { ApplicationState, Stage } from '../../../contract/selection/selection-terms.ts'
import type { RetentionFact, Subject } from '../../kernel/module.ts'
import type { Work } from '../../kernel/work.ts'
import { applications, typed, type Application } from './store-applications.ts'

export type StageCount = { openingId: string; stage: Stage; state: ApplicationState; count: number }

export async function countByStage({ tx, companyId }: Work, openingIds: readonly string[]): Promise<StageCount[]> {
  if (openingIds.length === 0) return []
  const rows = await tx
    .selectFrom('selection_application')
    .select((e) => ['opening_id as openingId', 'stage', 'state', e.fn.countAll<number>().as('count')])
    .where('company_id', '=', companyId)
    .where('opening_id', 'in', openingIds)
    .groupBy(['opening_id', 'stage', 'state'])
    .execute()
  return rows as StageCount[]
}

const stuck = ({ tx, companyId }: Work, before: Date) =>
  tx
    .selectFrom('selection_application')
    .where('company_id', '=', companyId)
    .where('state', '=', 'ACTIVE')
    .where('live', '=', true)
    .where('stage_since', '<', before)

/** Applications in use that have stood in one stage since before this moment. */
export async function countStuck(work: Work, before: Date): Promise<{ count: number; oldestAt: Date | null }> {
  const row = await stuck(work, before)
    .select((e) => [e.fn.countAll<number>().as('count'), e.fn.min('stage_since').as('oldestAt')])
    .executeTakeFirstOrThrow()
  return { count: Number(row.count), oldestAt: row.oldestAt }
}

/** The same applications, the longest standing first. */
export async function listStuck(
  work: Work,
  { before, after, limit }: { before: Date; after?: { since: Date; id: string } | undefined; limit: number },
): Promise<Application[]> {
  const { companyId } = work
  let query = applications(work)
    .where('a.company_id', '=', companyId)
    .where('a.state', '=', 'ACTIVE')
    .where('a.live', '=', true)
    .where('a.stage_since', '<', before)
  if (after) query = query.where((e) => e(e.refTuple('a.stage_since', 'a.id'), '>', e.tuple(after.since, after.id)))
  const rows = await query.orderBy('a.stage_since').orderBy('a.id').limit(limit).execute()
  return rows.map(typed)
}

/** The person behind each of these ids that is an application or an interview. */
export async function personsBehind({ tx, companyId }: Work, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; person_id: string }>`
    select named.id, p.person_id from (
      select id, id as application_id from selection_application
      where company_id = ${companyId} and id = any (${ids as string[]}::uuid[])
      union all
      select id, application_id from selection_interview
      where company_id = ${companyId} and id = any (${ids as string[]}::uuid[])
    ) as named
    join selection_application as a on a.company_id = ${companyId} and a.id = named.application_id
    join people_record_person as p on p.company_id = ${companyId} and p.source_record_id = a.source_record_id`.execute(
    tx,
  )
  return new Map(rows.map((row) => [row.id, row.person_id]))
}

const classes: Record<ApplicationState, RetentionClass> = {
  ACTIVE: 'APPLICANT',
  ON_HOLD: 'APPLICANT',
  OFFERED: 'APPLICANT',
  OFFER_ACCEPTED: 'APPLICANT',
  CLOSED_DUPLICATE: 'APPLICANT',
  REJECTED: 'REJECTED',
  WITHDRAWN: 'WITHDRAWN',
  OFFER_DECLINED: 'WITHDRAWN',
  HIRED: 'HIRED',
}

/**
 * What each application makes of its person, and whether it keeps them: while it is in process or an offer stands. An
 * imported application of the past without a result is not in process; its last step starts the clock.
 */
export async function standingsOf({ tx, companyId }: Work, subjects: readonly Subject[]): Promise<RetentionFact[]> {
  const { rows } = await sql<{ person_id: string; state: ApplicationState; live: boolean; at: Date }>`
    select p.person_id, a.state, a.live, greatest(a.applied_at, a.stage_since, a.ended_at) as at
    from selection_application as a
    join people_record_person as p on p.company_id = ${companyId} and p.source_record_id = a.source_record_id
    where a.company_id = ${companyId} and p.person_id = any (${subjects.map(({ personId }) => personId)}::uuid[])`.execute(
    tx,
  )
  return rows.flatMap(({ person_id: personId, state, live, at }): RetentionFact[] => {
    const reason = keeps(state, live)
    return [
      { personId, kind: 'STANDING', class: classes[state], at },
      ...(reason ? [{ personId, kind: 'KEEPS' as const, reason, until: null }] : []),
    ]
  })
}

function keeps(state: ApplicationState, live: boolean): 'IN_PROCESS' | 'OFFERED' | undefined {
  if (state === 'OFFERED' || state === 'OFFER_ACCEPTED') return 'OFFERED'
  return live && (state === 'ACTIVE' || state === 'ON_HOLD') ? 'IN_PROCESS' : undefined
}
