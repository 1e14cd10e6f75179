/** As much of a cell is looked at: no value of a person is longer, and what makes it a value needs no more memory than that. */
export const longestCell = 2000

/** A row whose cells are no longer than is looked at. */
export const cutCells = (cells: string[]): string[] =>
  cells.some((cell) => cell.length > longestCell) ? cells.map((cell) => cell.slice(0, longestCell)) : cells
