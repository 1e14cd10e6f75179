/** The rows chosen, by id. May hold rows of other pages. */
export type Selection = ReadonlySet<string>

/** Chooses or releases one row. */
export function toggled(selection: Selection, id: string): Selection {
  const after = new Set(selection)
  if (!after.delete(id)) after.add(id)
  return after
}

/**
 * Shift-click: every row between the row last clicked and this one takes the state that this one gets. Rows outside of
 * the range keep theirs. When the last clicked row is not on the page, only this one changes.
 */
export function ranged(
  selection: Selection,
  ids: readonly string[],
  { from, to }: { from: string; to: string },
): Selection {
  const start = ids.indexOf(from)
  const end = ids.indexOf(to)
  if (start === -1 || end === -1) return toggled(selection, to)
  const isChoosing = !selection.has(to)
  const after = new Set(selection)
  for (const id of ids.slice(Math.min(start, end), Math.max(start, end) + 1)) {
    if (isChoosing) after.add(id)
    else after.delete(id)
  }
  return after
}

/** The box in the header: chooses the whole page, or releases the whole page when it is chosen already. */
export function toggledPage(selection: Selection, ids: readonly string[]): Selection {
  const after = new Set(selection)
  const isWhole = pageState(selection, ids) === 'all'
  for (const id of ids) {
    if (isWhole) after.delete(id)
    else after.add(id)
  }
  return after
}

export function pageState(selection: Selection, ids: readonly string[]): 'none' | 'some' | 'all' {
  const chosen = ids.filter((id) => selection.has(id)).length
  if (chosen === 0) return 'none'
  return chosen === ids.length ? 'all' : 'some'
}

/** Where the cursor goes: one row on or back, never past the ends; from nowhere to the first or the last row. */
export function moved(ids: readonly string[], cursor: string | undefined, by: 1 | -1): string | undefined {
  const at = cursor === undefined ? -1 : ids.indexOf(cursor)
  if (at === -1) return by === 1 ? ids[0] : ids.at(-1)
  return ids[Math.min(ids.length - 1, Math.max(0, at + by))]
}
