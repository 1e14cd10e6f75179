import { sql } from 'kysely'
import type { RetentionFact, Subject } from '../../../kernel/module.ts'
import type { Work } from '../../../kernel/work.ts'
import { confirmableSince } from '../promises/promises.ts'
import { waitingPromises } from '../promises/store-promises.ts'

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
