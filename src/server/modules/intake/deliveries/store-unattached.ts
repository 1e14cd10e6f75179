import { sql } from 'kysely'
import type { Work } from '../../../kernel/work.ts'

const perPage = 200

/**
 * Blanks kept deliveries that could be joined to nobody and that name one of these mail addresses: they would outlive the
 * erasure of their person. They are closed as unused with that reason.
 */
export async function eraseUnattached(work: Work, mails: readonly string[]): Promise<void> {
  if (mails.length === 0) return
  for (let after: string | undefined; ;) {
    const page = await unattached(work, after)
    const named = page.filter(({ body }) => {
      const text = body.toString('utf8').toLowerCase()
      return mails.some((mail) => text.includes(mail))
    })
    await close(
      work,
      named.map(({ id }) => id),
    )
    if (page.length < perPage) return
    after = page.at(-1)!.id
  }
}

async function unattached({ tx, companyId }: Work, after: string | undefined): Promise<{ id: string; body: Buffer }[]> {
  let query = tx
    .selectFrom('intake_delivery')
    .select(['id', 'body'])
    .where('company_id', '=', companyId)
    .where('source_record_id', 'is', null)
    .where('body', 'is not', null)
  if (after) query = query.where('id', '>', after)
  const rows = await query.orderBy('id').limit(perPage).execute()
  return rows.flatMap(({ id, body }) => (body ? [{ id, body }] : []))
}

async function close({ tx, companyId, now }: Work, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx
    .updateTable('intake_delivery')
    .set({ state: 'UNUSED', reason: 'PERSON_ERASED', body: null, settled_at: now, lease_until: null, waits_for: null })
    .where('company_id', '=', companyId)
    .where('id', '=', sql<string>`any (${ids as string[]}::uuid[])`)
    .execute()
}
