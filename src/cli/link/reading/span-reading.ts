import type { DatasetCollector, FilePlan, TextCollector } from '../../../engines/linkage/index.ts'
import { eachRowInBytes, type OnRow, type SpanRead } from './byte-rows.ts'
import { eachRow, type InputFile } from '../input.ts'
import type { Span } from './text-file.ts'

export type ReadingInput = { file: InputFile; plan: FilePlan; japanese: boolean }

/** Makes a reader of spans of one file into collectors, in bytes where the file is in UTF-8; cells are known from span to span. */
export function spanReader({
  file,
  plan,
}: ReadingInput): (collector: DatasetCollector, span: Span) => Promise<SpanRead> {
  const numbers: TextCollector[] = []
  return async (collector, span) => {
    const onRow: OnRow = {
      bytes: (cells) => collector.addCells(plan, cells),
      text: (cells) => collector.add(plan, cells),
    }
    const read = file.encoding === 'utf-8' ? await eachRowInBytes(file, span, { onRow, numbers }) : null
    return read ?? eachRow(file, onRow.text, span)
  }
}
