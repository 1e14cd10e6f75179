import { z } from 'zod'
import { IntroductionProgress, IntroductionStep } from '../../../contract/introductions/introductions.ts'
import { promiseKinds, PromiseSettler, PromiseState, waivableSteps } from '../../../contract/introductions/promises.ts'
import { companyAnnouncement, memberAnnouncement } from '../../kernel/announcements.ts'

const id = z.uuid()

/** A company asks; subject: the introduction. What is asked stands in the company's row. */
export const introductionAsked = companyAnnouncement('introductions.asked', z.object({ id }))
/** The company would take its request back; the member's side decides. */
export const cancelAsked = companyAnnouncement('introductions.cancel-asked', z.object({ id }))
/** The company answered a question; subject: the answer. */
export const companyReplied = companyAnnouncement(
  'introductions.replied',
  z.object({ id, replyId: id, text: z.string() }),
)
/** How an accepted introduction goes on; subject: the introduction, version: the request's own. */
export const introductionProgressed = companyAnnouncement(
  'introductions.progressed',
  z.object({ id, progress: IntroductionProgress.nullable(), steps: z.array(IntroductionStep).default([]) }),
)

/** The member's side ended it otherwise than by yes; subject: the introduction. A yes arrives with its share. */
export const introductionEnded = memberAnnouncement(
  'introductions.ended',
  z.object({
    id,
    employerId: id,
    state: z.enum(['DECLINED', 'LAPSED', 'WITHDRAWN', 'CANCELLED']),
    endedAt: z.iso.datetime(),
  }),
)
/** The person asks something; subject: the question. */
export const personAsked = memberAnnouncement(
  'introductions.person-asked',
  z.object({ id, employerId: id, questionId: id, text: z.string() }),
)

/** The person was erased from the relay; subject: the introduction. What they asked about it goes at the company, too. */
export const personGone = memberAnnouncement('introductions.person-gone', z.object({ id, employerId: id }))

/** How a promise of an accepted introduction stands; subject: the promise, version: its own. It names no person. */
export const promiseStands = companyAnnouncement(
  'introductions.promise-stands',
  z.object({
    promiseId: id,
    introductionId: id,
    kind: z.enum(promiseKinds),
    steps: z.array(z.enum(waivableSteps)),
    days: z.int(),
    dueAt: z.iso.datetime(),
    state: PromiseState,
    settledBy: PromiseSettler.nullable(),
    settledAt: z.iso.datetime().nullable(),
    objectedAt: z.iso.datetime().nullable(),
  }),
)
/** The person releases the company from a promise, or says that it was not kept; subject: what was said of it. */
export const promiseAnswered = memberAnnouncement(
  'introductions.promise-answered',
  z.object({ promiseId: id, employerId: id, said: z.enum(['RELEASE', 'OBJECT']), at: z.iso.datetime() }),
)
/** What the person adds to an objection, for the operator alone; subject: the promise. Version 2 and blank: they are gone. */
export const promiseObjected = memberAnnouncement(
  'introductions.promise-objected',
  z.object({ promiseId: id, words: z.string(), at: z.iso.datetime() }),
)
/** The operator found whether a promise was kept; subject: the promise. */
export const promiseFound = companyAnnouncement(
  'introductions.promise-found',
  z.object({ promiseId: id, employerId: id, found: z.enum(['KEPT', 'BROKEN']) }),
)
export type PromiseStands = z.output<typeof promiseStands.payload>
export type PromiseAnswered = z.output<typeof promiseAnswered.payload>
export type PromiseObjected = z.output<typeof promiseObjected.payload>
export type PromiseFound = z.output<typeof promiseFound.payload>
