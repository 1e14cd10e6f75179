import { z } from 'zod'
import { Instant, route } from '../route.ts'

export const Share = z
  .object({ share: z.number(), low: z.number(), high: z.number(), of: z.int() })
  .meta({ description: 'A share with its 95% interval (Wilson); null where nothing can be said yet' })

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
  perYear: z.number().nullable().meta({
    description: 'Slots earned per year at the pace of the last 90 days, or of as many as there are; null below 28',
  }),
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
        month: z.string().meta({ description: 'The first day of each, as `2026-04-23`: they begin today' }),
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
