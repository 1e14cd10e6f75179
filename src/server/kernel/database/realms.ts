import { sql } from 'kysely'
import type { Installation } from '../installation.ts'
import type { Finding } from '../module.ts'

type Parts = Pick<Installation, 'databases' | 'intents'>

/**
 * The members of the installation, as far as anything of theirs was ever announced: the one list there is, since
 * row security shows none. Read as the role that sees ids and due times alone.
 */
export async function memberIds({ databases, intents }: Parts): Promise<string[]> {
  const seen = new Set<string>()
  for (const table of memberTables(intents)) {
    const { rows } = await sql<{ id: string }>`select distinct member_id as id from ${sql.table(table)}`.execute(
      databases.dispatch,
    )
    for (const { id } of rows) seen.add(id)
  }
  return [...seen].toSorted()
}

const beforeAll = '00000000-0000-0000-0000-000000000000'

/** The next of `memberIds` in their order, by the tables' own keys; the first ones where `after` is null. */
export async function memberIdsAfter(
  { databases, intents }: Parts,
  { after, limit }: { after: string | null; limit: number },
): Promise<string[]> {
  const seen = new Set<string>()
  for (const table of memberTables(intents)) {
    const { rows } = await sql<{ id: string }>`
      select distinct member_id as id from ${sql.table(table)}
      where member_id > ${after ?? beforeAll}
      order by 1 limit ${limit}`.execute(databases.dispatch)
    for (const { id } of rows) seen.add(id)
  }
  return [...seen].toSorted().slice(0, limit)
}

const memberTables = (intents: Parts['intents']): string[] => [
  ...new Set(intents.filter(({ realm }) => realm === 'member').map(({ table }) => table)),
]

/** An intent that was given up, or that stayed due this long without being tried, was lost to its human. */
const stuckMs = 15 * 60_000

/** What is wrong with the intents of all realms: given up, or due and untouched although a worker should run. */
export async function findStuckIntents({
  databases,
  intents,
  clock,
}: Parts & Pick<Installation, 'clock'>): Promise<Finding[]> {
  const found: Finding[] = []
  for (const { table, realm } of intents) {
    const { rows } = await sql<{ realm_id: string; state: string; count: number }>`
      select ${sql.ref(`${realm}_id`)} as realm_id, state, count(*) as count from ${sql.table(table)}
      where state = 'DEAD' or (state = 'READY' and (lease_until is null or lease_until < now())
        and due_at < now() + ${clock.offsetMs() - stuckMs} * interval '1 millisecond')
      group by 1, 2 order by 1, 2 limit 100`.execute(databases.dispatch)
    for (const { realm_id: realmId, state, count } of rows)
      found.push({
        rule: state === 'DEAD' ? 'intent.given-up' : 'intent.waits-too-long',
        where: `${table} of ${realm} ${realmId}`,
        saw: String(count),
      })
  }
  return found
}
