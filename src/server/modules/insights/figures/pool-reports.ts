import { sql } from 'kysely'
import type { Work } from '../../../kernel/work.ts'

/** What a number counts one of: a person, or an application of theirs. */
export type Counted = { personId: string; applicationId: string | null }
export type CountedPage = { total: number; people: number; rows: Counted[] }
export type Page = { limit: number; offset: number }

/** The people of the pool, and of how many anything was observed since then. */
export async function countFreshness(
  { tx, companyId }: Work,
  since: Date,
): Promise<{ people: number; updated: number }> {
  const { rows } = await sql<{ people: number; updated: number }>`
    select count(*)::integer as people, (count(*) filter (where observed_at >= ${since}))::integer as updated
    from people_listed where company_id = ${companyId}`.execute(tx)
  return rows[0] ?? { people: 0, updated: 0 }
}

export async function pageOfFreshness(
  { tx, companyId }: Work,
  { since, isUpdated, limit, offset }: Page & { since: Date; isUpdated: boolean },
): Promise<Counted[]> {
  const compared = isUpdated ? sql`observed_at >= ${since}` : sql`observed_at < ${since}`
  const { rows } = await sql<{ personId: string }>`
    select person_id as "personId" from people_listed where company_id = ${companyId} and ${compared}
    order by sort_key, person_id limit ${limit} offset ${offset}`.execute(tx)
  return rows.map(({ personId }) => ({ personId, applicationId: null }))
}

export async function countStates({ tx, companyId }: Work): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ state: string; count: number }>`
    select state, count(*)::integer as count from selection_listed where company_id = ${companyId}
    group by state`.execute(tx)
  return new Map(rows.map(({ state, count }) => [state, count]))
}

/** Applications that stand so, those that ended last first. */
export async function pageOfStates(
  { tx, companyId }: Work,
  { states, limit, offset }: Page & { states: readonly string[] },
): Promise<CountedPage> {
  const { rows } = await sql<{ personId: string; applicationId: string }>`
    select person_id as "personId", id as "applicationId" from selection_listed
    where company_id = ${companyId} and state = any (${states as string[]})
    order by coalesce(ended_at, changed_at) desc, id limit ${limit} offset ${offset}`.execute(tx)
  const counts = await sql<{ total: number; people: number }>`
    select count(*)::integer as total, count(distinct person_id)::integer as people from selection_listed
    where company_id = ${companyId} and state = any (${states as string[]})`.execute(tx)
  return { ...(counts.rows[0] ?? { total: 0, people: 0 }), rows }
}

/** Each person's first end: the earliest moment from which another application is a re-application. */
const firstEnds = (companyId: string, states: readonly string[]) => sql`
  select person_id, min(ended_at) as ended_at from selection_listed
  where company_id = ${companyId} and state = any (${states as string[]}) and ended_at is not null group by person_id`

const everyEnd = ['REJECTED', 'WITHDRAWN', 'OFFER_DECLINED', 'HIRED', 'CLOSED_DUPLICATE']

/** Those who applied again after an end (`again`), or whom the company hired after it had rejected them (`hired`). */
const came = (companyId: string, how: 'again' | 'hired') => {
  const later =
    how === 'again'
      ? sql`a.applied_at > f.ended_at`
      : sql`a.state in ('OFFER_ACCEPTED', 'HIRED') and a.applied_at >= f.ended_at`
  const ends = firstEnds(companyId, how === 'again' ? everyEnd : ['REJECTED'])
  return sql`
    select f.person_id from (${ends}) f where exists (
      select from selection_listed a
      where a.company_id = ${companyId} and a.person_id = f.person_id and ${later})`
}

/** Of the people who could come back, how many did. */
export async function countReturned(
  { tx, companyId }: Work,
  how: 'again' | 'hired',
): Promise<{ could: number; did: number }> {
  const could = await sql<{ count: number }>`select count(*)::integer as count
    from (${firstEnds(companyId, how === 'again' ? everyEnd : ['REJECTED'])}) f`.execute(tx)
  const did = await sql<{ count: number }>`
    select count(*)::integer as count from (${came(companyId, how)}) f`.execute(tx)
  return { could: could.rows[0]?.count ?? 0, did: did.rows[0]?.count ?? 0 }
}

export async function pageOfReturned(
  { tx, companyId }: Work,
  { how, limit, offset }: Page & { how: 'again' | 'hired' },
): Promise<Counted[]> {
  const { rows } = await sql<{ personId: string }>`
    select person_id as "personId" from (${came(companyId, how)}) f
    order by person_id limit ${limit} offset ${offset}`.execute(tx)
  return rows.map(({ personId }) => ({ personId, applicationId: null }))
}

/** The people whom this company ever rejected. */
export async function rejectedPeople({ tx, companyId }: Work): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ personId: string }>`
    select distinct person_id as "personId" from selection_listed
    where company_id = ${companyId} and state = 'REJECTED' limit 500000`.execute(tx)
  return new Set(rows.map(({ personId }) => personId))
}

export type ShownRow = Counted & {
  isErased: boolean
  name: string | null
  employer: string | null
  prefecture: string | null
  openingTitle: string | null
  appliedAt: Date | null
}

/** How a page of what was counted is shown, in its order. Who was erased is in the count and has no name. */
export async function shownRows({ tx, companyId }: Work, counted: readonly Counted[]): Promise<ShownRow[]> {
  if (counted.length === 0) return []
  const people = await sql<{ id: string; name: string | null; employer: string | null; prefecture: string | null }>`
    select person_id as id, name, employer, prefecture from people_listed
    where company_id = ${companyId} and person_id = any (${counted.map(({ personId }) => personId)}::uuid[])`.execute(
    tx,
  )
  const applications = await sql<{ id: string; openingTitle: string | null; appliedAt: Date }>`
    select id, opening_title as "openingTitle", applied_at as "appliedAt" from selection_listed
    where company_id = ${companyId}
      and id = any (${counted.flatMap(({ applicationId }) => applicationId ?? [])}::uuid[])`.execute(tx)
  const known = new Map(people.rows.map((row) => [row.id, row]))
  const applied = new Map(applications.rows.map((row) => [row.id, row]))
  return counted.map((one) => {
    const person = known.get(one.personId)
    const application = applied.get(one.applicationId ?? '')
    return {
      ...one,
      isErased: person === undefined,
      name: person?.name ?? null,
      employer: person?.employer ?? null,
      prefecture: person?.prefecture ?? null,
      openingTitle: application?.openingTitle ?? null,
      appliedAt: application?.appliedAt ?? null,
    }
  })
}
