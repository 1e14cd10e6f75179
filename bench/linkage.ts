/**
 * Quality and speed of linking, with the defaults of `tasuki link`: `npm run bench -- linkage [rows of made sets]
 * [largest size for speed]`. Labels are read only to measure. Peers in the same run: the
 * plain exact-mail rule, and a SQL plan in the manner of Splink on `@duckdb/node-api`, which is left out, and said so, where
 * that package is not installed.
 */
import { printQuality } from './linkage/quality.ts'
import { printSqlPlan } from './linkage/sql-plan.ts'
import { printSpeed } from './linkage/speed.ts'

const [rows = 40_000, largest = 100_000] = process.argv.slice(3).map(Number)
await printQuality(rows, [101, 102])
await printSpeed([10_000, 30_000, 100_000, 300_000, 1_000_000].filter((size) => size <= largest))
try {
  await printSqlPlan(Math.min(largest, 100_000))
} catch (error) {
  if (!(error instanceof Error && 'code' in error && error.code === 'ERR_MODULE_NOT_FOUND')) throw error
  process.stdout.write('\n@duckdb/node-api is not installed: the SQL plan was left out\n')
}
