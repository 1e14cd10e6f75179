/**
 * Follows the quotes of a delimited text, chunk by chunk, to tell where one was opened that nothing closes, and where the
 * last whole record ended.
 */
export type QuoteTracker = {
  feed: (chunk: string) => void
  /** The line that was reached, from 1. */
  line: () => number
  /** The column that was reached in the record, from 1. */
  column: () => number
  openedAtLine: () => number | null
  recordEnd: () => number
}

export function quoteTracker(delimiter: string): QuoteTracker {
  let [line, openedAt, fieldStart, quoted] = [1, 0, true, false]
  /** Inside quotes after a quote: the next character tells whether it closed, was doubled, or stands there by mistake. */
  let pending = false
  let afterReturn = false
  let [position, recordEnd, column] = [0, 0, 1]
  const feed = (chunk: string): void => {
    for (const character of chunk) {
      position += character.length
      if (pending) {
        pending = false
        if (character === '"') continue
        // As csv-parse reads it: text after a closing quote belongs to the cell, and the quotes no longer hold.
        quoted = false
      }
      if (character === '\n' && !afterReturn) line += 1
      if (character === '\r') line += 1
      afterReturn = character === '\r'
      if (quoted) pending = character === '"'
      else if (character === '"' && fieldStart) [quoted, openedAt] = [true, line]
      if (!quoted && (character === '\n' || character === '\r')) [recordEnd, column] = [position, 1]
      if (!quoted && character === delimiter) column += 1
      fieldStart = !quoted && (character === delimiter || character === '\n' || character === '\r')
    }
  }
  return {
    feed,
    line: () => line,
    column: () => column,
    openedAtLine: () => (quoted && !pending ? openedAt : null),
    recordEnd: () => recordEnd,
  }
}

/** The beginning of a text up to the end of its last whole record. */
export function wholeRecords(text: string, delimiter: string): string {
  const tracker = quoteTracker(delimiter)
  tracker.feed(text)
  return tracker.recordEnd() > 0 ? text.slice(0, tracker.recordEnd()) : text
}
