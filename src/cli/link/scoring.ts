import {
  candidateScorer, joinEdges, rowsOf, stretchesOf, type Blocks, type Dataset, type Edges, type LinkageModel, type ScoringInput,
  type Sources,
} from '../../engines/linkage/index.ts' // prettier-ignore
import { doInThreads, mostThreads } from './threads.ts'

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
  const onPart = (nth: number, part: Scored): boolean => {
    parts[nth] = part
    kept?.keepStretch(nth, part)
    onProgress(++done, stretches.length)
    return true
  }
  const threads = pairs < worthThreads ? 1 : mostThreads()
  if (left.length > 0) {
    const input: ScoringInput = { dataset, index: blocks.index, model, least, rows: rowsOf(dataset), sources }
    const queue = left.values()
    const file = new URL('./scoring-thread.ts', import.meta.url)
    if (threads > 1) await doInThreads(file, { threads, workerData: input, queue, onAnswer: onPart })
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
