import { z } from 'zod'
import { introductionProgress, introductionStates } from './introductions.ts'
import { Instant, Paging, route } from './route.ts'

/** Routes of the operator's company alone: an employer has no `network:*` permission (contract/permissions.ts). */
export const referralStates = ['HELD', 'COUNTED', 'DROPPED', 'REFUSED', 'REVERSED'] as const
export const ReferralState = z.enum(referralStates)
export type ReferralState = (typeof referralStates)[number]
const Mode = z.enum(['IN_HOUSE', 'GROUP', 'INFO_PROVISION', 'PLACEMENT'])

export const NetworkOverview = z
  .object({
    companies: z.object({ all: z.int(), byMode: z.partialRecord(Mode, z.int()) }),
    members: z.object({ active: z.int(), withdrawn: z.int(), erased: z.int() }),
    profiles: z
      .object({
        shown: z.int(),
        withheld: z.int().meta({ description: 'Too few people alike for the anonymity gate' }),
        waiting: z.int().meta({ description: 'Changed since the last release' }),
        k: z.int(),
        releasedAt: Instant.nullable(),
      })
      .meta({ description: 'Anonymous profiles; members who give no consent to be shown are in none of these' }),
    referrals: z.partialRecord(ReferralState, z.int()),
    introductions: z.object({
      byState: z.partialRecord(z.enum(introductionStates), z.int()),
      byProgress: z.partialRecord(z.enum(introductionProgress), z.int()),
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

export const NetworkCompany = z
  .object({
    id: z.uuid(),
    name: z.string(),
    corporateNumber: z.string().nullable(),
    operatingMode: Mode,
    modeInForce: Mode.meta({ description: 'The stricter of the installation’s and the company’s' }),
    licenceNumber: z.string().nullable(),
    knownSince: Instant,
    asOf: Instant,
  })
  .meta({ id: 'NetworkCompany' })
export type NetworkCompany = z.output<typeof NetworkCompany>

export const listNetworkCompanies = route({
  id: 'listNetworkCompanies',
  method: 'GET',
  path: '/v1/network/companies',
  summary: 'The operator’s own licence, and mode and licence of each company as it told them',
  permission: 'network:read',
  status: 200,
  response: z.object({
    installationMode: Mode,
    operator: z.object({ name: z.string(), operatingMode: Mode, licenceNumber: z.string().nullable() }),
    companies: z.array(NetworkCompany),
  }),
})

export const NetworkReferral = z
  .object({
    id: z.uuid(),
    employerId: z.uuid(),
    employerName: z.string().nullable(),
    state: ReferralState,
    reason: z.string().nullable(),
    registeredAt: Instant,
    settledAt: Instant.nullable(),
    takeBackAskedAt: Instant.nullable(),
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

export const NetworkTerms = z.object({ attributionRule: z.enum(['FIRST_LETTER', 'LAST_LETTER']) })
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
  summary: 'Change the rules of the network; what was counted stays',
  permission: 'network:decide',
  body: NetworkTerms,
  status: 200,
  response: NetworkTerms,
})
