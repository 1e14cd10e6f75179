import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type { TestInstallation } from '../../../kernel/testing.ts'
import type { TestCompany } from '../../accounts/testing.ts'
import type { visitorsOf } from '../testing.ts'

type Asked = { challenge: string; user: { id: string } }
type Changed = {
  origin?: string
  rpId?: string
  challenge?: string
  /** The device did not ask who is holding it. */
  unverified?: boolean
  counter?: number
  userHandle?: string
}

const cborHead = (major: number, value: number): Buffer =>
  value < 24
    ? Buffer.from([(major << 5) | value])
    : value < 256
      ? Buffer.from([(major << 5) | 24, value])
      : Buffer.from([(major << 5) | 25, value >> 8, value & 255])

/** CBOR (RFC 8949) of what an authenticator writes: texts, bytes, small numbers, maps. */
function cbor(value: number | string | Buffer | Map<number | string, unknown>): Buffer {
  if (typeof value === 'number') return value >= 0 ? cborHead(0, value) : cborHead(1, -1 - value)
  if (typeof value === 'string') return Buffer.concat([cborHead(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (Buffer.isBuffer(value)) return Buffer.concat([cborHead(2, value.length), value])
  const pairs = [...value].flatMap(([key, one]) => [cbor(key), cbor(one as never)])
  return Buffer.concat([cborHead(5, value.size), ...pairs])
}

const sha256 = (content: string | Buffer) => createHash('sha256').update(content).digest()

/** A device with one passkey, in software: it answers as a browser does, or as told otherwise. */
function aDevice({ origin: home }: { origin: string }) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = randomBytes(16)
  let counter = 0
  let handle = ''
  const client = (type: string, challenge: string, origin: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const head = (changed: Changed, flags: number) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(changed.counter ?? (counter += 1))
    const present = flags | 1 | (changed.unverified ? 0 : 4)
    return Buffer.concat([sha256(changed.rpId ?? new URL(home).hostname), Buffer.from([present]), count])
  }
  const common = { id: id.toString('base64url'), rawId: id.toString('base64url'), type: 'public-key' }
  return {
    make: (asked: Asked, changed: Changed = {}): string => {
      handle = asked.user.id
      const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
      const key = new Map<number, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ])
      const authData = Buffer.concat([
        head(changed, 0x40),
        Buffer.alloc(16),
        Buffer.from([0, id.length]),
        id,
        cbor(key),
      ])
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData],
      ])
      const data = client('webauthn.create', changed.challenge ?? asked.challenge, changed.origin ?? home)
      const response = {
        clientDataJSON: data.toString('base64url'),
        attestationObject: cbor(attestation).toString('base64url'),
        transports: ['internal'],
      }
      return JSON.stringify({ ...common, clientExtensionResults: {}, response })
    },
    answer: (asked: { challenge: string }, changed: Changed = {}): string => {
      const authenticatorData = head(changed, 0)
      const data = client('webauthn.get', changed.challenge ?? asked.challenge, changed.origin ?? home)
      const response = {
        clientDataJSON: data.toString('base64url'),
        authenticatorData: authenticatorData.toString('base64url'),
        signature: sign('sha256', Buffer.concat([authenticatorData, sha256(data)]), privateKey).toString('base64url'),
        userHandle: changed.userHandle ?? handle,
      }
      return JSON.stringify({ ...common, clientExtensionResults: {}, response })
    },
  }
}

type Options = { challenge: string; user: { id: string } }

/** What a page asks the browser for. */
const optionsOf = (html: string): Options =>
  JSON.parse((/data-options="([^"]*)"/.exec(html)?.[1] ?? '{}').replaceAll('&quot;', '"')) as Options

/** Members who added a passkey of a device of their own, and signing in by it. */
export function memberWithPasskey(portal: ReturnType<typeof visitorsOf>, installation: TestInstallation) {
  const { origin } = new URL(installation.config.portalUrl)
  async function joined(company: TestCompany) {
    const member = await portal.registered(company)
    const device = aDevice({ origin })
    const options = optionsOf((await member.visiting.get('/visits')).html)
    await member.visiting.post('/visits/passkeys', { answer: device.make(options), name: '自分の端末' })
    return { ...member, device }
  }
  /** In a browser that was never here; the device answers otherwise where it is told to. */
  async function signInWith(device: ReturnType<typeof aDevice>, changed: Parameters<typeof device.answer>[1] = {}) {
    const visiting = portal.browser()
    const asked = optionsOf((await visiting.get('/passkey')).html)
    return { visiting, answer: await visiting.post('/passkey', { answer: device.answer(asked, changed) }) }
  }
  return { joined, optionsOf, signInWith }
}
