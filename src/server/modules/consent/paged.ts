/** One page of what was found, of which one more than the page was asked for to know whether there is another. */
export function paged<T extends { id: string }>(found: readonly T[], limit: number) {
  const rows = found.slice(0, limit)
  return { rows, nextCursor: found.length > limit ? (rows.at(-1)?.id ?? null) : null }
}
