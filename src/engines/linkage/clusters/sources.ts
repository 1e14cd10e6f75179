import { sharedInts } from '../reading/texts.ts'

/** The file of each record, by number, where no file holds a person twice. */
export type Sources = Int32Array

/** The sources of files that hold so many records each, one file after the other. */
export function sourcesOf(sizes: readonly number[]): Sources {
  const sources = sharedInts(sizes.reduce((sum, size) => sum + size, 0))
  let from = 0
  for (const [nth, size] of sizes.entries()) sources.fill(nth, from, (from += size))
  return sources
}

/** Moves those of `others` that stand in another file than `record` to its beginning, and answers how many they are. */
export function keepAcross(
  sources: Sources | undefined,
  record: number,
  { others, count, recordOf }: { others: Int32Array; count: number; recordOf?: Int32Array },
): number {
  if (!sources) return count
  const own = sources[record]!
  let kept = 0
  for (let at = 0; at < count; at++) {
    const other = others[at]!
    if (sources[recordOf ? recordOf[other]! : other] !== own) others[kept++] = other
  }
  return kept
}

/** How many times as many pairs there are as pairs across files. */
export function pairsForEachAcross(sources: Sources | undefined): number {
  if (!sources) return 1
  const sizes = new Map<number, number>()
  for (const source of sources) sizes.set(source, (sizes.get(source) ?? 0) + 1)
  const pairsOf = (size: number) => (size * (size - 1)) / 2
  const within = [...sizes.values()].reduce((sum, size) => sum + pairsOf(size), 0)
  const all = pairsOf(sources.length)
  return all > within ? all / (all - within) : 1
}

/** Whether two groups of records have no file in common. */
export function noFileInCommon(
  sources: Sources | undefined,
  one: readonly number[],
  other: readonly number[],
): boolean {
  if (!sources) return true
  const held = new Set(one.map((record) => sources[record]))
  return other.every((record) => !held.has(sources[record]))
}
