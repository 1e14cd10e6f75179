import { sql } from 'kysely'
import { newId } from '../../kernel/ids.ts'
import type { Work } from '../../kernel/work.ts'
import type { GateReport } from './announcements.ts'
import type { AnonymousFacts, Published } from './release.ts'

/** One person of the network as the operator's index holds them. Every function here runs in the operator's realm. */
export type Indexed = {
  id: string
  memberId: string
  version: number
  facts: AnonymousFacts
  published: Published | null
  report: GateReport | null
  notTo: string[]
  blockedNumbers: string[]
  blockedNames: string[]
}

export type NewIndexed = Omit<Indexed, 'published' | 'report'> & { shownUntil: Date }

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

/** Takes a profile out of the network at once, whatever the gate last released. Answers whether it had been shown. */
export async function removeProfile(
  { tx, companyId, now }: Work,
  { id, memberId, version }: { id: string; memberId: string; version: number },
): Promise<boolean> {
  const before = await tx
    .selectFrom('matching_profile')
    .select(['published', 'version'])
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
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
      report: null,
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
          report: e.ref('excluded.report'),
          shown_until: e.ref('excluded.shown_until'),
          not_to: e.ref('excluded.not_to'),
          blocked_numbers: e.ref('excluded.blocked_numbers'),
          blocked_names: e.ref('excluded.blocked_names'),
          changed_at: e.ref('excluded.changed_at'),
        }))
        .where((e) => e('matching_profile.version', '<', e.ref('excluded.version'))),
    )
    .execute()
  return before !== undefined && before.published !== null && Number(before.version) < version
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
    report: row.report as GateReport | null,
    notTo: row.not_to,
    blockedNumbers: row.blocked_numbers,
    blockedNames: row.blocked_names,
  }))
}

type Released = { id: string; version: number; published: Published | null; report: GateReport }

/** Keeps what the gate says of each profile, unless it changed since; answers whose it kept. */
export async function putPublished({ tx, companyId }: Work, rows: readonly Released[]): Promise<string[]> {
  const given = JSON.stringify(rows)
  const put = await sql<{ id: string }>`
    update matching_profile p set published = nullif(g.published, 'null'::jsonb), report = g.report
    from jsonb_to_recordset(${given}::jsonb) as g (id uuid, version bigint, published jsonb, report jsonb)
    where p.company_id = ${companyId} and p.id = g.id and p.state = 'SHOWN' and p.version = g.version
    returning p.id`.execute(tx)
  return put.rows.map(({ id }) => id)
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
  done: { id: string; people: number; withheld: number; smallestClass: number; averageRisk: number },
): Promise<void> {
  const { id, people, withheld, smallestClass, averageRisk } = done
  await tx
    .updateTable('matching_release')
    .set({
      state: 'DONE',
      lease_until: null,
      released_at: now,
      people,
      withheld,
      smallest_class: smallestClass,
      average_risk: averageRisk,
    })
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

/** Who is in the index and shown. */
export async function shownIds({ tx, companyId }: Work): Promise<string[]> {
  const rows = await tx
    .selectFrom('matching_profile')
    .select('id')
    .where('company_id', '=', companyId)
    .where('published', 'is not', null)
    .execute()
  return rows.map(({ id }) => id)
}
