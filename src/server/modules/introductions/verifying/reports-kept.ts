import { sql } from 'kysely'
import type { Finding } from '../../../kernel/module.ts'
import type { MemberWork, Work } from '../../../kernel/work.ts'

/**
 * A slot is reserved exactly while a request is open, spent exactly for a yes, and a yes has its record of receipt; what was
 * promised is in force since the yes, and looked at while it is open.
 */
export async function verify({ tx, companyId }: Work): Promise<Finding[]> {
  const { rows } = await sql<Finding>`
    select 'introductions.slot-follows-request' as rule, 'introduction ' || r.id as where,
      r.state || ' with ' || coalesce(s.kind, 'slot.reserved') as saw
    from introductions_request r
    left join credits_transfer s on s.company_id = ${companyId} and s.names = r.id || '/slot.reserved'
    where r.company_id = ${companyId} and coalesce(s.kind, 'slot.reserved') <>
      case r.state when 'ASKED' then 'slot.reserved' when 'ACCEPTED' then 'slot.spent' else 'slot.released' end
    union all
    select 'introductions.receipt-on-record', 'introduction ' || r.id, r.state
    from introductions_request r
    left join consent_provision p on p.company_id = ${companyId} and p.share_id = r.id and p.side = 'RECIPIENT'
    where r.company_id = ${companyId} and (r.state = 'ACCEPTED') <> (p.id is not null)
    union all
    select 'introductions.promises-since-the-yes', 'introduction ' || r.id, r.state || ' with ' || count(p.id)
    from introductions_request r
    left join introductions_promise p on p.company_id = ${companyId} and p.introduction_id = r.id
    where r.company_id = ${companyId}
    group by r.id, r.state, r.promises
    having count(p.id) <> case when r.state = 'ACCEPTED' then jsonb_array_length(r.promises) else 0 end
    union all
    select 'introductions.promise-is-looked-at', 'promise ' || p.id, p.state || ' with clock ' || coalesce(c.state, 'none')
    from introductions_promise p
    left join introductions_promise_clock c on c.company_id = ${companyId} and c.promise_id = p.id and c.kind = 'LOOK'
    where p.company_id = ${companyId} and (p.state = 'PENDING') <> (coalesce(c.state, 'DONE') = 'READY')
    union all
    select 'introductions.erased-words-are-blank', 'introduction ' || r.id, 'words of a person who was erased'
    from introductions_request r
    where r.company_id = ${companyId} and r.is_person_gone and exists (
      select from introductions_talk t
      where t.company_id = ${companyId} and t.introduction_id = r.id and t.said_by = 'PERSON' and t.text <> '')
    limit 100`.execute(tx)
  return rows
}

/** A yes stands on a consent and on a record of each side; nothing without a yes was provided. */
export async function verifyMember({ tx, memberId }: MemberWork): Promise<Finding[]> {
  const { rows } = await sql<Finding>`
    select 'introductions.two-records-per-yes' as rule, 'introduction ' || a.id as where,
      a.state || ' with ' || count(p.id) as saw
    from introductions_ask a
    left join consent_member_provision p on p.member_id = ${memberId} and p.share_id = a.id
    where a.member_id = ${memberId}
    group by a.id, a.state, a.cause
    having count(p.id) <> case when a.state = 'ACCEPTED' or a.cause in ('CONSENT', 'AWAY') then 2 else 0 end
    limit 100`.execute(tx)
  return rows
}
