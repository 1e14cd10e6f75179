import { sql } from 'kysely'
import type { Work } from '../../kernel/work.ts'
import { countOpenReplies } from './inbound/store-inbound.ts'
import { countMails } from './store.ts'

/** Ids of mails that say they are sent without an event that says so, or that were sent twice without a human's word. */
export async function mailsAgainstTheirEvents({ tx, companyId }: Work): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select mail.id from messages_mail mail
    left join (
      select event.mail_id,
        count(*) filter (where event.kind = 'SENT') as sent,
        count(*) filter (where event.kind = 'SENT_AGAIN') as again,
        count(*) filter (where event.kind in ('SENT', 'SETTLED_AS_SENT')) as settled
      from messages_event event where event.company_id = ${companyId} group by event.mail_id
    ) told on told.mail_id = mail.id
    where mail.company_id = ${companyId}
      and ((mail.state = 'SENT' and coalesce(told.settled, 0) = 0) or coalesce(told.sent, 0) > 1 + coalesce(told.again, 0))
    limit 100`.execute(tx)
  return rows.map((row) => row.id)
}

export type WaitingMail = { unknown: number; replies: { count: number; oldestAt: Date | null } }

/** What of the mails waits for a human: those whose outcome nobody knows, and answers nobody has dealt with. */
export async function waitingMail(work: Work): Promise<WaitingMail> {
  const { UNKNOWN = 0, DEAD = 0 } = await countMails(work)
  return { unknown: UNKNOWN + DEAD, replies: await countOpenReplies(work) }
}

/** The person behind each of these ids that is a mail or an answer to one. */
export async function personsBehind({ tx, companyId }: Work, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ id: string; person_id: string }>`
    select named.id, coalesce(today.person_id, named.person_id) as person_id from (
      select id, person_id, source_record_id from messages_mail
      where company_id = ${companyId} and id = any (${ids as string[]}::uuid[])
      union all
      select id, person_id, source_record_id from messages_reply
      where company_id = ${companyId} and id = any (${ids as string[]}::uuid[])
    ) as named
    left join people_record_person as today
      on today.company_id = ${companyId} and today.source_record_id = named.source_record_id
    where coalesce(today.person_id, named.person_id) is not null`.execute(tx)
  return new Map(rows.map((row) => [row.id, row.person_id]))
}
