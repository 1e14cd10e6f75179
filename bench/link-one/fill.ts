import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { PersonField } from '../../src/contract/people/person-fields.ts'
import { newId } from '../../src/server/kernel/ids.ts'
import { comparedOf, datasetOf } from '../../src/server/modules/linkage/comparing/compared.ts'
import { hashed, keysOf, termsOf } from '../../src/server/modules/linkage/comparing/keys.ts'
import { identifiersOf, tidyValue, type Stated } from '../../src/server/modules/people/index.ts'

export const fields: readonly PersonField[] = ['name', 'nameKana', 'birthDate', 'email', 'phone', 'address', 'employer']

/** One made-up row, and the person it is of by the number the generator gave them. */
export type Applicant = { cells: readonly string[]; person: number }

/** Filled in one go, their indexes made afterwards; rows of all others refer to the first two. */
const tables = {
  people_person: 'company_id, id, state, forwarded_to, version, recorded_at',
  people_source_record: 'company_id, id, kind, label, observed_at, recorded_at',
  people_link: 'company_id, source_record_id, home_person_id, person_id, linked_at',
  people_merge: 'company_id, id, survivor_id, dissolved_id, reason, actor, merged_at',
  people_link_event: 'company_id, id, source_record_id, to_person_id, reason, actor, recorded_at',
  people_claim: 'company_id, id, source_record_id, field, value, observed_at, recorded_at, actor',
  people_identifier: 'company_id, kind, key, source_record_id',
  people_profile:
    'company_id, person_id, name, name_kana, sort_key, email, phone, employer, fields, record_count, observed_at, changed_at',
  linkage_record: 'company_id, source_record_id, stated, keys, terms',
  linkage_key: 'company_id, key, source_record_id',
} as const
type Table = keyof typeof tables
type Lines = Record<Table, string[]>

/** What loaded records are called, apart from those that come in while it is measured. */
const label = '計測'

/**
 * Loads records as linking would have left them, past the use cases: who is one is taken from the generator. Stops between
 * two batches once `stopAt` is past; how many stand there. Run again with the same records it goes on.
 */
export async function fill(
  superUrl: string,
  { companyId, applicants, stopAt }: { companyId: string; applicants: readonly Applicant[]; stopAt: number },
): Promise<number> {
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  try {
    // Past the checks of each row and the wait for the disk: what is measured begins after a checkpoint.
    await client.query(
      `set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '512MB'`,
    )
    const { rows } = await client.query<{ count: number }>(
      'select count(*)::integer as count from people_source_record where label = $1',
      [label],
    )
    let done = rows[0]!.count
    if (done < applicants.length) await setIndexesAside(client)
    while (done < applicants.length && performance.now() < stopAt) {
      const until = batchEnd(applicants, done)
      const lines = linesOf(companyId, applicants.slice(done, until))
      await client.query('begin')
      for (const [table, columns] of Object.entries(tables))
        await pipeline(
          Readable.from(lines[table as Table]),
          client.query(copyFrom(`copy ${table} (${columns}) from stdin`)),
        )
      await client.query('commit')
      done = until
    }
    if (await areIndexesAside(client)) await putIndexesBack(client)
    await client.query('checkpoint')
    return done
  } finally {
    await client.end()
  }
}

/** How many records came in while it was measured, by this run and those before it. */
export async function cameIn(superUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: superUrl })
  await client.connect()
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::integer as count from people_source_record where label <> $1',
    [label],
  )
  await client.end()
  return rows[0]!.count
}

/** The rows of one person stand together and are loaded together. */
function batchEnd(applicants: readonly Applicant[], from: number): number {
  let until = Math.min(from + 5_000, applicants.length)
  while (until < applicants.length && applicants[until]!.person === applicants[until - 1]!.person) until++
  return until
}

/** The indexes that nothing refers to are remembered in a table and dropped. */
async function setIndexesAside(client: pg.Client): Promise<void> {
  if (await areIndexesAside(client)) return
  const list = Object.keys(tables)
  await client.query('begin')
  await client.query(
    `create table bench_index as select name, made, dropped from (
      select conname as name, 'alter table ' || conrelid::regclass || ' add constraint ' || conname || ' ' || pg_get_constraintdef(oid) as made,
        'alter table ' || conrelid::regclass || ' drop constraint ' || conname as dropped
      from pg_constraint c where contype = 'p' and conrelid = any ($1::regclass[])
        and not exists (select from pg_constraint r where r.contype = 'f' and r.confrelid = c.conrelid)
      union all
      select i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid), 'drop index ' || i.indexrelid::regclass
      from pg_index i where i.indrelid = any ($1::regclass[])
        and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
    ) as one`,
    [list],
  )
  const { rows } = await client.query<{ dropped: string }>('select dropped from bench_index')
  for (const { dropped } of rows) await client.query(dropped)
  await client.query('commit')
}

const areIndexesAside = async (client: pg.Client): Promise<boolean> =>
  (await client.query(`select from pg_tables where tablename = 'bench_index'`)).rowCount === 1

async function putIndexesBack(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; made: string }>('select name, made from bench_index')
  for (const { name, made } of rows) {
    await client.query('begin')
    await client.query(made)
    await client.query('delete from bench_index where name = $1', [name])
    await client.query('commit')
  }
  await client.query('drop table bench_index')
  await client.query('vacuum analyze')
}

function linesOf(companyId: string, applicants: readonly Applicant[]): Lines {
  const lines = Object.fromEntries(Object.keys(tables).map((name) => [name, [] as string[]])) as Lines
  const put = (table: Table, ...values: readonly (string | number | null)[]) =>
    lines[table].push(`${companyId}\t${values.map(cell).join('\t')}\n`)
  const stated = applicants.map(({ cells }) => statedBy(cells))
  const compared = stated.map(comparedOf)
  const dataset = datasetOf(compared)
  let [first, at] = [{ person: -1, id: '' }, -1]
  for (const { person } of applicants) {
    at++
    const [recordId, personId, own] = [newId(), newId(), stated[at]!]
    const isFirst = person !== first.person
    if (isFirst) first = { person, id: personId }
    put('people_person', personId, isFirst ? 'ACTIVE' : 'MERGED', isFirst ? null : first.id, 1, day)
    put('people_source_record', recordId, 'FORM', label, day, day)
    put('people_link', recordId, personId, first.id, day)
    put('people_link_event', newId(), recordId, personId, 'RECORDED', 'system:bench', day)
    if (!isFirst) put('people_merge', newId(), first.id, personId, 'LIKE_NAME', 'system:bench', day)
    for (const [field, value] of Object.entries(own))
      put('people_claim', newId(), recordId, field, JSON.stringify(value), day, day, 'system:bench')
    for (const { kind, key } of identifiersOf(own)) put('people_identifier', kind, key, recordId)
    if (isFirst) {
      let count = 1
      while (applicants[at + count]?.person === person) count++
      put('people_profile', personId, ...profileOf(own, recordId), count, day, day)
    }
    const keys = [...new Set(keysOf(dataset, at))].map(hashed)
    const terms = termsOf(dataset, at).map(hashed)
    put('linkage_record', recordId, JSON.stringify(compared[at]), JSON.stringify(keys), JSON.stringify(terms))
    for (const key of new Set(keys)) put('linkage_key', key, recordId)
  }
  return lines
}

const day = '2026-01-01T00:00:00.000Z'
const special = /[\\\t\n]/
const cell = (value: string | number | null): string => {
  if (value === null) return '\\N'
  if (typeof value === 'number' || !special.test(value)) return String(value)
  return value.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n')
}

function statedBy(cells: readonly string[]): Stated {
  const stated: Stated = {}
  for (const [at, field] of fields.entries()) {
    const value = cells[at] ? tidyValue(field, cells[at]) : null
    if (value !== null) stated[field] = value
  }
  return stated
}

function profileOf(stated: Stated, recordId: string): (string | null)[] {
  const text = (field: PersonField) => (typeof stated[field] === 'string' ? stated[field] : null)
  const shown = Object.entries(stated).map(([field, value]) => [
    field,
    { value, source: { kind: 'FORM', label, recordId }, observedAt: day, confidence: 1, disagreeing: 0 },
  ])
  const [name, kana] = [text('name'), text('nameKana')]
  return [name, kana, kana ?? name ?? '', text('email'), text('phone'), text('employer')].concat(
    JSON.stringify(Object.fromEntries(shown)),
  )
}
