import { z } from 'zod'
import { IntroductionProgress, introductionProgress, IntroductionState, introductionStates } from './introductions.ts'
import { NetworkStanding } from './network-companies.ts'
import { Count } from './insights.ts'
import { Instant, Paging, route } from './route.ts'

/** Routes of the operator's company alone: an employer has no `network:*` permission (contract/permissions.ts). */
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
const Mode = z.enum(['IN_HOUSE', 'GROUP', 'INFO_PROVISION', 'PLACEMENT'])

const Share = z
  .object({ share: z.number(), low: z.number(), high: z.number(), of: z.int() })
  .meta({ description: 'A share with its 95% interval (Wilson); null where nothing can be said yet' })

export const NetworkOverview = z
  .object({
    isStopped: z.boolean(),
    companies: z.object({
      all: z.int(),
      byMode: z.partialRecord(Mode, z.int()),
      byStanding: z.partialRecord(NetworkStanding, z.int()),
    }),
    waiting: z
      .object({
        review: z.int().meta({ description: 'Referrals with signals that nobody looked at yet' }),
        reviewSince: Instant.nullable(),
        verification: z.int().meta({ description: 'Companies not verified yet' }),
        heldForVerification: z.int().meta({ description: 'Referrals that wait for their company to be verified' }),
        papers: z.int().meta({ description: 'Companies whose papers are missing, over or about to end' }),
        promises: z.int().meta({ description: 'Promises that a person says were not kept, not decided yet' }),
        lapsing: z.int().meta({ description: 'Introductions that lapse within three days' }),
        disputes: z.int().meta({ description: 'Disputes that are not decided yet' }),
        gate: z.int().meta({ description: 'Requests that the operator looks at before the person is asked' }),
        gateSince: Instant.nullable(),
        disputesLate: z.int().meta({ description: 'Those of them past the day by which they are to be decided' }),
      })
      .meta({ description: 'What waits for somebody' }),
    slots: z
      .object({
        available: z.int(),
        reserved: z.int(),
        spent: z.int(),
        expired: z.int(),
        debt: z.int().meta({ description: 'Referrals that companies still have to bring for slots taken back' }),
        nextExpiry: Instant.nullable(),
        used: Share.nullable(),
      })
      .meta({ description: 'Slots of all companies; available and reserved ones are what the network owes' }),
    members: z
      .object({ active: Count, withdrawn: Count, erased: Count })
      .meta({ description: 'Null below k people, and where one could be subtracted from the rest' }),
    profiles: z
      .object({
        shown: Count,
        withheld: Count.meta({ description: 'Too few people alike for the anonymity gate' }),
        waiting: Count.meta({ description: 'Changed since the last release' }),
        k: z.int(),
        releasedAt: Instant.nullable(),
      })
      .meta({ description: 'Anonymous profiles; members who give no consent to be shown are in none of these' }),
    referrals: z.partialRecord(ReferralState, z.int()),
    introductions: z.object({
      byState: z.partialRecord(z.enum(introductionStates), z.int()),
      byProgress: z.partialRecord(z.enum(introductionProgress), z.int()),
      accepted: Share.nullable().meta({ description: 'Of those answered or lapsed' }),
      medianHours: z.number().nullable().meta({ description: 'From the request to the yes' }),
      answered: z.int(),
    }),
    days: z
      .array(z.object({ day: z.iso.date(), registrations: z.int(), refused: z.int() }))
      .meta({ description: 'The last thirty days by the operator’s zone, without the days on which nothing happened' }),
  })
  .meta({ id: 'NetworkOverview' })
export type NetworkOverview = z.output<typeof NetworkOverview>

export const readNetwork = route({
  id: 'readNetwork',
  method: 'GET',
  path: '/v1/network',
  summary: 'The network at a glance, in counts, from what companies and members announced',
  permission: 'network:read',
  status: 200,
  response: NetworkOverview,
})

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

export const NetworkIntroduction = z
  .object({
    id: z.uuid(),
    employerId: z.uuid(),
    employerName: z.string().nullable(),
    state: IntroductionState,
    progress: IntroductionProgress.nullable(),
    askedAt: Instant,
    answerBy: Instant.nullable(),
    endedAt: Instant.nullable(),
  })
  .meta({ id: 'NetworkIntroduction', description: 'Whose it is and when, never of whom' })
export type NetworkIntroduction = z.output<typeof NetworkIntroduction>

export const listNetworkIntroductions = route({
  id: 'listNetworkIntroductions',
  method: 'GET',
  path: '/v1/network/introductions',
  summary: 'Introductions of the network, newest first',
  permission: 'network:read',
  query: z.object({
    ...Paging.shape,
    cursor: z.uuid().optional(),
    states: z.union([IntroductionState, z.array(IntroductionState).max(6)]).optional(),
    employerId: z.uuid().optional(),
  }),
  status: 200,
  response: z.object({ introductions: z.array(NetworkIntroduction), nextCursor: z.string().nullable() }),
})

export const NetworkTerms = z
  .object({
    attributionRule: z.enum(['FIRST_LETTER', 'LAST_LETTER']),
    referralTrigger: z
      .enum(['REGISTRATION', 'HIRED_ELSEWHERE'])
      .meta({ description: 'What makes a referral count; a letter keeps what held when its link was used' }),
    referralsPerSlot: z.int().min(1).max(100),
    referralHoldDays: z.int().min(1).max(90),
    slotExpiryMonths: z.int().min(1).max(60),
    introductionGate: z
      .boolean()
      .meta({ description: 'The operator looks at each request for an introduction before the person is asked' }),
  })
  .meta({ id: 'NetworkTerms' })
export type NetworkTerms = z.output<typeof NetworkTerms>

export const readNetworkTerms = route({
  id: 'readNetworkTerms',
  method: 'GET',
  path: '/v1/network/terms',
  summary: 'The rules that hold for the whole network',
  permission: 'network:read',
  status: 200,
  response: NetworkTerms,
})

export const changeNetworkTerms = route({
  id: 'changeNetworkTerms',
  method: 'PATCH',
  path: '/v1/network/terms',
  summary: 'Change the given rules from here on, in every company; what was counted stays',
  permission: 'network:decide',
  body: NetworkTerms.partial(),
  status: 200,
  response: NetworkTerms,
})

export const TermsOutcome = z.object({
  granted: z.int(),
  spent: z.int(),
  expired: z.int(),
  owed: z.int().meta({ description: 'Slots that companies may still ask for today' }),
  debt: z.int().meta({ description: 'Referrals owed after claw-backs: of slots already spent or expired' }),
  uncovered: z.int().meta({ description: 'Introductions that took place and would have had no slot' }),
  perYear: z.number().nullable().meta({ description: 'Slots earned per year at the pace of the last 90 days' }),
})
export type TermsOutcome = z.output<typeof TermsOutcome>

export const tryNetworkTerms = route({
  id: 'tryNetworkTerms',
  method: 'GET',
  path: '/v1/network/terms/what-if',
  summary: 'Replays what happened so far under other rules, beside the rules as they are; changes nothing',
  permission: 'network:read',
  query: z.object({
    referralsPerSlot: z.coerce.number().int().min(1).max(100),
    slotExpiryMonths: z.coerce.number().int().min(1).max(60),
    trigger: z.enum(['REGISTRATION', 'HIRED_ELSEWHERE']).default('REGISTRATION'),
  }),
  status: 200,
  response: z.object({
    asItIs: TermsOutcome,
    ifSo: TermsOutcome,
    hiredShare: Share.nullable().meta({
      description:
        'For HIRED_ELSEWHERE: of the counted members, those hired through the network. Scales the registrations, since no hire names its referral',
    }),
    counted: z.int(),
    since: Instant.nullable(),
  }),
})

const Forecast = z.object({ median: z.number(), low: z.number(), high: z.number() })

export const SlotForecast = z
  .object({
    months: z.array(
      z.object({
        month: z.string().meta({ description: 'The first day of each, as `2026-04-01`' }),
        asked: Forecast.meta({ description: 'Slots that companies ask for and have' }),
        granted: Forecast,
        expired: Forecast,
        owed: Forecast.meta({ description: 'Free slots at its end' }),
        unmet: Forecast.meta({ description: 'Requests beyond the free slots of the whole network' }),
      }),
    ),
    basis: z.object({
      days: z.int().meta({ description: 'Over which the rates were seen' }),
      counted: z.int(),
      asked: z.int(),
      free: z.int(),
      debt: z.int(),
      hiredShare: Share.nullable(),
    }),
  })
  .meta({ id: 'SlotForecast', description: 'Each with its 95 % interval; the method is in engines/statistics' })
export type SlotForecast = z.output<typeof SlotForecast>

export const forecastNetwork = route({
  id: 'forecastNetwork',
  method: 'GET',
  path: '/v1/network/forecast',
  summary: 'How many slots will be asked for when, from the network’s own rates, under its rules or others',
  permission: 'network:read',
  query: z.object({
    referralsPerSlot: z.coerce.number().int().min(1).max(100).optional(),
    slotExpiryMonths: z.coerce.number().int().min(1).max(60).optional(),
    trigger: z.enum(['REGISTRATION', 'HIRED_ELSEWHERE']).optional(),
  }),
  status: 200,
  response: SlotForecast,
})
