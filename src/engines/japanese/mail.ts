import { domainToASCII } from 'node:url'

/**
 * Domains whose addresses stand in front of a person's own: forwarding by a job board or a mail service. They differ per
 * application or per site, so an equal one is evidence, a different one none, and they die with the application.
 */
const maskingDomains = [
  // Reserved for made-up people, in the manner of the board's.
  'indeedemail.example',
  'indeedemail.com',
  'privaterelay.appleid.com',
  'mozmail.com',
  'relay.firefox.com',
  'duck.com',
  'simplelogin.com',
  'slmail.me',
  'anonaddy.com',
  'anonaddy.me',
  'passmail.net',
  'users.noreply.github.com',
  'reply.linkedin.com',
]

const fillers = /^(?:なし|無し|無|不明|未登録|非公開|none|null|n\/?a|nil|no|-|ー|—|\*+|@)$/i

export type Mail = { address: string; masked: boolean }

/**
 * An address in the form it is compared and sent by: plain width, no spaces, no `mailto:` or display name, lower case,
 * the domain in ASCII. Null when it cannot be one. Old addresses of Japanese carriers with `..` or a dot before the @ are
 * real and kept, though RFC 5321 has no such form. Never guesses: a mistyped domain stays as typed.
 */
export function normaliseMail(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/^.*<([^<>]+)>\s*$/, '$1')
    .replace(/^\s*mailto:/i, '')
    .replace(/[\s\u200B-\u200D\uFEFF]+/gu, '')
  if (fillers.test(plain)) return null
  const at = plain.lastIndexOf('@')
  const local = plain.slice(0, at).toLowerCase()
  const domain = at > 0 ? domainToASCII(plain.slice(at + 1).toLowerCase()) : ''
  // RFC 5321 4.5.3.1: at most 64 octets before the @ and 255 after it.
  if (!/^[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}$/.test(local) || local.startsWith('.')) return null
  const labels = domain.split('.')
  if (domain.length > 255 || labels.length < 2 || !/^[a-z][a-z0-9-]*$/.test(labels.at(-1)!)) return null
  return labels.every((label) => /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(label)) ? `${local}@${domain}` : null
}

/** Whether an address stands in front of the person's own, or has been blotted out (`t***@x.example`). */
export function isMasked(address: string): boolean {
  const [local = '', domain = ''] = address.toLowerCase().split('@')
  if (/\*{2,}|x{4,}/.test(local)) return true
  return maskingDomains.some((masking) => domain === masking || domain.endsWith(`.${masking}`))
}

/** Every address of a cell that holds several, in order, each once; impossible ones left out. */
export function mailsIn(text: string): Mail[] {
  const whole = normaliseMail(text)
  const parts = whole
    ? [whole]
    : text
        .normalize('NFKC')
        .split(/[,;、/\s|]+/u)
        .map(normaliseMail)
  return [...new Set(parts.filter((part) => part !== null))].map((address) => ({ address, masked: isMasked(address) }))
}
