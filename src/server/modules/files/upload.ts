import type { MultipartFile } from '@fastify/multipart'
import { largestFileMb } from '../../../contract/people/files.ts'
import { fileTooLarge } from './errors.ts'

/** What a form with a file is read within. The fields stand before the file. */
export const uploadLimits = { fileSize: largestFileMb * 1024 * 1024, files: 1, fields: 10, fieldSize: 4_096, parts: 12 }

/** The whole of an uploaded file, which is read no further than its limit. */
export async function receiveUpload({ file, filename }: MultipartFile): Promise<{ name: string; bytes: Buffer }> {
  const pieces: Buffer[] = []
  for await (const piece of file) pieces.push(piece as Buffer)
  // The reader cuts at its limit silently.
  if (file.truncated) throw fileTooLarge({ limitMb: largestFileMb })
  return { name: filename, bytes: Buffer.concat(pieces) }
}
