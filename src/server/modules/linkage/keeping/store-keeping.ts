import { sql } from 'kysely'
import { inOneGo } from '../../../kernel/database/in-one-go.ts'
import { prepared } from '../../../kernel/database/prepared.ts'
import type { Work } from '../../../kernel/work.ts'
import type { HomeRecord, Stated } from '../../people/index.ts'
import { foundBy, type KeptRecord, type Posting } from './store-records.ts'
import { rulesOf, type RulesRow, type RulesVersion } from '../store-rules.ts'

type Keeping = {
  records: readonly KeptRecord[]
  /** Those that share a home with them, themselves included: what is kept of them is told. */
  homeIds: readonly string[]
  /** Who they belong to. */
  personIds: readonly string[]
  /** How many records may hold a key, by key; who holds one that more hold is told, and nothing of those records. */
  mostHolders: ReadonlyMap<number, number>
  /** How many may hold a key of any kind. */
  mostOfAny: number
}

export type Around = {
  /** What was kept before of the records at home. */
  known: Map<string, KeptRecord>
  /** The other records that hold one of the keys. */
  postings: Posting[]
  /** Every record of the persons they belong to and of those to whom a key leads, oldest observation first. */
  records: HomeRecord[]
  /** What is kept of those. */
  stated: Map<string, Stated>
  rules: RulesVersion
  /** How many records there were when values were last counted; by the hash of each value asked for, how many held it. */
  counted: { records: number; holders: Map<number, number>; asked: Set<number> }
}

type Row = {
  known: KeptRecord[] | null
  postings: Posting[] | null
  around: (Omit<HomeRecord, 'observedAt'> & { observedAt: string; stated: Stated | null })[] | null
  terms: [term: number, holders: number | null][] | null
  rules: (Omit<RulesRow, 'recordedAt'> & { recordedAt: string }) | null
  counted: number | null
}

/** More keys than these are held by holding the company: a server keeps only so many locks. */
const mostHeld = 100

/**
 * Holds keys until the Work ends: of two records of one human that come at once, the later one finds the earlier one's
 * keys instead of both finding nobody. Two Works that hold keys of several records, one after the other, may wait for each
 * other; one of them is then tried again.
 */
async function holdKeys({ tx, companyId }: Pick<Work, 'tx' | 'companyId'>, keys: readonly number[]): Promise<void> {
  if (keys.length > mostHeld) {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`linkage/${companyId}`}, 0))`.execute(tx)
    return
  }
  await sql`${prepared}with company as materialized (
      select pg_advisory_xact_lock_shared(hashtextextended(${`linkage/${companyId}`}, 0))
    )
    select pg_advisory_xact_lock(hashtextextended(${companyId}::text || '/' || wanted.key, 0))
    from company cross join unnest(${keys.toSorted((a, b) => a - b)}::bigint[]) as wanted (key)`.execute(tx)
}

/** Makes what is kept of the records, and their postings, what is given; `known` is what was kept at home before. */
const keeping = (companyId: string, { records, homeIds }: Keeping) => sql`given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(records)}::jsonb)
        as given ("sourceRecordId" uuid, stated jsonb, keys jsonb, terms jsonb)
    ), known as materialized (
      select k.source_record_id as "sourceRecordId", k.stated, k.keys, k.terms from unnest((select ${homeIds as string[]}::uuid[])) as home (id)
      cross join lateral (
        select * from linkage_record one where one.company_id = ${companyId} and one.source_record_id = home.id offset 0
      ) as k
    ), changed as materialized (
      select given.* from given left join known on known."sourceRecordId" = given."sourceRecordId"
      where (known.stated, known.keys, known.terms) is distinct from (given.stated, given.keys, given.terms)
    ), kept as (
      insert into linkage_record (company_id, source_record_id, stated, keys, terms)
      select ${companyId}::uuid, "sourceRecordId", stated, keys, terms from changed
      on conflict (company_id, source_record_id)
        do update set stated = excluded.stated, keys = excluded.keys, terms = excluded.terms
    ), posted as (
      -- In the order of the key: neighbouring entries meet on the same page.
      insert into linkage_key (company_id, key, source_record_id)
      select ${companyId}::uuid, key::bigint, "sourceRecordId"
      from changed cross join lateral jsonb_array_elements_text(changed.keys) as key
      order by key::bigint, "sourceRecordId"
      on conflict (company_id, key, source_record_id) do nothing
    )`

/**
 * `others`: who else holds one of the keys; `around`: the records of all persons to whom a key that not too many hold
 * leads, with what is kept of them; `terms`: how many hold each of their values.
 */
const finding = (companyId: string, { records, personIds, mostHolders, mostOfAny }: Keeping) => {
  const more = 1 + records.length
  const [keys, limits] = [[...mostHolders.keys()], [...mostHolders.values()].map((most) => most + more)]
  return sql`${foundBy(companyId, { keys, limits, most: mostOfAny + more })}, others as materialized (
      select * from found where not source_record_id = ${anyOf(records.map(({ sourceRecordId }) => sourceRecordId))}
    ), near as materialized (
      select person_id from (
        select person_id, most, count(*) over (partition by key) as holders from others
      ) as o
      where o.holders < o.most - ${records.length}::integer
      union select id from unnest((select ${personIds as string[]}::uuid[])) as own (id)
    ), around as materialized (
      select l.source_record_id, l.home_person_id, l.person_id, r.kind, r.observed_at, k.stated, k.terms
      from near
      cross join lateral (
        select * from people_record_person one where one.company_id = ${companyId} and one.person_id = near.person_id offset 0
      ) as l
      cross join lateral (
        select * from people_observed_record one
        where one.company_id = ${companyId} and one.source_record_id = l.source_record_id offset 0
      ) as r
      left join lateral (
        select * from linkage_record one
        where one.company_id = ${companyId} and one.source_record_id = l.source_record_id offset 0
      ) as k on true
    ), terms as (
      select t.term, c.holders from (
        select distinct value::bigint as term
        from (select terms from around union all select terms from given) as said
        cross join lateral jsonb_array_elements_text(said.terms) as value
      ) as t
      left join lateral (
        select holders from linkage_term one where one.company_id = ${companyId} and one.term = t.term offset 0
      ) as c on true
    )`
}

/**
 * Holds the keys that are asked for, keeps records with their postings made exactly their keys, and tells all that weighing
 * them asks for: waited for once, for the two statements go together, and a second time where a record is no longer found by
 * a key. For one record both are planned once for each connection.
 */
export async function keepAndFind(work: Work, asked: Keeping): Promise<Around> {
  // In this order: what is read is read behind whoever held a key before.
  const [, { rows }] = await inOneGo(work, (tx) =>
    Promise.all([
      holdKeys({ tx, companyId: work.companyId }, [...asked.mostHolders.keys()]),
      keptAndFound(work.companyId, asked).execute(tx),
    ]),
  )
  const around = told(rows[0]!)
  await dropPostings(work, goneOf(asked.records, around.known))
  return around
}

const keptAndFound = (companyId: string, asked: Keeping) =>
  sql<Row>`${asked.records.length === 1 ? prepared : sql``}
    with ${keeping(companyId, asked)}, ${finding(companyId, asked)}
    select (select jsonb_agg(known) from known) as known,
      (select jsonb_agg(jsonb_build_object('key', key, 'sourceRecordId', source_record_id, 'personId', person_id)
        order by key, source_record_id) from others) as postings,
      (select jsonb_agg(jsonb_build_object('sourceRecordId', source_record_id, 'homePersonId', home_person_id,
        'personId', person_id, 'kind', kind, 'observedAt', observed_at, 'stated', stated)
        order by observed_at, source_record_id) from around) as around,
      (select jsonb_agg(jsonb_build_array(term, holders)) from terms) as terms,
      (select jsonb_build_object('version', version, 'rules', rules, 'decidedBy', decided_by, 'recordedAt', recorded_at)
        from linkage_rules where company_id = ${companyId} order by version desc limit 1) as rules,
      (select records from linkage_count where company_id = ${companyId}) as counted`

type Gone = { key: number; sourceRecordId: string }

/** The keys that records were found by, and are no longer. */
const goneOf = (records: readonly KeptRecord[], known: Around['known']): Gone[] =>
  records.flatMap(({ sourceRecordId, keys }) => {
    const now = new Set(keys)
    const before = known.get(sourceRecordId)?.keys ?? []
    return before.filter((key) => !now.has(key)).map((key) => ({ key, sourceRecordId }))
  })

/**
 * By the keys as well as by the records: a delete by the record alone may be planned, where little is known of the table, as
 * a walk through all the keys of the company.
 */
async function dropPostings({ tx, companyId }: Work, gone: readonly Gone[]): Promise<void> {
  if (gone.length === 0) return
  const keys = gone.map(({ key }) => key)
  const ids = gone.map(({ sourceRecordId }) => sourceRecordId)
  await sql`delete from linkage_key k using unnest(${keys}::bigint[], ${ids}::uuid[]) as gone (key, id)
    where k.company_id = ${companyId} and k.key = any (${keys}::bigint[]) and k.key = gone.key
      and k.source_record_id = gone.id`.execute(tx)
}

const anyOf = (ids: readonly string[]) => sql<string>`any ((select ${ids as string[]}::uuid[])::uuid[])`

function told({ known, postings, around, terms, rules, counted }: Row): Around {
  const near = around ?? []
  return {
    known: new Map((known ?? []).map((one) => [one.sourceRecordId, one])),
    postings: postings ?? [],
    records: near.map(({ sourceRecordId, homePersonId, personId, kind, observedAt }) => {
      return { sourceRecordId, homePersonId, personId, kind, observedAt: new Date(observedAt) }
    }),
    stated: new Map(near.flatMap(({ sourceRecordId, stated }) => (stated ? [[sourceRecordId, stated]] : []))),
    rules: rulesOf(rules && { ...rules, recordedAt: new Date(rules.recordedAt) }),
    counted: {
      records: counted ?? 0,
      holders: new Map((terms ?? []).flatMap(([term, holders]) => (holders === null ? [] : [[term, holders]]))),
      asked: new Set((terms ?? []).map(([term]) => term)),
    },
  }
}
