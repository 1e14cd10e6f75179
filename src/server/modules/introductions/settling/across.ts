import { idFrom } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, inMember, systemActor, type MemberWork } from '../../../kernel/work.ts'
import type { IntroductionProgress, IntroductionStep } from '../../../../contract/introductions/introductions.ts'
import type { Activity } from '../../relay/index.ts'
import { findMember, followHire, noteActivity, sharesOfMember } from '../../relay/index.ts'
import { memberBehind } from '../asking/arrival.ts'
import { leaveProcess } from './away.ts'
import { endAsk } from '../answering/ending.ts'
import { withdrawAtGate } from '../gate/gate.ts'
import { keepQuestion, settleEnd, type Ended } from './settling.ts'
import * as store from '../answering/store-asks.ts'
import { blankTalk, lockRequest, markPersonGone } from '../asking/store-requests.ts'
import { planMail } from '../answering/store-intents.ts'

const actor = systemActor('introductions.across')

type Heard<P> = { realmId: string; version: number; payload: P }

/** The company would take its request back. */
export async function applyCancel(
  installation: Installation,
  { realmId, payload: { id } }: Heard<{ id: string }>,
): Promise<void> {
  if (await withdrawAtGate(installation, id)) return
  const { memberId } = await memberBehind(installation, { id, employerId: realmId })
  await inMember(installation, { memberId, actor }, async (work) => {
    // The request itself may still be on its way: trying again later finds it.
    if (!(await store.lockAsk(work, id))) throw new Error('an introduction to take back has not arrived yet')
    await endAsk(work, { id, state: 'CANCELLED', cause: 'EMPLOYER' })
  })
}

type Replied = { id: string; replyId: string; text: string }

export async function applyReply(installation: Installation, { realmId, payload }: Heard<Replied>): Promise<void> {
  const { id, replyId, text } = payload
  const { memberId } = await memberBehind(installation, { id, employerId: realmId })
  await inMember(installation, { memberId, actor }, async (work) => {
    const ask = await store.findAsk(work, id)
    if (!ask) throw new Error('an answered introduction has not arrived yet')
    if (!(await store.insertLine(work, { id: replyId, askId: id, by: 'COMPANY', text, at: work.now }))) return
    if (ask.state === 'OPEN') await planMail(work, { id: idFrom(replyId, 'ANSWER'), kind: 'ANSWER', askId: id })
  })
}

/** What the pools that may know are told, in three coarse states. */
const activityOf: Record<IntroductionProgress, Activity> = {
  INTERVIEWING: 'IN_PROCESS_ELSEWHERE',
  OFFERED: 'IN_PROCESS_ELSEWHERE',
  HIRED: 'PLACED',
  REJECTED: 'ACTIVE',
  WITHDRAWN: 'ACTIVE',
}

type Progressed = { id: string; progress: IntroductionProgress | null; steps: IntroductionStep[] }

/** How it went on: kept with the member, and told to the pools as far as the member allows. */
export async function applyProgress(installation: Installation, heard: Heard<Progressed>): Promise<void> {
  const { realmId: employerId, payload } = heard
  const { id, progress, steps } = payload
  const { memberId } = await memberBehind(installation, { id, employerId })
  await inMember(installation, { memberId, actor }, async (work) => {
    const ask = await store.lockAsk(work, id)
    const { version } = heard
    if (ask?.state !== 'ACCEPTED' || !(await store.putProgress(work, { id, progress, steps, version }))) return
    if (!(await findMember(work))) return
    if ((progress === 'HIRED') !== (ask.progress === 'HIRED'))
      await followHire(work, { employerId, isHired: progress === 'HIRED' })
    if (progress === null || progress === ask.progress) return
    const activity = activityOf[progress]
    await noteActivity(work, { activity, by: activity === 'ACTIVE' ? null : employerId })
  })
}

/** The member's side ended it: the company's slot comes back. */
export async function applyEnd(
  installation: Installation,
  { payload }: Heard<Ended & { employerId: string }>,
): Promise<void> {
  await inCompany(installation, { companyId: payload.employerId, actor }, (work) => settleEnd(work, payload))
}

type Questioned = { id: string; employerId: string; questionId: string; text: string }

export async function applyQuestion(installation: Installation, { payload }: Heard<Questioned>): Promise<void> {
  await inCompany(installation, { companyId: payload.employerId, actor }, (work) => keepQuestion(work, payload))
}

/** The person was erased: their words go at the company, whether or not it ever learned whose they were. */
export async function applyGone(
  installation: Installation,
  { payload: { id, employerId } }: Heard<{ id: string; employerId: string }>,
): Promise<void> {
  await inCompany(installation, { companyId: employerId, actor }, async (work) => {
    if (!(await lockRequest(work, id))) return
    await markPersonGone(work, id)
    await blankTalk(work, [id])
  })
}

/** Who left the relay is asked nothing any more. */
export async function endWhenLeft(work: MemberWork): Promise<void> {
  if ((await findMember(work))?.state === 'ACTIVE') return
  await endOpen(work)
}

export async function endOpen(work: MemberWork): Promise<void> {
  for (const { id, state } of await store.listAsks(work))
    if (state === 'OPEN') await endAsk(work, { id, state: 'WITHDRAWN', cause: 'LEFT' })
}

type Decided = { purpose: string; recipient: string; decision: string }

/**
 * A consent was withdrawn before what it was given for had been delivered: the yes never reached the company, and the
 * slot comes back. What was delivered stays accepted; its recall is the relay's.
 */
export async function endWhenVoided(work: MemberWork, { purpose, recipient, decision }: Decided): Promise<void> {
  if (purpose !== 'INTRODUCTION' || decision === 'GIVEN') return
  const voided = new Set((await sharesOfMember(work)).filter(({ state }) => state === 'VOIDED').map(({ id }) => id))
  for (const { id, state } of await store.asksOf(work, recipient))
    if (state === 'ACCEPTED' && voided.has(id)) {
      await endAsk(work, { id, from: 'ACCEPTED', state: 'WITHDRAWN', cause: 'CONSENT' })
      await leaveProcess(work, id)
    }
}
