import type { DisputeEffect, DisputeStatement } from '../../../contract/disputes/disputes.ts'
import { idFrom } from '../../kernel/ids.ts'
import type { Installation } from '../../kernel/installation.ts'
import { job, nothing } from '../../kernel/jobs.ts'
import { addMonths } from '../../kernel/months.ts'
import { inCompany, systemActor, type Work } from '../../kernel/work.ts'
import { notify, operatorId } from '../accounts/index.ts'
import { record } from '../audit/index.ts'
import { proposeAdjustment } from '../credits/index.ts'
import { disputeStands, type CompanyActed, type MemberActed } from './announcements.ts'
import { daysToDecide, daysToState } from './contesting.ts'
import { disputeNotFound, effectDoesNotFit, settledDispute } from './errors.ts'
import * as store from './store-network.ts'

const dayMs = 86_400_000
const actor = systemActor('disputes.network')

/** Tells the copies of both sides how a case stands. */
async function tell(work: Work, one: store.Case): Promise<void> {
  const statements = (await store.statementsOf(work, [one.id])).get(one.id) ?? []
  const { id, kind, subjectId, employerId, state, version } = one
  await work.announce(disputeStands, {
    subjectId: id,
    version,
    payload: {
      caseId: id,
      kind,
      subjectId,
      employerId,
      state,
      openedAt: one.openedAt.toISOString(),
      told: {
        statements,
        statementDueAt: one.statementDueAt?.toISOString() ?? null,
        decideBy: one.decideBy.toISOString(),
        outcome: one.outcome,
        reasons: one.reasons,
        effect: one.effect,
        decidedAt: one.decidedAt?.toISOString() ?? null,
      },
    },
  })
}

type Acting = { caseId: string; employerId: string; by: DisputeStatement['by']; did: CompanyActed['did'] }

/** Applies in the operator's realm what a side did; the same again changes nothing. */
async function apply(work: Work, { caseId, employerId, by, did }: Acting): Promise<void> {
  if (did.act === 'OPEN') return openCase(work, { caseId, employerId, by, did })
  const found = await store.lockCase(work, caseId)
  if (!found) throw new Error('a dispute that a side acts in has not arrived yet')
  if (found.employerId !== employerId || found.state === 'DECIDED' || found.state === 'WITHDRAWN') return
  if (did.act === 'WITHDRAW') return end(work, found, { state: 'WITHDRAWN' })
  // What was said in time counts, although it may arrive after the clock.
  const inTime = found.statementDueAt !== null && new Date(did.said.at) <= found.statementDueAt
  const statement = { ...did.said, by, caseId, id: idFrom(caseId, by) }
  if (inTime && (await store.insertStatement(work, statement)))
    await tell(work, await store.moveCase(work, found, { state: 'REVIEW' }))
}

type Opening = Acting & { did: { act: 'OPEN' } }

async function openCase(work: Work, { caseId: id, employerId, by, did }: Opening & Acting): Promise<void> {
  const { kind, subjectId, said } = did
  const hasOther = kind !== 'REFERRAL'
  const one: store.Case = {
    id,
    kind,
    employerId,
    subjectId,
    state: hasOther ? 'STATEMENT' : 'REVIEW',
    statementDueAt: hasOther ? new Date(work.now.getTime() + daysToState * dayMs) : null,
    decideBy: new Date(work.now.getTime() + daysToDecide * dayMs),
    outcome: null,
    reasons: null,
    effect: null,
    openedAt: new Date(said.at),
    decidedAt: null,
    isPersonGone: false,
    version: 1,
  }
  if (!(await store.insertCase(work, one))) return
  await store.insertStatement(work, { ...said, by, caseId: id, id: idFrom(id, by) })
  await record(work, {
    action: 'network.dispute-opened',
    subject: { kind: 'dispute', id },
    detail: { kind, employerId },
  })
  await notify(work, { id: idFrom(id, 'DISPUTE_OPENED'), kind: 'DISPUTE_OPENED', detail: { caseId: id } })
  await tell(work, one)
}

async function inOperator(installation: Installation, run: (work: Work) => Promise<void>): Promise<void> {
  const companyId = await operatorId(installation)
  if (companyId) await inCompany(installation, { companyId, actor }, run)
}

export const applyCompany = (
  installation: Installation,
  { realmId, payload: { caseId, did } }: { realmId: string; payload: CompanyActed },
): Promise<void> => inOperator(installation, (work) => apply(work, { caseId, employerId: realmId, by: 'COMPANY', did }))

export const applyMember = (
  installation: Installation,
  { payload: { caseId, employerId, did } }: { payload: MemberActed },
): Promise<void> => inOperator(installation, (work) => apply(work, { caseId, employerId, by: 'PERSON', did }))

/** Ends a case and tells both sides; what was said of somebody who was erased meanwhile goes with it. */
async function end(work: Work, found: store.Case, change: Parameters<typeof store.moveCase>[2]): Promise<void> {
  if (found.isPersonGone) await store.blankWords(work, found.id)
  await tell(work, await store.moveCase(work, found, change))
}

/**
 * A person was erased: what they said stands nowhere any more, and what the other side said of them goes too once there is
 * nothing left to decide (個人情報保護法 22条). The case and its decision stay.
 */
export const applyGone = (
  installation: Installation,
  { payload: { caseId } }: { payload: { caseId: string } },
): Promise<void> =>
  inOperator(installation, async (work) => {
    const found = await store.lockCase(work, caseId)
    if (!found) return
    const isOver = found.state === 'DECIDED' || found.state === 'WITHDRAWN'
    await store.blankWords(work, caseId, isOver ? undefined : 'PERSON')
    await tell(work, await store.moveCase(work, found, { isPersonGone: true }))
  })

/** So long after a case is over its words are kept, for who asks why it was decided so; the reasons stay. */
const wordMonths = 12

/** The words of cases that were over long ago go from all sides; answers how many cases. */
export async function forgetWords(work: Work): Promise<number> {
  const ids = await store.wordyCases(work, addMonths(work.now, -wordMonths))
  for (const id of ids) {
    const found = await store.lockCase(work, id)
    if (!found) continue
    await store.blankWords(work, id)
    await tell(work, await store.moveCase(work, found, {}))
  }
  return ids.length
}

/** The time to say one's part is over: the operator decides on what there is. */
export const disputeClock = job({
  name: 'disputes.clock',
  payload: nothing,
  schedule: '*/10 * * * *',
  run: (installation) =>
    inOperator(installation, async (work) => {
      for (const { id } of await store.silentCases(work)) {
        const found = await store.lockCase(work, id)
        if (found?.state === 'STATEMENT') await tell(work, await store.moveCase(work, found, { state: 'REVIEW' }))
      }
    }),
})

const fitting: Record<store.Case['kind'], readonly DisputeEffect[]> = {
  REFERRAL: ['NONE', 'GIVE_REFERRAL'],
  SLOT: ['NONE', 'GIVE_SLOT'],
  // Persons never receive credits, and a company loses none by what a person says.
  CONDUCT: ['NONE'],
}

/** The id under which a decision's correction of the ledger was proposed. */
export const adjustmentIdOf = (caseId: string): string => idFrom(caseId, 'adjustment')

type Decision = { id: string; outcome: 'UPHELD' | 'REJECTED'; reasons: string; effect: DisputeEffect }

/**
 * Decides a case. The ledger moves by a correction alone (`credits.proposeAdjustment`): the decision proposes it, and
 * somebody else of the operator approves it. Refuses an effect that does not fit (`disputes.effect-does-not-fit`), and
 * a case that was decided or withdrawn (`disputes.settled`); the other side may still be asked until its time is over.
 */
export async function decide(work: Work, { id, outcome, reasons, effect }: Decision): Promise<store.Case> {
  const found = await store.lockCase(work, id)
  if (!found) throw disputeNotFound()
  if (found.state !== 'REVIEW') {
    const isSame = found.outcome === outcome && found.reasons === reasons && found.effect === effect
    if (found.state === 'DECIDED' && isSame) return found
    throw settledDispute({ state: found.state })
  }
  if (!fitting[found.kind].includes(effect) || (outcome === 'REJECTED' && effect !== 'NONE')) throw effectDoesNotFit({})
  const { employerId } = found
  if (effect !== 'NONE') {
    const unit = effect === 'GIVE_SLOT' ? ('slots' as const) : ('referrals' as const)
    await proposeAdjustment(work, { id: adjustmentIdOf(id), employerId, unit, amount: 1, reason: reasons })
  }
  if (found.isPersonGone) await store.blankWords(work, id)
  const decided = await store.moveCase(work, found, {
    state: 'DECIDED',
    outcome,
    reasons,
    effect,
    decidedAt: work.now,
    ...(work.actor.kind === 'staff' && { decidedBy: work.actor.id }),
  })
  const detail = { outcome, effect, employerId }
  await record(work, { action: 'network.dispute-decided', subject: { kind: 'dispute', id }, detail })
  await tell(work, decided)
  return decided
}
