import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'

/** An Ed25519 public key as RFC 8037 writes it. */
export type PublicJwk = { kty: 'OKP'; crv: 'Ed25519'; x: string }

/** The fixed head of an Ed25519 private key in PKCS #8 (RFC 8410); the 32 bytes of the seed follow. */
const pkcs8Head = Buffer.from('302e020100300506032b657004220420', 'hex')

/** The Ed25519 key of a seed of 32 bytes: the same seed makes the same key. */
export function keyPair(seed: Uint8Array): { privateKey: KeyObject; publicKey: KeyObject } {
  if (seed.length !== 32) throw new Error('the seed of an Ed25519 key has 32 bytes')
  const privateKey = createPrivateKey({ key: Buffer.concat([pkcs8Head, seed]), format: 'der', type: 'pkcs8' })
  return { privateKey, publicKey: createPublicKey(privateKey) }
}

export function publicJwk(publicKey: KeyObject): PublicJwk {
  const { x = '' } = publicKey.export({ format: 'jwk' })
  return { kty: 'OKP', crv: 'Ed25519', x }
}

/** Throws for anything that is not an Ed25519 public key. */
export const readPublicJwk = ({ kty, crv, x }: PublicJwk): KeyObject =>
  createPublicKey({ key: { kty, crv, x }, format: 'jwk' })
