import { sql } from 'kysely'
import type { Finding, RetentionFact, Subject } from '../../kernel/module.ts'
import type { MemberWork, Work } from '../../kernel/work.ts'
import { confirmableSince } from './promises/promises.ts'
import { waitingPromises } from './promises/store-promises.ts'

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

export type WaitingIntroductions = {
  /** The person has not answered yet; `nextAt` is the first time limit. */
  asked: { count: number; nextAt: Date | null }
  /** Accepted, and nothing has been done since. */
  accepted: { count: number; oldestAt: Date | null }
  /** Introductions whose last word is the person's question. */
  questions: number
  /** Promises in force, and those whose time was over that may still be confirmed. */
  promises: { pending: number; nextAt: Date | null; late: number }
}

/** What of the introductions waits, for the person or for the company. */
export async function waitingIntroductions(work: Work): Promise<WaitingIntroductions> {
  const { tx, companyId } = work
  const { rows } = await sql<{ asked: number; next: Date | null; accepted: number; oldest: Date | null }>`
    select count(*) filter (where state = 'ASKED')::integer as asked,
      min(answer_by) filter (where state = 'ASKED') as next,
      count(*) filter (where state = 'ACCEPTED' and progress is null)::integer as accepted,
      min(ended_at) filter (where state = 'ACCEPTED' and progress is null) as oldest
    from introductions_request where company_id = ${companyId}`.execute(tx)
  const questions = await sql<{ count: number }>`
    select count(*)::integer as count from (
      select distinct on (t.introduction_id) t.said_by from introductions_talk t
      join introductions_request r on r.company_id = ${companyId} and r.id = t.introduction_id
        and r.state in ('ASKED', 'ACCEPTED')
      where t.company_id = ${companyId} order by t.introduction_id, t.said_at desc, t.id desc
    ) last where last.said_by = 'PERSON'`.execute(tx)
  return {
    asked: { count: rows[0]?.asked ?? 0, nextAt: rows[0]?.next ?? null },
    accepted: { count: rows[0]?.accepted ?? 0, oldestAt: rows[0]?.oldest ?? null },
    questions: questions.rows[0]?.count ?? 0,
    promises: await waitingPromises(work, confirmableSince(work.now)),
  }
}

/** Whom an introduction keeps here: somebody made known by one, until its outcome is on record. */
export async function openIntroductions(
  { tx, companyId }: Work,
  subjects: readonly Subject[],
): Promise<RetentionFact[]> {
  const { rows } = await sql<{ person_id: string }>`
    select distinct p.person_id from introductions_request as r
    join people_record_person as p on p.company_id = ${companyId} and p.source_record_id = r.source_record_id
    where r.company_id = ${companyId} and r.state = 'ACCEPTED'
      and (r.progress is null or r.progress in ('INTERVIEWING', 'OFFERED'))
      and p.person_id = any (${subjects.map(({ personId }) => personId)}::uuid[])`.execute(tx)
  return rows.map(({ person_id: personId }) => ({ personId, kind: 'KEEPS', reason: 'OPEN_INTRODUCTION', until: null }))
}
