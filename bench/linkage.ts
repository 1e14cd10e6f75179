/**
 * Quality and speed of linking, with the defaults of `tasuki link`: `npm run bench -- linkage [rows of made sets]
 * [largest size for speed]`. Labels are read only to measure. Peers: the plain exact-mail rule.
 */
import { printQuality } from './linkage/quality.ts'
import { printSpeed } from './linkage/speed.ts'

const [rows = 40_000, largest = 100_000] = process.argv.slice(3).map(Number)
await printQuality(rows, [101, 102])
await printSpeed([10_000, 30_000, 100_000, 300_000, 1_000_000].filter((size) => size <= largest))
