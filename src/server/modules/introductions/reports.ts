import { sql } from 'kysely'
import type { Finding } from '../../kernel/module.ts'
import type { MemberWork, Work } from '../../kernel/work.ts'

/** A slot is reserved exactly while a request is open, spent exactly for a yes, and a yes has its record of receipt. */
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
    having count(p.id) <> case when a.state = 'ACCEPTED' or a.cause = 'CONSENT' then 2 else 0 end
    limit 100`.execute(tx)
  return rows
}
