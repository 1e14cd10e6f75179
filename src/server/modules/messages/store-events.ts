import type { Work } from '../../kernel/work.ts'
import { withoutAddresses } from './links/tokens.ts'

export type EventKind =
  | 'SENT'
  | 'DEFERRED'
  | 'REFUSED'
  | 'UNKNOWN'
  | 'GAVE_UP'
  | 'CANCELLED'
  | 'SUPPRESSED'
  | 'BOUNCED'
  | 'DELAYED'
  | 'COMPLAINED'
  | 'REPLIED'
  | 'AUTO_REPLIED'
  | 'SETTLED_AS_SENT'
  | 'SENT_AGAIN'

export type MailEvent = { id: string; kind: EventKind; answer: string | null; actorId: string; at: Date }

type NewEvent = { id: string; mailId: string; kind: EventKind; answer: string | null }

/** Keeps what happened, and answers the how-manieth event of the mail it is. */
export async function insertEvent(work: Work, { id, mailId, kind, answer }: NewEvent): Promise<number> {
  const { tx, companyId, actor, now } = work
  await tx
    .insertInto('messages_event')
    .values({
      company_id: companyId,
      id,
      mail_id: mailId,
      kind,
      answer: answer === null ? null : withoutAddresses(answer),
      actor_id: `${actor.kind}:${actor.id}`,
      occurred_at: now,
    })
    .execute()
  const { count } = await tx
    .selectFrom('messages_event')
    .select((e) => e.fn.countAll<number>().as('count'))
    .where('company_id', '=', companyId)
    .where('mail_id', '=', mailId)
    .executeTakeFirstOrThrow()
  return Number(count)
}

/** Which of these mails a server refused or sent back. */
export async function undelivered({ tx, companyId }: Work, mailIds: readonly string[]): Promise<Set<string>> {
  if (mailIds.length === 0) return new Set()
  const rows = await tx
    .selectFrom('messages_event')
    .select('mail_id as mailId')
    .distinct()
    .where('company_id', '=', companyId)
    .where('mail_id', 'in', [...mailIds])
    .where('kind', 'in', ['BOUNCED', 'REFUSED', 'GAVE_UP'])
    .execute()
  return new Set(rows.map(({ mailId }) => mailId))
}

export async function eventsOf({ tx, companyId }: Work, mailId: string): Promise<MailEvent[]> {
  const rows = await tx
    .selectFrom('messages_event')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('mail_id', '=', mailId)
    .orderBy('id')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as EventKind,
    answer: row.answer,
    actorId: row.actor_id,
    at: row.occurred_at,
  }))
}
