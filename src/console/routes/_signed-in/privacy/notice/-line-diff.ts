export type DiffLine = { kind: 'SAME' | 'GONE' | 'ADDED'; text: string }

/**
 * Which lines of one text stand in the other, by their longest common subsequence. Notices have hundreds of lines, for
 * which the plain table of the textbook is fast enough.
 */
export function lineDiff(before: string, after: string): DiffLine[] {
  const [old, now] = [before, after].map((text) => (text === '' ? [] : text.split('\n'))) as [string[], string[]]
  const common = commonLengths(old, now)
  const lines: DiffLine[] = []
  let [at, to] = [0, 0]
  while (at < old.length || to < now.length) {
    if (at < old.length && to < now.length && old[at] === now[to]) {
      lines.push({ kind: 'SAME', text: old[at]! })
      at += 1
      to += 1
    } else if (to >= now.length || (at < old.length && common[at + 1]![to]! >= common[at]![to + 1]!)) {
      lines.push({ kind: 'GONE', text: old[at]! })
      at += 1
    } else {
      lines.push({ kind: 'ADDED', text: now[to]! })
      to += 1
    }
  }
  return lines
}

/** How many lines are common to what is left of both from each place on. */
function commonLengths(old: readonly string[], now: readonly string[]): number[][] {
  const table = Array.from({ length: old.length + 1 }, () => Array.from({ length: now.length + 1 }, () => 0))
  for (let at = old.length - 1; at >= 0; at -= 1)
    for (let to = now.length - 1; to >= 0; to -= 1)
      table[at]![to] =
        old[at] === now[to] ? table[at + 1]![to + 1]! + 1 : Math.max(table[at + 1]![to]!, table[at]![to + 1]!)
  return table
}
