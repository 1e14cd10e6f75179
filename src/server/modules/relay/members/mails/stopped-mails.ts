import { derivedKey, hmac, readToken, sameSecret, tokenText } from '../../../../kernel/crypto.ts'
import type { Installation } from '../../../../kernel/installation.ts'
import { inMember, systemActor } from '../../../../kernel/work.ts'
import { changeAndTell } from '../telling/flow-back.ts'
import * as store from '../store-members.ts'

const actor = systemActor('relay.stopped-mails')

const secretOf = ({ config }: Pick<Installation, 'config'>, memberId: string): string =>
  hmac(derivedKey(config.secret, 'relay.stopped-mails'), memberId).toString('base64url')

/** The address at which a member stops the operator's invitations without signing in: the same in every mail. */
export const stopMailsUrl = (installation: Pick<Installation, 'config'>, memberId: string): string =>
  new URL(
    `/unsubscribe/${tokenText({ realmId: memberId, secret: secretOf(installation, memberId) })}`,
    installation.config.portalUrl,
  ).href

/** The member whose token this is; told without looking anything up. */
function memberOfToken(installation: Installation, token: string): string | undefined {
  const read = readToken(token)
  return read && sameSecret(read.secret, secretOf(installation, read.realmId)) ? read.realmId : undefined
}

/**
 * Sets the number of contacts to none by the token of a mail (RFC 8058): no cookie, no code. Repeating it changes
 * nothing. Answers whether the token is a member's; who left stays as they are.
 */
export async function stopMailsByToken(installation: Installation, token: string): Promise<boolean> {
  const memberId = memberOfToken(installation, token)
  if (memberId === undefined) return false
  await inMember(installation, { memberId, actor }, async (work) => {
    const member = await store.lockMember(work)
    if (member?.state !== 'ACTIVE' || member.contactsPer90Days === 0) return
    await changeAndTell(work, { contactsPer90Days: 0, contactsBeforeStop: member.contactsPer90Days })
  })
  return true
}

/** Puts back what stood before a stop by token, unless the member has chosen since. Answers whether the token is a member's. */
export async function restoreMailsByToken(installation: Installation, token: string): Promise<boolean> {
  const memberId = memberOfToken(installation, token)
  if (memberId === undefined) return false
  await inMember(installation, { memberId, actor }, async (work) => {
    const member = await store.lockMember(work)
    if (member?.state !== 'ACTIVE' || member.contactsBeforeStop === null) return
    await changeAndTell(work, { contactsPer90Days: member.contactsBeforeStop, contactsBeforeStop: null })
  })
  return true
}
