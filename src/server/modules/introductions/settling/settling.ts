import type { EndedBecause, IntroductionProgress } from '../../../../contract/introductions/introductions.ts'
import type { ApplicationState, Stage } from '../../../../contract/selection/selection-terms.ts'
import { instantAt, localTime } from '../../../../engines/japanese/index.ts'
import { idFrom } from '../../../kernel/ids.ts'
import type { Work } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { releaseSlot, spendSlot } from '../../credits/index.ts'
import { sendWindow } from '../../messages/index.ts'
import {
  decide,
  opening,
  recordApplication,
  recordInterview,
  recordTransition,
  selectionOnRecord,
  type Decision,
} from '../../selection/index.ts'
import { introductionProgressed } from '../announcements.ts'
import { whyAway } from './away.ts'
import { tellStanding } from './network.ts'
import { interviewNotThen, introductionNotFound, notAccepted } from '../errors.ts'
import { beginPromises, followPromises } from '../promises/promises.ts'
import { tellStaff } from '../mails/staff-mails.ts'
import { areSameSteps, progressOf, stepsOf } from '../steps.ts'
import * as store from '../asking/store-requests.ts'
import type { Request } from '../asking/store-requests.ts'

type EndState = 'DECLINED' | 'LAPSED' | 'WITHDRAWN' | 'CANCELLED'
export type Ended = { id: string; state: EndState; endedAt: string }

/** The person's side ended it without a yes: the slot is released, once, whatever is said again. */
export async function settleEnd(work: Work, { id, state, endedAt }: Ended): Promise<void> {
  const request = await store.lockRequest(work, id)
  if (request?.state !== 'ASKED') return
  // A yes that could not be delivered, and a request for an opening closed meanwhile, end without the company having asked for it.
  const because = state === 'CANCELLED' && !request.cancelAskedAt ? await whyCancelled(work, request) : undefined
  await endWithoutYes(work, id, { state, endedAt: new Date(endedAt), because, slotReason: state.toLowerCase() })
  if (state !== 'CANCELLED') await tellStaff(work, request, { occasion: state })
}

type Unanswered = { state: EndState; endedAt: Date; because?: EndedBecause | undefined; slotReason: string }

/** The end of a locked request that nobody said yes to; the slot comes back, and `slotReason` stands in the ledger. */
export async function endWithoutYes(
  work: Work,
  id: string,
  { state, endedAt, because, slotReason }: Unanswered,
): Promise<void> {
  await store.changeRequest(work, id, { state, endedAt, ...(because && { endedBecause: because }) })
  await releaseSlot(work, { id: `${id}/release`, introductionId: id, reason: slotReason })
  await noteSettled(work, id, state)
}

const whyCancelled = async (work: Work, { openingId }: Request): Promise<EndedBecause | undefined> =>
  (await whyAway(work)) ?? ((await opening(work, openingId)).status === 'OPEN' ? undefined : 'OPENING_CLOSED')

type Received = { shareId: string; purpose: string; sourceRecordId: string }

/**
 * The person said yes, and what they provide has arrived under the introduction's id: the slot is spent, and their
 * application begins. From here on the company knows who it is.
 */
export async function settleYes(work: Work, { shareId: id, purpose, sourceRecordId }: Received): Promise<void> {
  if (purpose !== 'INTRODUCTION') return
  const request = await store.lockRequest(work, id)
  if (request?.state !== 'ASKED') return
  const applicationId = idFrom(id, 'application')
  const { openingId } = request
  const applied = {
    id: applicationId,
    sourceRecordId,
    openingId,
    channel: 'RELAY',
    appliedAt: work.now,
    live: true,
  } as const
  await recordApplication(work, applied)
  await store.changeRequest(work, id, { state: 'ACCEPTED', endedAt: work.now, sourceRecordId, applicationId })
  await spendSlot(work, { id: `${id}/spend`, introductionId: id, reason: 'accepted' })
  await beginPromises(work, request)
  await noteSettled(work, id, 'ACCEPTED')
  await tellStaff(work, request, { occasion: 'ACCEPTED' })
}

async function noteSettled(work: Work, id: string, state: 'ACCEPTED' | EndState): Promise<void> {
  await tellStanding(work, id)
  await record(work, { action: 'introductions.settled', subject: { kind: 'introduction', id }, detail: { state } })
}

type Questioned = { id: string; questionId: string; text: string }

/** The person asks something before they answer, or after a yes. */
export async function keepQuestion(work: Work, { id, questionId, text }: Questioned): Promise<void> {
  const request = await store.lockRequest(work, id)
  if (!request) throw new Error('a question about an introduction that nobody asked for')
  if (request.isPersonGone) return
  const line = { id: questionId, introductionId: id, by: 'PERSON', text, at: work.now } as const
  if (!(await store.insertTalk(work, line))) return
  await store.changeRequest(work, id, {})
  await tellStaff(work, request, { occasion: 'QUESTION', questionId })
}

type Changed = { applicationId: string; stage: Stage; state: ApplicationState }

/** How an introduction goes on is how its application goes on; each change is told to the person's side, and may keep a promise. */
export async function followApplication(work: Work, { applicationId, stage, state }: Changed): Promise<void> {
  const request = await store.requestOfApplication(work, applicationId)
  if (request?.state !== 'ACCEPTED') return
  await followPromises(work, applicationId)
  const progress = progressOf(stage, state)
  const steps = stepsOf(await selectionOnRecord(work, applicationId))
  if (progress === request.progress && areSameSteps(steps, request.steps)) return
  const version = await store.changeRequest(work, request.id, { progress, steps })
  await work.announce(introductionProgressed, {
    subjectId: request.id,
    version,
    payload: { id: request.id, progress, steps },
  })
  await tellStanding(work, request.id)
}

type Outcome = {
  introductionId: string
  id: string
  outcome: IntroductionProgress
  reason?: string | undefined
  interviewOn?: string | undefined
}

/**
 * Records how it went on, on the application that began with the yes, under an id chosen by the caller; the day of an
 * interview goes before, so that what it keeps is not broken by an end. Said again with another day, the interview moves.
 */
export async function recordOutcome(
  work: Work,
  { introductionId, id, outcome, reason = 'OTHER', interviewOn }: Outcome,
): Promise<void> {
  const request = await store.findRequest(work, introductionId)
  if (!request) throw introductionNotFound()
  const { applicationId, state } = request
  if (state !== 'ACCEPTED' || !applicationId) throw notAccepted({ state })
  if (interviewOn) await recordDay(work, { request, applicationId, interviewOn, isEnd: outcome !== 'INTERVIEWING' })
  if (request.progress === outcome) return
  const decisions: Record<Exclude<IntroductionProgress, 'INTERVIEWING'>, Decision> = {
    OFFERED: { kind: 'OFFER' },
    HIRED: { kind: 'HIRE' },
    REJECTED: { kind: 'REJECT', reason },
    WITHDRAWN: { kind: 'WITHDRAW', reason },
  }
  if (outcome !== 'INTERVIEWING') {
    await decide(work, { id, applicationId, decision: decisions[outcome] })
    return
  }
  await recordTransition(work, {
    id,
    applicationId,
    kind: 'STAGE',
    stage: firstInterview(request),
    occurredAt: work.now,
  })
}

const interviews = ['INTERVIEW_1', 'INTERVIEW_2', 'INTERVIEW_3', 'FINAL_INTERVIEW'] as const

/** The first interview that the person was not promised to skip. */
const firstInterview = ({ promises }: Request): Stage =>
  interviews.find((stage) => !promises.some(({ steps }) => (steps as readonly Stage[]).includes(stage))) ??
  'FINAL_INTERVIEW'

type InterviewDay = { request: Request; applicationId: string; interviewOn: string; isEnd: boolean }

/** An interview of the selection on a day that staff name; refused before the yes, and after today where the selection ends. */
async function recordDay(work: Work, { request, applicationId, interviewOn, isEnd }: InterviewDay): Promise<void> {
  const { zone } = await sendWindow(work)
  const dayOf = (at: Date) => localTime(at, zone).day
  const said = { from: dayOf(request.endedAt ?? request.askedAt), until: dayOf(work.now) }
  if (interviewOn < said.from || (isEnd && interviewOn > said.until)) throw interviewNotThen(said)
  const noon = instantAt(interviewOn, 12 * 3_600_000, zone)
  const isPast = isEnd || noon <= work.now
  await recordInterview(work, {
    id: idFrom(request.id, 'interview'),
    applicationId,
    stage: firstInterview(request),
    startsAt: isPast ? new Date(Math.min(noon.getTime(), work.now.getTime() - 1000)) : noon,
    state: isPast ? 'DONE' : 'SCHEDULED',
  })
}
