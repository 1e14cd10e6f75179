import { z } from 'zod'
import { Instant, Paging, route } from '../route.ts'

export const referralStates = ['HELD', 'COUNTED', 'DROPPED', 'REFUSED', 'REVERSED'] as const
export const ReferralState = z.enum(referralStates)
export type ReferralState = (typeof referralStates)[number]
/** What about a registration asks for a human look. */
export const referralSignals = [
  'DISPOSABLE_MAIL',
  'COMPANY_DOMAIN',
  'BURST',
  'SAME_DEVICE',
  'SAME_BLOCK',
  'NEVER_ANSWERS',
] as const
export const ReferralSignal = z.enum(referralSignals)
export type ReferralSignal = (typeof referralSignals)[number]
/** Why a referral whose hold is over does not count yet. */
export const referralWaits = ['in-review', 'company-unverified', 'company-suspended'] as const

export const NetworkReferral = z
  .object({
    id: z.uuid(),
    employerId: z.uuid(),
    employerName: z.string().nullable(),
    state: ReferralState,
    reason: z.string().nullable().meta({ description: 'Why it came to nothing, or what a held one waits for' }),
    signals: z.array(ReferralSignal),
    registeredAt: Instant,
    heldUntil: Instant.nullable(),
    settledAt: Instant.nullable(),
    takeBackAskedAt: Instant.nullable(),
    clearedAt: Instant.nullable(),
  })
  .meta({ id: 'NetworkReferral', description: 'Names no person: the operator decides by company, time and reason' })
export type NetworkReferral = z.output<typeof NetworkReferral>

export const listNetworkReferrals = route({
  id: 'listNetworkReferrals',
  method: 'GET',
  path: '/v1/network/referrals',
  summary: 'Referrals of the network, newest first',
  permission: 'network:read',
  query: z.object({
    ...Paging.shape,
    cursor: z.uuid().optional(),
    states: z.union([ReferralState, z.array(ReferralState).max(5)]).optional(),
    employerId: z.uuid().optional(),
    review: z
      .stringbool()
      .optional()
      .meta({ description: 'Only those that wait for a human’s look, the oldest first' }),
  }),
  status: 200,
  response: z.object({ referrals: z.array(NetworkReferral), nextCursor: z.string().nullable() }),
})

export const listReferralSignals = route({
  id: 'listReferralSignals',
  method: 'GET',
  path: '/v1/network/referral-signals',
  summary: 'Per company: registrations lately, the most in one hour, and the share refused; for a human to judge',
  permission: 'network:read',
  status: 200,
  response: z.object({
    companies: z.array(
      z.object({
        employerId: z.uuid(),
        employerName: z.string().nullable(),
        registrations: z.int(),
        registrationsIn7Days: z.int(),
        mostInOneHour: z.int(),
        refused: z.int(),
        reversed: z.int(),
      }),
    ),
  }),
})

export const takeBackReasons = ['own-staff', 'fake-person', 'same-person-again', 'bought', 'other-fraud'] as const

export const takeBackNetworkReferral = route({
  id: 'takeBackNetworkReferral',
  method: 'POST',
  path: '/v1/network/referrals/:id/take-back',
  summary: 'Take a held or counted referral for fraud: it never counts, or is reversed in the company’s ledger',
  permission: 'network:decide',
  params: z.object({ id: z.uuid() }),
  body: z.object({ reason: z.enum(takeBackReasons) }),
  status: 202,
  response: NetworkReferral,
})

export const countNetworkReferral = route({
  id: 'countNetworkReferral',
  method: 'POST',
  path: '/v1/network/referrals/:id/count',
  summary: 'Let a referral with signals count: at once where its hold is over, otherwise when it ends',
  permission: 'network:decide',
  params: z.object({ id: z.uuid() }),
  status: 202,
  response: NetworkReferral,
})
