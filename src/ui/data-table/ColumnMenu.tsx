import { ActionIcon, Checkbox, Popover, Stack, Tooltip } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useText } from '../text/TextProvider.tsx'
import type { Column } from './column.ts'
import { toggled } from './selection.ts'
import { words } from './words.ts'

export type ColumnMenuProps<Row> = {
  columns: readonly Column<Row>[]
  hidden: ReadonlySet<string>
  onHidden: (hidden: ReadonlySet<string>) => void
}

/** Switches columns on and off. */
export function ColumnMenu<Row>({ columns, hidden, onHidden }: ColumnMenuProps<Row>) {
  const text = useText(words)
  const optional = columns.filter((column) => column.optional !== false && column.card !== 'title')
  if (optional.length === 0) return null
  return (
    <Popover position="bottom-end" width={220} trapFocus withRoles>
      <Popover.Target>
        <Tooltip label={text.columns}>
          <ActionIcon aria-label={text.columns}>
            <IconColumns3 size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={8}>
          {optional.map((column) => (
            <Checkbox
              key={column.id}
              label={column.header}
              checked={!hidden.has(column.id)}
              onChange={() => onHidden(toggled(hidden, column.id))}
            />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
