import { kanaToRomaji, parseDate } from '../../src/engines/japanese/index.ts'
import { applicantRows } from './applicants.ts'
import { inChild } from './child.ts'
import { phasesInWords, type Consumed } from './consumption.ts'
import { tableFile } from './sets.ts'
import { print } from './printing.ts'

const header = ['surname', 'first_name', 'dob', 'email', 'phone', 'postcode', 'city']

export type Blocking = 'tight' | 'loose'
type Rule = { atoms: string[]; sql: string }

const mail: Rule = { atoms: ['mail'], sql: 'l.email = r.email' }
const phone: Rule = { atoms: ['phone'], sql: 'l.phone = r.phone' }
const birthDate: Rule = { atoms: ['birthDate'], sql: 'l.dob = r.dob' }
const both = (one: Rule, other: Rule): Rule => ({
  atoms: [...one.atoms, ...other.atoms],
  sql: `${one.sql} and ${other.sql}`,
})
const family: Rule = { atoms: ['family'], sql: 'l.surname = r.surname' }
const given: Rule = { atoms: ['given'], sql: 'l.first_name = r.first_name' }
const postcode: Rule = { atoms: ['postcode'], sql: 'l.postcode = r.postcode' }
const city: Rule = { atoms: ['place'], sql: 'l.city = r.city' }
const year: Rule = { atoms: ['birthDate.year'], sql: 'substr(l.dob, 1, 4) = substr(r.dob, 1, 4)' }
const month: Rule = { atoms: ['birthDate.yearMonth'], sql: 'substr(l.dob, 1, 7) = substr(r.dob, 1, 7)' }
const day: Rule = { atoms: ['birthDate.monthDay'], sql: 'substr(l.dob, 6) = substr(r.dob, 6)' }

/**
 * The blocking rules of both engines, as atoms of ours and as SQL. Loose ones make more than 100 pairs for each record:
 * from 300,000 records on, what is common needs something beside it for that.
 */
export function rulesFor(blocking: Blocking, size: number): Rule[] {
  const name = both(family, given)
  if (blocking === 'tight')
    return [
      mail, phone, both(name, year), both(name, postcode), both(family, month), both(given, month), both(given, day),
      both(postcode, year),
    ] // prettier-ignore
  return size < 300_000
    ? [mail, phone, birthDate, family, given]
    : [mail, phone, birthDate, postcode, name, both(family, year), both(given, year), both(city, month)]
}

/** ASCII fields only: the string distances of DuckDB work on bytes (duckdb/duckdb issue 25113). */
function* asciiTable(size: number): Generator<string[]> {
  const plain = (kana: string) => kanaToRomaji(kana.normalize('NFKC')).replace(/[^a-z]/g, '')
  const digits = (text: string, length: number) =>
    String(Array.from(text).reduce((sum, one) => (sum * 31 + one.charCodeAt(0)) % 10 ** length, 0)).padStart(
      length,
      '0',
    )
  yield header
  for (const { cells } of applicantRows(size, 55)) {
    const [, kana = '', birth = '', mailCell = '', phoneCell = '', address = ''] = cells
    const [familyKana = '', givenKana = ''] = kana.split(' ')
    const born = parseDate(birth)
    yield [
      plain(familyKana),
      plain(givenKana),
      born.ok ? born.date : '',
      mailCell,
      phoneCell.replace(/\D/g, '').replace(/^81/, '0'),
      address && `${digits(address.slice(0, 6), 3)}${digits(address.replace(/\d+$/, ''), 4)}`,
      address && digits(address.slice(0, 6), 4),
    ]
  }
}

type Measured = Consumed & { pairs: number; matching: number }

/** The SQL plan makes no clusters: what ours takes for them is printed, and compared with nothing. */
const beside = ({ phases }: Measured) => phases.filter(({ name }) => name !== 'clustering')
const cpuOf = (measured: Measured, without = ''): number =>
  beside(measured).reduce((sum, { name, cpu }) => (name === without ? sum : sum + cpu), 0)
const wallOf = (measured: Measured): number => beside(measured).reduce((sum, { wall }) => sum + wall, 0)

const measure = (engine: 'ours' | 'sql', path: string, kind: Blocking, size: number) =>
  inChild<Measured>('batch-peer.ts', [engine, path, kind, String(size)])

function printMeasured(name: string, one: Measured): void {
  const counts = `${String(one.pairs).padStart(11)} pairs, ${one.matching} matching`
  const cpu = `${cpuOf(one).toFixed(1)} s CPU (${one.total.cpu.toFixed(1)} with loading the program)`
  print(
    `  ${name.padEnd(5)} ${counts}   ${wallOf(one).toFixed(1)} s wall, ${cpu}   peak ${one.total.peakMb} MB, ${one.total.loadedMb} of them the program`,
  )
  print(`        CPU by phase: ${phasesInWords(one.phases)}`)
}

/** Ours by itself, where the SQL plan would take too long. */
export async function printBatchAlone(size: number, kind: Blocking): Promise<void> {
  print(`\n${size} records, ${kind} blocking, seven comparisons of ASCII fields`)
  printMeasured('ours', await measure('ours', tableFile('ascii', asciiTable(size)), kind, size))
}

/** Ours and the SQL plan over the same pairs, each in a process of its own, on the threads of this machine. */
export async function printSqlPlan(size: number, kinds: readonly Blocking[]): Promise<void> {
  await import('@duckdb/node-api')
  const path = tableFile('ascii', asciiTable(size))
  for (const kind of kinds) {
    print(`\nagainst a SQL plan on DuckDB, ${size} records, ${kind} blocking, seven comparisons of ASCII fields`)
    const [ours, sql] = [await measure('ours', path, kind, size), await measure('sql', path, kind, size)]
    printMeasured('ours', ours)
    printMeasured('SQL', sql)
    print(
      `  CPU: ${(cpuOf(sql, 'reading') / cpuOf(ours, 'reading')).toFixed(1)} times less to block and score, ${(cpuOf(sql) / cpuOf(ours)).toFixed(1)} times less with reading; memory: ${(ours.total.peakMb / sql.total.peakMb).toFixed(2)} of the SQL plan's`,
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
      + ${level('postcode', '9', '5', '-2', 'levenshtein(l.postcode, r.postcode) <= 1')}
      + ${level('city', '3', '1', '-2', similar('city', 0.9))} - 20 as weight
      from pairs join people l on l.id = one join people r on r.id = other left join frequency f on f.surname = l.surname)
    select count(*), count(*) filter (where weight > 0) from scored`
}
