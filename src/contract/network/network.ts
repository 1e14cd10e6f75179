import { z } from 'zod'
import {
  IntroductionProgress,
  introductionProgress,
  IntroductionState,
  IntroductionStep,
  introductionStates,
} from '../introductions/introductions.ts'
import { NetworkStanding } from './network-companies.ts'
import { Count } from '../selection/insights.ts'
import { ReferralState } from './network-referrals.ts'
import { Share } from './network-terms.ts'
import { Instant, Paging, route } from '../route.ts'

/** Routes of the operator's company alone: an employer has no `network:*` permission (contract/accounts/permissions.ts). */
const Mode = z.enum(['IN_HOUSE', 'GROUP', 'INFO_PROVISION', 'PLACEMENT'])

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

export const NetworkIntroduction = z
  .object({
    id: z.uuid(),
    employerId: z.uuid(),
    employerName: z.string().nullable(),
    state: IntroductionState,
    progress: IntroductionProgress.nullable(),
    steps: z.array(IntroductionStep).meta({ description: 'Each progress with the time at which it began' }),
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
