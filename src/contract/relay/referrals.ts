import { z } from 'zod'
import { Instant, Paging, route } from '../route.ts'

/** How far a letter has led: each step is after the one before it; the last two are ends. */
export const referralSteps = [
  'SENT',
  'NOT_DELIVERED',
  'OPENED',
  'REGISTERED',
  'HELD',
  'COUNTED',
  'NOT_COUNTED',
] as const
export const ReferralStep = z.enum(referralSteps).meta({
  id: 'ReferralStep',
  description:
    'REGISTERED: the person registered, and counts to another letter or, in the company’s own pool, to none. NOT_COUNTED: refused, dropped or taken back; see the reason.',
})
export type ReferralStep = (typeof referralSteps)[number]

export const ReferralLine = z
  .object({
    letterId: z.uuid(),
    personId: z.uuid(),
    personName: z.string().nullable(),
    openingTitle: z.string(),
    step: ReferralStep,
    sentAt: Instant,
    openedAt: Instant.nullable().meta({ description: 'When the link first began a visit; opening it leaves no trace' }),
    registeredAt: Instant.nullable(),
    heldUntil: Instant.nullable(),
    settledAt: Instant.nullable().meta({ description: 'When it counted, or was found not to count' }),
    reason: z.string().nullable().meta({ description: 'Why it does not count' }),
  })
  .meta({ id: 'ReferralLine' })
export type ReferralLine = z.output<typeof ReferralLine>

export const ReferralFilter = z.object({
  step: z.enum(['OPENED', 'REGISTERED', 'HELD', 'COUNTED', 'NOT_COUNTED']).optional().meta({
    description: 'OPENED and REGISTERED include everyone who came so far or further',
  }),
  text: z.string().trim().min(1).max(200).optional().meta({ description: 'In the name or the address of the person' }),
})

export const listReferrals = route({
  id: 'listReferrals',
  method: 'GET',
  path: '/v1/relay/referrals',
  summary: 'What became of each letter: sent, opened, registered, held, counted or not, newest first',
  permission: 'relay:read',
  query: z.object({
    ...Paging.shape,
    cursor: z.uuid().optional(),
    ...ReferralFilter.shape,
  }),
  status: 200,
  response: z.object({
    referrals: z.array(ReferralLine),
    counts: z
      .object({
        sent: z.int(),
        opened: z.int(),
        registered: z.int(),
        held: z.int(),
        counted: z.int(),
        notCounted: z.int(),
      })
      .meta({ description: 'How many letters came so far; registered includes those that count to another letter' }),
    nextCursor: z.string().nullable(),
  }),
})

export const RelayStanding = z
  .object({
    isMember: z.boolean(),
    activity: z
      .enum(['ACTIVE', 'IN_PROCESS_ELSEWHERE', 'PLACED'])
      .nullable()
      .meta({ description: 'One of three coarse states, as far as the person allows; never an employer' }),
    asOf: Instant.nullable(),
    letters: z.array(ReferralLine).meta({ description: 'The latest letters to the person and what became of them' }),
  })
  .meta({ id: 'RelayStanding' })
export type RelayStanding = z.output<typeof RelayStanding>

export const readRelayStanding = route({
  id: 'readRelayStanding',
  method: 'GET',
  path: '/v1/relay/people/:id',
  summary: 'What a person lets the company know through the relay, and how their letters went',
  permission: 'relay:read',
  params: z.object({ id: z.uuid() }),
  status: 200,
  response: RelayStanding,
})
