import { createHash, sign, verify, type KeyObject } from 'node:crypto'

/** One thing that a certificate can say. Its salt keeps what is not shown from being guessed from its digest. */
export type Claim = { name: string; value: string; salt: string }

type Terms = {
  issuer: string
  /** What kind of certificate it is, as a stable name. */
  type: string
  issuedAt: Date
  validUntil: Date
}

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const digestOf = (disclosure: string): string => createHash('sha256').update(disclosure, 'ascii').digest('base64url')
const disclosureOf = ({ salt, name, value }: Claim): string => encoded([salt, name, value])
const seconds = (at: Date): number => Math.floor(at.getTime() / 1000)

/**
 * Signs digests of all claims and shows none of them: Selective Disclosure for JWTs (RFC 9901) with EdDSA (RFC 8037).
 * The digests are sorted, so that their order tells nothing.
 */
export function issue(claims: readonly Claim[], { issuer, type, issuedAt, validUntil }: Terms, key: KeyObject): string {
  const header = encoded({ alg: 'EdDSA', typ: 'dc+sd-jwt' })
  const payload = encoded({
    iss: issuer,
    vct: type,
    iat: seconds(issuedAt),
    exp: seconds(validUntil),
    _sd_alg: 'sha-256',
    _sd: claims.map((claim) => digestOf(disclosureOf(claim))).toSorted(),
  })
  const signed = `${header}.${payload}`
  return `${signed}.${sign(null, Buffer.from(signed), key).toString('base64url')}`
}

/** The certificate with just these claims readable; the others stay digests that nobody can open. */
export const present = (issued: string, shown: readonly Claim[]): string =>
  `${[issued, ...shown.map(disclosureOf)].join('~')}~`

export type Read =
  | { genuine: true; issuer: string; type: string; issuedAt: Date; validUntil: Date; shown: Record<string, string> }
  | { genuine: false }

type Payload = { iss: string; vct: string; iat: number; exp: number; _sd: readonly string[] }

function payloadOf(text: string): Payload | undefined {
  const { iss, vct, iat, exp, _sd, _sd_alg } = JSON.parse(text) as Record<string, unknown>
  const isWhole =
    typeof iss === 'string' && typeof vct === 'string' && typeof iat === 'number' && typeof exp === 'number'
  if (!isWhole || _sd_alg !== 'sha-256' || !Array.isArray(_sd)) return undefined
  return { iss, vct, iat, exp, _sd: _sd as readonly string[] }
}

function claimOf(disclosure: string): readonly [string, string] | undefined {
  const read: unknown = JSON.parse(Buffer.from(disclosure, 'base64url').toString())
  if (!Array.isArray(read) || read.length !== 3) return undefined
  const [, name, value] = read as unknown[]
  return typeof name === 'string' && typeof value === 'string' ? [name, value] : undefined
}

/**
 * What a presented certificate says, if this key signed it and every claim shown is one that was signed. Nothing else
 * about a certificate that fails is to be believed, so nothing else is answered. Whether it has run out is for the
 * caller to judge, who knows the time.
 */
export function read(presented: string, key: KeyObject): Read {
  try {
    const [jwt = '', ...rest] = presented.trim().split('~')
    const [header = '', payload = '', signature = '', ...more] = jwt.split('.')
    const { alg } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { alg?: unknown }
    const isSigned = verify(null, Buffer.from(`${header}.${payload}`), key, Buffer.from(signature, 'base64url'))
    if (more.length > 0 || alg !== 'EdDSA' || !isSigned) return { genuine: false }
    const said = payloadOf(Buffer.from(payload, 'base64url').toString())
    if (!said) return { genuine: false }
    const shown = new Map<string, string>()
    for (const disclosure of rest.filter((one) => one !== '')) {
      const claim = claimOf(disclosure)
      if (!claim || !said._sd.includes(digestOf(disclosure)) || shown.has(claim[0])) return { genuine: false }
      shown.set(...claim)
    }
    const at = (second: number) => new Date(second * 1000)
    return {
      genuine: true,
      issuer: said.iss,
      type: said.vct,
      issuedAt: at(said.iat),
      validUntil: at(said.exp),
      shown: Object.fromEntries(shown),
    }
  } catch {
    return { genuine: false }
  }
}
