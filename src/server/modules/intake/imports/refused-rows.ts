import { byteOrderMark, line } from '../../../kernel/csv.ts'
import type { Work } from '../../../kernel/work.ts'
import { messageOf, type Locale } from '../../../../contract/messages/index.ts'
import { importOf } from './imports.ts'
import * as rows from './store-rows.ts'

const page = 500

const heads = { ja: ['行', '取り込まなかった理由'], en: ['Line', 'Why it was not imported'] }

/**
 * The rows that were refused as CSV for a spreadsheet (UTF-8 with its mark): the line, why, and the columns of the file,
 * so that it can be mended and imported again. Columns that may not be collected are empty.
 */
export async function refusedRows(work: Work, id: string, locale: Locale): Promise<string> {
  const found = await importOf(work, id)
  const header = found.recognition.columns.map((column) => column.header)
  let text = `${byteOrderMark}${line([...heads[locale], ...header])}`
  for (let after = 0; ;) {
    const next = await rows.rowsWithFindings(work, id, { after, limit: page, onlyRefused: true })
    for (const row of next) {
      const why = row.findings
        .filter(({ severity }) => severity === 'ERROR')
        .map(({ code, column, value }) =>
          [column, messageOf(locale, { code: `intake.row.${code}`, detail: { value } })].filter(Boolean).join(': '),
        )
      text += line([String(row.line), why.join(' / '), ...row.cells])
    }
    if (next.length < page) return text
    after = next.at(-1)!.number
  }
}
