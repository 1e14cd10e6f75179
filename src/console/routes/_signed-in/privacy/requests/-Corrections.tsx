import { Table } from '@mantine/core'
import type { DataRequest } from '../../../../../contract/requests/data-requests.ts'
import { fieldNames } from '../../../../../contract/people/field-words.ts'
import { StatusBadge } from '../../../../../ui/StatusBadge.tsx'
import { useLanguage, useText } from '../../../../../ui/text/TextProvider.tsx'
import styles from '../-privacy.module.css'
import { words } from './-words.ts'

/** What the person says is wrong, entry by entry: as it stood, as it should be, and what was decided. */
export function Corrections({ request: { corrections, refusedFields, state } }: { request: DataRequest }) {
  const text = useText(words)
  const [language] = useLanguage()
  const names = fieldNames[language]
  const isRefused = (field: (typeof refusedFields)[number]) => state === 'DECLINED' || refusedFields.includes(field)
  const isAnswered = state !== 'OPEN'
  return (
    <Table.ScrollContainer minWidth={isAnswered ? 420 : 260} className={styles.corrections}>
      <Table aria-label={text.corrections}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{text.field}</Table.Th>
            <Table.Th>{text.from}</Table.Th>
            <Table.Th>{text.wanted}</Table.Th>
            {isAnswered && <Table.Th>{text.outcome}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {corrections.map(({ field, from, value, note }) => (
            <Table.Tr key={field}>
              <Table.Td>{names[field]}</Table.Td>
              <Table.Td className={styles.said}>{from}</Table.Td>
              <Table.Td className={styles.said}>
                {value === null ? <StatusBadge tone="wait">{text.deletes}</StatusBadge> : value || text.byNote}
                {note !== '' && <small className={styles.correctionNote}>{`${text.note}: ${note}`}</small>}
              </Table.Td>
              {isAnswered && (
                <Table.Td>
                  <StatusBadge tone={isRefused(field) ? 'neutral' : 'good'}>
                    {isRefused(field) ? text.wasRefused : text.wasGranted}
                  </StatusBadge>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
