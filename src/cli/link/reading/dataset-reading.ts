import { stat } from 'node:fs/promises'
import { DatasetCollector, type Dataset, type FilePlan } from '../../../engines/linkage/index.ts'
import type { InputFile } from '../input.ts'
import type { Oddities } from './oddities.ts'
import { readInto } from './reading.ts'
import { startThread } from '../threads.ts'

export type ToRead = { inputs: readonly { file: InputFile; plan: FilePlan }[]; japanese: boolean }

/** The rows of all files as one dataset, and for each file where its rows begin in it and what was odd about them. */
export type DatasetRead = { dataset: Dataset; files: readonly { firstRow: number; oddities: Oddities }[] }

/** How many files were read, and how much of the next. */
type OnProgress = (done: number) => void

/** From so many bytes on, what reading takes of memory beside the dataset itself is more than a thread takes. */
const worthThread = 1 << 24

/**
 * Reads files into one dataset: large ones in a thread of its own, with which goes what was remembered of their cells, since a
 * heap that has grown hardly shrinks.
 */
export async function readDataset(given: ToRead, onProgress: OnProgress): Promise<DatasetRead> {
  const sizes = await Promise.all(given.inputs.map(({ file }) => stat(file.path)))
  const bytes = sizes.reduce((sum, { size }) => sum + size, 0)
  return bytes < worthThread ? readHere(given, onProgress) : readApart(given, onProgress)
}

/** Reads them in this thread, but for parts of very large ones. */
export async function readHere({ inputs, japanese }: ToRead, onProgress: OnProgress): Promise<DatasetRead> {
  const collector = new DatasetCollector({ japanese })
  const files: { firstRow: number; oddities: Oddities }[] = []
  for (const [at, { file, plan }] of inputs.entries()) {
    onProgress(at)
    const firstRow = collector.size
    const oddities = await readInto(collector, { file, plan, japanese }, (done, total) => onProgress(at + done / total))
    files.push({ firstRow, oddities })
  }
  return { dataset: collector.finish(), files }
}

/** What the thread tells: how far it is, and in the end all. */
export type ReadingNews = { progress: number } | { read: DatasetRead }

function readApart(given: ToRead, onProgress: OnProgress): Promise<DatasetRead> {
  return new Promise((resolve, reject) => {
    const worker = startThread(new URL('./dataset-thread.ts', import.meta.url), given)
    worker.on('message', (news: ReadingNews) => {
      if ('progress' in news) onProgress(news.progress)
      else resolve(worker.terminate().then(() => news.read))
    })
    worker.on('error', reject)
  })
}
