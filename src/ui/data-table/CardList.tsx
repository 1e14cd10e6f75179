import { Checkbox } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from '../link.tsx'
import { useText } from '../text/TextProvider.tsx'
import styles from './data-table.module.css'
import type { ListProps } from './TableGrid.tsx'
import { words } from './words.ts'

/** Rows as cards, for a phone's width. */
export function CardList<Row extends object>(props: ListProps<Row>) {
  const { rows, columns, rowId, rowLabel, rowHref, onOpen, selection, onSelection, keys, scroll } = props
  const text = useText(words)
  const title = columns.find((column) => column.card === 'title') ?? columns[0]
  const corners = columns.filter((column) => column.card === 'corner')
  const lines = columns.filter((column) => column !== title && (column.card ?? 'line') === 'line')
  if (title === undefined) return null
  return (
    <div ref={scroll}>
      <ul className={styles.cards} aria-label={props.label}>
        {rows.map((row) => {
          const id = rowId(row)
          return (
            <li
              key={id}
              className={styles.card}
              data-row-id={id}
              data-chosen={selection?.has(id) || undefined}
              data-cursor={keys.cursor === id || undefined}
            >
              {onSelection !== undefined && (
                <span className={styles.cardBox}>
                  <Checkbox
                    size="sm"
                    aria-label={text.selectRow(rowLabel(row))}
                    checked={selection?.has(id) ?? false}
                    onChange={() => undefined}
                    onClick={(event) => keys.choose(id, event.shiftKey)}
                  />
                </span>
              )}
              <div className={styles.cardBody}>
                <div className={styles.cardHead}>
                  <div className={styles.cardTitle}>
                    {rowHref !== undefined ? (
                      <Link className={styles.link ?? ''} href={rowHref(row)}>
                        {title.cell(row)}
                      </Link>
                    ) : onOpen !== undefined ? (
                      <button type="button" className={`${styles.sort} ${styles.link}`} onClick={() => onOpen(row)}>
                        {title.cell(row)}
                      </button>
                    ) : (
                      title.cell(row)
                    )}
                  </div>
                  {corners.map((column) => (
                    <div key={column.id}>{column.cell(row)}</div>
                  ))}
                </div>
                {lines.length > 0 && (
                  <dl className={styles.cardLines}>
                    {lines.map((column) => (
                      <CardLine key={column.id} header={column.header}>
                        {column.cell(row)}
                      </CardLine>
                    ))}
                  </dl>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function CardLine({ header, children }: { header: string; children: ReactNode }) {
  return (
    <>
      <dt>{header}</dt>
      <dd>{children}</dd>
    </>
  )
}
