import type { Import, ImportColumn } from '../../../../contract/intake/imports.ts'
import { messageOf } from '../../../../contract/messages/index.ts'

/** Why a column goes where it goes; one that lost its field to another is told with the names and places of both. */
export function columnReason(
  found: Pick<Import, 'columns' | 'fields' | 'preset'>,
  column: ImportColumn,
  language: 'ja' | 'en',
): string {
  const { reason, rival, index, header } = column
  const field = found.fields.find(({ id }) => id === rival?.field)
  const detail = {
    preset: found.preset ?? '',
    taker: rival && (found.columns[rival.index]?.header ?? ''),
    takerAt: rival && rival.index + 1,
    column: header,
    at: index + 1,
    field: field?.[language] ?? '',
  }
  // A file that was read before columns knew their rivals.
  const code = reason === 'ALREADY_TAKEN' && !rival ? 'NO_MATCH' : reason
  return messageOf(language, { code: `intake.column.${code}`, detail }) ?? reason
}
