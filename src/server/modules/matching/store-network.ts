import { sql } from 'kysely'
import { newId } from '../../kernel/ids.ts'
import type { Work } from '../../kernel/work.ts'
import type { AnonymousFacts, Published } from './release.ts'

/** One person of the network as the operator's index holds them. Every function here runs in the operator's realm. */
export type Indexed = {
  id: string
  memberId: string
  version: number
  facts: AnonymousFacts
  published: Published | null
  notTo: string[]
  blockedNumbers: string[]
  blockedNames: string[]
}

export type NewIndexed = Omit<Indexed, 'published'> & { shownUntil: Date }

/** Keeps a version of a profile; an older one than is kept changes nothing. Answers whether it was newer. */
export async function keepProfile({ tx, companyId, now }: Work, profile: NewIndexed): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('matching_profile')
    .values({
      company_id: companyId,
      id: profile.id,
      member_id: profile.memberId,
      version: profile.version,
      state: 'SHOWN',
      facts: JSON.stringify(profile.facts),
      published: null,
      shown_until: profile.shownUntil,
      not_to: profile.notTo,
      blocked_numbers: profile.blockedNumbers,
      blocked_names: profile.blockedNames,
      changed_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['company_id', 'id'])
        // What was released stays until the next release; only the block-lists count at once.
        .doUpdateSet((e) => ({
          version: e.ref('excluded.version'),
          state: e.ref('excluded.state'),
          facts: e.ref('excluded.facts'),
          shown_until: e.ref('excluded.shown_until'),
          not_to: e.ref('excluded.not_to'),
          blocked_numbers: e.ref('excluded.blocked_numbers'),
          blocked_names: e.ref('excluded.blocked_names'),
          changed_at: e.ref('excluded.changed_at'),
        }))
        .where((e) => e('matching_profile.version', '<', e.ref('excluded.version'))),
    )
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Takes a profile out of the network at once, whatever the gate last released. */
export async function removeProfile(
  { tx, companyId, now }: Work,
  { id, memberId, version }: { id: string; memberId: string; version: number },
): Promise<void> {
  await tx
    .insertInto('matching_profile')
    .values({
      company_id: companyId,
      id,
      member_id: memberId,
      version,
      state: 'REMOVED',
      facts: null,
      published: null,
      shown_until: null,
      changed_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(['company_id', 'id'])
        .doUpdateSet((e) => ({
          version: e.ref('excluded.version'),
          state: e.ref('excluded.state'),
          facts: e.ref('excluded.facts'),
          published: e.ref('excluded.published'),
          shown_until: e.ref('excluded.shown_until'),
          not_to: e.ref('excluded.not_to'),
          blocked_numbers: e.ref('excluded.blocked_numbers'),
          blocked_names: e.ref('excluded.blocked_names'),
          changed_at: e.ref('excluded.changed_at'),
        }))
        .where((e) => e('matching_profile.version', '<', e.ref('excluded.version'))),
    )
    .execute()
}

/** Everyone who is in the network at this moment, in no order that tells anything. */
export async function readNetwork({ tx, companyId, now }: Work): Promise<Indexed[]> {
  const rows = await tx
    .selectFrom('matching_profile')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('state', '=', 'SHOWN')
    .where('shown_until', '>', now)
    .execute()
  return rows.map((row) => ({
    id: row.id,
    memberId: row.member_id,
    version: Number(row.version),
    facts: row.facts as AnonymousFacts,
    published: row.published as Published | null,
    notTo: row.not_to,
    blockedNumbers: row.blocked_numbers,
    blockedNames: row.blocked_names,
  }))
}

export async function putPublished(
  { tx, companyId }: Work,
  rows: readonly { id: string; version: number; published: Published | null }[],
): Promise<void> {
  const given = JSON.stringify(rows)
  await sql`update matching_profile p set published = nullif(g.published, 'null'::jsonb)
    from jsonb_to_recordset(${given}::jsonb) as g (id uuid, version bigint, published jsonb)
    where p.company_id = ${companyId} and p.id = g.id and p.state = 'SHOWN' and p.version = g.version`.execute(tx)
}

/** Makes sure that a release will come; those that change until then go out with it. */
export async function planRelease({ tx, companyId }: Work, dueAt: Date): Promise<void> {
  await tx
    .insertInto('matching_release')
    .values({ company_id: companyId, id: newId(), kind: 'RELEASE', state: 'READY', due_at: dueAt, attempts: 0 })
    .onConflict((conflict) => conflict.columns(['company_id']).where('state', '=', 'READY').doNothing())
    .execute()
}

export async function settleRelease(
  { tx, companyId, now }: Work,
  { id, people, withheld }: { id: string; people: number; withheld: number },
): Promise<void> {
  await tx
    .updateTable('matching_release')
    .set({ state: 'DONE', lease_until: null, released_at: now, people, withheld })
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .execute()
}

/** Forgets profiles whose shelf life ended, and removed ones that no late announcement can bring back. */
export async function disposeProfiles({ tx, companyId, now }: Work, removedBefore: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('matching_profile')
    .where('company_id', '=', companyId)
    .where((e) =>
      e.or([
        e.and([e('state', '=', 'SHOWN'), e('shown_until', '<=', now)]),
        e.and([e('state', '=', 'REMOVED'), e('changed_at', '<', removedBefore)]),
      ]),
    )
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}

/** Whether a release is on its way, and when the last one was. */
export async function releaseStanding({
  tx,
  companyId,
}: Work): Promise<{ isWaiting: boolean; releasedAt: Date | null }> {
  const row = await tx
    .selectFrom('matching_release')
    .select((e) => [
      e.fn.max('released_at').as('releasedAt'),
      e.fn.countAll<number>().filterWhere('state', '=', 'READY').as('waiting'),
    ])
    .where('company_id', '=', companyId)
    .executeTakeFirstOrThrow()
  return { isWaiting: Number(row.waiting) > 0, releasedAt: row.releasedAt }
}
