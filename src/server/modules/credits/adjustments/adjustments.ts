import type { AuditAction } from '../../../../contract/audit-actions/index.ts'
import { z } from 'zod'
import { planGiveReferrals, planGiveSlots, planTakeReferrals, planTakeSlots } from '../../../../engines/ledger/index.ts'
import { companyAnnouncement } from '../../../kernel/announcements.ts'
import { notFound, Refusal } from '../../../kernel/errors.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { knownCompanies } from '../../accounts/index.ts'
import { record } from '../../audit/index.ts'
import { operation } from '../credits.ts'
import { adjustmentSettled, otherPerson, ownProposal, staffOnly } from '../errors.ts'
import { carryOut } from '../posting.ts'
import { addAdjustment, lockAdjustment, settleAdjustment, type Adjustment } from './store-adjustments.ts'
import { addMonths, terms } from '../terms.ts'

const actor = systemActor('credits.adjustment')
/** Long enough for a colleague's day off, short enough that what was proposed is still true. */
const daysToDecide = 7

/** The operator decided to correct a company's ledger; subject: the adjustment. */
export const adjustmentApproved = companyAnnouncement(
  'credits.adjustment-approved',
  z.object({
    adjustmentId: z.uuid(),
    employerId: z.uuid(),
    unit: z.enum(['slots', 'referrals']),
    amount: z.int(),
    reason: z.string(),
  }),
)

type Proposed = Pick<Adjustment, 'id' | 'employerId' | 'unit' | 'amount' | 'reason'>

/** Proposes a correction; nothing moves until somebody else approves it. The same id again answers what stands. */
export async function proposeAdjustment(work: Work, proposed: Proposed): Promise<Adjustment> {
  if (work.actor.kind !== 'staff') throw staffOnly({})
  const before = await lockAdjustment(work, proposed.id)
  if (before) return before
  const isKnown = (await knownCompanies(work)).some(({ id }) => id === proposed.employerId)
  if (!isKnown) throw notFound({ what: 'company' })
  const adjustment: Adjustment = {
    ...proposed,
    state: 'PROPOSED',
    proposedBy: work.actor.id,
    proposedAt: work.now,
    expiresAt: new Date(work.now.getTime() + daysToDecide * 86_400_000),
    decidedBy: null,
    decidedAt: null,
    refused: null,
    settledAt: null,
  }
  await addAdjustment(work, adjustment)
  await tell(work, 'network.adjustment-proposed', adjustment)
  return adjustment
}

export type Decision = 'APPROVE' | 'REJECT' | 'WITHDRAW'
const states = { APPROVE: 'APPROVED', REJECT: 'REJECTED', WITHDRAW: 'WITHDRAWN' } as const

/**
 * Approves or rejects the proposal of somebody else (`credits.other-person` for one's own), or withdraws one's own
 * (`credits.own-proposal` for somebody else's). Only humans who signed in may (`credits.staff-only`); the same decision
 * again changes nothing, and one that was decided otherwise or ran out is refused (`credits.adjustment-settled`).
 */
export async function decideAdjustment(
  work: Work,
  { id, decision }: { id: string; decision: Decision },
): Promise<Adjustment> {
  if (work.actor.kind !== 'staff') throw staffOnly({})
  const before = await lockAdjustment(work, id)
  if (!before) throw notFound({ what: 'adjustment' })
  const isOwn = before.proposedBy === work.actor.id
  if (isOwn && decision !== 'WITHDRAW') throw otherPerson({})
  if (!isOwn && decision === 'WITHDRAW') throw ownProposal({})
  if (before.state === states[decision]) return before
  if (before.state !== 'PROPOSED') throw adjustmentSettled({ state: before.state })
  if (before.expiresAt <= work.now) throw adjustmentSettled({ state: 'EXPIRED' })
  const decided = { ...before, state: states[decision], decidedBy: work.actor.id, decidedAt: work.now }
  await settleAdjustment(work, decided)
  await tell(work, `network.adjustment-${decided.state.toLowerCase() as Lowercase<typeof decided.state>}`, decided)
  if (decision === 'APPROVE') {
    const { employerId, unit, amount, reason } = decided
    const payload = { adjustmentId: id, employerId, unit, amount, reason }
    await work.announce(adjustmentApproved, { subjectId: id, version: 1, payload })
  }
  return decided
}

type Approved = z.output<typeof adjustmentApproved.payload>

/** Posts the correction in the company's ledger; the same again moves nothing. */
async function adjust(work: Work, { adjustmentId, unit, amount, reason }: Approved): Promise<void> {
  const operated = { id: `adjustment/${adjustmentId}`, reason }
  const size = Math.abs(amount)
  const kind = amount > 0 ? 'slot.given' : 'slot.taken'
  const about =
    unit === 'slots' ? Array.from({ length: size }, (_, index) => `${operated.id}/${index + 1}/${kind}`) : []
  const { referralsPerSlot: rate, slotExpiryMonths } = await terms(work)
  const told = { ...operation(work, operated), amount: size, rate, expiresAt: addMonths(work.now, slotExpiryMonths) }
  const plans = { slots: [planGiveSlots, planTakeSlots], referrals: [planGiveReferrals, planTakeReferrals] } as const
  const [give, take] = plans[unit]
  await carryOut(work, { ...operated, about }, (view) => (amount > 0 ? give : take)(view, told))
  await record(work, {
    action: 'credits.adjusted',
    subject: { kind: 'adjustment', id: adjustmentId },
    detail: { unit, amount },
  })
}

/** The rule for which the ledger refused. */
function ruleOf(error: unknown): string {
  if (!(error instanceof Refusal)) throw error
  return typeof error.detail['rule'] === 'string' ? error.detail['rule'] : error.code
}

/** Carries an approved correction into the company's ledger, and its answer back. A repetition moves nothing. */
export async function carryAdjustment(
  installation: Installation,
  { realmId, payload }: { realmId: string; payload: Approved },
): Promise<void> {
  const { employerId: companyId, adjustmentId } = payload
  const refused = await inCompany(installation, { companyId, actor }, (work) => adjust(work, payload)).then(
    () => null,
    ruleOf,
  )
  await inCompany(installation, { companyId: realmId, actor }, async (work) => {
    const adjustment = await lockAdjustment(work, adjustmentId)
    if (adjustment?.state !== 'APPROVED') return
    const state = refused === null ? ('APPLIED' as const) : ('FAILED' as const)
    await settleAdjustment(work, { ...adjustment, state, refused, settledAt: work.now })
  })
}

const tell = (work: Work, action: AuditAction, { id, employerId, unit, amount }: Adjustment): Promise<void> =>
  record(work, { action, subject: { kind: 'adjustment', id }, detail: { employerId, unit, amount } })
