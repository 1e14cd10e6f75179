import { addBusinessDays } from '../../../../engines/japanese/index.ts'
import type { LetterState } from '../../../../contract/relay/relay-terms.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import type { Claimed, IntentTable } from '../../../kernel/intents.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { cancelMail, intoWindow, queueMail, sendWindow } from '../../messages/index.ts'
import { letterChanged } from './announcements.ts'
import { whyNoLetter } from './eligibility.ts'
import { letterNotFound, tooLate } from './errors.ts'
import { caseOf } from './facts.ts'
import { relaySettings } from './settings.ts'
import * as rejections from './store-rejections.ts'
import * as store from './store-letters.ts'
import { writeLetter } from './write-letter.ts'

/** What a letter's state is called outside: a stored intent that is ready waits for its time. */
export const shownState = (state: store.StoredState): LetterState =>
  state === 'READY' ? 'SCHEDULED' : state === 'DEAD' ? 'FAILED' : state

type Told = Pick<store.Letter, 'id' | 'applicationId' | 'sourceRecordId'>

async function change(work: Work, letter: Told, changed: Parameters<typeof store.changeLetter>[2]): Promise<void> {
  const version = await store.changeLetter(work, letter.id, changed)
  if (changed.state) await tell(work, [{ ...letter, version, state: changed.state, reason: changed.reason ?? null }])
}

const tell = (work: Work, letters: readonly (Told & Pick<store.Letter, 'version' | 'state' | 'reason'>)[]) =>
  work.announceAll(
    letterChanged,
    letters.map(({ id, applicationId, sourceRecordId, version, state, reason }) => ({
      subjectId: id,
      version,
      payload: { letterId: id, applicationId, sourceRecordId, state: shownState(state), reason },
    })),
  )

/**
 * Schedules the letter of a rejection that just happened, or keeps why none goes. It is due after the company's wait in
 * business days, counted from the rejection, inside the send window.
 */
export async function propose(work: Work, applicationId: string): Promise<void> {
  const { facts, application } = await caseOf(work, applicationId, 'AUTO')
  const reason = whyNoLetter(facts, work.now)
  await rejections.putReason(work, { applicationId, reason })
  if (reason !== null || application.endedAt === null) return
  const { delayBusinessDays } = await relaySettings(work)
  const waited = addBusinessDays(application.endedAt, delayBusinessDays, await sendWindow(work))
  const dueAt = await intoWindow(work, waited > work.now ? waited : work.now)
  await schedule(work, [{ ...application, applicationId, endedAt: application.endedAt, dueAt, kind: 'AUTO' }])
}

type Scheduled = {
  applicationId: string
  sourceRecordId: string
  endedAt: Date
  dueAt: Date
  kind: store.Letter['kind']
  preflightId?: string
}

/** Schedules letters; answers the applications whose letter it is. Of the others one was on its way already. */
export async function schedule(work: Work, wanted: readonly Scheduled[]): Promise<Set<string>> {
  const letters = wanted.map(({ preflightId, applicationId, sourceRecordId, endedAt, dueAt, kind }) => ({
    id: newId(),
    applicationId,
    sourceRecordId,
    endedAt,
    dueAt,
    kind,
    preflightId: preflightId ?? null,
  }))
  const inserted = await store.insertLetters(work, letters)
  const scheduled = letters.filter(({ id }) => inserted.has(id))
  await tell(
    work,
    scheduled.map((letter) => ({ ...letter, version: 1, state: 'READY', reason: null })),
  )
  return new Set(scheduled.map(({ applicationId }) => applicationId))
}

/** Takes back every letter of a campaign that has not left; says how many. */
export async function stopLettersOf(
  work: Work,
  preflightId: string,
  why: { reason: string; undoneBy: string },
): Promise<number> {
  const cancelled = await store.cancelReady(work, preflightId, why)
  await tell(work, cancelled)
  let takenBack = cancelled.length
  for (const letter of await store.queuedOf(work, preflightId)) if (await stopLetter(work, letter, why)) takenBack += 1
  return takenBack
}

/** Stops the letter of an application that is no longer rejected. */
export async function stopLetterOf(work: Work, applicationId: string, reason: string): Promise<void> {
  const letter = await store.openLetter(work, applicationId)
  if (letter) await stopLetter(work, letter, { reason })
}

/** Takes back a letter that has not left; false when it has. */
export async function stopLetter(
  work: Work,
  letter: store.Letter,
  { reason, undoneBy }: { reason: string; undoneBy?: string },
): Promise<boolean> {
  if (letter.state === 'QUEUED' && !(letter.mailId && (await cancelMail(work, letter.mailId, reason)))) return false
  if (letter.state !== 'READY' && letter.state !== 'QUEUED') return false
  await change(work, letter, { state: 'CANCELLED', reason, ...(undoneBy && { undoneBy }) })
  return true
}

/** Takes a letter back while it has not left. Refuses one that has (`relay.too-late`). */
export async function undoLetter(work: Work, id: string): Promise<void> {
  const letter = await store.lockLetter(work, id)
  if (!letter) throw letterNotFound({})
  const undone = await stopLetter(work, letter, { reason: 'UNDONE', undoneBy: `${work.actor.kind}:${work.actor.id}` })
  if (!undone) throw tooLate({ state: shownState(letter.state) })
  await record(work, { action: 'relay.undo-letter', subject: { kind: 'letter', id } })
}

/** Lets a letter go without its wait: after the undo window, in the send window. Refuses one that has left. */
export async function hastenLetter(work: Work, id: string): Promise<Date> {
  const letter = await store.lockLetter(work, id)
  if (!letter) throw letterNotFound({})
  if (letter.state !== 'READY') throw tooLate({ state: shownState(letter.state) })
  const dueAt = await afterUndoWindow(work)
  if (dueAt >= letter.dueAt) return letter.dueAt
  await change(work, letter, { dueAt })
  await record(work, { action: 'relay.hasten-letter', subject: { kind: 'letter', id } })
  return dueAt
}

/** The first moment at which a letter sent by hand may leave. */
export async function afterUndoWindow(work: Work): Promise<Date> {
  const { undoMinutes } = await relaySettings(work)
  return intoWindow(work, new Date(work.now.getTime() + undoMinutes * 60_000))
}

/** Decides about a due letter once more, with everything that is known at this moment, and hands it to be sent. */
async function send(installation: Installation, { realmId: companyId, id }: Claimed): Promise<void> {
  await inCompany(installation, { companyId, actor: systemActor('relay.letters') }, async (work) => {
    const letter = await store.lockLetter(work, id)
    if (!letter || letter.state !== 'READY') return
    const about = await caseOf(work, letter.applicationId, letter.kind)
    // Decided as of when it was proposed: a recent end stays recent through the wait and the window.
    const reason = isSameEnd(about.facts.endedAt, letter.endedAt)
      ? whyNoLetter(about.facts, letter.recordedAt)
      : (whyNoLetter(about.facts, letter.recordedAt) ?? 'NOT_ENDED')
    if (reason !== null || about.address === null) {
      await rejections.putReason(work, { applicationId: letter.applicationId, reason })
      await change(work, letter, { state: 'CANCELLED', reason: reason ?? 'NO_ADDRESS' })
      return
    }
    const window = await intoWindow(work, work.now)
    if (window > work.now) return change(work, letter, { dueAt: window })
    const written = await writeLetter(work, { ...about, letter })
    const mailId = await queueMail(work, {
      id: newId(),
      kind: 'LETTER',
      to: about.address,
      personId: about.person.id,
      recordId: about.application.sourceRecordId,
      rendered: written.rendered,
      fromName: written.fromName,
      replyToStaff: written.staffId,
      dueAt: work.now,
    })
    await change(work, letter, { state: 'QUEUED', mailId, ...written.evidence })
  })
}

/** An application that was opened again and rejected anew gets a letter of its own end, not of the earlier one. */
const isSameEnd = (now: Date | null, then: Date): boolean => now !== null && now.getTime() === then.getTime()

type Settled = {
  mailId: string
  outcome: 'SENT' | 'REFUSED' | 'UNKNOWN' | 'CANCELLED'
  at: string
  isMisaddressed?: boolean | undefined
}

/**
 * Follows the letter's mail to its end, and marks the person as told exactly when it went. A letter whose mail would have
 * reached somebody else is decided about once more, and written anew to whoever the person is by now.
 */
export async function followMail(work: Work, { mailId, outcome, at, isMisaddressed }: Settled): Promise<void> {
  const letter = await store.letterOfMail(work, mailId)
  if (!letter || letter.state === 'CANCELLED') return
  const { applicationId } = letter
  const moment = new Date(at)
  switch (outcome) {
    case 'SENT':
      await rejections.putTold(work, { applicationId, how: 'LETTER', at: moment })
      return change(work, letter, { state: 'SENT', sentAt: letter.sentAt ?? moment, reason: null })
    case 'UNKNOWN':
      await rejections.putTold(work, { applicationId, how: 'LETTER_UNKNOWN', at: moment })
      return change(work, letter, { state: 'UNKNOWN' })
    case 'REFUSED':
      await rejections.putTold(work, { applicationId, how: null, at: null })
      await rejections.putReason(work, { applicationId, reason: 'BOUNCED' })
      return change(work, letter, { state: 'FAILED', reason: 'BOUNCED' })
    case 'CANCELLED':
      if (isMisaddressed) return change(work, letter, { state: 'READY', dueAt: work.now })
      return change(work, letter, { state: 'CANCELLED', reason: letter.reason ?? 'MAIL_CANCELLED' })
  }
}

export const letterIntents: IntentTable = { table: 'relay_letter', realm: 'company', attempts: 60, run: send }
