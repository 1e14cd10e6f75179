import { DuckDBInstance } from '@duckdb/node-api'
import { expect, test } from 'vitest'
import { edits } from './comparing/distance.ts'
import { jaroWinkler } from './comparing/jaro-winkler.ts'
import { seededRandom } from './training/random.ts'
import { TextCollector } from './reading/texts.ts'

const random = seededRandom(5)
const pick = (letters: string) => letters[Math.floor(random() * letters.length)]!

/** Words and their misspellings: with letters left out, put in, replaced and exchanged. */
function aPair(): [string, string] {
  const word = Array.from({ length: 3 + Math.floor(random() * 12) }, () => pick('abcdeilmnorst'))
  const other = word.slice()
  for (let slips = Math.floor(random() * 4); slips > 0; slips--) {
    const at = Math.floor(random() * other.length)
    if (random() < 0.3) other.splice(at, 1)
    else if (random() < 0.4) other.splice(at, 0, pick('abcdeilmnorst'))
    else if (at > 0) [other[at - 1], other[at]] = [other[at]!, other[at - 1]!]
  }
  return [word.join(''), other.join('') || 'a']
}

test('Jaro-Winkler similarity is that of DuckDB on ASCII, and edits are at most its Levenshtein distance', async () => {
  const pairs = Array.from({ length: 2000 }, aPair)
  const collector = new TextCollector()
  const codes = pairs.map(([one, other]) => [collector.code(one), collector.code(other)] as const)
  const texts = collector.finish()
  const connection = await (await DuckDBInstance.create()).connect()
  const rows = pairs.map(([one, other], at) => `(${at}, '${one}', '${other}')`).join(',')
  const reader = await connection.runAndReadAll(
    `select jaro_winkler_similarity(one, other), levenshtein(one, other) from (values ${rows}) pairs(nth, one, other) order by nth`,
  )
  for (const [at, [similarity, distance]] of reader.getRows().entries()) {
    const [one, other] = codes[at]!
    const ours = jaroWinkler(texts, one, other)
    // DuckDB leaves the common beginning out of account below a Jaro similarity of 0.7.
    if (ours > 0.825) expect(ours, pairs[at]!.join(' ')).toBeCloseTo(Number(similarity), 6)
    expect(edits(texts, one, other, 60)).toBeLessThanOrEqual(Number(distance))
  }
  connection.closeSync()
})
