import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
  type KeyObject,
} from 'node:crypto'
import { isId } from './ids.ts'

/** A bearer secret that names its realm: `<realm id>.<43 characters of base64url>` (256 random bits). */
export type Token = { realmId: string; secret: string }

export const newSecret = (): string => randomBytes(32).toString('base64url')
export const tokenText = ({ realmId, secret }: Token): string => `${realmId}.${secret}`

/** Reads a token, or nothing when it is not one; says nothing about whether it is known. */
export function readToken(text: string): Token | undefined {
  const [realmId = '', secret = '', ...rest] = text.split('.')
  return rest.length === 0 && isId(realmId) && /^[\w-]{43}$/.test(secret) ? { realmId, secret } : undefined
}

/** SHA-256 as hex. Enough for secrets of at least 112 random bits (ASVS 5.0 6.5.2), never for passwords or codes. */
export const sha256 = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex')

export const hmac = (key: Uint8Array | string | KeyObject, content: string | Uint8Array): Buffer =>
  createHmac('sha256', key).update(content).digest()

/**
 * A keyed permutation of blocks of 16 bytes (AES-256, each block by itself), and back: for identifiers alone, of which none
 * stands twice under one key, so that equal blocks have nothing to tell.
 */
export function permuted(key: Buffer, blocks: Uint8Array, direction: 'FORTH' | 'BACK'): Buffer {
  const start = direction === 'FORTH' ? createCipheriv : createDecipheriv
  const cipher = start('aes-256-ecb', key, null).setAutoPadding(false)
  return Buffer.concat([cipher.update(blocks), cipher.final()])
}

/** Compares without telling by its duration where two texts differ. */
export function sameSecret(left: string, right: string): boolean {
  const a = createHash('sha256').update(left).digest()
  const b = createHash('sha256').update(right).digest()
  return timingSafeEqual(a, b)
}

/** A six-digit code for a mail, drawn without bias. */
export function newCode(): string {
  const limit = 0xffffffff - (0xffffffff % 1_000_000)
  for (;;) {
    const drawn = randomBytes(4).readUInt32BE()
    if (drawn < limit) return String(drawn % 1_000_000).padStart(6, '0')
  }
}

/** Keys for one purpose each, derived from the installation's secret (HKDF, RFC 5869). */
export function derivedKey(secret: string, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `tasuki/${purpose}`, 32))
}

/**
 * Seals a text with AES-256-GCM. `place` (table, column, realm and row) is authenticated too, so that a sealed
 * value copied to another row or realm does not open.
 */
export function seal(key: Buffer, text: string, place: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [
    '1',
    nonce.toString('base64url'),
    cipher.getAuthTag().toString('base64url'),
    sealed.toString('base64url'),
  ].join('.')
}

/** Opens what `seal` sealed; throws when the key or the place is another, or a byte was changed. */
export function unseal(key: Buffer, text: string, place: string): string {
  const [version, nonce = '', tag = '', sealed = ''] = text.split('.')
  if (version !== '1') throw new Error('sealed value of an unknown version')
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url'))
    .setAAD(Buffer.from(place))
    .setAuthTag(Buffer.from(tag, 'base64url'))
  return Buffer.concat([decipher.update(Buffer.from(sealed, 'base64url')), decipher.final()]).toString('utf8')
}

/** As `seal`, for bytes: nonce (12), tag (16) and ciphertext, one after the other. */
export function sealBytes(key: Buffer, bytes: Uint8Array, place: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
  const sealed = Buffer.concat([cipher.update(bytes), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed])
}

/** Opens what `sealBytes` sealed; throws as `unseal` does. */
export function unsealBytes(key: Buffer, sealed: Buffer, place: string): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12))
    .setAAD(Buffer.from(place))
    .setAuthTag(sealed.subarray(12, 28))
  return Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
}
