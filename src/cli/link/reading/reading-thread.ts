import { parentPort, workerData } from 'node:worker_threads'
import { CellReader, DatasetCollector } from '../../../engines/linkage/index.ts'
import type { ReadPart } from './reading.ts'
import { spanReader, type ReadingInput } from './span-reading.ts'
import type { Span } from './text-file.ts'

const input = workerData as ReadingInput
const reader = new CellReader(input.japanese)
const readInto = spanReader(input)

async function read(span: Span): Promise<ReadPart> {
  const collector = new DatasetCollector({ japanese: input.japanese, reader })
  const { isOpen, ...oddities } = await readInto(collector, span)
  return { part: collector.part(), oddities, isOpen }
}

parentPort?.on('message', (span: Span) => {
  // A span that cannot be read ends the thread with its error, which the main thread hears.
  void read(span).then((part) => parentPort?.postMessage(part))
})
