import { Checkbox, Skeleton } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useVirtualizer } from '@tanstack/react-virtual'
import type { MouseEvent, RefObject } from 'react'
import { Link } from '../link.tsx'
import { useText } from '../text/TextProvider.tsx'
import { nextSort, type Column } from './column.ts'
import type { DataTableProps } from './DataTable.tsx'
import styles from './data-table.module.css'
import { pageState, toggledPage } from './selection.ts'
import { useFittingHeight } from './use-fitting-height.ts'
import type { TableKeys } from './use-table-keys.ts'
import { words } from './words.ts'

export type ListProps<Row> = DataTableProps<Row> & {
  rows: readonly Row[]
  columns: readonly Column<Row>[]
  scroll: RefObject<HTMLDivElement | null>
  keys: TableKeys
}

/** From this many rows on, only those in sight are in the document. */
const virtualFrom = 100
const rowHeight = 42

const naturalWidth = ({ width = 150 }: { width?: number }) => width

/** Rows as a table with a header that stays in sight. */
export function TableGrid<Row extends object>(props: ListProps<Row>) {
  const { rows, columns, scroll, keys, rowId, selection, onSelection } = props
  const text = useText(words)
  useFittingHeight(scroll)
  const isVirtual = rows.length >= virtualFrom
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    enabled: isVirtual,
  })
  const shown = isVirtual ? virtualizer.getVirtualItems() : rows.map((_, index) => ({ index, start: 0, end: 0 }))
  const before = isVirtual ? (shown[0]?.start ?? 0) : 0
  const after = isVirtual ? virtualizer.getTotalSize() - (shown.at(-1)?.end ?? 0) : 0
  const span = columns.length + (onSelection === undefined ? 0 : 1)
  const page = pageState(selection ?? new Set(), rows.map(rowId))
  const natural = columns.reduce((sum, column) => sum + naturalWidth(column), onSelection === undefined ? 0 : 44)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the region scrolls, so it must be reachable by keyboard
    <div ref={scroll} className={styles.scroll} tabIndex={0} role="region" aria-label={props.label}>
      <table
        className={styles.table}
        style={{ '--natural': natural } as object}
        aria-label={props.label}
        aria-rowcount={isVirtual ? rows.length + 1 : undefined}
      >
        <thead>
          <tr>
            {onSelection !== undefined && (
              <th className={`${styles.head} ${styles.boxCell}`} scope="col">
                <Checkbox
                  aria-label={text.selectPage}
                  checked={page === 'all'}
                  indeterminate={page === 'some'}
                  onChange={() => onSelection(toggledPage(selection ?? new Set(), rows.map(rowId)))}
                />
              </th>
            )}
            {columns.map((column) => (
              <HeadCell key={column.id} column={column} {...props} />
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Gap height={before} span={span} />}
          {shown.map(({ index }) => {
            const row = rows[index]
            return row === undefined ? null : (
              <GridRow key={rowId(row)} row={row} position={isVirtual ? index + 2 : undefined} {...props} keys={keys} />
            )
          })}
          {after > 0 && <Gap height={after} span={span} />}
        </tbody>
      </table>
    </div>
  )
}

function Gap({ height, span }: { height: number; span: number }) {
  return (
    <tr aria-hidden="true">
      <td colSpan={span} style={{ height, padding: 0 }} />
    </tr>
  )
}

function HeadCell<Row>({
  column,
  sort,
  onSort,
}: Pick<DataTableProps<Row>, 'sort' | 'onSort'> & { column: Column<Row> }) {
  const text = useText(words)
  const isSorted = sort?.column === column.id
  const direction = isSorted ? (sort.descending ? 'descending' : 'ascending') : undefined
  const Icon = isSorted && sort.descending ? IconArrowDown : IconArrowUp
  return (
    <th
      scope="col"
      className={styles.head}
      data-align={column.align}
      aria-sort={direction}
      data-fixed={column.width !== undefined || undefined}
      style={{ '--column': column.width } as object}
    >
      {column.sortable === true && onSort !== undefined ? (
        <button
          type="button"
          className={styles.sort}
          data-idle={!isSorted || undefined}
          title={text.sortBy(column.header)}
          onClick={() => onSort(nextSort(sort, column.id))}
        >
          {column.header}
          <Icon size={13} stroke={2} aria-hidden="true" />
        </button>
      ) : (
        column.header
      )}
    </th>
  )
}

function GridRow<Row extends object>(props: ListProps<Row> & { row: Row; position: number | undefined }) {
  const { row, columns, keys, rowId, rowLabel, rowHref, onOpen, selection, onSelection, position } = props
  const text = useText(words)
  const id = rowId(row)
  const isChosen = selection?.has(id) ?? false
  const titleId = (columns.find((column) => column.card === 'title') ?? columns[0])?.id
  const open = (event: MouseEvent<HTMLElement>) => {
    if (isInteractive(event.target) || !window.getSelection()?.isCollapsed) return
    keys.open(id, event.metaKey || event.ctrlKey)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the link in the title cell and the keys do the same
    <tr
      className={styles.row}
      data-row-id={id}
      data-openable={rowHref !== undefined || onOpen !== undefined || undefined}
      data-chosen={isChosen || undefined}
      data-cursor={keys.cursor === id || undefined}
      aria-selected={onSelection === undefined ? undefined : isChosen}
      aria-rowindex={position}
      onClick={open}
    >
      {onSelection !== undefined && (
        <td className={`${styles.cell} ${styles.boxCell}`}>
          <span className={styles.box}>
            <Checkbox
              aria-label={text.selectRow(rowLabel(row))}
              checked={isChosen}
              onChange={() => undefined}
              onClick={(event) => keys.choose(id, event.shiftKey)}
            />
          </span>
        </td>
      )}
      {columns.map((column) => (
        <td key={column.id} className={styles.cell} data-align={column.align} data-wraps={column.wraps || undefined}>
          {column.id === titleId && rowHref !== undefined ? (
            <Link className={styles.link ?? ''} href={rowHref(row)}>
              {column.cell(row)}
            </Link>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
    </tr>
  )
}

function isInteractive(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, input, label, select, textarea') !== null
}

export type RowSkeletonProps<Row> = { columns: readonly Column<Row>[]; hasSelection: boolean; isNarrow: boolean }

/** Eight rows of grey while the first page loads. */
export function RowSkeleton<Row>({ columns, hasSelection, isNarrow }: RowSkeletonProps<Row>) {
  const text = useText(words)
  const widths = ['72%', '54%', '63%', '46%', '68%', '58%', '50%', '60%']
  return (
    <div className={styles.loading} aria-busy="true" aria-label={text.loading} role="status">
      <table
        className={styles.table}
        style={{ '--natural': columns.reduce((sum, column) => sum + naturalWidth(column), 44) } as object}
        aria-hidden="true"
      >
        {!isNarrow && (
          <thead>
            <tr>
              {hasSelection && <th className={`${styles.head} ${styles.boxCell}`} aria-label={text.loading} />}
              {columns.map((column) => (
                <th
                  key={column.id}
                  className={styles.head}
                  data-fixed={column.width !== undefined || undefined}
                  style={{ '--column': column.width } as object}
                >
                  {column.header}
                </th>
              ))}
            </tr>
          </thead>
        )}
        <tbody>
          {widths.map((width) => (
            <tr key={width} className={styles.row}>
              {hasSelection && !isNarrow && <td className={styles.cell} aria-label={text.loading} />}
              {columns.slice(0, isNarrow ? 1 : undefined).map((column) => (
                <td key={column.id} className={styles.cell}>
                  <Skeleton height={10} width={width} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
