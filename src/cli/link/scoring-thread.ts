import { parentPort, workerData } from 'node:worker_threads'
// Past the index of the engine, which would load dictionaries that a scoring thread has no use for.
import { candidateScorer, type ScoringInput } from '../../engines/linkage/blocking/candidate-scorer.ts'
import type { Stretch } from '../../engines/linkage/index.ts'

const score = candidateScorer(workerData as ScoringInput)
parentPort?.on('message', (stretch: Stretch) => parentPort?.postMessage(score(stretch)))
