import { z } from 'zod'
import { IntroductionProgress, IntroductionState } from '../introductions/introductions.ts'
import { ReferralSignal, ReferralState } from '../network/network-referrals.ts'
import { adjustmentStates } from '../credits/credit-adjustments.ts'
import { Instant, Paging, route } from '../route.ts'

export const disputeKinds = ['REFERRAL', 'SLOT', 'CONDUCT'] as const
export const DisputeKind = z.enum(disputeKinds).meta({
  description:
    'REFERRAL: a company contests that a referral was refused or taken back. SLOT: it contests that a slot was spent. CONDUCT: a person contests what an employer did with an introduction.',
})
export type DisputeKind = z.output<typeof DisputeKind>

/**
 * So long after a referral was refused, or a slot spent, it may be contested: long enough to notice it in the next month's
 * statement, short enough that both sides still remember.
 */
export const daysToContest = 90

export const disputeStates = ['STATEMENT', 'REVIEW', 'DECIDED', 'WITHDRAWN'] as const
export const DisputeState = z.enum(disputeStates).meta({
  description: 'STATEMENT: the other side may say its part until the day given. REVIEW: the operator decides.',
})
export type DisputeState = z.output<typeof DisputeState>

export const disputeEffects = ['NONE', 'GIVE_REFERRAL', 'GIVE_SLOT'] as const
export type DisputeEffect = (typeof disputeEffects)[number]

export const DisputeText = z.string().trim().min(20).max(2_000)
export const Evidence = z
  .array(z.string().trim().min(1).max(200))
  .max(10)
  .meta({ description: 'References to what proves it: numbers of letters, mails or documents. Nothing is uploaded.' })
const Sayer = z.enum(['COMPANY', 'PERSON'])

export const DisputeStatement = z.object({
  by: Sayer,
  text: z.string().meta({ description: 'Empty where the person who wrote it was erased' }),
  evidence: Evidence,
  at: Instant,
})
export type DisputeStatement = z.output<typeof DisputeStatement>

/** What both sides are told of a dispute. */
export const DisputeTold = z.object({
  statements: z.array(DisputeStatement),
  statementDueAt: Instant.nullable(),
  decideBy: Instant,
  outcome: z.enum(['UPHELD', 'REJECTED']).nullable(),
  reasons: z.string().nullable(),
  effect: z.enum(disputeEffects).nullable(),
  decidedAt: Instant.nullable(),
})
export type DisputeTold = z.output<typeof DisputeTold>

export const Dispute = z
  .object({
    id: z.uuid(),
    kind: DisputeKind,
    subjectId: z.uuid().meta({ description: 'REFERRAL: the letter. SLOT and CONDUCT: the introduction' }),
    state: DisputeState,
    openedAt: Instant,
    ...DisputeTold.shape,
  })
  .meta({ id: 'Dispute' })
export type Dispute = z.output<typeof Dispute>

export const listDisputes = route({
  id: 'listDisputes',
  method: 'GET',
  path: '/v1/disputes',
  summary: 'The company’s disputes: what it contested, and what persons contest of it; newest first',
  permission: 'relay:read',
  query: z.object({ ...Paging.shape, cursor: z.uuid().optional() }),
  status: 200,
  response: z.object({ disputes: z.array(Dispute), nextCursor: z.string().nullable() }),
})

export const readDispute = route({
  id: 'readDispute',
  method: 'GET',
  path: '/v1/disputes/:id',
  summary: 'One dispute with what both sides said and how it was decided',
  permission: 'relay:read',
  params: z.object({ id: z.uuid() }),
  status: 200,
  response: Dispute,
})

export const openDispute = route({
  id: 'openDispute',
  method: 'POST',
  path: '/v1/disputes',
  summary: 'Contest a referral that was refused or taken back, or a slot that was spent, within 90 days; once each',
  permission: 'introductions:request',
  body: z.object({
    id: z.uuid(),
    kind: z.enum(['REFERRAL', 'SLOT']),
    subjectId: z.uuid(),
    text: DisputeText,
    evidence: Evidence,
  }),
  status: 201,
  response: Dispute,
})

export const stateInDispute = route({
  id: 'stateInDispute',
  method: 'POST',
  path: '/v1/disputes/:id/statement',
  summary: 'Say one’s own part where a person contests something, until the day given; once',
  permission: 'introductions:request',
  params: z.object({ id: z.uuid() }),
  body: z.object({ text: DisputeText, evidence: Evidence }),
  status: 201,
  response: Dispute,
})

export const withdrawDispute = route({
  id: 'withdrawDispute',
  method: 'POST',
  path: '/v1/disputes/:id/withdrawal',
  summary: 'Take back what the company contested, until it is decided',
  permission: 'introductions:request',
  params: z.object({ id: z.uuid() }),
  status: 202,
  response: Dispute,
})

export const NetworkDispute = Dispute.extend({
  employerId: z.uuid(),
  employerName: z.string().nullable(),
  isOverdue: z.boolean().meta({ description: 'Past the day by which the operator decides' }),
  referral: z
    .object({
      state: ReferralState,
      reason: z.string().nullable(),
      signals: z.array(ReferralSignal),
      registeredAt: Instant,
      settledAt: Instant.nullable(),
    })
    .nullable(),
  introduction: z
    .object({
      state: IntroductionState,
      progress: IntroductionProgress.nullable(),
      askedAt: Instant,
      endedAt: Instant.nullable(),
    })
    .nullable(),
  adjustment: z.enum(adjustmentStates).nullable().meta({
    description: 'How the correction of the ledger stands that the decision proposed; somebody else approves it',
  }),
}).meta({ id: 'NetworkDispute', description: 'As the operator sees it: the company, never who the person is' })
export type NetworkDispute = z.output<typeof NetworkDispute>

export const listNetworkDisputes = route({
  id: 'listNetworkDisputes',
  method: 'GET',
  path: '/v1/network/disputes',
  summary: 'Disputes of the network: open ones, the oldest first, or all, the newest first',
  permission: 'network:read',
  query: z.object({ ...Paging.shape, cursor: z.uuid().optional(), open: z.stringbool().optional() }),
  status: 200,
  response: z.object({ disputes: z.array(NetworkDispute), nextCursor: z.string().nullable() }),
})

export const readNetworkDispute = route({
  id: 'readNetworkDispute',
  method: 'GET',
  path: '/v1/network/disputes/:id',
  summary: 'One dispute with both sides’ statements and what the operator knows of its subject',
  permission: 'network:read',
  params: z.object({ id: z.uuid() }),
  status: 200,
  response: NetworkDispute,
})

export const decideDispute = route({
  id: 'decideDispute',
  method: 'POST',
  path: '/v1/network/disputes/:id/decision',
  summary:
    'Decide a dispute with reasons that both sides read; an effect on the ledger is proposed as an adjustment, which somebody else approves',
  permission: 'network:decide',
  params: z.object({ id: z.uuid() }),
  body: z.object({
    outcome: z.enum(['UPHELD', 'REJECTED']),
    reasons: DisputeText,
    effect: z.enum(disputeEffects),
  }),
  status: 200,
  response: NetworkDispute,
})
