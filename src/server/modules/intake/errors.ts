import type { ImportPhase } from '../../../contract/intake/imports.ts'
import { refusal } from '../../kernel/errors.ts'

export const fileTooLarge = refusal<{ limitMb: number }>('intake.file-too-large', 413)
/** `kind` says what it seems to be: EXCEL, PDF, ZIP, IMAGE or OTHER. */
export const notATable = refusal<{ kind: string }>('intake.not-a-table', 422)
export const excelFile = refusal('intake.excel-file', 422)
export const pdfFile = refusal('intake.pdf-file', 422)
export const fileMissing = refusal('intake.file-missing', 422)
export const importNotFound = refusal('intake.import-not-found', 404)
/** `phase` is where the import stands instead. */
export const notInPhase = refusal<{ phase: ImportPhase }>('intake.not-in-phase', 409)
/** `fields` are the fields without which people cannot be told apart. */
export const columnsMissing = refusal<{ fields: string[] }>('intake.columns-missing', 422)
export const forbiddenColumn = refusal<{ column: string }>('intake.forbidden-column', 422)
export const uploadGone = refusal('intake.upload-gone', 410)
export const connectionNotFound = refusal('intake.connection-not-found', 404)
export const connectionNamed = refusal<{ name: string }>('intake.connection-named', 409)
export const accessMissing = refusal('intake.access-missing', 409)
export const notCallable = refusal('intake.not-callable', 422)
export const deliveryNotFound = refusal('intake.delivery-not-found', 404)
export const deliveryNotWaiting = refusal('intake.delivery-not-waiting', 409)
/** One answer for every address that is not one of ours, whether the company or its secret is the wrong part. */
export const hookNotFound = refusal('intake.hook-not-found', 404)
export const signatureRefused = refusal('intake.signature-refused', 401)
export const hookBodyTooLarge = refusal<{ limitMb: number }>('intake.hook-body-too-large', 413)
export const hookBodyUnreadable = refusal<{ problem: string }>('intake.hook-body-unreadable', 422)
