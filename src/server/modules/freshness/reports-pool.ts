import { sql } from 'kysely'
import type { Standing } from '../../../contract/pool/freshness.ts'
import type { PersonField } from '../../../contract/people/person-fields.ts'
import type { Work } from '../../kernel/work.ts'
import { ageingUntil, freshUntil } from './ageing.ts'
import { halfLives, ageingFields } from './half-lives.ts'

const dayMs = 86_400_000

/** Since when an observation of each field is fresh, and before when it is stale. */
const limitsOf = (now: Date) =>
  ageingFields.map((field) => {
    const { days, worth } = halfLives[field]!
    const ago = (lives: number) => new Date(now.getTime() - lives * days * dayMs).toISOString()
    return { field, days, worth, fresh: ago(freshUntil), stale: ago(ageingUntil) }
  })

const limitsAs = (now: Date) =>
  sql`jsonb_to_recordset(${JSON.stringify(limitsOf(now))}::jsonb)
    as l (field text, days double precision, worth double precision, fresh timestamptz, stale timestamptz)`

export type FieldCounts = { field: PersonField; counts: Record<Standing, number>; missing: number }

/** Of how many people each field is fresh, ageing or stale. */
export async function countByField({ tx, companyId, now }: Work): Promise<{ people: number; fields: FieldCounts[] }> {
  const total = await sql<{ people: number }>`
    select count(*)::integer as people from people_listed where company_id = ${companyId}`.execute(tx)
  const people = total.rows[0]?.people ?? 0
  const { rows } = await sql<{ field: PersonField; fresh: number; ageing: number; stale: number }>`
    select l.field,
      (count(*) filter (where o.at >= l.fresh))::integer as fresh,
      (count(*) filter (where o.at < l.fresh and o.at >= l.stale))::integer as ageing,
      (count(*) filter (where o.at < l.stale))::integer as stale
    from people_listed as p
    cross join ${limitsAs(now)}
    cross join lateral (select (p.fields -> l.field ->> 'observedAt')::timestamptz as at) as o
    where p.company_id = ${companyId} and p.fields ? l.field
    group by l.field`.execute(tx)
  const found = new Map(rows.map((row) => [row.field, row]))
  const fields = ageingFields.map((field) => {
    const { fresh = 0, ageing = 0, stale = 0 } = found.get(field) ?? {}
    return { field, counts: { FRESH: fresh, AGEING: ageing, STALE: stale }, missing: people - fresh - ageing - stale }
  })
  return { people, fields }
}

export type Behind = { field: PersonField; standing: Standing | 'MISSING'; limit: number; offset: number }
export type PersonBehind = { personId: string; name: string | null; observedAt: Date | null }

/** The people behind one of the counts, whose value is oldest first. */
export async function peopleByField(
  { tx, companyId, now }: Work,
  { field, standing, limit, offset }: Behind,
): Promise<{ total: number; people: PersonBehind[] }> {
  const { fresh, stale } = limitsOf(now).find((one) => one.field === field) ?? {
    fresh: now.toISOString(),
    stale: now.toISOString(),
  }
  const at = sql`(p.fields -> ${field} ->> 'observedAt')::timestamptz`
  const stands = {
    FRESH: sql`${at} >= ${fresh}`,
    AGEING: sql`${at} < ${fresh} and ${at} >= ${stale}`,
    STALE: sql`${at} < ${stale}`,
    MISSING: sql`not (p.fields ? ${field})`,
  }[standing]
  const counted = await sql<{ total: number }>`
    select count(*)::integer as total from people_listed as p
    where p.company_id = ${companyId} and ${stands}`.execute(tx)
  const { rows } = await sql<PersonBehind>`
    select p.person_id as "personId", p.name, ${at} as "observedAt" from people_listed as p
    where p.company_id = ${companyId} and ${stands}
    order by ${at} nulls last, p.sort_key, p.person_id limit ${limit} offset ${offset}`.execute(tx)
  return { total: counted.rows[0]?.total ?? 0, people: rows }
}

export type Candidate = {
  personId: string
  name: string | null
  email: string | null
  score: number
  isInProcess: boolean
}

/**
 * Who has something stale, the most worthwhile to ask first: the sum over their fields of what each is worth and how
 * far it no longer holds, more for who got further in a selection here.
 */
export async function candidates({ tx, companyId, now }: Work, limit: number): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    select p.person_id as "personId", p.name, p.email, round((a.lost * coalesce(s.reached, 1))::numeric, 3)::float8 as score,
      coalesce(s.in_process, false) as "isInProcess"
    from people_listed as p
    cross join lateral (
      select sum(l.worth * (1 - power(0.5, greatest(extract(epoch from ${now}::timestamptz - o.at), 0) / 86400 / l.days))) as lost,
        bool_or(o.at < l.stale) as is_stale
      from ${limitsAs(now)}
      cross join lateral (select (p.fields -> l.field ->> 'observedAt')::timestamptz as at) as o
      where p.fields ? l.field
    ) as a
    left join (
      select person_id, bool_or(state in ('ACTIVE', 'ON_HOLD', 'OFFERED', 'OFFER_ACCEPTED', 'HIRED')) as in_process,
        max(case when stage in ('FINAL_INTERVIEW', 'REFERENCE_CHECK', 'OFFER_MEETING', 'INFORMAL_OFFER', 'OFFER') then 1.5
          when stage like 'INTERVIEW%' then 1.25 else 1 end) as reached
      from selection_listed where company_id = ${companyId} group by person_id
    ) as s on s.person_id = p.person_id
    where p.company_id = ${companyId} and a.is_stale
    order by score desc, p.person_id limit ${limit}`.execute(tx)
  return rows
}
