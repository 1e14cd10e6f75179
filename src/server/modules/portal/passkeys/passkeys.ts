import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
  type AuthenticationResponseJSON,
  type RegistrationResponseJSON,
} from '@simplewebauthn/server'
import { parse as bytesOfId, stringify as idOfBytes } from 'uuid'
import { z } from 'zod'
import { sha256 } from '../../../kernel/crypto.ts'
import { isId, newId } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inMember, type MemberWork } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { isOwnChallenge, newChallenge, type ChallengeUse } from './challenge.ts'
import { memberActor } from '../arrival/session.ts'
import * as store from './store.ts'

/** Ed25519, ECDSA on P-256 and RSA, as COSE names them: one of these is in every device. */
const algorithms = [-8, -7, -257]
const mostPasskeys = 10
const challengeKeptMs = 60 * 60_000

/** Whom the browser knows: the host of the portal, and the address of its pages. */
const partyOf = ({ config }: Installation) => {
  const { hostname, origin } = new URL(config.portalUrl)
  return { rpId: hostname, origin }
}

const text = z.string().max(20_000)
const common = {
  id: z.string().regex(/^[\w-]{1,2000}$/),
  rawId: text,
  type: z.literal('public-key'),
  authenticatorAttachment: z.enum(['platform', 'cross-platform']).optional().catch(undefined),
  // Extensions were not asked for, so what comes back of them counts for nothing.
  clientExtensionResults: z.unknown().transform(() => ({})),
}
const Registered = z.object({
  ...common,
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.string().max(30)).max(10).optional().catch(undefined),
  }),
})
const Asserted = z.object({
  ...common,
  response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text, userHandle: text }),
})

const parsed = <T>(Shape: z.ZodType<T>, posted: string): T | undefined => {
  try {
    return Shape.safeParse(JSON.parse(posted)).data
  } catch {
    return undefined
  }
}

/** What the browser is asked in order to make a passkey for a member. */
export async function registrationOptions(work: MemberWork, member: { mail: string; name: string }) {
  const { installation, memberId } = work
  const { rpId } = partyOf(installation)
  const held = await store.passkeys(work)
  return generateRegistrationOptions({
    rpName: 'Career Relay Tasuki',
    rpID: rpId,
    userName: member.mail,
    userDisplayName: member.name,
    userID: Uint8Array.from(bytesOfId(memberId)),
    challenge: newChallenge(installation, `REGISTER ${memberId}`),
    supportedAlgorithmIDs: algorithms,
    attestationType: 'none',
    excludeCredentials: held.map(({ credentialId: id, transports }) => ({ id, transports })),
    // Found without a name being typed, and the device asks for a finger, a face or its code: it stands for the code by mail.
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  })
}

/** A passkey's name as it is kept, whatever was typed. */
export const nameOfPasskey = (typed: string): string => typed.trim().slice(0, 60)

export type NotAdded = 'refused' | 'tooMany'

/** Keeps a passkey that the member's browser made for our question; says why where it does not. */
export async function addPasskey(
  work: MemberWork,
  { posted, name }: { posted: string; name: string },
): Promise<NotAdded | undefined> {
  const { installation, memberId } = work
  const response = parsed(Registered, posted) as RegistrationResponseJSON | undefined
  if (!response) return 'refused'
  if ((await store.passkeys(work)).length >= mostPasskeys) return 'tooMany'
  const { rpId, origin } = partyOf(installation)
  const answered = challengeTaker(installation, `REGISTER ${memberId}`)
  const { verified, registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge: answered.take,
    expectedOrigin: origin,
    expectedRPID: rpId,
    supportedAlgorithmIDs: algorithms,
    requireUserVerification: true,
  }).catch(() => ({ verified: false as const, registrationInfo: undefined }))
  if (!verified || !registrationInfo || !(await answered.isFirst(work))) return 'refused'
  const { credential } = registrationInfo
  const isKept = await store.insertPasskey(work, {
    id: newId(),
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey),
    counter: credential.counter,
    transports: credential.transports ?? [],
    name,
  })
  if (!isKept) return 'refused'
  await record(work, { action: 'portal.passkey-added', subject: { kind: 'member', id: memberId } })
  return undefined
}

/** What the browser is asked by somebody who has not said who they are. */
export const signInOptions = (installation: Installation) =>
  generateAuthenticationOptions({
    rpID: partyOf(installation).rpId,
    challenge: newChallenge(installation, 'SIGN_IN'),
    userVerification: 'required',
  })

/**
 * The member whose passkey answered our question; nothing for any other answer, whatever is wrong with it: another
 * site's, an old or used challenge, a passkey that was removed or is another member's, a device that was copied.
 */
export async function memberByPasskey(
  installation: Installation,
  posted: string,
): Promise<{ memberId: string; passkeyId: string } | undefined> {
  const response = parsed(Asserted, posted)
  const handle = Buffer.from(response?.response.userHandle ?? '', 'base64url')
  if (!response || handle.length !== 16) return undefined
  const memberId = idOfMember(handle)
  if (!memberId) return undefined
  return inMember(installation, { memberId, actor: memberActor(memberId) }, async (work) => {
    const passkeyId = await useUp(work, response as AuthenticationResponseJSON)
    return passkeyId === undefined ? undefined : { memberId, passkeyId }
  })
}

function idOfMember(handle: Buffer): string | undefined {
  try {
    const id = idOfBytes(handle)
    return isId(id) ? id : undefined
  } catch {
    return undefined
  }
}

async function useUp(work: MemberWork, response: AuthenticationResponseJSON): Promise<string | undefined> {
  const { installation } = work
  const passkey = await store.lockPasskey(work, response.id)
  if (!passkey) return undefined
  const { rpId, origin } = partyOf(installation)
  const answered = challengeTaker(installation, 'SIGN_IN')
  const { verified, authenticationInfo } = await verifyAuthenticationResponse({
    response,
    expectedChallenge: answered.take,
    expectedOrigin: origin,
    expectedRPID: rpId,
    credential: {
      id: passkey.credentialId,
      publicKey: Uint8Array.from(passkey.publicKey),
      counter: passkey.counter,
      transports: passkey.transports,
    },
    requireUserVerification: true,
  }).catch(() => ({ verified: false, authenticationInfo: undefined }))
  if (!verified || !authenticationInfo || !(await answered.isFirst(work))) return undefined
  await store.countUse(work, { id: passkey.id, counter: authenticationInfo.newCounter })
  await record(work, { action: 'portal.passkey-used', subject: { kind: 'member', id: work.memberId } })
  return passkey.id
}

/** Takes the challenge out of an answer where it is ours, and lets it be answered once by a member. */
function challengeTaker(installation: Installation, use: ChallengeUse) {
  let taken: string | undefined
  return {
    take: (challenge: string): boolean => {
      taken = isOwnChallenge(installation, use, challenge) ? challenge : undefined
      return taken !== undefined
    },
    isFirst: async (work: MemberWork): Promise<boolean> => {
      await store.forgetAnswers(work, new Date(work.now.getTime() - challengeKeptMs))
      return taken !== undefined && store.insertAnswer(work, sha256(taken))
    },
  }
}

/** Removes one passkey of the member, whose device opens nothing any more; answers its name, nothing where there was none. */
export async function removePasskey(work: MemberWork, id: string): Promise<string | undefined> {
  const name = await store.deletePasskey(work, id)
  if (name === undefined) return undefined
  await record(work, { action: 'portal.passkey-removed', subject: { kind: 'member', id: work.memberId } })
  return name
}
