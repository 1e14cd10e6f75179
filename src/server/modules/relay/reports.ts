import { sql } from 'kysely'
import type { RetentionFact, Subject } from '../../kernel/module.ts'
import type { Work } from '../../kernel/work.ts'

/** Letters that left without the evidence they must have. */
export async function lettersWithoutMail({ tx, companyId }: Work): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from relay_letter where company_id = ${companyId} and state in ('QUEUED', 'SENT', 'UNKNOWN')
      and (basis_id is null or case when kind = 'LINK' then link_id is null
        else mail_id is null or template_version is null end) limit 100`.execute(tx)
  return rows.map((row) => row.id)
}

/** Applications of which one end was told by two letters. */
export async function toldTwice({ tx, companyId }: Work): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select application_id as id from relay_letter where company_id = ${companyId} and state in ('SENT', 'UNKNOWN')
    group by application_id, ended_at having count(*) > 1 limit 100`.execute(tx)
  return rows.map((row) => row.id)
}

export type WaitingLetters = {
  /** Pre-flights that nobody has approved or put aside; `latest` is the one made last. */
  preflights: { count: number; latest: string | null; oldestAt: Date | null }
  /** Letters that can still be undone. */
  leaving: { count: number; nextAt: Date | null }
  untold: { count: number; oldestAt: Date | null }
}

/** What of the letters waits for a human. */
export async function waitingLetters({ tx, companyId }: Work): Promise<WaitingLetters> {
  const preflights = await sql<{ count: number; latest: string | null; oldest: Date | null }>`
    select count(*)::integer as count, min(made_at) as oldest, (array_agg(id order by made_at desc))[1] as latest
    from relay_preflight where company_id = ${companyId} and state = 'OPEN'`.execute(tx)
  const leaving = await sql<{ count: number; next: Date | null }>`
    select count(*)::integer as count, min(due_at) as next from relay_letter
    where company_id = ${companyId} and state in ('READY', 'QUEUED')`.execute(tx)
  const untold = await sql<{ count: number; oldest: Date | null }>`
    select count(*)::integer as count, min(ended_at) as oldest from relay_rejection
    where company_id = ${companyId} and told_at is null`.execute(tx)
  const [first, second, third] = [preflights.rows[0], leaving.rows[0], untold.rows[0]]
  return {
    preflights: { count: first?.count ?? 0, latest: first?.latest ?? null, oldestAt: first?.oldest ?? null },
    leaving: { count: second?.count ?? 0, nextAt: second?.next ?? null },
    untold: { count: third?.count ?? 0, oldestAt: third?.oldest ?? null },
  }
}

/** The person behind each of these ids that is a letter. */
export async function personsBehind({ tx, companyId }: Work, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx
    .selectFrom('relay_letter as a')
    .innerJoin('people_record_person as p', (join) =>
      join.onRef('p.source_record_id', '=', 'a.source_record_id').on('p.company_id', '=', companyId),
    )
    .select(['a.id', 'p.person_id'])
    .where('a.company_id', '=', companyId)
    .where(sql<boolean>`a.id = any (${ids as string[]}::uuid[])`)
    .execute()
  return new Map(rows.map((row) => [row.id, row.person_id ?? '']))
}

/** Who is a member of the relay by a letter of this company, and who has a letter that has not left. */
export async function keptByRelay({ tx, companyId }: Work, subjects: readonly Subject[]): Promise<RetentionFact[]> {
  const ids = subjects.map(({ personId }) => personId)
  const { rows } = await sql<{ person_id: string; reason: 'MEMBERSHIP' | 'LETTER_WAITING' }>`
    select p.person_id, 'MEMBERSHIP' as reason from relay_person_member as m
    join people_record_person as p on p.company_id = ${companyId} and p.source_record_id = m.source_record_id
    where m.company_id = ${companyId} and m.state = 'LINKED' and p.person_id = any (${ids}::uuid[])
    union
    select p.person_id, 'LETTER_WAITING' from relay_letter as l
    join people_record_person as p on p.company_id = ${companyId} and p.source_record_id = l.source_record_id
    where l.company_id = ${companyId} and l.state in ('READY', 'QUEUED') and p.person_id = any (${ids}::uuid[])`.execute(
    tx,
  )
  return rows.map(({ person_id: personId, reason }) => ({ personId, kind: 'KEEPS', reason, until: null }))
}
