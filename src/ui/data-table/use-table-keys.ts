import { use, useCallback, useEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { NavigateContext } from '../link.tsx'
import { useShortcuts, type Shortcut } from '../shortcuts.tsx'
import { useText } from '../text/TextProvider.tsx'
import type { DataTableProps } from './DataTable.tsx'
import { moved, ranged, toggled } from './selection.ts'
import { words } from './words.ts'

export type TableKeys = {
  /** The row that the keys act on. */
  cursor: string | undefined
  choose: (id: string, withShift: boolean) => void
  open: (id: string, inNewTab: boolean) => void
}

type Options<Row> = DataTableProps<Row> & { hasKeys: boolean; container: RefObject<HTMLDivElement | null> }

const none: readonly Shortcut[] = []

/** The cursor row, j k x Enter Escape, and shift-click. */
export function useTableKeys<Row>(options: Options<Row>): TableKeys {
  const { rows, rowId, rowHref, onOpen, selection, onSelection, container, hasKeys } = options
  const [cursor, setCursor] = useState<string>()
  const lastClicked = useRef<string>(undefined)
  const navigate = use(NavigateContext)
  const text = useText(words)
  const isSelectable = onSelection !== undefined
  const latest = useRef({ rows, rowId, rowHref, onOpen, selection, onSelection, cursor })
  useEffect(() => {
    latest.current = { rows, rowId, rowHref, onOpen, selection, onSelection, cursor }
  })

  const choose = useCallback((id: string, withShift: boolean) => {
    const now = latest.current
    const ids = (now.rows ?? []).map(now.rowId)
    const before = now.selection ?? new Set<string>()
    const from = withShift ? lastClicked.current : undefined
    now.onSelection?.(from === undefined ? toggled(before, id) : ranged(before, ids, { from, to: id }))
    lastClicked.current = id
    setCursor(id)
  }, [])

  const open = useCallback(
    (id: string, inNewTab: boolean) => {
      const now = latest.current
      const row = now.rows?.find((candidate) => now.rowId(candidate) === id)
      if (row === undefined) return
      const href = now.rowHref?.(row)
      setCursor(id)
      if (inNewTab && href !== undefined) window.open(href, '_blank', 'noopener')
      else if (now.onOpen !== undefined) now.onOpen(row)
      else if (href !== undefined) navigate(href)
    },
    [navigate],
  )

  const move = useCallback(
    (by: 1 | -1) => {
      const now = latest.current
      const next = moved((now.rows ?? []).map(now.rowId), now.cursor, by)
      setCursor(next)
      if (next === undefined) return
      container.current?.querySelector(`[data-row-id="${CSS.escape(next)}"]`)?.scrollIntoView({ block: 'nearest' })
    },
    [container],
  )
  const shortcuts = useMemo<readonly Shortcut[]>(() => {
    const act = (perform: (id: string) => void) => {
      if (latest.current.cursor !== undefined) perform(latest.current.cursor)
    }
    const enter = (event: KeyboardEvent) => {
      const focused = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('a, button') : null
      if (focused === null) act((id) => open(id, false))
      else focused.click()
    }
    const group = text.keys
    const always = [
      { keys: ['j', 'ArrowDown'], label: text.down, group, run: () => move(1) },
      { keys: ['k', 'ArrowUp'], label: text.up, group, run: () => move(-1) },
      { keys: ['Enter'], label: text.open, group, run: enter },
    ]
    if (!isSelectable) return always
    const release = () => latest.current.onSelection?.(new Set())
    return [
      ...always,
      { keys: ['x'], label: text.toggle, group, run: () => act((id) => choose(id, false)) },
      { keys: ['Escape'], label: text.release, group, run: release },
    ]
  }, [text, move, choose, open, isSelectable])
  useShortcuts(hasKeys ? shortcuts : none)
  return { cursor, choose, open }
}
