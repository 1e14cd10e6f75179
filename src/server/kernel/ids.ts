import { v7 } from 'uuid'

/** A time-ordered id (RFC 9562, version 7), made by the caller and never by the database. */
export const newId = (): string => v7()

const pattern = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Whether a text may be written into a statement as a realm's id. */
export const isId = (text: string): boolean => pattern.test(text)
