import type { ReactNode } from 'react'

export type Column<Row> = {
  /** Stable: the key of the sort in the URL and of the remembered columns. */
  id: string
  header: string
  cell: (row: Row) => ReactNode
  /** The caller can sort by it. */
  sortable?: boolean
  /** Numbers stand at the end. */
  align?: 'start' | 'end'
  /** In pixels. Without it the column takes what is left. */
  width?: number
  /** Whether the text breaks into lines instead of ending in an ellipsis. */
  wraps?: boolean
  /**
   * The part on a phone, where a row is a card: `title` the first line, `corner` its end (a status), `line` one line with
   * its header (the default), `hidden` left out.
   */
  card?: 'title' | 'corner' | 'line' | 'hidden'
  /** Can be switched off by the reader. Default true; the title column never. */
  optional?: boolean
}

export type Sort = { column: string; descending: boolean }

/** `-updatedAt` in the URL. */
export const sortToText = (sort: Sort) => `${sort.descending ? '-' : ''}${sort.column}`

export const sortFromText = (text: string): Sort =>
  text.startsWith('-') ? { column: text.slice(1), descending: true } : { column: text, descending: false }

/** What a click on a header does: ascending, then descending, then the page's own order. */
export function nextSort(sort: Sort | undefined, column: string): Sort | undefined {
  if (sort?.column !== column) return { column, descending: false }
  return sort.descending ? undefined : { column, descending: true }
}

export type Paging =
  | {
      kind: 'pages'
      page: number
      pageSize: number
      total: number
      onPage: (page: number) => void
      onPageSize?: (size: number) => void
    }
  | {
      kind: 'cursor'
      hasPrevious: boolean
      hasNext: boolean
      onPrevious: () => void
      onNext: () => void
      /** How many there are in all, when it is known. */
      total?: number
    }

type InUrl = {
  cursor: string | undefined
  next: string | null | undefined
  onNext: (cursor: string | undefined) => void
}

/** Pages whose cursor stands in the URL: each is a step of the browser's history, and the way back is the browser's. */
export const pagesInUrl = ({ cursor, next, onNext }: InUrl): Paging => ({
  kind: 'cursor',
  hasPrevious: cursor !== undefined,
  hasNext: typeof next === 'string',
  onPrevious: () => window.history.back(),
  onNext: () => onNext(next ?? undefined),
})

export type BulkAction = {
  id: string
  label: string
  icon?: ReactNode
  danger?: boolean
  /** Whether it can be done with so many rows; it is not offered otherwise. Default: with any. */
  takes?: (count: number) => boolean
  run: (ids: readonly string[]) => void
}
