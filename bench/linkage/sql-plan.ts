import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { kanaToRomaji } from '../../src/engines/japanese/index.ts'
import { madeApplicants } from './applicants.ts'
import { tableFile } from './sets.ts'

const print = (line: string) => void process.stdout.write(`${line}\n`)
const header = ['surname', 'first_name', 'dob', 'email', 'phone', 'city']

export type Blocking = 'tight' | 'loose'

/** The blocking rules of both, as atoms of ours and as SQL. The loose ones make the more pairs for each record, the more records there are. */
export const rules: Record<Blocking, { atoms: string[]; sql: string }[]> = {
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

type Measured = { pairs: number; readWall: number; readCpu: number; wall: number; cpu: number; peakMb: number }

const runFile = promisify(execFile)

async function measured(engine: 'ours' | 'sql', path: string, kind: Blocking): Promise<Measured> {
  const script = new URL('batch-peer.ts', import.meta.url).pathname
  const { stdout } = await runFile(process.execPath, ['--max-old-space-size=6000', script, engine, path, kind])
  return JSON.parse(stdout.trim().split('\n').at(-1)!) as Measured
}

/** Ours and the SQL plan over the same pairs, each in a process of its own, on the threads of this machine. */
export async function printSqlPlan(size: number, kinds: readonly Blocking[] = ['tight', 'loose']): Promise<void> {
  await import('@duckdb/node-api')
  const path = tableFile('ascii', [header, ...asciiTable(size)])
  print(`\nagainst a SQL plan on DuckDB, ${size} records, ASCII fields`)
  for (const kind of kinds) {
    const [ours, sql] = [await measured('ours', path, kind), await measured('sql', path, kind)]
    for (const [name, one] of [
      ['ours', ours],
      ['SQL', sql],
    ] as const)
      print(
        `  ${kind.padEnd(6)} ${name.padEnd(5)} ${String(one.pairs).padStart(11)} pairs   block and score ${one.wall.toFixed(1)} s wall, ${one.cpu.toFixed(1)} s CPU   reading ${one.readWall.toFixed(1)} s wall, ${one.readCpu.toFixed(1)} s CPU   peak ${one.peakMb} MB`,
      )
    print(
      `  ${kind.padEnd(6)} block and score: ${(sql.cpu / ours.cpu).toFixed(1)} times less CPU; all: ${((sql.cpu + sql.readCpu) / (ours.cpu + ours.readCpu)).toFixed(1)} times; ${(ours.peakMb / sql.peakMb).toFixed(2)} of the memory`,
    )
  }
}

/** In the manner of Splink: one join per rule, pairs of an earlier rule left out, levels as CASE, frequencies joined. */
export function planOfSql(conditions: readonly string[]): string {
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
