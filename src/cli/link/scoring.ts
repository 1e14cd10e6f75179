import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import {
  candidateScorer, joinEdges, rowsOf, stretchesOf, type Blocks, type Dataset, type Edges, type LinkageModel, type ScoringInput,
  type Stretch,
} from '../../engines/linkage/index.ts' // prettier-ignore

export type Scored = { edges: Edges; compared: number }

/** Below this many pairs, starting threads takes longer than it saves. */
const worthThreads = 3_000_000

/**
 * Scores every candidate pair, in worker threads where there are many. A stretch of blocks is handed to whichever
 * thread is free, so that memory is bounded by the stretches under way and `onProgress` tells of each one done.
 */
export async function scoreCandidates(
  dataset: Dataset,
  blocks: Blocks,
  {
    model,
    least,
    onProgress,
  }: { model: LinkageModel; least: number; onProgress: (done: number, total: number) => void },
): Promise<Scored> {
  const input: ScoringInput = { dataset, index: blocks.index, model, least, rows: rowsOf(dataset) }
  const threads = blocks.pairs < worthThreads ? 1 : Math.min(availableParallelism(), 8)
  const stretches = stretchesOf(blocks.index, 256)
  if (threads === 1) {
    const score = candidateScorer(input)
    return gathered(stretches.map((stretch) => score(stretch)))
  }
  const parts: Scored[] = []
  const queue = stretches.values()
  await Promise.all(
    Array.from({ length: threads }, () =>
      inThread(input, queue, (part) => {
        parts.push(part)
        onProgress(parts.length, stretches.length)
      }),
    ),
  )
  return gathered(parts)
}

function inThread(input: ScoringInput, queue: Iterator<Stretch>, onPart: (part: Scored) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./scoring-thread.ts', import.meta.url), { workerData: input })
    const next = () => {
      const { value, done } = queue.next()
      if (!done) return worker.postMessage(value)
      resolve(worker.terminate().then(() => undefined))
    }
    worker.on('message', (part: Scored) => {
      onPart(part)
      next()
    })
    worker.on('error', reject)
    next()
  })
}

const gathered = (parts: readonly Scored[]): Scored => ({
  edges: joinEdges(parts.map(({ edges }) => edges)),
  compared: parts.reduce((sum, { compared }) => sum + compared, 0),
})
