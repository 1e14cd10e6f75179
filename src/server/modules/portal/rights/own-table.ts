import { textIn } from '../../../../portal/index.ts'
import { byteOrderMark, line } from '../../../kernel/csv.ts'
import type { PdfPart } from '../../../kernel/pdf.ts'
import { sessionFrame } from '../frames.ts'
import { heldInWords } from './held-in-words.ts'
import { restLines } from './rest-of-paper.ts'
import type { Answer, SessionVisit } from '../visit.ts'

/** A cell of a table, under its heading: the number of its row tells which belong together. */
type Line = [heading: string, row: number, column: string, value: string | number]

/**
 * What is held about the visitor as one table for a spreadsheet, a line for each value: in words what a person asks first, then
 * whatever else `held` says, as the paper has it.
 */
export async function ownTable(visit: SessionVisit, held: Record<string, unknown>): Promise<Answer> {
  const { paper: t } = textIn(visit.language).leaving
  const frame = await sessionFrame(visit, 'export')
  const parts = await heldInWords(visit, frame)
  const rest = restLines(held, frame).map(([name, value], at): Line => [t.rest, at + 1, name, value])
  const file = [t.tableColumns, ...linesOf(parts, t.body), ...rest].map((one) => line([...one])).join('')
  return { file: `${byteOrderMark}${file}`, contentType: 'text/csv', name: 'tasuki-my-data.csv' }
}

/** The parts of a paper as lines; what is said below facts belongs to them. */
export function linesOf(parts: readonly PdfPart[], body: string): Line[] {
  let [heading, row] = ['', 0]
  return parts.flatMap((part): Line[] => {
    if (part.kind === 'heading') {
      heading = part.text
      row = 0
      return []
    }
    if (part.kind === 'text') return [[heading, Math.max(row, 1), body, part.text]]
    if (part.kind === 'facts') {
      row += 1
      return part.facts.map(({ label, value }): Line => [heading, row, label, value])
    }
    return part.rows.flatMap((cells) => {
      row += 1
      return part.columns.flatMap(({ label }, at): Line[] => (cells[at] ? [[heading, row, label, cells[at]]] : []))
    })
  })
}
