import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { DatasetCollector, DatasetPart, FilePlan } from '../../engines/linkage/index.ts'
import { addOddities, eachRow, type InputFile, type Oddities } from './input.ts'
import { spansOf, type Span } from './text-file.ts'

export type ReadingInput = { file: InputFile; plan: FilePlan; japanese: boolean }
export type ReadPart = { part: DatasetPart; oddities: Oddities; isOpen: boolean }

/** Files below this many bytes are read sooner than threads start. */
const worthThreads = 1 << 23

/** Bytes that a thread reads at a time: memory is bounded by the spans under way, whatever the file. */
const spanBytes = 1 << 24

/**
 * Reads the rows of a file into a collector, in spans by several threads where it is large. The spans are joined in
 * order, which gives what one pass would; where a quoted cell runs over the border of two, one pass reads the file.
 */
export async function readInto(
  collector: DatasetCollector,
  input: ReadingInput,
  onProgress: (done: number, total: number) => void,
): Promise<Oddities> {
  const { file, plan } = input
  const spans = await spansOf(file.path, file.encoding, spanBytes)
  const last = spans?.at(-1)?.to ?? 0
  const parts = spans && last >= worthThreads ? await readSpans(input, spans, onProgress) : null
  if (!parts) return eachRow(file, (cells) => collector.add(plan, cells))
  for (const { part } of parts) collector.absorb(part)
  return parts.map(({ oddities }) => oddities).reduce(addOddities)
}

/** Null where a quoted cell runs over the border of two spans. */
async function readSpans(
  input: ReadingInput,
  spans: readonly Span[],
  onProgress: (done: number, total: number) => void,
): Promise<ReadPart[] | null> {
  const parts: ReadPart[] = []
  const queue = spans.entries()
  let done = 0
  const threads = Math.min(availableParallelism(), spans.length, 8)
  await Promise.all(
    Array.from({ length: threads }, () =>
      inThread(input, queue, (at, part) => {
        parts[at] = part
        onProgress(++done, spans.length)
      }),
    ),
  )
  return parts.some(({ isOpen }, at) => isOpen && at < parts.length - 1) ? null : parts
}

function inThread(
  input: ReadingInput,
  queue: Iterator<[number, Span]>,
  onPart: (at: number, part: ReadPart) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./reading-thread.ts', import.meta.url), { workerData: input })
    let under = -1
    const next = () => {
      const { value, done } = queue.next()
      if (done) return resolve(worker.terminate().then(() => undefined))
      under = value[0]
      worker.postMessage(value[1])
    }
    worker.on('message', (part: ReadPart) => {
      onPart(under, part)
      next()
    })
    worker.on('error', reject)
    next()
  })
}
