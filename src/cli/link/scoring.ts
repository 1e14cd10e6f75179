import { availableParallelism } from 'node:os'
import {
  candidateScorer, joinEdges, rowsOf, stretchesOf, type Blocks, type Dataset, type Edges, type LinkageModel, type ScoringInput,
  type Sources, type Stretch,
} from '../../engines/linkage/index.ts' // prettier-ignore
import { startThread } from './threads.ts'

export type Scored = { edges: Edges; compared: number }

/** Below this many pairs, about a second of work, starting threads takes longer than it saves. */
const worthThreads = 10_000_000

/** What was scored before, stretch by stretch, and is to be kept of what is scored. */
export type KeptStretches = {
  stretch: (nth: number) => Scored | null
  keepStretch: (nth: number, scored: Scored) => void
}

export type ScoringRequest = {
  model: LinkageModel
  least: number
  onProgress: (done: number, total: number) => void
  kept?: KeptStretches | undefined
  /** Where given, only pairs across files are scored. */
  sources?: Sources | undefined
}

/**
 * Scores every candidate pair, in worker threads where there are many. A stretch of blocks is handed to whichever
 * thread is free, so that memory is bounded by the stretches under way and `onProgress` tells of each one done. Edges come
 * in the order of the stretches, whichever thread was faster.
 */
export async function scoreCandidates(
  dataset: Dataset,
  blocks: Blocks,
  { model, least, onProgress, kept, sources }: ScoringRequest,
): Promise<Scored> {
  const { stretches, pairs } = stretchesOf(blocks.index, 256)
  const parts: (Scored | null)[] = stretches.map((_, nth) => kept?.stretch(nth) ?? null)
  const left = [...stretches.entries()].filter(([nth]) => parts[nth] === null)
  let done = stretches.length - left.length
  const onPart = (nth: number, part: Scored): void => {
    parts[nth] = part
    kept?.keepStretch(nth, part)
    onProgress(++done, stretches.length)
  }
  const threads = pairs < worthThreads ? 1 : Math.min(availableParallelism(), 8)
  if (left.length > 0) {
    const input: ScoringInput = { dataset, index: blocks.index, model, least, rows: rowsOf(dataset), sources }
    const queue = left.values()
    if (threads > 1) await Promise.all(Array.from({ length: threads }, () => inThread(input, queue, onPart)))
    else {
      const score = candidateScorer(input)
      for (const [nth, stretch] of queue) onPart(nth, score(stretch))
    }
  }
  const whole = parts.filter((part) => part !== null)
  return {
    edges: joinEdges(whole.map(({ edges }) => edges)),
    compared: whole.reduce((sum, { compared }) => sum + compared, 0),
  }
}

function inThread(
  input: ScoringInput,
  queue: Iterator<[number, Stretch]>,
  onPart: (nth: number, part: Scored) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = startThread(new URL('./scoring-thread.ts', import.meta.url), input)
    let under = -1
    const next = () => {
      const { value, done } = queue.next()
      if (done) return resolve(worker.terminate().then(() => undefined))
      under = value[0]
      worker.postMessage(value[1])
    }
    worker.on('message', (part: Scored) => {
      onPart(under, part)
      next()
    })
    worker.on('error', reject)
    next()
  })
}
