import { derivedKey, hmac, newCode, sameSecret, sha256 } from '../../kernel/crypto.ts'
import { newId } from '../../kernel/ids.ts'
import type { Work } from '../../kernel/work.ts'
import { company } from '../accounts/index.ts'
import { record } from '../audit/index.ts'
import { mailTemplate, queueMail, renderMail, senderOf } from '../messages/index.ts'
import type { Session } from './session.ts'
import * as store from './store.ts'

const minuteMs = 60_000
/** As the mail and the page say. */
const validMs = 10 * minuteMs
const resendAfterMs = minuteMs
const mostPerVisit = 5
/** Whoever holds a link may begin many visits; neither the guesses nor the mails to its owner become many by that. */
const mostPerLinkAndDay = 20
const dayMs = 24 * 60 * minuteMs

export type Sending =
  | { sent: true; resendFrom: Date }
  /** Not sent because one was sent a moment ago, or too many were. */
  | { sent: false; resendFrom: Date | null }

const hashOf = (work: Work, sessionId: string, code: string) =>
  hmac(derivedKey(work.installation.config.secret, 'portal.code'), `${sessionId}/${code}`).toString('hex')

type To = { session: Session; mail: string; language: 'ja' | 'en' }

/** Sends a code to the address that is known; the one sent before stops working. */
export async function sendCode(work: Work, { session, mail, language }: To): Promise<Sending> {
  const before = await store.lockCode(work, session.id)
  const resendFrom = before ? new Date(before.sentAt.getTime() + resendAfterMs) : null
  if (before && before.sentCount >= mostPerVisit) return { sent: false, resendFrom: null }
  if (resendFrom && resendFrom > work.now) return { sent: false, resendFrom }
  const sentByLink = await store.countCodes(work, {
    sessionId: session.id,
    after: new Date(work.now.getTime() - dayMs),
  })
  if (sentByLink >= mostPerLinkAndDay) return { sent: false, resendFrom: null }
  const code = newCode()
  const id = newId()
  await store.putCode(work, {
    sessionId: session.id,
    id,
    codeHash: hashOf(work, session.id, code),
    mailHash: sha256(mail),
    expiresAt: new Date(work.now.getTime() + validMs),
    sentCount: (before?.sentCount ?? 0) + 1,
  })
  const own = await company(work)
  const rendered = await renderMail({
    language,
    template: mailTemplate('ONE_TIME_CODE', language),
    values: { code },
    sender: senderOf(work, own),
    occasion: { kind: 'PROCEDURE' },
  })
  await queueMail(work, {
    id,
    kind: 'CODE',
    to: mail,
    personId: session.personId,
    recordId: session.sourceRecordId,
    rendered,
    fromName: own.name,
    dueAt: work.now,
  })
  return { sent: true, resendFrom: new Date(work.now.getTime() + resendAfterMs) }
}

/** Whether a code that may still be entered was sent. */
export async function hasCode(work: Work, sessionId: string): Promise<boolean> {
  const code = await store.lockCode(work, sessionId)
  return code !== undefined && code.triesLeft > 0 && code.expiresAt > work.now
}

export type Checked = { right: true } | { right: false; problem: 'wrongCode' | 'expiredCode'; triesLeft: number }

type Typed = { session: Session; typed: string; mail: string | undefined }

/**
 * Checks a code as it was typed. Five tries per code; a wrong one is counted whatever follows. It proves the address
 * that it was sent to: when another one is known by then, it is as good as expired.
 */
export async function checkCode(work: Work, { session, typed, mail }: Typed): Promise<Checked> {
  const code = await store.lockCode(work, session.id)
  const isCurrent = code && mail !== undefined && code.mailHash === sha256(mail)
  if (!isCurrent || code.expiresAt <= work.now || code.triesLeft === 0)
    return { right: false, problem: 'expiredCode', triesLeft: 0 }
  const digits = typed.normalize('NFKC').replaceAll(/[\s-]/g, '')
  if (!sameSecret(hashOf(work, session.id, digits), code.codeHash)) {
    await store.spendTry(work, session.id)
    return { right: false, problem: 'wrongCode', triesLeft: code.triesLeft - 1 }
  }
  await store.useUpCode(work, session.id)
  await store.verifySession(work, session.id, code.mailHash)
  await record(work, { action: 'portal.verified', subject: { kind: 'person', id: session.personId } })
  return { right: true }
}
