import type { Selectable } from 'kysely'
import type { DB } from '../../../kernel/database/tables.ts'
import { ofHuman, type Human } from '../../../kernel/database/of-human.ts'
import type { Work } from '../../../kernel/work.ts'

export type LinkPurpose = 'LETTER' | 'PORTAL' | 'INTRODUCTION' | 'REFRESH' | 'BASIS'

export type Link = {
  id: string
  purpose: LinkPurpose
  personId: string
  recordId: string | null
  subjectId: string | null
  expiresAt: Date
  revokedAt: Date | null
  issuedAt: Date
}

type Subject = Pick<Link, 'purpose' | 'personId' | 'subjectId'>

export async function revokeLinks({ tx, companyId, now }: Work, subject: Subject): Promise<void> {
  let update = tx
    .updateTable('messages_link')
    .set({ revoked_at: now })
    .where('company_id', '=', companyId)
    .where('purpose', '=', subject.purpose)
    .where('person_id', '=', subject.personId)
    .where('revoked_at', 'is', null)
  update =
    subject.subjectId === null
      ? update.where('subject_id', 'is', null)
      : update.where('subject_id', '=', subject.subjectId)
  await update.execute()
}

export async function revokeLinksOf({ tx, companyId, now }: Work, human: Human): Promise<void> {
  await tx
    .updateTable('messages_link')
    .set({ revoked_at: now })
    .where('company_id', '=', companyId)
    .where(ofHuman('messages_link', human))
    .where('revoked_at', 'is', null)
    .execute()
}

export type NewestLink = Pick<Link, 'subjectId' | 'recordId' | 'issuedAt'>

/** The newest link of a purpose that was made for the human, whether or not it still opens anything. */
export async function newestLink(
  { tx, companyId }: Work,
  { purpose, ...human }: Human & Pick<Link, 'purpose'>,
): Promise<NewestLink | undefined> {
  return tx
    .selectFrom('messages_link')
    .select(['subject_id as subjectId', 'source_record_id as recordId', 'recorded_at as issuedAt'])
    .where('company_id', '=', companyId)
    .where(ofHuman('messages_link', human))
    .where('purpose', '=', purpose)
    .orderBy('recorded_at', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** How many links of a purpose, about nothing in particular, were made for the human after a moment. */
export async function countLinks(
  { tx, companyId }: Work,
  { purpose, after, ...human }: Human & Pick<Link, 'purpose'> & { after: Date },
): Promise<number> {
  const { count } = await tx
    .selectFrom('messages_link')
    .select((e) => e.fn.countAll<string>().as('count'))
    .where('company_id', '=', companyId)
    .where(ofHuman('messages_link', human))
    .where('purpose', '=', purpose)
    .where('subject_id', 'is', null)
    .where('recorded_at', '>', after)
    .executeTakeFirstOrThrow()
  return Number(count)
}

export async function insertLink(
  { tx, companyId, now }: Work,
  link: Omit<Link, 'revokedAt' | 'issuedAt'> & { secretHash: string },
): Promise<void> {
  await tx
    .insertInto('messages_link')
    .values({
      company_id: companyId,
      id: link.id,
      secret_hash: link.secretHash,
      purpose: link.purpose,
      person_id: link.personId,
      source_record_id: link.recordId,
      subject_id: link.subjectId,
      expires_at: link.expiresAt,
      recorded_at: now,
    })
    .execute()
}

const linkOf = (row: Selectable<DB['messages_link']>): Link => ({
  id: row.id,
  purpose: row.purpose as LinkPurpose,
  personId: row.person_id,
  recordId: row.source_record_id,
  subjectId: row.subject_id,
  expiresAt: row.expires_at,
  revokedAt: row.revoked_at,
  issuedAt: row.recorded_at,
})

const links = ({ tx, companyId }: Work) =>
  tx.selectFrom('messages_link').selectAll().where('company_id', '=', companyId)

export async function findLink(work: Work, secretHash: string): Promise<Link | undefined> {
  const row = await links(work).where('secret_hash', '=', secretHash).executeTakeFirst()
  return row && linkOf(row)
}

/** A link by its id: when it was made and until when it opens something. Never its secret. */
export async function linkById(work: Work, id: string): Promise<Link | undefined> {
  const row = await links(work).where('id', '=', id).executeTakeFirst()
  return row && linkOf(row)
}
