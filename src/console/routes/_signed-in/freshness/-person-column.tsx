import { PersonCell } from '../../../../ui/data-table/cells.tsx'
import type { Column } from '../../../../ui/data-table/column.ts'
import { Link } from '../../../../ui/link.tsx'

type Named = { personId: string; name: string | null }

/** Whom a row is about, with the way to their page. */
export const personColumn = <Row extends Named>(text: { person: string; nobody: string }): Column<Row> => ({
  id: 'person',
  header: text.person,
  card: 'title',
  cell: ({ personId, name }) => (
    <Link href={`/people/${personId}`}>
      <PersonCell name={name ?? text.nobody} />
    </Link>
  ),
})
