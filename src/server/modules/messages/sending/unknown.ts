import { newId } from '../../../kernel/ids.ts'
import type { Work } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { mailUnknown, notUnknown } from '../errors.ts'
import { endMail } from '../mails.ts'
import * as store from '../store.ts'
import * as events from '../store-events.ts'

export type Settling = { mailId: string; as: 'SENT' | 'SEND_AGAIN'; reason: string }

/**
 * What a human decided about a mail whose outcome nobody knows: it is taken as sent, or it is sent again under the same
 * Message-ID, so that a reader who has it already sees one mail. Refuses any other state (`messages.not-unknown`).
 */
export async function settleUnknown(work: Work, { mailId, as, reason }: Settling): Promise<void> {
  const mail = await store.lockMail(work, mailId)
  if (!mail) throw mailUnknown({ mailId })
  if (mail.state !== 'UNKNOWN' && mail.state !== 'DEAD') throw notUnknown({ state: mail.state })
  if (as === 'SENT') await endMail(work, mail, { state: 'SENT', event: 'SETTLED_AS_SENT', answer: reason })
  else {
    await store.postponeMail(work, { id: mailId, dueAt: work.now, why: null })
    await events.insertEvent(work, { id: newId(), mailId, kind: 'SENT_AGAIN', answer: reason })
    work.installation.wake()
  }
  await record(work, { action: 'messages.settle-unknown', subject: { kind: 'mail', id: mailId }, detail: { as } })
}
