import { parentPort, workerData } from 'node:worker_threads'
import { candidateScorer, type Stretch } from '../../engines/linkage/index.ts'
import type { ScoringInput } from './scoring.ts'

const { dataset, indexes, model, least } = workerData as ScoringInput
const score = candidateScorer(dataset, indexes, model, least)
parentPort?.on('message', (stretch: Stretch) => parentPort?.postMessage(score(stretch)))
