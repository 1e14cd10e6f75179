import { randomBytes } from 'node:crypto'
import { derivedKey, hmac, sameSecret } from '../../../kernel/crypto.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { stepOf } from '../frames.ts'

/** What a challenge is for; one for signing in registers nothing, and one member's registers for nobody else. */
export type ChallengeUse = 'SIGN_IN' | `REGISTER ${string}`

const stepMs = 5 * 60_000
const randomLength = 16

const proofOf = (installation: Installation, use: ChallengeUse, random: Buffer, back: number): Buffer =>
  hmac(
    derivedKey(installation.config.secret, 'portal.passkey'),
    `${use}/${random.toString('hex')}/${stepOf(installation, stepMs, back)}`,
  )

/** Random bytes with a proof that we made them, for what, and within the last minutes: nothing is kept of it. */
export function newChallenge(installation: Installation, use: ChallengeUse): Uint8Array<ArrayBuffer> {
  const random = randomBytes(randomLength)
  return Uint8Array.from(Buffer.concat([random, proofOf(installation, use, random, 0)]))
}

/** Whether a challenge is one of ours for this use. It is good for ten to fifteen minutes. */
export function isOwnChallenge(installation: Installation, use: ChallengeUse, challenge: string): boolean {
  const bytes = Buffer.from(challenge, 'base64url')
  const random = bytes.subarray(0, randomLength)
  const proof = bytes.subarray(randomLength).toString('hex')
  return [0, 1, 2].some((back) => sameSecret(proof, proofOf(installation, use, random, back).toString('hex')))
}
