/** How many rows are asked for, of which seed, and how dirty: 1 is the common share of slips and gaps. */
export type Asked = { rows: number; seed: number; dirt: number }

/** A table with its header, who each row is, and where the rows come in several files, the file of each. */
export type MadeSet = { table: string[][]; persons: number[]; files?: number[] }
