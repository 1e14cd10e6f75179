import { sql, type RawBuilder } from 'kysely'
import type { FacetKind, PeopleSort } from '../../../contract/pool/pool-terms.ts'
import type { Work } from '../../kernel/work.ts'
import type { ProfileFields } from '../people/index.ts'

/** One condition: the person is found by one of these keys. */
export type FacetCondition = { kind: FacetKind; keys: readonly string[] }
export type Query = {
  /** Postings that must all be there, in the profile or in a file of the person, each as the one and the other keep it. */
  tokens: readonly { inProfile: string; inFiles: string }[]
  facets: readonly FacetCondition[]
  changedSince?: Date | undefined
  observedBefore?: Date | undefined
}
/** The sort value and id of the last row of the page before. */
export type After = { value: string; personId: string }
export type Listed = {
  personId: string
  name: string | null
  nameKana: string | null
  employer: string | null
  title: string | null
  prefecture: string | null
  fields: ProfileFields
  recordCount: number
  observedAt: Date
  changedAt: Date
  sortValue: string
}

type Condition = { lead: RawBuilder<unknown>; check: RawBuilder<unknown> }

const either = (one: Condition, other: Condition): Condition => ({
  lead: sql`(${one.lead} union all ${other.lead})`,
  check: sql`(${one.check} or ${other.check})`,
})

/**
 * Each posting and each facet as the rows that lead to persons, and as a check of one person. Equality alone, since
 * row security keeps operators that are not leakproof (`LIKE`, `@>`) from using an index.
 */
function conditions({ companyId }: Work, { tokens, facets }: Query): Condition[] {
  const both = (table: RawBuilder<unknown>, where: RawBuilder<unknown>): Condition => ({
    lead: sql`select c.person_id from ${table} c where c.company_id = ${companyId} and ${where}`,
    check: sql`exists (select 1 from ${table} c where c.company_id = ${companyId} and ${where} and c.person_id = h.person_id)`,
  })
  return [
    ...tokens.map(({ inProfile, inFiles }) =>
      either(
        both(sql`people_posting`, sql`c.token = ${inProfile}`),
        both(sql`files_found`, sql`c.token = ${inFiles}::bigint`),
      ),
    ),
    ...facets.map(({ kind, keys }) =>
      both(sql`pool_facet`, sql`c.kind = ${kind} and c.key = any (${keys as string[]}::text[])`),
    ),
  ]
}

/** A condition that more persons meet than this leads nowhere: walking the list in its order fills a page sooner. */
const mostLed = 20_000
/** Alone, a condition of this many fills a page by walking. */
const mostLedAlone = 4_000
/** Further conditions hardly narrow what these leave, and what is left is re-checked by the reader. */
const mostConditions = 5

type Plan = { lead: Condition | null; checks: Condition[] }

/** The rarest conditions, and whether the rarest is rare enough to start from. */
async function plan(work: Work, query: Query): Promise<Plan> {
  const all = conditions(work, query)
  if (all.length === 0) return { lead: null, checks: [] }
  const counted = all.map(
    ({ lead }, at) => sql`select ${at}::int as at, count(*) as size from (${lead} limit ${mostLed}) as met`,
  )
  const { rows } = await sql<{ at: number; size: number }>`${sql.join(counted, sql` union all `)}`.execute(work.tx)
  const bySize = rows.toSorted((one, other) => one.size - other.size || one.at - other.at)
  const tokens = query.tokens.length
  // Postings may be left to the re-check; facets are checked nowhere else.
  const kept = bySize.filter(({ at }, place) => at >= tokens || place < mostConditions).map(({ at }) => all[at]!)
  const isRare = (bySize[0]?.size ?? mostLed) < (all.length > 1 ? mostLed : mostLedAlone)
  return isRare ? { lead: kept[0]!, checks: kept.slice(1) } : { lead: null, checks: kept }
}

/** The persons who meet everything, as `h (person_id)`, in a statement that begins with them. */
function hits({ companyId }: Work, { lead, checks }: Plan, query: Query): RawBuilder<unknown> {
  const where = [sql`p.company_id = ${companyId}`]
  if (query.changedSince) where.push(sql`p.changed_at >= ${query.changedSince}`)
  if (query.observedBefore) where.push(sql`p.observed_at < ${query.observedBefore}`)
  const checked = checks.map(({ check }) => check)
  if (!lead) {
    const own = checked
    return sql`people_listed p cross join lateral (select p.person_id) h where ${sql.join([...where, ...own], sql` and `)}`
  }
  const met = checked.length > 0 ? sql`where ${sql.join(checked, sql` and `)}` : sql``
  return sql`(select distinct h.person_id from (${lead.lead} offset 0) h ${met} offset 0) h
    join people_listed p on p.company_id = ${companyId} and p.person_id = h.person_id where ${sql.join(where, sql` and `)}`
}

const orders = {
  '-changed': { column: sql.ref('p.changed_at'), direction: sql`desc`, beyond: sql`<`, type: sql`timestamptz` },
  name: { column: sql.ref('p.sort_key'), direction: sql`asc`, beyond: sql`>`, type: sql`text` },
  observed: { column: sql.ref('p.observed_at'), direction: sql`asc`, beyond: sql`>`, type: sql`timestamptz` },
} as const satisfies Record<PeopleSort, Record<string, RawBuilder<unknown>>>

export type Place = { sort: PeopleSort; after?: After | undefined; limit: number }

/** Reads the persons found page by page, in order; what is rare is looked up first, once for all pages. */
export async function finder(work: Work, query: Query): Promise<(place: Place) => Promise<Listed[]>> {
  const planned = await plan(work, query)
  return async ({ sort, after, limit }) => {
    const { column, direction, beyond, type } = orders[sort]
    const keyset = after
      ? sql`and (${column}, p.person_id) ${beyond} (${after.value}::${type}, ${after.personId}::uuid)`
      : sql``
    const { rows } = await sql<Listed>`
      select q.person_id as "personId", q.name, q.name_kana as "nameKana", q.employer, q.title, q.prefecture, q.fields,
        q.record_count as "recordCount", q.observed_at as "observedAt", q.changed_at as "changedAt",
        page.place::text as "sortValue"
      from (
        select p.person_id, ${column} as place from ${hits(work, planned, query)} ${keyset}
        order by ${column} ${direction}, p.person_id ${direction} limit ${limit}
      ) as page
      join people_listed q on q.company_id = ${work.companyId} and q.person_id = page.person_id
      order by page.place ${direction}, q.person_id ${direction}`.execute(work.tx)
    return rows
  }
}

/** How many persons are found, counted no further than `most`. */
export async function count(work: Work, query: Query, most: number): Promise<number> {
  const planned = await plan(work, query)
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (select 1 from ${hits(work, planned, query)} limit ${most}) as found`.execute(work.tx)
  return rows[0]?.count ?? 0
}

export type FacetCount = { kind: FacetKind; key: string; count: number }

/** How many persons of the pool each value holds, the most frequent of each kind first; at most `most` of each. */
export async function countFacets(
  { tx, companyId }: Work,
  kinds: readonly FacetKind[],
  most: number,
): Promise<FacetCount[]> {
  const { rows } = await sql<FacetCount>`
    select kind, key, count from (
      select kind, key, count(*) as count, row_number() over (partition by kind order by count(*) desc, key) as place
      from pool_facet where company_id = ${companyId} and kind = any (${kinds as string[]}::text[]) group by kind, key
    ) as counted where place <= ${most} order by kind, count desc, key`.execute(tx)
  return rows
}

export const facetsOfNobody = async ({ tx, companyId }: Work): Promise<string[]> => {
  const { rows } = await sql<{ id: string }>`
    select distinct f.person_id as id from pool_facet f
    left join people_listed p on p.company_id = ${companyId} and p.person_id = f.person_id
    where f.company_id = ${companyId} and p.person_id is null limit 100`.execute(tx)
  return rows.map(({ id }) => id)
}
