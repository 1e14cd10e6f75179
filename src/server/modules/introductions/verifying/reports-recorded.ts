import { sql } from 'kysely'
import type { Finding } from '../../../kernel/module.ts'
import type { MemberWork, Work } from '../../../kernel/work.ts'

/**
 * In a company's realm: how a request and a promise stand is what the log said of them last, and a promise is the one that
 * was stated with the request. The log is sealed (`audit`), so that a changed row is named and a changed log as well.
 */
export async function verifyRecorded({ tx, companyId }: Work): Promise<Finding[]> {
  const { rows } = await sql<Finding>`
    select 'introductions.state-as-recorded' as rule, 'introduction ' || r.id as where,
      r.state || ', recorded ' || coalesce(last.state, 'ASKED') as saw
    from introductions_request r
    left join lateral (
      select e.detail ->> 'state' as state from audit_event e
      where e.company_id = ${companyId} and e.subject_id = r.id::text and e.action = 'introductions.settled'
      order by e.id desc limit 1) last on true
    where r.company_id = ${companyId} and r.state <> coalesce(last.state, 'ASKED')
    union all
    select 'introductions.promise-as-recorded', 'promise ' || p.id,
      p.state || ' by ' || coalesce(p.settled_by, 'nobody') || ', recorded '
        || coalesce(last.state, 'PENDING') || ' by ' || coalesce(last.by, 'nobody')
    from introductions_promise p
    left join lateral (
      select e.detail ->> 'state' as state, e.detail ->> 'by' as by from audit_event e
      where e.company_id = ${companyId} and e.subject_id = p.introduction_id::text
        and e.action = 'introductions.promise-settled' and e.detail ->> 'kind' = p.kind
      order by e.id desc limit 1) last on true
    where p.company_id = ${companyId}
      and (p.state <> coalesce(last.state, 'PENDING') or p.settled_by is distinct from last.by)
    union all
    select 'introductions.promise-as-stated', 'promise ' || p.id, 'another kind, steps, days or beginning'
    from introductions_promise p
    join introductions_request r on r.company_id = ${companyId} and r.id = p.introduction_id
    where p.company_id = ${companyId} and (p.since <> r.ended_at or not exists (
      select from jsonb_array_elements(r.promises) as stated
      where stated ->> 'kind' = p.kind and (stated ->> 'days')::integer = p.days
        and stated -> 'steps' = to_jsonb(p.steps)))
    limit 100`.execute(tx)
  return rows
}

/** In the operator's realm: what it decided over a request or a promise is what the log says. */
export async function verifyDecisions({ tx, companyId }: Work): Promise<Finding[]> {
  const { rows } = await sql<Finding>`
    select 'introductions.gate-as-recorded' as rule, 'introduction ' || g.id as where,
      g.state || ', recorded ' || coalesce(last.state, 'nothing') as saw
    from introductions_gate g
    left join lateral (
      select e.detail ->> 'state' as state from audit_event e
      where e.company_id = ${companyId} and e.subject_id = g.id::text and e.action = 'introductions.gate-decided'
      order by e.id desc limit 1) last on true
    where g.company_id = ${companyId}
      and case when g.state in ('PASSED', 'REFUSED') then g.state end is distinct from last.state
    union all
    select 'introductions.finding-as-recorded', 'promise ' || p.id,
      coalesce(p.found, 'nothing') || ', recorded ' || coalesce(last.found, 'nothing')
    from introductions_network_promise p
    left join lateral (
      select e.detail ->> 'found' as found from audit_event e
      where e.company_id = ${companyId} and e.subject_id = p.introduction_id::text
        and e.action = 'network.promise-decided' and e.detail ->> 'kind' = p.kind
      order by e.id desc limit 1) last on true
    where p.company_id = ${companyId} and (p.found is distinct from last.found
      or (p.found is not null and (p.state <> p.found or p.settled_by is distinct from 'OPERATOR')))
    limit 100`.execute(tx)
  return rows
}

/** In a member's realm: how a request stands is what the log said of it last, and an open one has its clock. */
export async function verifyAnswers({ tx, memberId }: MemberWork): Promise<Finding[]> {
  const { rows } = await sql<Finding>`
    select 'introductions.answer-as-recorded' as rule, 'introduction ' || a.id as where,
      a.state || ', recorded ' || coalesce(last.state, 'OPEN') as saw
    from introductions_ask a
    left join lateral (
      select case e.action when 'introductions.accepted' then 'ACCEPTED' else e.detail ->> 'state' end as state
      from audit_member_event e
      where e.member_id = ${memberId} and e.subject_id = a.id::text
        and e.action in ('introductions.accepted', 'introductions.ended')
      order by e.id desc limit 1) last on true
    where a.member_id = ${memberId} and a.state <> coalesce(last.state, 'OPEN')
    union all
    select 'introductions.open-has-its-clock', 'introduction ' || a.id, 'clock ' || coalesce(c.state, 'none')
    from introductions_ask a
    left join introductions_clock c on c.member_id = ${memberId} and c.ask_id = a.id and c.kind = 'LAPSE'
    where a.member_id = ${memberId} and a.state = 'OPEN'
      and (c.state is distinct from 'READY' or (c.attempts = 0 and c.due_at <> a.answer_by))
    limit 100`.execute(tx)
  return rows
}
