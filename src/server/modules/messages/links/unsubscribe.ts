import { readToken, sha256 } from '../../../kernel/crypto.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { insertUnsubscribe } from '../inbound/store-inbound.ts'
import * as store from '../store.ts'
import { suppress, unsuppress } from '../sending/suppression.ts'

/** Sends this mail's reader nothing more of the company's own wish. Repeating it changes nothing but the list of times. */
export async function unsubscribe(
  work: Work,
  mail: store.StoredMail,
  how: 'ONE_CLICK' | 'PAGE' | 'REPLY',
): Promise<void> {
  await insertUnsubscribe(work, { id: newId(), mailId: mail.id, how })
  if (mail.recipient !== null) await suppress(work, { address: mail.recipient, reason: 'UNSUBSCRIBE', mailId: mail.id })
}

/**
 * Unsubscribes by the token of a mail's own address (RFC 8058): no cookie, no sign-in, no question. An unknown token
 * does nothing and is answered alike.
 */
export async function unsubscribeByToken(
  installation: Installation,
  token: string,
  how: 'ONE_CLICK' | 'PAGE',
): Promise<void> {
  const read = readToken(token)
  if (!read) return
  const opening = { companyId: read.realmId, actor: systemActor('messages.unsubscribe') }
  await inCompany(installation, opening, async (work) => {
    const mail = await store.findByUnsubscribe(work, sha256(read.secret))
    if (mail) await unsubscribe(work, mail, how)
  })
}

/** Takes an unsubscription back by the same token. What stops mail for another reason, as a bounce, stays. */
export async function resubscribeByToken(installation: Installation, token: string): Promise<void> {
  const read = readToken(token)
  if (!read) return
  const opening = { companyId: read.realmId, actor: systemActor('messages.unsubscribe') }
  await inCompany(installation, opening, async (work) => {
    const mail = await store.findByUnsubscribe(work, sha256(read.secret))
    if (!mail || mail.recipient === null) return
    await unsuppress(work, { address: mail.recipient, reason: 'UNSUBSCRIBE' })
    await record(work, { action: 'messages.resubscribed', subject: { kind: 'mail', id: mail.id } })
  })
}
