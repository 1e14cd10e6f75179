import type { ReactNode } from 'react'
import { DiffSideBySide, type DiffRow } from '../ui/DiffSideBySide.tsx'
import { asText } from './field-text.ts'
import { fieldsKnown, metIn } from './compared-fields.ts'
import { usePersonCells, type KnownPerson } from './person-cells.tsx'

/** Two people field by field, each value with who said it and when, to see whether they are one. */
export function PeopleSideBySide({ label, one, other }: { label: string; one: KnownPerson; other: KnownPerson }) {
  const { title, ...cells } = usePersonCells()
  return (
    <DiffSideBySide label={label} leftTitle={title(one)} rightTitle={title(other)} rows={rowsOf(cells, one, other)} />
  )
}

type Cells = Omit<ReturnType<typeof usePersonCells>, 'title'>

function rowsOf({ names, value, applications, records }: Cells, one: KnownPerson, other: KnownPerson): DiffRow[] {
  const rows = fieldsKnown([one, other]).map((field): DiffRow => {
    const [left, right] = [one.fields[field], other.fields[field]]
    return {
      id: field,
      label: names.field[field],
      kind: metIn(field, left && asText(left.value), right && asText(right.value)),
      ...(left && { left: value(field, one) }),
      ...(right && { right: value(field, other) }),
    }
  })
  const plain = (id: 'applications' | 'records', cell: (one: KnownPerson) => ReactNode): DiffRow => ({
    id,
    label: names[id],
    kind: 'plain',
    left: cell(one),
    right: cell(other),
  })
  return [...rows, plain('applications', applications), plain('records', records)]
}
