import { derivedKey, hmac, sameSecret, sha256 } from '../../../kernel/crypto.ts'
import { isId, newId } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'

export const browserCookieName = '__Host-tasuki_browser'
/** As long as a personal link may live at most: who comes back after that enters a code as on the first day. */
export const browserTermSeconds = 180 * 86_400

type Proven = { id: string; until: number; mail: string }

const proofOf = ({ config }: Pick<Installation, 'config'>, { id, until, mail }: Proven): string =>
  hmac(derivedKey(config.secret, 'portal.browser'), `${id}/${until}/${sha256(mail)}`).toString('base64url')

/**
 * What a browser keeps in which a code by mail was entered. It opens nothing: it only says that this browser is counted
 * apart, so that whoever guesses by a forwarded link locks nobody out of it. It holds no address.
 */
export function browserToken(installation: Pick<Installation, 'config'>, { mail, now }: { mail: string; now: Date }) {
  const proven = { id: newId(), until: now.getTime() + browserTermSeconds * 1000, mail }
  return `${proven.id}.${proven.until}.${proofOf(installation, proven)}`
}

/** The id of a browser that proved this very address before; nothing for any other. */
export function provenBrowser(
  installation: Pick<Installation, 'config'>,
  { token, mail, now }: { token: string | undefined; mail: string | undefined; now: Date },
): string | undefined {
  const parts = (token ?? '').split('.')
  const [id = '', untilText = '', proof = ''] = parts
  if (parts.length !== 3 || !/^\d+$/.test(untilText)) return undefined
  const until = Number(untilText)
  if (mail === undefined || !isId(id) || !Number.isSafeInteger(until) || until <= now.getTime()) return undefined
  return sameSecret(proof, proofOf(installation, { id, until, mail })) ? id : undefined
}
