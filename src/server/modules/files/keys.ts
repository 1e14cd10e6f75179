import { randomBytes } from 'node:crypto'
import type { Config } from '../../kernel/config.ts'
import { derivedKey, hmac, seal, unseal } from '../../kernel/crypto.ts'

/** A key of the installation that wraps the keys of files, and the print by which a row says which one did. */
type WrappingKey = { print: string; key: Buffer }

export type WrappedKey = { keyPrint: string; keyWrapped: string }
/** Where a file stands; what is sealed for one file or company does not open as another's. */
type Place = { companyId: string; id: string }

const keyOf = (secret: string): WrappingKey => {
  const key = derivedKey(secret, 'files.wrapping')
  return { key, print: hmac(key, 'print').toString('hex').slice(0, 16) }
}

/** The keys that open files, the one that wraps first; the secret's own is always among them. */
function ring({ FILE_KEY, FILE_KEYS_BEFORE, secret }: Config): [WrappingKey, ...WrappingKey[]] {
  const before = FILE_KEYS_BEFORE.split(',').flatMap((text) => text.trim() || [])
  const own = keyOf(secret)
  return FILE_KEY ? [keyOf(FILE_KEY), ...before.map(keyOf), own] : [own, ...before.map(keyOf)]
}

/** The prints of the keys at hand; a file wrapped by another cannot be opened. */
export const knownPrints = (config: Config): string[] => ring(config).map(({ print }) => print)

const placeOf = (what: string, { companyId, id }: Place) => `files_file/${what}/${companyId}/${id}`

const wrap = (config: Config, place: Place, key: Buffer): WrappedKey => {
  const [current] = ring(config)
  return { keyPrint: current.print, keyWrapped: seal(current.key, key.toString('base64url'), placeOf('key', place)) }
}

/** A key for one file alone, and how it is kept. */
export function newFileKey(config: Config, place: Place): WrappedKey & { key: Buffer } {
  const key = randomBytes(32)
  return { key, ...wrap(config, place, key) }
}

/** The key of a file; throws where the key that wraps it is not at hand. */
export function fileKey(config: Config, place: Place, { keyPrint, keyWrapped }: WrappedKey): Buffer {
  const found = ring(config).find(({ print }) => print === keyPrint)
  if (!found) throw new Error(`no FILE_KEY at hand opens the file ${place.id}`)
  return Buffer.from(unseal(found.key, keyWrapped, placeOf('key', place)), 'base64url')
}

/** The same key, wrapped by the key that wraps now. The content is not touched. */
export const rewrapped = (config: Config, place: Place, wrapped: WrappedKey): WrappedKey =>
  wrap(config, place, fileKey(config, place, wrapped))

export const sealField = (key: Buffer, place: Place, field: 'name' | 'text', value: string): string =>
  seal(key, value, placeOf(field, place))
export const unsealField = (key: Buffer, place: Place, field: 'name' | 'text', sealed: string): string =>
  unseal(key, sealed, placeOf(field, place))

/** The place of one piece among all: pieces cannot be left out, swapped or taken from another file. */
export const chunkPlace = (place: Place, sequence: number, count: number): string =>
  `${placeOf('chunk', place)}/${sequence}/${count}`

/** Tells two files of one company apart without telling what is in them. */
export const contentHash = ({ secret }: Config, companyId: string, bytes: Uint8Array): string =>
  hmac(derivedKey(secret, `files.content/${companyId}`), bytes).toString('hex')

/** The keyed hash by which a bigram is found: 64 bits as PostgreSQL's bigint writes them. */
export function tokenHasher({ secret }: Config, companyId: string): (token: string) => string {
  const key = derivedKey(secret, `files.search/${companyId}`)
  return (token) => hmac(key, token).readBigInt64BE().toString()
}
