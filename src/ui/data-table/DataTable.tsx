import { useMediaQuery } from '@mantine/hooks'
import { columnVisibilityFeature, tableFeatures, useTable, type ColumnDef } from '@tanstack/react-table'
import { useMemo, useRef, type ReactNode } from 'react'
import { EmptyState } from '../feedback/EmptyState.tsx'
import { ErrorNotice } from '../feedback/Notice.tsx'
import { useText } from '../text/TextProvider.tsx'
import { BulkBar } from './BulkBar.tsx'
import { CardList } from './CardList.tsx'
import { ColumnMenu } from './ColumnMenu.tsx'
import type { BulkAction, Column, Paging, Sort } from './column.ts'
import styles from './data-table.module.css'
import { Pager } from './Pager.tsx'
import type { Selection } from './selection.ts'
import { RowSkeleton, TableGrid } from './TableGrid.tsx'
import { useHiddenColumns } from './use-hidden-columns.ts'
import { useTableKeys } from './use-table-keys.ts'
import { words } from './words.ts'

export type DataTableProps<Row> = {
  /** Names the table for screen readers, and the remembered columns: stable and unique in the program. */
  id: string
  label: string
  columns: readonly Column<Row>[]
  /** `undefined` while the first page loads. */
  rows: readonly Row[] | undefined
  rowId: (row: Row) => string
  /** What a screen reader says for the row's checkbox: the person's name, the opening's title. */
  rowLabel: (row: Row) => string
  /** Where the row leads; the title column becomes the link, and Enter or a click anywhere on the row opens it. */
  rowHref?: (row: Row) => string
  /** Opens the row in place (a drawer). Together with rowHref, the link stays for new tabs. */
  onOpen?: (row: Row) => void
  /** Left out where nothing can be sorted. The caller sorts: rows are shown in the order given. */
  sort?: Sort | undefined
  onSort?: (sort: Sort | undefined) => void
  /** Both given: rows can be chosen. Hold the set in the page's state and empty it when the filter changes. */
  selection?: Selection
  onSelection?: (selection: Selection) => void
  bulkActions?: readonly BulkAction[]
  /** Offers "all 1,204 that match" once the whole page is chosen. */
  allMatching?: { total: number; isChosen: boolean; onChoose: (isChosen: boolean) => void }
  paging?: Paging
  /** A newer page is on its way while the rows of before are still shown. */
  isRefreshing?: boolean
  error?: unknown
  onRetry?: () => void
  /** What stands instead of the rows when there are none: an EmptyState. */
  empty?: ReactNode
  /** Filters and search, above the table. */
  toolbar?: ReactNode
  /** Buttons at the end of the toolbar: export, saved views. */
  toolbarEnd?: ReactNode
  /** Single-letter keys j k x Enter for the page. Switch off for a second table on one page. Default true. */
  hasKeys?: boolean
  /** The largest height of the table; it scrolls inside. Default: what the window leaves. */
  height?: string
}

const features = tableFeatures({ columnVisibilityFeature })
const nothing: ReadonlySet<string> = new Set()

/**
 * The list of the house. All state is the caller's (and so the URL's), save which columns the reader switched off. From
 * 100 rows on only the visible ones are in the document. Below 48em each row is a card.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { columns, rows, rowId, selection, onSelection, toolbar, toolbarEnd, hasKeys = true, error } = props
  const text = useText(words)
  const isNarrow = useMediaQuery('(max-width: 48em)', undefined, { getInitialValueInEffect: false }) ?? false
  // A table without a toolbar is a small one: all its columns are shown.
  const hasToolbar = toolbar !== undefined || toolbarEnd !== undefined
  const [chosen, setHidden] = useHiddenColumns(props.id)
  const hidden = hasToolbar ? chosen : nothing
  const scroll = useRef<HTMLDivElement>(null)
  const definitions = useMemo<ColumnDef<typeof features, Row>[]>(
    () =>
      columns.map((column) => ({ id: column.id, header: column.header, cell: ({ row }) => column.cell(row.original) })),
    [columns],
  )
  const columnVisibility = useMemo(() => Object.fromEntries([...hidden].map((id) => [id, false])), [hidden])
  const data = useMemo(() => [...(rows ?? [])], [rows])
  const table = useTable({ features, columns: definitions, data, getRowId: rowId, state: { columnVisibility } })
  const visible = table
    .getVisibleLeafColumns()
    .map(({ id }) => columns.find((column) => column.id === id))
    .filter((column) => column !== undefined)
  const keys = useTableKeys({ ...props, hasKeys, container: scroll })
  const isEmpty = rows !== undefined && rows.length === 0
  const List = isNarrow ? CardList : TableGrid
  return (
    <div
      className={styles.root}
      {...(props.height === undefined ? {} : { style: { '--data-table-height': props.height } as object })}
    >
      {hasToolbar && (
        <div className={styles.toolbar}>
          {toolbar}
          <div className={styles.toolbarEnd}>
            {toolbarEnd}
            {!isNarrow && <ColumnMenu columns={columns} hidden={hidden} onHidden={setHidden} />}
          </div>
        </div>
      )}
      {error !== undefined && error !== null && (
        <div style={{ marginBottom: '0.75rem' }}>
          <ErrorNotice error={error} {...(props.onRetry === undefined ? {} : { onRetry: props.onRetry })} />
        </div>
      )}
      <div className={styles.root}>
        {props.isRefreshing === true && <div className={styles.busy} role="progressbar" aria-label={text.refreshing} />}
        <div className={styles.frame} data-small={!hasToolbar || undefined}>
          {isEmpty ? (
            (props.empty ?? <EmptyState title={text.emptyTitle}>{text.emptyText}</EmptyState>)
          ) : rows === undefined && (error === undefined || error === null) ? (
            <RowSkeleton columns={visible} hasSelection={onSelection !== undefined} isNarrow={isNarrow} />
          ) : (
            <List {...props} rows={data} columns={visible} scroll={scroll} keys={keys} />
          )}
          {props.paging !== undefined && !isEmpty && <Pager paging={props.paging} />}
        </div>
        {selection !== undefined && onSelection !== undefined && selection.size > 0 && (
          <BulkBar {...props} selection={selection} onSelection={onSelection} />
        )}
      </div>
    </div>
  )
}
