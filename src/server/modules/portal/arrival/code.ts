import { derivedKey, hmac, newCode, sameSecret, sha256 } from '../../../kernel/crypto.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Work } from '../../../kernel/work.ts'
import { company } from '../../accounts/index.ts'
import { record } from '../../audit/index.ts'
import { mailTemplate, queueMail, renderMail, senderOf } from '../../messages/index.ts'
import { holdPerson } from '../../people/index.ts'
import type { Session } from './session.ts'
import * as store from '../store.ts'

const minuteMs = 60_000
/** As the mail and the page say. */
const validMs = 10 * minuteMs
const resendAfterMs = minuteMs
const mostPerVisit = 5
/** Whoever holds a link may begin many visits; neither the guesses nor the mails to its owner become many by that. */
const mostPerBudgetAndDay = 20
/** Somebody may have been forwarded several mails of one person. What the owner asks for or proved is not counted here. */
const mostPerPersonAndDay = 60
const dayMs = 24 * 60 * minuteMs

export type Sending =
  | { sent: true; resendFrom: Date }
  /** One was sent a moment ago. */
  | { sent: false; resendFrom: Date }
  /** Too many were: by this visit, for which the link is opened again, or by all of this day. */
  | { sent: false; spent: 'VISIT' }
  | { sent: false; spent: 'DAY'; until: Date }

const hashOf = (work: Work, sessionId: string, code: string) =>
  hmac(derivedKey(work.installation.config.secret, 'portal.code'), `${sessionId}/${code}`).toString('hex')

type To = { session: Session; mail: string; language: 'ja' | 'en' }

/** When a code may be sent again, where too many were within a day. */
async function spentUntil(work: Work, sessionId: string): Promise<Date | undefined> {
  const after = new Date(work.now.getTime() - dayMs)
  const ofBudget = await store.sentCodes(work, { sessionId, after, of: 'BUDGET' })
  const ofPerson = await store.sentCodes(work, { sessionId, after, of: 'PERSON' })
  const moments = [freeFrom(ofBudget, mostPerBudgetAndDay), freeFrom(ofPerson, mostPerPersonAndDay)]
  return moments.reduce((later, one) => (one && (!later || one > later) ? one : later), undefined)
}

/** When so many of these, oldest first, are a day old that fewer than the most are left. */
export function freeFrom(sent: readonly store.SentCodes[], most: number): Date | undefined {
  let left = sent.reduce((sum, { count }) => sum + count, 0)
  if (left < most) return undefined
  const last = sent.find(({ count }) => {
    left -= count
    return left < most
  })
  return last && new Date(last.sentAt.getTime() + dayMs)
}

/** Sends a code to the address that is known; the one sent before stops working. */
export async function sendCode(work: Work, { session, mail, language }: To): Promise<Sending> {
  // One after the other: codes that are asked for at once are counted like any others.
  await holdPerson(work, session.personId)
  const before = await store.lockCode(work, session.id)
  const resendFrom = before ? new Date(before.sentAt.getTime() + resendAfterMs) : null
  if (before && before.sentCount >= mostPerVisit) return { sent: false, spent: 'VISIT' }
  if (resendFrom && resendFrom > work.now) return { sent: false, resendFrom }
  const until = await spentUntil(work, session.id)
  if (until) return { sent: false, spent: 'DAY', until }
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
    sender: senderOf(work, own, { language }),
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
