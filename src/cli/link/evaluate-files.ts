import { existsSync } from 'node:fs'
import { cluster, EdgeCollector, evaluate, wholeScorer, type Measures } from '../../engines/linkage/index.ts'
import { refusal } from '../../server/kernel/errors.ts'
import { eachRow, inputFile } from './input.ts'
import { largestGroup } from './link-files.ts'
import { bitsOf, thresholds, thresholdsPath } from './thresholds.ts'

const columnMissing = refusal<{ file: string; column: string }>('cli.link-column-missing', 422)
const unmatched = refusal<{ clusters: string; truth: string }>('cli.link-rows-unmatched', 422)

/** How well clusters find the persons of a truth file, at one threshold; null is that of the clusters file. */
export type Evaluated = { threshold: number | null; pairs: Measures; bCubed: Measures }

/**
 * Compares a clusters file with a truth file (`file,row,person`). Every row of the truth counts; one that the clusters do
 * not name stands alone. At every other threshold by what `tasuki link` wrote beside the clusters, or with a pairs file by
 * clusters made anew from it.
 */
export async function evaluateFiles(paths: {
  clusters: string
  truth: string
  pairs?: string | undefined
}): Promise<Evaluated[]> {
  const truth = await table(paths.truth, ['file', 'row', 'person'])
  const found = new Map(
    (await table(paths.clusters, ['file', 'row', 'cluster_id'])).map(([file, row, id]) => [`${file}\n${row}`, id!]),
  )
  const keys = truth.map(([file, row]) => `${file}\n${row}`)
  if (!keys.some((key) => found.has(key))) throw unmatched({ clusters: paths.clusters, truth: paths.truth })
  const persons = truth.map(([, , person]) => person!)
  const given = evaluate(
    keys.map((key, at) => found.get(key) ?? `alone ${at}`),
    persons,
  )
  const evaluated: Evaluated[] = [{ threshold: null, ...given }]
  const beside = thresholdsPath(paths.clusters)
  if (!paths.pairs && existsSync(beside)) evaluated.push(...(await besideClusters(beside, keys, persons)))
  if (paths.pairs) evaluated.push(...(await atThresholds(paths.pairs, keys, persons)))
  return evaluated
}

async function besideClusters(path: string, keys: readonly string[], persons: readonly string[]): Promise<Evaluated[]> {
  const rows = new Map(
    (await table(path, ['file', 'row', ...thresholds.map(String)])).map(([file, row, ...ids]) => [
      `${file}\n${row}`,
      ids,
    ]),
  )
  return thresholds.map((threshold, nth) => ({
    threshold,
    ...evaluate(
      keys.map((key, at) => rows.get(key)?.[nth] ?? `alone ${at}`),
      persons,
    ),
  }))
}

async function atThresholds(path: string, keys: readonly string[], persons: readonly string[]): Promise<Evaluated[]> {
  const places = new Map(keys.map((key, at) => [key, at]))
  const edges = new EdgeCollector()
  const weights = new Map<number, number>()
  for (const [fileA, rowA, fileB, rowB, probability] of await table(path, [
    'file_a',
    'row_a',
    'file_b',
    'row_b',
    'probability',
  ])) {
    const [one, other] = [places.get(`${fileA}\n${rowA}`), places.get(`${fileB}\n${rowB}`)]
    if (one === undefined || other === undefined) continue
    const weight = bitsOf(Math.min(Math.max(Number(probability), 1e-6), 1 - 1e-6))
    edges.add(one, other, weight)
    weights.set(Math.min(one, other) * keys.length + Math.max(one, other), weight)
  }
  const collected = edges.finish()
  // A pair that the file does not list was less likely than one in a hundred.
  const score = (one: number, other: number) =>
    weights.get(Math.min(one, other) * keys.length + Math.max(one, other)) ?? -6
  return thresholds.map((threshold) => {
    const { clusters } = cluster(keys.length, collected, wholeScorer(score), {
      threshold: bitsOf(threshold),
      largest: largestGroup,
    })
    return { threshold, ...evaluate(clusters, persons) }
  })
}

async function table(path: string, columns: readonly string[]): Promise<string[][]> {
  const file = await inputFile(path)
  const places = columns.map((column) => {
    const at = file.headers.findIndex((header) => header.toLowerCase() === column)
    if (at < 0) throw columnMissing({ file: file.name, column })
    return at
  })
  const rows: string[][] = []
  await eachRow(file, (cells) => void rows.push(places.map((at) => cells[at] ?? '')))
  return rows
}
