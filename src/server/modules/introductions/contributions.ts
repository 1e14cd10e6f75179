import type { Contributions } from '../../kernel/module.ts'
import { takeBackAnnounced } from '../../kernel/outbox.ts'
import { endOpen } from './settling/across.ts'
import { personAsked, personGone, promiseObjected } from './announcements.ts'
import { stopIntroductionLinks } from './mails/member-links.ts'
import { forgetOwnObjections } from './promises/objections.ts'
import { releaseOpen } from './promises/promises.ts'
import { openIntroductions } from './settling/reports.ts'
import { verify, verifyMember } from './verifying/reports-kept.ts'
import { verifyAnswers, verifyDecisions, verifyRecorded } from './verifying/reports-recorded.ts'
import { verifyTold, verifyWithCompanies } from './verifying/told.ts'
import { forgetGated } from './gate/store-gate.ts'
import * as asks from './answering/store-asks.ts'
import { forgetMappings } from './asking/store-mappings.ts'
import { promisesToMember } from './promises/store-member-promises.ts'
import { forgetObjections } from './promises/store-objections.ts'
import { promisesOf } from './promises/store-promises.ts'
import * as requests from './asking/store-requests.ts'

const isUnderWay = (progress: string | null): boolean =>
  progress === null || progress === 'INTERVIEWING' || progress === 'OFFERED'
/** What the operator looked at, and whom a request of which nothing came would have reached, is kept for as long as a company would ask why. */
const gatedKeptMs = 90 * 86_400_000
/** A year, as the words of disputes. */
const objectionKeptMs = 365 * 86_400_000

export const contributions: Contributions = {
  retentionFacts: openIntroductions,
  // That an introduction took place stays with its slot; what the person wrote goes.
  erase: async (work, { sourceRecordIds }) => {
    const own = await requests.requestsOfRecords(work, sourceRecordIds)
    const ids = own.map(({ id }) => id)
    await requests.blankTalk(work, ids)
    await releaseOpen(work, ids)
  },
  export: async (work, { sourceRecordIds }) => {
    const own = await requests.requestsOfRecords(work, sourceRecordIds)
    const talk = await requests.talkOf(
      work,
      own.map(({ id }) => id),
    )
    return {
      introductions: own.map(({ id, openingId, state, progress, askedAt, endedAt, message }) => ({
        id,
        openingId,
        state,
        progress,
        askedAt,
        endedAt,
        message,
      })),
      said: talk.map(({ by, text, at }) => ({ by, text, at })),
      promises: (
        await promisesOf(
          work,
          own.map(({ id }) => id),
        )
      ).map(({ kind, steps, days, dueAt, state, settledAt, objectedAt }) => ({
        kind,
        steps,
        days,
        dueAt,
        state,
        settledAt,
        objectedAt,
      })),
    }
  },
  // Somebody is in a process until its outcome is on record, as at the companies.
  memberRetentionFacts: async (work) =>
    (await asks.listAsks(work))
      .filter(({ state, progress }) => state === 'OPEN' || (state === 'ACCEPTED' && isUnderWay(progress)))
      .slice(0, 1)
      .map(() => ({ kind: 'KEEPS', reason: 'OPEN_INTRODUCTION', until: null })),
  eraseMember: async (work) => {
    await takeBackAnnounced(work, [personAsked, promiseObjected])
    await endOpen(work)
    for (const { id, employerId } of await asks.listAsks(work))
      await work.announce(personGone, { subjectId: id, version: 1, payload: { id, employerId } })
    await asks.blankAsks(work)
    await forgetOwnObjections(work)
    await stopIntroductionLinks(work)
  },
  exportMember: async (work) => ({
    introductions: await asks.listAsks(work),
    said: (await asks.linesOf(work)).map(({ by, text, at }) => ({ by, text, at })),
    promises: await promisesToMember(work),
  }),
  retain: async (work) => {
    const before = new Date(work.now.getTime() - gatedKeptMs)
    return {
      gatedRequests: await forgetGated(work, before),
      requestsOfNothing: await forgetMappings(work, before),
      objections: await forgetObjections(work, new Date(work.now.getTime() - objectionKeptMs)),
    }
  },
  verify: async (work) => [
    ...(await verify(work)),
    ...(await verifyRecorded(work)),
    ...(await verifyDecisions(work)),
    ...(await verifyTold(work)),
  ],
  verifyMember: async (work) => [
    ...(await verifyMember(work)),
    ...(await verifyAnswers(work)),
    ...(await verifyWithCompanies(work)),
  ],
}
