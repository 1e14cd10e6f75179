import { useFormat, useText } from '../text/TextProvider.tsx'
import type { DataTableProps } from './DataTable.tsx'
import styles from './data-table.module.css'
import { pageState, type Selection } from './selection.ts'
import { words } from './words.ts'

type BulkBarProps<Row> = Pick<DataTableProps<Row>, 'bulkActions' | 'allMatching' | 'rows' | 'rowId'> & {
  selection: Selection
  onSelection: (selection: Selection) => void
}

/** What can be done with the rows chosen; floats at the foot of the table while any are. */
export function BulkBar<Row>({
  rows,
  rowId,
  selection,
  onSelection,
  bulkActions = [],
  allMatching,
}: BulkBarProps<Row>) {
  const text = useText(words)
  const format = useFormat()
  const isWholePage = pageState(selection, (rows ?? []).map(rowId)) === 'all'
  const offersAll =
    allMatching !== undefined && isWholePage && allMatching.total > selection.size && !allMatching.isChosen
  const offered = bulkActions.filter(({ takes }) => takes?.(selection.size) ?? true)
  const clear = () => {
    allMatching?.onChoose(false)
    onSelection(new Set())
  }
  return (
    <div className={styles.bar} role="toolbar" aria-label={text.selected(selection.size)}>
      <span className={styles.barCount} aria-live="polite">
        {allMatching?.isChosen === true
          ? text.allSelected(format.number(allMatching.total))
          : text.selected(selection.size)}
      </span>
      {offersAll && (
        <button type="button" className={styles.barButton} data-quiet onClick={() => allMatching.onChoose(true)}>
          {text.selectAll(format.number(allMatching.total))}
        </button>
      )}
      {offered.map((action) => (
        <button
          key={action.id}
          type="button"
          className={styles.barButton}
          data-danger={action.danger || undefined}
          onClick={() => action.run([...selection])}
        >
          {action.icon}
          {action.label}
        </button>
      ))}
      <button type="button" className={styles.barButton} data-quiet onClick={clear}>
        {text.clear}
      </button>
    </div>
  )
}
