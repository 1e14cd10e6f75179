import { createSecretKey } from 'node:crypto'
import { derivedKey, hmac } from '../../../kernel/crypto.ts'
import { nameKey } from '../../../../engines/japanese/index.ts'
import type { RowDraft } from '../files/index.ts'

/** What makes a row the same row in the next export: whose it is, and which application. */
export type NaturalKey = { record: string; application: string }

/**
 * The number its system gave it, else who applied for what and when: a corrected mail address or result then changes the
 * row instead of making another. A row that says neither is known by all it says.
 */
export function naturalKey({ person, application }: RowDraft): NaturalKey {
  const own = application.externalId === null ? null : `application ${application.externalId}`
  const whose = person.externalId === null ? null : `person ${person.externalId}`
  const told = own ?? whoAppliedWhen({ person, application })
  return { record: whose ?? told, application: told }
}

function whoAppliedWhen({ person, application }: Pick<RowDraft, 'person' | 'application'>): string {
  const name = person.nameKana ?? person.name ?? person.nameRomaji
  const apart = person.birthDate?.date ?? person.phones[0] ?? person.mails[0]?.address
  const { appliedAt } = application
  if (!name || !apart || !appliedAt) return `row ${JSON.stringify([person, application])}`
  return JSON.stringify([nameKey(name.full), apart, appliedAt.date, appliedAt.time, application.openingTitle])
}

/** Makes ids and hashes that are the same for the same text, and tell nothing of it without the installation's secret. */
export type Keyed = { id: (text: string) => string; hash: (text: string) => string }

/** Keys of one connection of one company: the same file of two companies has nothing in common. */
export function keyedFor(
  secret: string,
  { companyId, connectionId }: { companyId: string; connectionId: string },
): Keyed {
  // Kept as a key of the library: it is otherwise made anew for each of several texts a row.
  const key = createSecretKey(hmac(derivedKey(secret, 'intake.natural-key'), `${companyId}/${connectionId}`))
  return {
    hash: (text) => hmac(key, text).toString('hex'),
    // Version 8 (RFC 9562): an id of our own making, from 122 bits of the digest.
    id: (text) => {
      const hex = hmac(key, text).toString('hex')
      const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16)
      return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
    },
  }
}
