import { parentPort, workerData } from 'node:worker_threads'
import { DatasetCollector } from '../../engines/linkage/index.ts'
import { eachRow } from './input.ts'
import type { ReadingInput, ReadPart } from './reading.ts'
import type { Span } from './text-file.ts'

const { file, plan, japanese } = workerData as ReadingInput

async function read(span: Span): Promise<ReadPart> {
  const collector = new DatasetCollector({ japanese })
  const { isOpen, ...oddities } = await eachRow(file, (cells) => collector.add(plan, cells), span)
  return { part: collector.part(), oddities, isOpen }
}

parentPort?.on('message', (span: Span) => {
  // A span that cannot be read ends the thread with its error, which the main thread hears.
  void read(span).then((part) => parentPort?.postMessage(part))
})
