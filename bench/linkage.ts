/**
 * Quality and speed of linking, with the defaults of `tasuki link`:
 *
 *     npm run bench -- linkage [rows of made sets] [largest size for speed]
 *     npm run bench -- linkage quality [rows of made sets] [names of sets, else all]
 *     npm run bench -- linkage splink [rows of made sets]  Splink itself beside ours (SPLINK_PYTHON)
 *     npm run bench -- linkage variations [rows]           other headers, fewer columns, ages; Splink where there is one
 *     npm run bench -- linkage formats [rows]              the same rows in other encodings, headers, dates and files
 *     npm run bench -- linkage two-files [rows]            two files without duplicates, with and without --link-only
 *     npm run bench -- linkage growth [largest size]
 *     npm run bench -- linkage hostile [rows] [part of a name]  the command line over files that nobody should hand in
 *     npm run bench -- linkage tight|loose [records]      both engines over the pairs of fixed rules
 *     npm run bench -- linkage alone [records]            ours over tight rules, where the SQL plan would take too long
 *
 * Labels are read only to measure. Peers in the same run: the plain exact-mail rule, and a SQL plan in the manner of
 * Splink on `@duckdb/node-api`, which is left out, and said so, where that package is not installed.
 */
import { printFormats } from './linkage/formats.ts'
import { printHostile } from './linkage/hostile.ts'
import { printQuality } from './linkage/quality.ts'
import { printSplink } from './linkage/splink-peer.ts'
import { printBatchAlone, printSqlPlan, type Blocking } from './linkage/sql-plan.ts'
import { printVariations } from './linkage/variations.ts'
import { printSpeed } from './linkage/speed.ts'
import { printTwoFiles } from './linkage/two-files.ts'

const sizes = [10_000, 30_000, 100_000, 300_000, 1_000_000, 10_000_000]
const upTo = (largest: number) => sizes.filter((size) => size <= largest)
const numbers = process.argv.slice(3).map(Number)

async function printPeers(size: number, kinds: readonly Blocking[]): Promise<void> {
  try {
    await printSqlPlan(size, kinds)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error
    process.stdout.write('\n@duckdb/node-api is not installed: the SQL plan was left out\n')
  }
}

const what = process.argv[3]
if (what === 'tight' || what === 'loose') await printPeers(numbers[1] ?? 100_000, [what])
else if (what === 'alone') await printBatchAlone(numbers[1] ?? 1_000_000, 'tight')
else if (what === 'quality') await printQuality(numbers[1] ?? 20_000, [111, 112], process.argv.slice(5))
else if (what === 'splink') await printSplink(numbers[1] ?? 20_000)
else if (what === 'variations') await printVariations(numbers[1] ?? 5000)
else if (what === 'formats') await printFormats(numbers[1] ?? 5000)
else if (what === 'two-files') await printTwoFiles(numbers[1] ?? 5000)
else if (what === 'hostile') await printHostile(numbers[1] ?? 100_000, process.argv[5])
else if (what === 'growth') await printSpeed(upTo(numbers[1] ?? 100_000))
else {
  const [rows = 40_000, largest = 100_000] = numbers
  await printQuality(rows, [111, 112])
  await printSpeed(upTo(largest))
  await printPeers(Math.min(largest, 100_000), ['tight', 'loose'])
}
