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

/** How many lines that stay are shown on either side of a change. */
const shownAround = 2

/** The changes with a few lines around each; of longer stretches that stay, how many lines were left out. */
export function aroundChanges(lines: readonly DiffLine[]): (DiffLine | { kind: 'LEFT_OUT'; lines: number })[] {
  const isNear = lines.map((_, at) =>
    lines.slice(Math.max(0, at - shownAround), at + shownAround + 1).some(({ kind }) => kind !== 'SAME'),
  )
  const shown: (DiffLine | { kind: 'LEFT_OUT'; lines: number })[] = []
  for (const [at, line] of lines.entries()) {
    const last = shown.at(-1)
    if (isNear[at]) shown.push(line)
    else if (last?.kind === 'LEFT_OUT') last.lines += 1
    else shown.push({ kind: 'LEFT_OUT', lines: 1 })
  }
  return shown
}
