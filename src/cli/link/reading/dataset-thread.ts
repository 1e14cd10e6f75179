import { parentPort, workerData } from 'node:worker_threads'
import { readHere, type ReadingNews, type ToRead } from './dataset-reading.ts'

const tell = (news: ReadingNews): void => parentPort?.postMessage(news)

// A file that cannot be read ends the thread with its error, which the main thread hears.
tell({ read: await readHere(workerData as ToRead, (progress) => tell({ progress })) })
