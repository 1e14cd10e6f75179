import { z } from 'zod'
import { GateReason, gateStates } from '../../../../contract/introductions/gate-standing.ts'
import { companyAnnouncement } from '../../../kernel/announcements.ts'
import { notFound } from '../../../kernel/errors.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { job, nothing } from '../../../kernel/jobs.ts'
import { inCompany, inMember, systemActor, type Work } from '../../../kernel/work.ts'
import { company, operatorId } from '../../accounts/index.ts'
import { record } from '../../audit/index.ts'
import { noteAsked } from '../../matching/index.ts'
import { findMember } from '../../relay/index.ts'
import { memberBehind, putBeforeMember } from '../asking/arrival.ts'
import { gateClosed } from '../errors.ts'
import { tellStanding } from '../settling/network.ts'
import { answerByOf } from '../asking/request.ts'
import { endWithoutYes, settleEnd } from '../settling/settling.ts'
import { tellStaff } from '../mails/staff-mails.ts'
import * as store from './store-gate.ts'
import { changeRequest, findRequest, lockRequest, type Request } from '../asking/store-requests.ts'

const actor = systemActor('introductions.gate')
const dayMs = 86_400_000
/** The operator decides within a week; a request over which nobody did returns its slot. */
const decideDays = 7

/** How a request stands with the operator; subject: the introduction, told from the operator's realm. */
export const gateStands = companyAnnouncement(
  'introductions.gate-stands',
  z.object({
    id: z.uuid(),
    employerId: z.uuid(),
    state: z.enum(gateStates),
    reason: GateReason.nullable(),
    note: z.string().nullable(),
    decideBy: z.iso.datetime(),
  }),
)

/** Whether the network wants its operator to look at requests first. */
export const hasGate = async (operator: Work): Promise<boolean> =>
  (await company(operator)).settings['introductionGate'] === true

type Asked = { realmId: string; payload: { id: string } }

/**
 * A company's request stands: it goes before the operator where the network wants that, and otherwise before the
 * member. From here on the audit of the ranking counts it as asked.
 */
export async function admitAsk(
  installation: Installation,
  { realmId: employerId, payload: { id } }: Asked,
): Promise<void> {
  const request = await inCompany(installation, { companyId: employerId, actor }, (work) => findRequest(work, id))
  const companyId = await operatorId(installation)
  if (!request || !companyId) return
  const { memberId } = await memberBehind(installation, { id, employerId })
  const goesOn = await inCompany(installation, { companyId, actor }, async (work) => {
    const place = { companyId: employerId, openingId: request.openingId }
    await noteAsked(work, installation, { ...place, memberId, introductionId: id })
    return passes(work, employerId, request)
  })
  if (goesOn) await putBeforeMember(installation, { id, employerId })
  // Who left while this was on its way left before it waited here.
  else await leaveGate(installation, memberId)
}

async function passes(work: Work, employerId: string, request: Request): Promise<boolean> {
  const { id, message, promises, shown, askedAt } = request
  const known = await store.findGated(work, id)
  if (known) return known.state === 'PASSED'
  if (!(await hasGate(work))) return true
  const decideBy = new Date(work.now.getTime() + decideDays * dayMs)
  await store.insertGated(work, { id, employerId, job: request.job, message, promises, shown, askedAt, decideBy })
  await tell(work, id)
  return false
}

async function tell(work: Work, id: string): Promise<store.Gated> {
  const gated = await store.findGated(work, id)
  if (!gated) throw new Error('a request at the gate is gone')
  const { employerId, state, reason, note, decideBy, version } = gated
  await work.announce(gateStands, {
    subjectId: id,
    version,
    payload: { id, employerId, state, reason, note, decideBy: decideBy.toISOString() },
  })
  return gated
}

export type Decided = Extract<store.Decision, { state: 'PASSED' | 'REFUSED' }>

/**
 * The operator's decision over a waiting request; the same one again changes nothing. Refused where it was decided
 * otherwise, ran out or was taken back (`introductions.gate-closed`).
 */
export async function decideAtGate(work: Work, id: string, decision: Decided): Promise<store.Gated> {
  if (await store.decideGated(work, id, decision)) {
    const detail = decision.state === 'REFUSED' ? { state: decision.state, reason: decision.reason } : decision
    await record(work, { action: 'introductions.gate-decided', subject: { kind: 'introduction', id }, detail })
    return tell(work, id)
  }
  const found = await store.findGated(work, id)
  if (!found) throw notFound({ what: 'introduction' })
  if (found.state !== decision.state) throw gateClosed({})
  return found
}

/**
 * The company takes back a request that waits here; answers whether the gate ends it. One that passed is the member's
 * side's to end.
 */
export async function withdrawAtGate(installation: Installation, id: string): Promise<boolean> {
  const companyId = await operatorId(installation)
  if (!companyId) return false
  return inCompany(installation, { companyId, actor }, async (work) => {
    if (await store.decideGated(work, id, { state: 'WITHDRAWN' })) {
      await tell(work, id)
      return true
    }
    const found = await store.findGated(work, id)
    return found !== undefined && found.state !== 'PASSED'
  })
}

/**
 * Of who left the relay or was erased nothing is looked at here any more: what waits ends, and what the company was shown
 * of them goes from every request. Nothing for a member who is in the relay.
 */
export async function leaveGate(installation: Installation, memberId: string): Promise<void> {
  const companyId = await operatorId(installation)
  if (!companyId) return
  const member = await inMember(installation, { memberId, actor }, (work) => findMember(work))
  if (member?.state === 'ACTIVE') return
  await inCompany(installation, { companyId, actor }, async (work) => {
    for (const id of await store.waitingOf(work, memberId))
      if (await store.decideGated(work, id, { state: 'WITHDRAWN' })) await tell(work, id)
    await store.blankShownOf(work, memberId)
  })
}

/** Gives back what nobody decided over in time. */
export const endAtGate = job({
  name: 'introductions.end-at-gate',
  payload: nothing,
  schedule: '*/5 * * * *',
  run: async (installation) => {
    const companyId = await operatorId(installation)
    if (!companyId) return
    await inCompany(installation, { companyId, actor }, async (work) => {
      for (const id of await store.overdueGated(work))
        if (await store.decideGated(work, id, { state: 'LAPSED' })) await tell(work, id)
    })
  },
})

type Heard = { version: number; payload: z.output<typeof gateStands.payload> }

/** The operator's word in the realm of the company that asks: shown, passed on to the member, or settled. */
export async function applyGate(installation: Installation, { version, payload }: Heard): Promise<void> {
  const { id, employerId, state, reason, note, decideBy } = payload
  await inCompany(installation, { companyId: employerId, actor }, async (work) => {
    const request = await lockRequest(work, id)
    if (!request) throw new Error('a request at the gate is of nobody')
    const copy = { id, state, reason, note, decideBy: new Date(decideBy), version }
    if (!(await store.putGateCopy(work, copy)) || request.state !== 'ASKED') return
    if (state === 'PASSED')
      await changeRequest(work, id, { answerBy: answerByOf(work.now, (await company(work)).timeZone) })
    if (state === 'PASSED' || state === 'WAITING') await tellStanding(work, id)
    else if (state === 'WITHDRAWN' && !request.cancelAskedAt)
      // It is the person who is gone. Why is not told: to the company it is a no, as it is after the gate.
      await settleEnd(work, { id, state, endedAt: work.now.toISOString() })
    else await settleAtGate(work, request, payload)
  })
  if (state === 'PASSED') await putBeforeMember(installation, { id, employerId })
}

/** It ended before the person heard of it: the slot comes back, and whoever asked is told why. */
async function settleAtGate(work: Work, request: Request, { state, reason, note }: Heard['payload']): Promise<void> {
  const isOurs = state === 'WITHDRAWN'
  await endWithoutYes(work, request.id, {
    state: 'CANCELLED',
    endedAt: work.now,
    because: isOurs ? undefined : state === 'REFUSED' ? 'GATE_REFUSED' : 'GATE_LAPSED',
    slotReason: `gate ${state.toLowerCase()}`,
  })
  if (!isOurs) await tellStaff(work, request, { occasion: 'GATE_ENDED', gate: { reason, note } })
}
