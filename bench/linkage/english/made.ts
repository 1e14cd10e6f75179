/** How many rows are asked for, of which seed, and how dirty: 1 is the common share of slips and gaps. */
export type Asked = { rows: number; seed: number; dirt: number }

/** A table with its header, and who each row is. */
export type MadeSet = { table: string[][]; persons: number[] }
