/** Prints one line. */
export const print = (line: string): void => void process.stdout.write(`${line}\n`)

/** A share, to four digits behind the point. */
export const share = (value: number): string => value.toFixed(4)
