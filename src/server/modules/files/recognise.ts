import { fileTypeFromBuffer } from 'file-type'
import type { FileKind } from '../../../contract/people/files.ts'
import { fileIsOldOffice, fileIsPicture, fileKindUnknown } from './errors.ts'

const wordDocument = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * What a file is, by its content: its name and what the browser says count for nothing. Refuses whatever is neither
 * a PDF, a Word document without macros, nor plain text.
 */
export async function recognise(bytes: Uint8Array): Promise<FileKind> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (found?.mime === 'application/pdf') return 'PDF'
  if (found?.mime === wordDocument) return 'DOCX'
  if (found?.mime.startsWith('image/')) throw fileIsPicture({})
  // Word before 2007, and any office file with a password.
  if (found?.mime === 'application/x-cfb') throw fileIsOldOffice({})
  if (found || decodeText(bytes) === undefined) throw fileKindUnknown({})
  return 'TEXT'
}

// Anything but tab, line feed, form feed and carriage return below space is no text.
const control = /[\0-\x08\x0b\x0e-\x1f]/ // oxlint-disable-line no-control-regex -- it is what is looked for

/** Plain text in UTF-8, UTF-16 with its mark, or the Shift_JIS of Japanese Windows; nothing when it is none of them. */
export function decodeText(bytes: Uint8Array): string | undefined {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined
  for (const encoding of marked ? [marked] : ['utf-8', 'shift_jis']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      if (!control.test(text)) return text
    } catch {
      // Not in this one.
    }
  }
  return undefined
}
