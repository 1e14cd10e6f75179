import ipaddr from 'ipaddr.js'
import { derivedKey, hmac } from '../../../kernel/crypto.ts'

/** From where a page was asked for, as the request says. */
export type Origin = { address: string; agent: string; languages: string }
/** Two marks of an origin that are of use only to compare registrations of one company. */
export type OriginMarks = { device: string; block: string }

/** Ranges of addresses that mean a network of one's own, not a place in the internet. */
const local: ReadonlySet<string> = new Set([
  'loopback',
  'private',
  'uniqueLocal',
  'linkLocal',
  'carrierGradeNat',
  'unspecified',
])

// What one connection commonly gets: a household or an office has a /24 of IPv4 at most, and a /48 of IPv6 (RFC 6177).
const blockBits = { ipv4: 24, ipv6: 48 } as const

/**
 * The marks by which registrations of one company are compared: the same device (address, browser and languages are
 * equal) and the same block of addresses. Keyed per company, so that they tell nothing between companies nor outside of
 * this installation. None for an address that is not of the public internet (a proxy's or the machine's own): it would
 * make everybody look alike.
 */
export function originMarks(
  secret: string,
  { companyId, origin }: { companyId: string; origin: Origin },
): OriginMarks | undefined {
  if (!ipaddr.isValid(origin.address)) return undefined
  const address = ipaddr.process(origin.address)
  if (local.has(address.range())) return undefined
  const key = derivedKey(secret, 'relay.origin')
  const mark = (...what: readonly string[]): string =>
    hmac(key, JSON.stringify([companyId, ...what]))
      .toString('base64url')
      .slice(0, 22)
  return {
    device: mark('device', address.toNormalizedString(), origin.agent, origin.languages),
    block: mark('block', networkOf(address)),
  }
}

function networkOf(address: ipaddr.IPv4 | ipaddr.IPv6): string {
  const kind = address.kind()
  const bits = blockBits[kind]
  const bytes = address.toByteArray().slice(0, bits / 8)
  return `${kind}/${bits}/${bytes.join('.')}`
}
