import {
  atomsOf, budgetFor, candidatesOf, chooseRules, DatasetCollector, indexOf, modelFor, planOf, prunerOf, recogniseColumns,
  rowsOf, scorerOf, shippedModels, type Dataset,
} from '../../src/engines/linkage/index.ts' // prettier-ignore
import { applicantRows, applicantsHeader } from './applicants.ts'
import { print } from './printing.ts'

/** CPU time of this process, which has one thread at work: others on the machine do not count. */
const cpuMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const seconds = (started: number) => (cpuMs() - started) / 1000

/** As many of the last records are looked up, each among those before it. */
const lookups = 20_000

/** Pairs that weigh less are not answered. */
const leastBits = 0

/**
 * The index in memory, on one core: how fast records are read into it and filed under their blocks, and how long it takes
 * to find, compare and weigh everybody that one record may be.
 */
export function printIndex(size: number): void {
  const { dataset, read } = collected(size)
  let started = cpuMs()
  const budget = budgetFor(size)
  const rules = chooseRules(atomsOf(dataset), size, budget)
  const chosen = seconds(started)
  started = cpuMs()
  const index = indexOf(rules, size, budget.crowd)
  const rows = rowsOf(dataset)
  const filed = seconds(started)
  print(
    `${size} records: read into the index in ${read.toFixed(1)} s of CPU and filed in ${filed.toFixed(1)} s, ${Math.round(size / (read + filed))} a second and core (${rules.length} rules, chosen once in ${chosen.toFixed(1)} s; ${Math.round(process.memoryUsage.rss() / 2 ** 20)} MB)`,
  )
  const model = modelFor(dataset, shippedModels.japanese)
  const { score } = scorerOf(dataset, model)
  const { pruneRecords: prune } = prunerOf(dataset, model, leastBits, { rows })
  const earlierOf = candidatesOf(index, size)
  const times = new Float64Array(Math.min(lookups, size))
  let [compared, found] = [0, 0]
  for (let nth = 0; nth < times.length; nth++) {
    const record = size - times.length + nth
    started = performance.now()
    const { candidates, count } = earlierOf(record)
    const kept = count === 0 ? 0 : prune(record, candidates, count)
    for (let at = 0; at < kept; at++) if (score(record, candidates[at]!) >= leastBits) found++
    times[nth] = performance.now() - started
    compared += count
  }
  const sorted = times.toSorted()
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!.toFixed(3)
  print(
    `${times.length} lookups: p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, p99 ${at(0.99)} ms, p99.9 ${at(0.999)} ms; ${Math.round(compared / times.length)} candidates and ${(found / times.length).toFixed(2)} matches each`,
  )
}

/** The made-up applicants as a dataset; making them up is not counted. */
function collected(size: number): { dataset: Dataset; read: number } {
  const made = applicantRows(size, 99)
  const collector = new DatasetCollector({ japanese: true })
  const sample: string[][] = []
  let [read, plan] = [0, planOf([], 'DAY_FIRST')]
  for (let from = 0; from < size; from += sample.length) {
    sample.length = 0
    for (let row = 0; row < 10_000 && from + row < size; row++) sample.push(made.next().value!.cells)
    if (from === 0) plan = planOf(recogniseColumns(applicantsHeader, sample), 'DAY_FIRST')
    const started = cpuMs()
    for (const cells of sample) collector.add(plan, cells)
    read += seconds(started)
  }
  const started = cpuMs()
  const dataset = collector.finish()
  return { dataset, read: read + seconds(started) }
}
