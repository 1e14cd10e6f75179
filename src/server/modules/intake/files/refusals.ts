import { refusal } from '../../../kernel/errors.ts'

export const fileEmpty = refusal('intake.file-empty', 422)
/** `line` is where the quote stands that nothing closes; everything after it would be one cell. */
export const quoteLeftOpen = refusal<{ line: number }>('intake.quote-left-open', 422)
export const tooManyColumns = refusal<{ columns: number; most: number }>('intake.too-many-columns', 422)
/** No database keeps a NUL, and no spreadsheet writes one: the file is damaged, or no text in this encoding. */
export const nulCharacter = refusal<{ line: number; column: number }>('intake.nul-character', 422)
export const recordTooLong = refusal<{ line: number | null }>('intake.record-too-long', 422)
