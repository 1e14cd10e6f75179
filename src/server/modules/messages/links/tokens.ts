import { randomBytes } from 'node:crypto'
import { keepable } from '../../../kernel/http/characters.ts'

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** RFC 4648 base32 in lower case and without padding: mail systems may change the case of what stands before the @. */
function base32(bytes: Uint8Array): string {
  let bits = 0
  let value = 0
  let text = ''
  for (const byte of bytes) {
    value = (value << 8) | byte
    bits += 8
    while (bits >= 5) {
      text += alphabet[(value >>> (bits - 5)) & 31]
      bits -= 5
    }
    value &= (1 << bits) - 1
  }
  return bits > 0 ? text + alphabet[(value << (5 - bits)) & 31] : text
}

const realmLength = 26
const secretLength = 32

/**
 * A token for the part of an address before the @: the company's id and 160 random bits. RFC 5321 4.5.3.1.1 allows 64
 * octets there, which `reply+` and these fill exactly.
 */
export function newAddressToken(companyId: string): string {
  const realm = Buffer.from(companyId.replaceAll('-', ''), 'hex')
  return base32(realm) + base32(randomBytes(20))
}

export const replyAddress = (token: string, domain: string): string => `reply+${token}@${domain}`

const tokenPattern = `[a-z2-7]{${realmLength + secretLength}}`

/** Which company an address token names, or nothing when it is not one. */
export function readAddressToken(token: string): { companyId: string } | undefined {
  const text = token.toLowerCase()
  if (!new RegExp(`^${tokenPattern}$`).test(text)) return undefined
  const hex = realmHex(text.slice(0, realmLength))
  return { companyId: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') }
}

function realmHex(text: string): string {
  let bits = 0n
  for (const letter of text) bits = (bits << 5n) | BigInt(alphabet.indexOf(letter))
  // 26 letters carry 130 bits; an id has 128.
  return (bits >> 2n).toString(16).padStart(32, '0')
}

/** The token of a reply address of this installation. */
export function tokenOfAddress(address: string, domain: string): string | undefined {
  const [local = '', host = ''] = address.toLowerCase().split('@')
  if (host !== domain.toLowerCase() || !local.startsWith('reply+')) return undefined
  const token = local.slice('reply+'.length)
  return readAddressToken(token) && token
}

/** The first reply address that a text mentions, as a complaint quotes the mail it is about. */
export function tokenQuotedIn(text: string, domain: string): string | undefined {
  const quoted = new RegExp(`reply\\+(${tokenPattern})@${domain.replaceAll('.', '\\.')}`, 'i').exec(text)
  return quoted?.[1]?.toLowerCase()
}

/** A text with the secrets of personal links taken out, for keeping and for showing to staff. */
export const withoutSecrets = (text: string): string =>
  text
    .replace(/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.[\w-]{43}/g, '$1.…')
    .replace(new RegExp(`reply\\+${tokenPattern}`, 'gi'), 'reply+…')

/** Whoever runs the mail server of an address chooses how long its answers are. */
const longestAnswer = 2000

/** What a mail server said, without the addresses it quotes: an answer stays when the person is erased. */
export const withoutAddresses = (answer: string): string =>
  keepable(
    whole(answer)
      .replace(/<?[^\s<>@;,]+@[^\s<>@;,]+\.[^\s<>@;,]+>?/g, '<…>')
      .slice(0, 500),
  )

/** The beginning of an answer, with no address that the cut parted. */
const whole = (answer: string): string =>
  answer.length <= longestAnswer ? answer : answer.slice(0, answer.slice(0, longestAnswer).lastIndexOf(' ') + 1)
