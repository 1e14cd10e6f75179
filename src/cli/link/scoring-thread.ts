import { parentPort, workerData } from 'node:worker_threads'
import { candidateScorer, type ScoringInput, type Stretch } from '../../engines/linkage/index.ts'

const score = candidateScorer(workerData as ScoringInput)
parentPort?.on('message', (stretch: Stretch) => parentPort?.postMessage(score(stretch)))
