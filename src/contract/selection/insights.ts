import { z } from 'zod'
import { AskedDay, Instant, route } from '../route.ts'
import { Channel } from './selection-terms.ts'

/** Null where it is about so few people that somebody who may not open the list behind it is not told. */
export const Count = z.int().min(0).nullable()

/** A rate with its Wilson interval, or why it is not shown. */
export const Rate = z
  .discriminatedUnion('suppressed', [
    z.object({
      suppressed: z.literal(false),
      value: z.number().min(0).max(1),
      interval: z.object({ low: z.number(), high: z.number() }),
      successes: z.int().min(0),
      trials: z.int().min(0),
    }),
    z.object({
      suppressed: z.literal(true),
      reason: z.enum(['NO_TRIALS', 'BELOW_MINIMUM']),
      trials: Count,
      minimumN: z.int(),
    }),
  ])
  .meta({ id: 'Rate' })

export const StageResult = z.enum(['PASSED', 'REJECTED', 'WITHDRAWN_BEFORE', 'WITHDRAWN_AFTER', 'CLOSED', 'IN_PROCESS'])
export const DateBasis = z.enum(['APPLIED_COHORT', 'EVENT_DATE']).meta({
  description: 'By the day of application with what became of it, or by the day on which a result came about.',
})

/** Which applications are counted; the same for a number and for the people behind it. */
export const counted = {
  from: AskedDay.optional(),
  until: AskedDay.optional().meta({ description: 'The last day that belongs to the period.' }),
  basis: DateBasis.default('APPLIED_COHORT'),
  openingId: z.uuid().optional(),
  channel: Channel.optional(),
}

export const StagePassage = z
  .object({
    stage: z.string(),
    reached: Count,
    passRate: Rate,
    yieldRate: Rate,
    withdrawalRate: Rate,
    censoredShare: z.number().nullable(),
    passBounds: z.object({ low: z.number(), high: z.number() }).nullable(),
    results: z.record(StageResult, Count),
  })
  .meta({ id: 'StagePassage' })

export const readPassages = route({
  id: 'readPassages',
  method: 'GET',
  path: '/v1/insights/passages',
  summary: 'Pass, yield and withdrawal rates by stage, of all applications or by opening or channel',
  permission: 'insights:read',
  query: z.object({ ...counted, by: z.enum(['all', 'opening', 'channel']).default('all') }),
  status: 200,
  response: z.object({
    minimumN: z.int(),
    k: z.int().nullable().meta({ description: 'Counts of fewer people are withheld, for who may not open the lists.' }),
    groups: z.array(
      z.object({ key: z.string(), label: z.string(), applications: Count, stages: z.array(StagePassage) }),
    ),
  }),
})

export const Overview = z
  .object({
    people: z.int(),
    applications: z.int(),
    updateRate: Rate,
    reapplicationRate: Rate,
    withdrawalRate: Rate,
    offerAcceptanceRate: Rate,
    slotUseRate: Rate,
    updatedWithinDays: z.int(),
  })
  .meta({ id: 'InsightOverview' })

export const readOverview = route({
  id: 'readInsightOverview',
  method: 'GET',
  path: '/v1/insights/overview',
  summary: 'The rates of the whole pool: updates, re-applications, withdrawals, accepted offers, slots used',
  permission: 'insights:read',
  status: 200,
  response: Overview,
})

export const InterviewerTrend = z
  .object({
    interviewerId: z.string(),
    name: z.string(),
    evaluations: Count,
    coverage: z.number(),
    compared: z.discriminatedUnion('suppressed', [
      z.object({
        suppressed: z.literal(false),
        adjusted: z.number(),
        others: z.number(),
        difference: z.number(),
        interval: z.object({ low: z.number(), high: z.number() }),
        tendency: z.enum(['STRICTER', 'MILDER', 'UNCLEAR']),
      }),
      z.object({ suppressed: z.literal(true), reason: z.enum(['BELOW_MINIMUM', 'NOT_COMPARABLE']) }),
    ]),
  })
  .meta({ id: 'InterviewerTrend' })

export const readEvaluationTrends = route({
  id: 'readEvaluationTrends',
  method: 'GET',
  path: '/v1/insights/evaluations',
  summary: 'How each interviewer evaluates, compared with the others at the same stages',
  permission: 'insights:read',
  query: z.object({ from: AskedDay.optional(), until: AskedDay.optional() }),
  status: 200,
  response: z.object({ minimumN: z.int(), interviewers: z.array(InterviewerTrend) }),
})

export const measures = [
  'PASSAGE',
  'UPDATED',
  'NOT_UPDATED',
  'REAPPLIED',
  'WITHDRAWN',
  'OFFER_ACCEPTED',
  'OFFER_DECLINED',
  'EVALUATED',
  'HIRED',
  'REJECTED_THEN_HIRED',
] as const

export const readPeopleBehind = route({
  id: 'readPeopleBehind',
  method: 'GET',
  path: '/v1/insights/people',
  summary: 'What a number counted, one row for each: a person, an application or an evaluation',
  permission: 'people:read',
  query: z.object({
    ...counted,
    measure: z.enum(measures),
    stage: z.string().max(40).optional(),
    result: StageResult.optional(),
    interviewer: z.string().max(200).optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  status: 200,
  response: z.object({
    total: z.int().meta({ description: 'The number itself: as many rows as there are pages of.' }),
    people: z.int().meta({ description: 'How many different people these are.' }),
    pageSize: z.int(),
    rows: z.array(
      z.object({
        personId: z.uuid(),
        applicationId: z.uuid().nullable(),
        isErased: z.boolean(),
        name: z.string().nullable(),
        employer: z.string().nullable(),
        prefecture: z.string().nullable(),
        openingTitle: z.string().nullable(),
        appliedAt: Instant.nullable(),
      }),
    ),
  }),
})
