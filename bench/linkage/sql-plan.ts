import { kanaToRomaji } from '../../src/engines/japanese/index.ts'
import {
  atomsOf, candidateScorer, DatasetCollector, indexOf, modelFor, planOf, recogniseColumns, type Dataset,
} from '../../src/engines/linkage/index.ts' // prettier-ignore
import { madeApplicants } from './applicants.ts'
import { tableFile } from './sets.ts'

const print = (line: string) => void process.stdout.write(`${line}\n`)
const header = ['surname', 'first_name', 'dob', 'email', 'phone', 'city']

/** The blocking rules of both, as atoms of ours and as SQL. The loose ones make more than a hundred pairs for each record. */
const rules: Record<'tight' | 'loose', { atoms: string[]; sql: string }[]> = {
  tight: [
    { atoms: ['mail'], sql: 'l.email = r.email' },
    { atoms: ['phone'], sql: 'l.phone = r.phone' },
    { atoms: ['family', 'birthDate'], sql: 'l.surname = r.surname and l.dob = r.dob' },
    { atoms: ['given', 'birthDate'], sql: 'l.first_name = r.first_name and l.dob = r.dob' },
    { atoms: ['family', 'given'], sql: 'l.surname = r.surname and l.first_name = r.first_name' },
  ],
  loose: [
    { atoms: ['mail'], sql: 'l.email = r.email' },
    { atoms: ['phone'], sql: 'l.phone = r.phone' },
    { atoms: ['birthDate'], sql: 'l.dob = r.dob' },
    { atoms: ['family'], sql: 'l.surname = r.surname' },
    { atoms: ['given'], sql: 'l.first_name = r.first_name' },
  ],
}

/** ASCII fields only: the string distances of DuckDB work on bytes (duckdb/duckdb issue 25113). */
function asciiTable(size: number): string[][] {
  const plain = (kana: string) => kanaToRomaji(kana.normalize('NFKC')).replace(/[^a-z]/g, '')
  return madeApplicants(size, 55)
    .table.slice(1)
    .map(([, kana = '', birth = '', mail = '', phone = '', address = '']) => {
      const [family = '', given = ''] = kana.split(' ')
      return [
        plain(family),
        plain(given),
        /^\d{4}-\d\d-\d\d$/.test(birth) ? birth : '',
        mail,
        phone.replace(/\D/g, '').replace(/^81/, '0'),
        String(Array.from(address.slice(0, 6)).reduce((sum, one) => sum + one.charCodeAt(0), 0) || ''),
      ]
    })
}

function datasetOf(rows: readonly string[][]): Dataset {
  const columns = recogniseColumns(header, rows.slice(0, 1000))
  const collector = new DatasetCollector({ japanese: false })
  const plan = planOf(columns, 'DAY_FIRST')
  for (const row of rows) collector.add(plan, row)
  return collector.finish()
}

/** Ours and the SQL plan over the same pairs, blocking and scoring, on the threads of this machine. */
export async function printSqlPlan(size: number): Promise<void> {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const rows = asciiTable(size)
  const path = tableFile('ascii', [header, ...rows])
  const dataset = datasetOf(rows)
  print(`\nagainst a SQL plan on DuckDB, ${size} records, ASCII fields, blocking and scoring`)
  for (const kind of ['tight', 'loose'] as const) {
    const ours = await timed(() =>
      scored(
        dataset,
        rules[kind].map(({ atoms }) => atoms),
      ),
    )
    const connection = await (await DuckDBInstance.create()).connect()
    await connection.run(
      `create table people as select row_number() over () as id, * from read_csv('${path}', all_varchar = true, nullstr = '')`,
    )
    const theirs = await timed(async () => {
      const reader = await connection.runAndReadAll(planOfSql(rules[kind].map(({ sql }) => sql)))
      return Number(reader.getRows()[0]![0])
    })
    print(
      `  ${kind}: ours ${ours.result} pairs, ${ours.wall} s wall, ${ours.cpu} s CPU; SQL ${theirs.result} pairs, ${theirs.wall} s wall, ${theirs.cpu} s CPU; ${(Number(theirs.cpu) / Number(ours.cpu)).toFixed(1)} times less CPU`,
    )
    connection.closeSync()
  }
}

function scored(dataset: Dataset, chosen: readonly string[][]): number {
  const atoms = new Map(atomsOf(dataset).map((atom) => [atom.id, atom]))
  const indexes = chosen.map((ids) =>
    indexOf({ atoms: ids.map((id) => atoms.get(id)!), pairs: 0, crowded: 0 }, dataset.size, Infinity),
  )
  return candidateScorer({ dataset, indexes, model: modelFor(dataset), least: 0 })({ from: 0, to: dataset.size })
    .compared
}

async function timed(run: () => number | Promise<number>) {
  const [started, cpu] = [performance.now(), process.cpuUsage()]
  const result = await run()
  const used = process.cpuUsage(cpu)
  return {
    result,
    wall: ((performance.now() - started) / 1000).toFixed(2),
    cpu: ((used.user + used.system) / 1e6).toFixed(2),
  }
}

/** In the manner of Splink: one join per rule, pairs of an earlier rule left out, levels as CASE, frequencies joined. */
function planOfSql(conditions: readonly string[]): string {
  const joins = conditions.map((sql, at) => {
    const earlier = conditions
      .slice(0, at)
      .map((one) => `and not coalesce(${one}, false)`)
      .join(' ')
    return `select l.id as one, r.id as other from people l join people r on ${sql} where l.id < r.id ${earlier}`
  })
  const level = (field: string, exact: string, close: string, differs: string, fuzzy: string) =>
    `case when l.${field} is null or r.${field} is null then 0 when l.${field} = r.${field} then ${exact} when ${fuzzy} then ${close} else ${differs} end`
  const similar = (field: string, least: number) => `jaro_winkler_similarity(l.${field}, r.${field}) >= ${least}`
  return `with frequency as (select surname, count(*) / (select count(*) from people) as share from people group by surname),
    pairs as (${joins.join(' union all ')}),
    scored as (select ${level('surname', 'log2(0.7 / f.share)', '6', '-4', similar('surname', 0.9))}
      + ${level('first_name', '9', '6', '-4', similar('first_name', 0.9))}
      + ${level('dob', '12', '5', '-5', 'levenshtein(l.dob, r.dob) <= 1')}
      + ${level('email', '14', '6', '-2', similar('email', 0.9))}
      + ${level('phone', '14', '6', '-2', 'levenshtein(l.phone, r.phone) <= 1')}
      + ${level('city', '3', '1', '-2', similar('city', 0.9))} - 20 as weight
      from pairs join people l on l.id = one join people r on r.id = other left join frequency f on f.surname = l.surname)
    select count(*), count(*) filter (where weight > 0) from scored`
}
