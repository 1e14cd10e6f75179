import { Radio } from '@mantine/core'
import { IconEqual, IconTilde } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './pieces.module.css'
import { messages } from './text/messages.ts'
import { useText } from './text/TextProvider.tsx'

const words = messages({
  ja: { field: '項目', same: '一致', similar: '近い', different: '相違', missing: '未登録' },
  en: { field: 'Field', same: 'Same', similar: 'Close', different: 'Different', missing: 'Not known' },
})

export type DiffRow = {
  id: string
  label: string
  left?: ReactNode
  right?: ReactNode
  /** `similar`: not the same letters, probably the same thing (異体字, another spelling). `plain`: not compared. */
  kind: 'same' | 'similar' | 'different' | 'missing' | 'plain'
}

export type DiffSideBySideProps = {
  label: string
  leftTitle: ReactNode
  rightTitle: ReactNode
  rows: readonly DiffRow[]
  /** With both given, the reader chooses a side for each row that differs. */
  chosen?: Readonly<Record<string, 'left' | 'right'>>
  onChoose?: (rowId: string, side: 'left' | 'right') => void
}

/** Two versions of the same thing, field by field. */
export function DiffSideBySide({ label, leftTitle, rightTitle, rows, chosen, onChoose }: DiffSideBySideProps) {
  const text = useText(words)
  const side = (row: DiffRow, which: 'left' | 'right') => {
    const value = row[which] ?? text.missing
    const kind = row[which] === undefined ? 'missing' : row.kind
    if (onChoose === undefined || row.kind === 'same') return <td data-kind={kind}>{value}</td>
    return (
      <td data-kind={kind}>
        <label>
          <Radio
            name={`${label}:${row.id}`}
            checked={chosen?.[row.id] === which}
            onChange={() => onChoose(row.id, which)}
          />
          <span>{value}</span>
        </label>
      </td>
    )
  }
  return (
    <table className={styles.diff} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{text.field}</th>
          <th scope="col">{leftTitle}</th>
          <th aria-hidden="true" className={styles.diffMark} />
          <th scope="col">{rightTitle}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row">{row.label}</th>
            {side(row, 'left')}
            <td
              className={styles.diffMark}
              {...(isCompared(row) && { title: text[row.kind], 'aria-label': text[row.kind] })}
            >
              {row.kind === 'same' && <IconEqual size={14} />}
              {row.kind === 'similar' && <IconTilde size={14} />}
              {row.kind === 'different' && '≠'}
            </td>
            {side(row, 'right')}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Beside what is not known on one side, nothing stands: that side says so itself. */
const isCompared = (row: DiffRow): row is DiffRow & { kind: 'same' | 'similar' | 'different' } =>
  row.kind !== 'missing' && row.kind !== 'plain'
