/**
 * A table with totals as a graph: every row and column (the totals' row and column too) is a node, every cell an edge.
 * Each node says that its cells add up, the total counted negatively. Whatever an outsider can work out about the
 * suppressed cells follows from these sums and from counts not being negative; a change that keeps every sum is a
 * circulation through suppressed edges. Source: Gusfield, "A graph theoretic approach to statistical data security",
 * SIAM Journal on Computing 17 (1988); Kelly, Golden & Assad, "Cell suppression", Networks 22 (1992).
 */
export interface TableCell {
  readonly row: number
  readonly column: number
  readonly count: number
  /** −1 where the cell is the total of one direction, 1 elsewhere (an inner cell, or the grand total). */
  readonly sign: 1 | -1
  /** What an outsider knows it cannot exceed, if anything. */
  readonly most?: number | null
}

/** The counts an outsider must think possible for a suppressed cell, as far as `limit` away from the true one. */
export function possibleRange(cell: TableCell, suppressed: readonly TableCell[], limit: number) {
  const up = circulation(cell, suppressed, { direction: 1, limit })
  const down = circulation(cell, suppressed, { direction: -1, limit })
  return { low: cell.count - down, high: cell.count + up }
}

interface Arc {
  readonly from: string
  readonly to: string
  capacity: number
  readonly reverse: () => Arc
}

/** How far the cell can go in one direction while the other suppressed cells make up for it: a maximal flow. */
function circulation(
  cell: TableCell,
  suppressed: readonly TableCell[],
  { direction, limit }: { readonly direction: 1 | -1; readonly limit: number },
): number {
  const isForward = direction * cell.sign === 1
  const source = isForward ? `c${cell.column}` : `r${cell.row}`
  const sink = isForward ? `r${cell.row}` : `c${cell.column}`
  const arcs = new Map<string, Arc[]>()
  for (const other of suppressed) if (other !== cell) addArcs(arcs, other, limit)
  const most = Math.min(limit, direction === -1 ? cell.count : roomAbove(cell, limit))
  let flow = 0
  while (flow < most) {
    const path = shortestPath(arcs, source, sink)
    if (!path) break
    const amount = path.reduce((least, arc) => Math.min(least, arc.capacity), most - flow)
    for (const arc of path) {
      arc.capacity -= amount
      arc.reverse().capacity += amount
    }
    flow += amount
  }
  return flow
}

const roomAbove = ({ count, most = null }: TableCell, otherwise: number): number =>
  most === null ? otherwise : Math.max(0, most - count)

/** Row to column raises the signed value, column to row lowers it; a count may fall to 0 and rise as far as it can. */
function addArcs(arcs: Map<string, Arc[]>, cell: TableCell, limit: number): void {
  const { row, column, count, sign } = cell
  const most = roomAbove(cell, limit * 4 + count)
  const out: Arc = { from: `r${row}`, to: `c${column}`, capacity: sign === 1 ? most : count, reverse: () => back }
  const back: Arc = { from: `c${column}`, to: `r${row}`, capacity: sign === 1 ? count : most, reverse: () => out }
  for (const arc of [out, back]) arcs.set(arc.from, [...(arcs.get(arc.from) ?? []), arc])
}

function shortestPath(arcs: ReadonlyMap<string, readonly Arc[]>, source: string, sink: string): Arc[] | undefined {
  const reached = new Map<string, Arc | undefined>([[source, undefined]])
  for (const [node] of reached) {
    if (node === sink) break
    for (const arc of arcs.get(node) ?? []) if (arc.capacity > 0 && !reached.has(arc.to)) reached.set(arc.to, arc)
  }
  if (!reached.has(sink)) return undefined
  const path: Arc[] = []
  for (let arc = reached.get(sink); arc; arc = reached.get(arc.from)) path.push(arc)
  return path
}
