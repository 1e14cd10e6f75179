import { createHash } from 'node:crypto'
import { v7 } from 'uuid'

/** A time-ordered id (RFC 9562, version 7), made by the caller and never by the database. */
export const newId = (): string => v7()

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text may be written into a statement as a realm's id. */
export const isId = (text: string): boolean => pattern.test(text)

/** The same id for the same parts (RFC 9562, version 8), so that what is said twice under one id is done once. */
export function idFrom(...parts: readonly string[]): string {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
