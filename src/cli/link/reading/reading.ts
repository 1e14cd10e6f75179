import { availableParallelism } from 'node:os'
import type { DatasetCollector, DatasetPart } from '../../../engines/linkage/index.ts'
import { eachRow } from '../input.ts'
import { addOddities, type Oddities } from './oddities.ts'
import { spanReader, type ReadingInput } from './span-reading.ts'
import { spansOf, type Span } from './text-file.ts'
import { doInThreads, mostThreads } from '../threads.ts'

export type ReadPart = { part: DatasetPart; oddities: Oddities; isOpen: boolean }

/**
 * A thread reads `spanBytes` at a time: memory is bounded by the spans under way, whatever the file. A file of fewer than
 * `worthThreads` bytes is read at once and here: two threads beside this one, which joins what they read, gain a third of
 * the time and take half as much work again; more cores gain more.
 */
const usualSpans = { worthThreads: availableParallelism() > 2 ? 1 << 25 : 3 << 25, spanBytes: 1 << 22 }

/**
 * Reads the rows of a file into a collector, in spans by several threads where it is large. The spans are joined in
 * order, as soon as those before them are, which gives what one pass would; from a span on that ends within a quoted
 * cell, one pass reads the rest.
 */
export async function readInto(
  collector: DatasetCollector,
  input: ReadingInput,
  onProgress: (done: number, total: number) => void,
  { worthThreads, spanBytes } = usualSpans,
): Promise<Oddities> {
  const { file, plan } = input
  const onePass = async (span?: Span): Promise<Oddities> => {
    const { isOpen: _, ...oddities } = await eachRow(file, (cells) => collector.add(plan, cells), span)
    return oddities
  }
  const spans = await spansOf(file.path, file.encoding, spanBytes)
  const end = spans?.at(-1)?.to ?? 0
  if (!spans || end === 0) return onePass()
  if (end < worthThreads) {
    const { isOpen: _, ...oddities } = await spanReader(input)(collector, { from: 0, to: end })
    return oddities
  }
  const { oddities, readTo } = await readSpans(collector, input, spans, onProgress)
  if (readTo === end) return oddities!
  const rest = await onePass({ from: readTo, to: end })
  return oddities ? addOddities(oddities, rest) : rest
}

/** How far the spans were joined, and what was odd about them: all, or up to one that ends within a quoted cell. */
async function readSpans(
  collector: DatasetCollector,
  input: ReadingInput,
  spans: readonly Span[],
  onProgress: (done: number, total: number) => void,
): Promise<{ oddities: Oddities | null; readTo: number }> {
  const waiting = new Map<number, ReadPart>()
  const queue = spans.entries()
  let [joined, isBroken] = [0, false]
  let oddities: Oddities | null = null
  const onPart = (at: number, read: ReadPart): boolean => {
    waiting.set(at, read)
    for (let next = waiting.get(joined); next && !isBroken; next = waiting.get(joined)) {
      waiting.delete(joined)
      isBroken = next.isOpen && joined < spans.length - 1
      if (isBroken) break
      collector.absorb(next.part)
      oddities = oddities ? addOddities(oddities, next.oddities) : next.oddities
      onProgress(++joined, spans.length)
    }
    return !isBroken
  }
  const threads = Math.min(mostThreads(), spans.length)
  const file = new URL('./reading-thread.ts', import.meta.url)
  await doInThreads(file, { threads, workerData: input, queue, onAnswer: onPart })
  return { oddities, readTo: spans[joined]?.from ?? spans.at(-1)!.to }
}
