import { instantAt, localTime } from '../../../../engines/japanese/index.ts'
import { idFrom } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import type { Claimed, IntentTable } from '../../../kernel/intents.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { sendWindow } from '../../messages/index.ts'
import { rejectionToldAt } from '../../relay/index.ts'
import { selectionOnRecord } from '../../selection/index.ts'
import { promiseStands } from '../announcements.ts'
import { introductionNotFound, promiseNotInTime, promiseSettled } from '../errors.ts'
import { dueOf, judge, reminderOf } from './promise-rules.ts'
import { tellStaff } from '../mails/staff-mails.ts'
import { findRequest, requestOfApplication, type Request } from '../asking/store-requests.ts'
import * as store from './store-promises.ts'
import type { Promised, Said, Standing } from './store-promises.ts'

const dayMs = 86_400_000
/** So long after the time was over, staff may still say that a promise had been kept in time. */
const daysToConfirm = 14

export const promiseIdOf = (introductionId: string, kind: Promised['kind']): string =>
  idFrom(introductionId, 'promise', kind)
const lookOf = (promiseId: string) => idFrom(promiseId, 'LOOK')

/** The person said yes: what the company promised is in force, with the days counted by its own calendar. */
export async function beginPromises(work: Work, { id: introductionId, promises }: Request): Promise<void> {
  const calendar = promises.length > 0 ? await sendWindow(work) : undefined
  for (const stated of calendar ? promises : []) {
    const id = promiseIdOf(introductionId, stated.kind)
    const dueAt = dueOf(work.now, stated.days, calendar!)
    await store.insertPromise(work, { ...stated, id, introductionId, dueAt })
    const remindAt = reminderOf(work.now, stated.days, calendar!)
    await store.setClock(work, { id: lookOf(id), kind: 'LOOK', promiseId: id, dueAt })
    if (remindAt && remindAt > work.now)
      await store.setClock(work, { id: idFrom(id, 'REMINDER'), kind: 'REMINDER', promiseId: id, dueAt: remindAt })
  }
  for (const one of await store.lockPromises(work, introductionId)) await tell(work, one)
}

/** Tells the person's side and the operator how a promise stands. */
async function tell(work: Work, one: Promised): Promise<void> {
  const { id, introductionId, kind, steps, days, dueAt, state, settledBy, settledAt, objectedAt } = one
  await work.announce(promiseStands, {
    subjectId: id,
    version: one.version,
    payload: {
      promiseId: id,
      introductionId,
      kind,
      steps,
      days,
      dueAt: dueAt.toISOString(),
      state,
      settledBy,
      settledAt: settledAt?.toISOString() ?? null,
      objectedAt: objectedAt?.toISOString() ?? null,
    },
  })
}

/**
 * How a promise stands: what the operator found goes before what the person released, that before what staff
 * confirmed, and that before the record of the selection.
 */
async function standingOf(work: Work, one: Promised): Promise<{ standing: Standing; lookAt: Date | null }> {
  const { found, foundAt, releasedAt, keptOn } = one
  if (found) return { standing: { state: found, settledBy: 'OPERATOR', settledAt: foundAt }, lookAt: null }
  if (releasedAt) return { standing: { state: 'RELEASED', settledBy: 'PERSON', settledAt: releasedAt }, lookAt: null }
  if (keptOn) return { standing: { state: 'KEPT', settledBy: 'STAFF', settledAt: keptOn }, lookAt: null }
  const said = judge(one, await recordOf(work, one), work.now)
  return said.state === 'PENDING'
    ? { standing: { state: 'PENDING', settledBy: null, settledAt: null }, lookAt: said.lookAt }
    : { standing: { state: said.state, settledBy: said.by, settledAt: said.at }, lookAt: null }
}

async function recordOf(work: Work, { introductionId }: Promised) {
  const applicationId = (await findRequest(work, introductionId))?.applicationId
  if (!applicationId) throw new Error('a promise is in force without an application')
  return { ...(await selectionOnRecord(work, applicationId)), toldAt: await rejectionToldAt(work, applicationId) }
}

/** Brings a promise that is held up to date with what was said and recorded, and sets when to look again. */
async function settle(work: Work, before: Promised, said: Said = {}): Promise<Promised> {
  const { standing, lookAt } = await standingOf(work, { ...before, ...said })
  const clock = { id: lookOf(before.id), kind: 'LOOK' as const, promiseId: before.id }
  if (lookAt) await store.setClock(work, { ...clock, dueAt: lookAt })
  else await store.stopClock(work, clock.id)
  const isSame =
    standing.state === before.state &&
    standing.settledBy === before.settledBy &&
    standing.settledAt?.getTime() === before.settledAt?.getTime()
  if (isSame && Object.keys(said).length === 0) return before
  const after = await store.changePromise(work, before, { ...said, ...standing })
  if (!isSame)
    await record(work, {
      action: 'introductions.promise-settled',
      subject: { kind: 'introduction', id: before.introductionId },
      detail: { kind: before.kind, state: standing.state, by: standing.settledBy },
    })
  await tell(work, after)
  return after
}

/** The record of an application changed: the promises made for it are read anew. */
export async function followPromises(work: Work, applicationId: string): Promise<void> {
  const request = await requestOfApplication(work, applicationId)
  if (request?.state !== 'ACCEPTED') return
  for (const one of await store.lockPromises(work, request.id)) await settle(work, one)
}

async function strike(installation: Installation, { realmId: companyId, id }: Claimed): Promise<void> {
  await inCompany(installation, { companyId, actor: systemActor('introductions.promises') }, async (work) => {
    const clock = await store.findClock(work, id)
    const one = clock && (await store.lockPromise(work, clock.promiseId))
    if (!one) return
    if (clock.kind === 'LOOK') {
      await settle(work, one)
      return
    }
    await store.stopClock(work, id)
    const request = one.state === 'PENDING' ? await findRequest(work, one.introductionId) : undefined
    if (request) await tellStaff(work, request, { occasion: 'PROMISE_DUE', promise: one })
  })
}

export const promiseClocks: IntentTable = {
  table: 'introductions_promise_clock',
  realm: 'company',
  attempts: 50,
  run: strike,
}

/** A rejection broke it though an interview may have taken place that nobody recorded. */
const brokenUnrecorded = ({ kind, state, settledBy }: Promised): boolean =>
  kind === 'GUARANTEED_INTERVIEW' && state === 'BROKEN' && settledBy === 'RECORD'

/**
 * What staff may still say of it: that it was kept, while it is open or not long after the clock closed it, and of an
 * interview also where a rejection broke it.
 */
export function mayConfirm(one: Promised, now: Date): boolean {
  const isInTime = now.getTime() - one.dueAt.getTime() <= daysToConfirm * dayMs
  return one.state === 'PENDING' || (isInTime && (one.settledBy === 'CLOCK' || brokenUnrecorded(one)))
}

export const confirmableSince = (now: Date): Date => new Date(now.getTime() - daysToConfirm * dayMs)

type Confirmed = { introductionId: string; promiseId: string; keptOn: string }

/**
 * Staff say that a promise was kept where the record does not show it; again on the same day changes nothing. Refused
 * for a day before the yes, after the time was over, after the rejection that broke it or still to come
 * (`introductions.promise-not-in-time`), and once the promise is settled otherwise, or two weeks after its time (`introductions.promise-settled`).
 */
export async function confirm(work: Work, { introductionId, promiseId, keptOn }: Confirmed): Promise<Promised> {
  const one = await store.lockPromise(work, promiseId)
  if (one?.introductionId !== introductionId) throw introductionNotFound()
  const { zone } = await sendWindow(work)
  const dayOf = (at: Date) => localTime(at, zone).day
  if (one.keptOn && dayOf(one.keptOn) === keptOn) return one
  if (!mayConfirm(one, work.now)) throw promiseSettled({ state: one.state })
  const until = dayOf(brokenUnrecorded(one) && one.settledAt ? one.settledAt : one.dueAt)
  const isInTime = keptOn >= dayOf(one.since) && keptOn <= until && keptOn <= dayOf(work.now)
  if (!isInTime) throw promiseNotInTime({ from: dayOf(one.since), until })
  const confirmedBy = work.actor.kind === 'staff' ? { confirmedBy: work.actor.id } : {}
  await record(work, {
    action: 'introductions.promise-confirmed',
    subject: { kind: 'introduction', id: introductionId },
    detail: { kind: one.kind, keptOn },
  })
  const noon = instantAt(keptOn, dayMs / 2, zone)
  const said = new Date(Math.max(one.since.getTime(), Math.min(noon.getTime(), work.now.getTime())))
  return settle(work, one, { keptOn: said, ...confirmedBy })
}

type Heard = { promiseId: string; said: 'RELEASE' | 'OBJECT'; at: string }

/**
 * What the person said of a promise. A release counts as of the moment at which it was said, unless the promise had
 * been kept or broken by then. An objection leaves it as it stands until the operator finds otherwise.
 */
export async function hearPerson(work: Work, { promiseId, said: what, at }: Heard): Promise<void> {
  const one = await store.lockPromise(work, promiseId)
  if (!one || (what === 'RELEASE' ? one.releasedAt : one.objectedAt)) return
  const when = new Date(at)
  if (what === 'OBJECT') {
    await settle(work, one, { objectedAt: when })
    const request = await findRequest(work, one.introductionId)
    if (request) await tellStaff(work, request, { occasion: 'PROMISE_OBJECTED', promise: one })
    return
  }
  const said = judge(one, await recordOf(work, one), when)
  const wasOpen = !one.keptOn && !one.found && (said.state === 'PENDING' || said.at > when)
  await settle(work, one, wasOpen ? { releasedAt: when } : {})
}

/** The operator found whether a promise was kept; it stands so from then on. */
export async function hearFinding(
  work: Work,
  { promiseId, found }: { promiseId: string; found: 'KEPT' | 'BROKEN' },
): Promise<void> {
  const one = await store.lockPromise(work, promiseId)
  if (one && one.found === null) await settle(work, one, { found, foundAt: work.now })
}

/** The person is gone from the company: what is still open is asked of nobody any more. */
export async function releaseOpen(work: Work, introductionIds: readonly string[]): Promise<void> {
  for (const introductionId of introductionIds)
    for (const one of await store.lockPromises(work, introductionId))
      if (one.state === 'PENDING') await settle(work, one, { releasedAt: work.now })
}
