import { inSendWindow, nextSendWindow } from '../../../../engines/japanese/index.ts'
import type { Installation } from '../../../kernel/installation.ts'
import type { Claimed, IntentTable } from '../../../kernel/intents.ts'
import { newId } from '../../../kernel/ids.ts'
import { job, nothing } from '../../../kernel/jobs.ts'
import type { Mail, Sent } from '../../../kernel/mail.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { openContent } from '../content.ts'
import { mayPass } from '../kinds.ts'
import { endMail, takeBack, unsubscribeUrl } from '../mails.ts'
import { isStillTheirs } from './addressee.ts'
import { nextTry } from './retries.ts'
import * as store from '../store.ts'
import * as events from '../store-events.ts'
import { suppress, suppressed } from './suppression.ts'
import { replyAddress } from '../links/tokens.ts'
import { sendWindow } from './window.ts'

const actor = systemActor('messages.delivery')
/** A third of the lease, so that two beats may be missed. */
const beatMs = 10_000

/**
 * Sends one due mail in three steps: that it begins is committed before the mail server hears of it, and how it ended
 * is committed after. A process that dies in between leaves `SENDING`, which `settleLost` turns into `UNKNOWN`.
 */
async function deliver(installation: Installation, { realmId: companyId, id }: Claimed): Promise<void> {
  const begun = await inCompany(installation, { companyId, actor }, (work) => begin(work, id))
  if (!begun) return
  const beat = setInterval(() => {
    void inCompany(installation, { companyId, actor }, (work) => store.keepSending(work, id)).catch(() => {})
  }, beatMs)
  beat.unref()
  try {
    const sent = await installation.mailer.send(begun.wire)
    await inCompany(installation, { companyId, actor }, (work) => settle(work, { id, tries: begun.tries, sent }))
  } finally {
    clearInterval(beat)
  }
}

/** Checks once more whether the mail may leave at this moment, and marks that it does. */
async function begin(work: Work, id: string): Promise<{ wire: Mail; tries: number } | undefined> {
  const mail = await store.lockMail(work, id)
  if (!mail || mail.state !== 'READY' || mail.recipient === null || mail.content === null) return undefined
  const reason = await suppressed(work, mail.recipient)
  if (reason !== undefined && !mayPass(mail.kind, reason)) {
    await endMail(work, mail, { state: 'CANCELLED', event: 'SUPPRESSED', answer: reason })
    return undefined
  }
  if (!(await isStillTheirs(work, { ...mail, recipient: mail.recipient }))) {
    await takeBack(work, mail, { reason: 'ADDRESS_CHANGED', isMisaddressed: true })
    return undefined
  }
  if (mail.inWindow) {
    const window = await sendWindow(work)
    if (!inSendWindow(work.now, window)) {
      const dueAt = nextSendWindow(work.now, window) ?? work.now
      await store.postponeMail(work, { id, dueAt, why: 'outside the send window' })
      return undefined
    }
  }
  await store.markSending(work, id)
  return { wire: wireOf(work, { ...mail, recipient: mail.recipient, content: mail.content }), tries: mail.tries + 1 }
}

function wireOf(work: Work, mail: store.StoredMail & { recipient: string; content: string }): Mail {
  const { config } = work.installation
  const { subject, text, html, replyToken = '', unsubscribeToken, answerTo } = openContent(work, mail.id, mail.content)
  const own = replyAddress(replyToken, config.MAIL_DOMAIN)
  return {
    from: { name: mail.fromName, address: config.MAIL_FROM },
    to: mail.recipient,
    replyTo: answerTo ?? own,
    envelopeFrom: own,
    subject,
    text,
    html,
    messageId: mail.messageId,
    headers: {
      // Machines that answer for people who are away are asked not to (RFC 3834, 5).
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribeToken && {
        'List-Unsubscribe': `<${unsubscribeUrl(work.installation, unsubscribeToken)}>, <mailto:${own}?subject=unsubscribe>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  }
}

type Tried = { id: string; tries: number; sent: Sent }

async function settle(work: Work, { id, tries, sent }: Tried): Promise<void> {
  const mail = await store.lockMail(work, id)
  // Meanwhile declared lost, or already settled by a bounce or a human: only the same try may still tell its outcome.
  if (!mail || mail.tries !== tries || !(mail.state === 'SENDING' || mail.state === 'UNKNOWN')) return
  const { answer } = sent
  switch (sent.outcome) {
    case 'sent':
      return endMail(work, mail, { state: 'SENT', event: 'SENT', answer })
    case 'unknown':
      return endMail(work, mail, { state: 'UNKNOWN', event: 'UNKNOWN', answer })
    case 'refused':
      await endMail(work, mail, { state: 'REFUSED', event: 'REFUSED', answer })
      if (mail.recipient !== null && isAboutAddress(answer))
        await suppress(work, { address: mail.recipient, reason: 'HARD_BOUNCE', mailId: id })
      return
    case 'deferred':
      return defer(work, mail, answer)
  }
}

/**
 * Whether a refusal for good says that the address is dead. RFC 3463: x.7.x is policy, about the sender or the content
 * (3.8), and x.2.2 is a full mailbox (3.3), which its owner can empty.
 */
export const isAboutAddress = (answer: string): boolean => !/\b5\.(?:7\.\d+|2\.2)\b/.test(answer)

async function defer(work: Work, mail: store.StoredMail, answer: string): Promise<void> {
  const { tries, firstTriedAt } = mail
  const again = nextTry({ tries, firstTriedAt: firstTriedAt ?? work.now, now: work.now })
  if (!again) return endMail(work, mail, { state: 'REFUSED', event: 'GAVE_UP', answer })
  const window = mail.inWindow ? await sendWindow(work) : undefined
  const dueAt = window ? (nextSendWindow(again, window) ?? again) : again
  await store.postponeMail(work, { id: mail.id, dueAt, why: answer })
  await events.insertEvent(work, { id: newId(), mailId: mail.id, kind: 'DEFERRED', answer })
}

export const deliveries: IntentTable = { table: 'messages_mail', realm: 'company', attempts: 200, run: deliver }

/** Turns mails whose sender died while sending into `UNKNOWN`, for a human to settle. */
export const settleLost = job({
  name: 'messages.settle-lost',
  payload: nothing,
  schedule: '* * * * *',
  run: async (installation) => {
    for (const companyId of await store.companiesWithLost(installation))
      await inCompany(installation, { companyId, actor }, async (work) => {
        for (const mail of await store.lostMails(work))
          await endMail(work, mail, { state: 'UNKNOWN', event: 'UNKNOWN', answer: 'the sending process ended' })
      })
  },
})
