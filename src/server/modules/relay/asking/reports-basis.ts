import { sql, type RawBuilder } from 'kysely'
import type { BasisState } from '../../../../contract/consent/asking.ts'
import { companyRules } from '../../accounts/index.ts'
import type { Work } from '../../../kernel/work.ts'

export type BasisRow = {
  id: string
  name: string | null
  email: string | null
  state: BasisState
  since: Date | null
  until: Date | null
  askedAt: Date | null
  isUnanswered: boolean
  /** How often the company has written to them of its own wish within the days of its contact budget. */
  contacts: number
}

const dayMs = 86_400_000

/**
 * On what ground each person is kept; of these people alone where they are named. The first ground that holds is the
 * person's: their own yes, a selection, their own no, the relay, a purpose that was on record when they applied last.
 */
async function grounds(work: Work, only?: readonly string[]): Promise<RawBuilder<BasisRow>> {
  const { companyId, now } = work
  const { days } = (await companyRules(work)).contactBudget
  const since = new Date(now.getTime() - days * dayMs)
  const among = (column: string) =>
    only === undefined ? sql`` : sql`and ${sql.ref(column)} = any (${only as string[]}::uuid[])`
  return sql<BasisRow>`
    with published as (
      select min(recorded_at) as at from consent_basis where company_id = ${companyId} and kind = 'POOL'
    ), decided as (
      select distinct on (l.person_id) l.person_id, s.decision, s.occurred_at as at, e.expires_at as until
      from consent_state as s
      join consent_event as e on e.company_id = ${companyId} and e.id = s.event_id
      join people_record_person as l on l.company_id = ${companyId} and l.source_record_id = s.source_record_id
      where s.company_id = ${companyId} and s.purpose = 'POOL' and s.recipient = ${companyId} ${among('l.person_id')}
      order by l.person_id, s.occurred_at desc, e.id desc
    ), applied as (
      select person_id, max(applied_at) as at, bool_or(state in ('OFFERED', 'OFFER_ACCEPTED', 'HIRED')
        or (live and state in ('ACTIVE', 'ON_HOLD'))) as is_open
      from selection_listed where company_id = ${companyId} ${among('person_id')} group by person_id
    ), joined as (
      select distinct l.person_id from relay_person_member as m
      join people_record_person as l on l.company_id = ${companyId} and l.source_record_id = m.source_record_id
      where m.company_id = ${companyId} and m.state = 'LINKED' ${among('l.person_id')}
    ), asked as (
      select distinct on (person_id) person_id, sent_at as at, answer from relay_asked
      where company_id = ${companyId} and sent_at is not null ${among('person_id')}
      order by person_id, sent_at desc
    ), spent as (
      select person_id, count(*)::integer as times from messages_budget
      where company_id = ${companyId} and spent_at > ${since} ${among('person_id')} group by person_id
    )
    select p.person_id as id, p.name, p.email, g.state, case g.state when 'CONSENT' then c.at when 'REFUSED' then c.at
        when 'EXPIRED' then c.at else a.at end as since,
      case when g.state in ('CONSENT', 'EXPIRED') then c.until end as until,
      k.at as "askedAt", (k.at is not null and k.answer is null) as "isUnanswered", coalesce(b.times, 0) as contacts
    from people_listed as p
    left join decided as c on c.person_id = p.person_id
    left join applied as a on a.person_id = p.person_id
    left join joined as j on j.person_id = p.person_id
    left join asked as k on k.person_id = p.person_id
    left join spent as b on b.person_id = p.person_id
    cross join published as f
    cross join lateral (select case
      when c.decision = 'GIVEN' and (c.until is null or c.until > ${now}) then 'CONSENT'
      when a.is_open then 'SELECTION'
      when c.decision in ('REFUSED', 'WITHDRAWN') then 'REFUSED'
      when j.person_id is not null then 'MEMBER'
      when a.at >= f.at then 'PUBLISHED'
      when c.decision = 'GIVEN' then 'EXPIRED'
      else 'UNKNOWN' end as state) as g
    where p.company_id = ${companyId} ${among('p.person_id')}`
}

/** How many people are kept on which ground, and how many of those without one were asked and have not answered. */
export async function countBasis(work: Work): Promise<{ state: BasisState; people: number; unanswered: number }[]> {
  const { rows } = await sql<{ state: BasisState; people: number; unanswered: number }>`
    select state, count(*)::integer as people, (count(*) filter (where "isUnanswered"))::integer as unanswered
    from (${await grounds(work)}) as known group by state`.execute(work.tx)
  return rows
}

type Page = {
  states?: readonly BasisState[] | undefined
  asked?: 'UNANSWERED' | 'NEVER' | undefined
  after?: string | undefined
  limit: number
}

/** In the order of their ids. */
export async function listBasis(work: Work, { states, asked, after, limit }: Page): Promise<BasisRow[]> {
  const { rows } = await sql<BasisRow>`
    select * from (${await grounds(work)}) as known where true
      ${states === undefined ? sql`` : sql`and state = any (${states as string[]}::text[])`}
      ${asked === 'UNANSWERED' ? sql`and "isUnanswered"` : asked === 'NEVER' ? sql`and "askedAt" is null` : sql``}
      ${after === undefined ? sql`` : sql`and id > ${after}`}
    order by id limit ${limit}`.execute(work.tx)
  return rows
}

/** The grounds of these people. */
export async function basisOf(work: Work, personIds: readonly string[]): Promise<Map<string, BasisRow>> {
  if (personIds.length === 0) return new Map()
  const { rows } = await (await grounds(work, personIds)).execute(work.tx)
  return new Map(rows.map((row) => [row.id, row]))
}
