import { sql } from 'kysely'
import type { Work } from '../../../kernel/work.ts'
import type { GateReport } from '../announcements.ts'
import type { AnonymousFacts, Published } from '../release/release.ts'

/** One person of the network as the operator's index holds them. Every function here runs in the operator's realm. */
export type Indexed = {
  id: string
  memberId: string
  version: number
  facts: AnonymousFacts
  published: Published | null
  report: GateReport | null
  notTo: string[]
  /** Companies that know the person since they could see them, and whose lists they leave only together with others. */
  soonNotTo: string[]
  /** Since when they are in the network without having left it, as far as that was kept. */
  waitsSince: Date | null
  blockedNumbers: string[]
  blockedNames: string[]
  blockedIndustries: string[]
}

export type NewIndexed = Omit<Indexed, 'published' | 'report' | 'soonNotTo' | 'waitsSince'> & {
  shownUntil: Date
  /** Those of `notTo` that know by an introduction whom they saw. */
  introducedTo: readonly string[]
}

/** Who is to be left out of whose lists at once, and of whose only in a batch: of those that could see them, and learnt a name since. */
async function knownTo(work: Work, { id, notTo, introducedTo }: NewIndexed) {
  const before = await lockProfile(work, id)
  if (!before?.published) return { notTo, soonNotTo: [] }
  const atOnce = new Set([...before.not_to, ...introducedTo])
  return { notTo: notTo.filter((one) => atOnce.has(one)), soonNotTo: notTo.filter((one) => !atOnce.has(one)) }
}

const lockProfile = ({ tx, companyId }: Work, id: string) =>
  tx
    .selectFrom('matching_profile')
    .select(['published', 'version', 'not_to'])
    .where('company_id', '=', companyId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** Keeps a version of a profile; an older one than is kept changes nothing. Answers whether it was newer. */
export async function keepProfile(work: Work, profile: NewIndexed): Promise<boolean> {
  const { tx, companyId, now } = work
  const { notTo, soonNotTo } = await knownTo(work, profile)
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
      not_to: notTo,
      soon_not_to: soonNotTo,
      blocked_numbers: profile.blockedNumbers,
      blocked_names: profile.blockedNames,
      blocked_industries: profile.blockedIndustries,
      waits_since: now,
      changed_at: now,
      touched_at: sql`now()`,
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
          soon_not_to: e.ref('excluded.soon_not_to'),
          blocked_numbers: e.ref('excluded.blocked_numbers'),
          blocked_names: e.ref('excluded.blocked_names'),
          blocked_industries: e.ref('excluded.blocked_industries'),
          waits_since: sql<Date | null>`case when matching_profile.state = 'REMOVED' then excluded.waits_since
            else matching_profile.waits_since end`,
          changed_at: e.ref('excluded.changed_at'),
          touched_at: e.ref('excluded.touched_at'),
        }))
        .where((e) => e('matching_profile.version', '<', e.ref('excluded.version'))),
    )
    .executeTakeFirstOrThrow()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Takes a profile out of the network at once, whatever the anonymity gate last released. Answers whether it had been shown. */
export async function removeProfile(
  work: Work,
  { id, memberId, version }: { id: string; memberId: string; version: number },
): Promise<boolean> {
  const { tx, companyId, now } = work
  const before = await lockProfile(work, id)
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
      touched_at: sql`now()`,
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
          soon_not_to: e.ref('excluded.soon_not_to'),
          blocked_numbers: e.ref('excluded.blocked_numbers'),
          blocked_names: e.ref('excluded.blocked_names'),
          blocked_industries: e.ref('excluded.blocked_industries'),
          changed_at: e.ref('excluded.changed_at'),
          touched_at: e.ref('excluded.touched_at'),
        }))
        .where((e) => e('matching_profile.version', '<', e.ref('excluded.version'))),
    )
    .execute()
  return before !== undefined && before.published !== null && Number(before.version) < version
}

const profiles = ({ tx, companyId, now }: Work) =>
  tx
    .selectFrom('matching_profile')
    .selectAll()
    .where('company_id', '=', companyId)
    .where('state', '=', 'SHOWN')
    .where('shown_until', '>', now)

const indexed = (row: Awaited<ReturnType<ReturnType<typeof profiles>['execute']>>[number]): Indexed => ({
  id: row.id,
  memberId: row.member_id,
  version: Number(row.version),
  facts: row.facts as AnonymousFacts,
  published: row.published as Published | null,
  report: row.report as GateReport | null,
  notTo: row.not_to,
  soonNotTo: row.soon_not_to,
  waitsSince: row.waits_since,
  blockedNumbers: row.blocked_numbers,
  blockedNames: row.blocked_names,
  blockedIndustries: row.blocked_industries,
})

/** So many rows are read at a time. */
export const pageSize = 5_000

/** Everyone who is in the network at this moment with all that the anonymity gate needs, page by page; for a release alone. */
export async function readNetwork(work: Work): Promise<Indexed[]> {
  const found: Indexed[] = []
  for (let after: string | undefined; ;) {
    let query = profiles(work).orderBy('id').limit(pageSize)
    if (after !== undefined) query = query.where('id', '>', after)
    const page = await query.execute()
    for (const row of page) found.push(indexed(row))
    after = page.at(-1)?.id
    if (page.length < pageSize || after === undefined) return found
  }
}

/** One profile of the network, where it is shown. */
export async function findProfile(work: Work, memberId: string): Promise<Indexed | undefined> {
  const row = await profiles(work).where('id', '=', memberId).executeTakeFirst()
  return row && indexed(row)
}

type Classes = { standing: number; tooFew: number; unreleased: number; joining: number }

/**
 * How many people of the network stand in a class of k at least, how many in a smaller one, and how many in none; of these
 * how many wait to be shown together with others.
 */
export async function countClasses({ tx, companyId, now }: Work, k: number): Promise<Classes> {
  const { rows } = await sql<Classes>`
    with class as (
      select published, count(*)::integer as people, count(*) filter (where report is null)::integer as joining
      from matching_profile
      where company_id = ${companyId} and state = 'SHOWN' and shown_until > ${now}
      group by published
    )
    select coalesce(sum(people) filter (where published is not null and people >= ${k}), 0)::integer as standing,
      coalesce(sum(people) filter (where published is not null and people < ${k}), 0)::integer as "tooFew",
      coalesce(sum(people) filter (where published is null), 0)::integer as unreleased,
      coalesce(sum(joining) filter (where published is null), 0)::integer as joining
    from class`.execute(tx)
  return rows[0]!
}

type Released = { id: string; version: number; published: Published | null; report: GateReport | null }

/** Keeps what the anonymity gate says of each profile, unless it changed since; answers whose it kept. */
export async function putPublished({ tx, companyId }: Work, rows: readonly Released[]): Promise<string[]> {
  const given = JSON.stringify(rows)
  const put = await sql<{ id: string }>`
    update matching_profile p set published = nullif(g.published, 'null'::jsonb), report = nullif(g.report, 'null'::jsonb),
      touched_at = case when p.published is distinct from nullif(g.published, 'null'::jsonb) then now() else p.touched_at end
    from jsonb_to_recordset(${given}::jsonb) as g (id uuid, version bigint, published jsonb, report jsonb)
    where p.company_id = ${companyId} and p.id = g.id and p.state = 'SHOWN' and p.version = g.version
    returning p.id`.execute(tx)
  return put.rows.map(({ id }) => id)
}

/** Leaves people out of the lists of companies that know them, unless their profile changed since it was read. */
export async function leaveOutOf(
  { tx, companyId }: Work,
  people: readonly Pick<Indexed, 'id' | 'version' | 'notTo' | 'soonNotTo'>[],
): Promise<void> {
  for (const { id, version, notTo, soonNotTo } of people)
    await tx
      .updateTable('matching_profile')
      .set({ not_to: notTo, soon_not_to: soonNotTo, touched_at: sql`now()` })
      .where('company_id', '=', companyId)
      .where('id', '=', id)
      .where('version', '=', version)
      .where('state', '=', 'SHOWN')
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
