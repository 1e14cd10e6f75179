import { z } from 'zod'
import { PersonField } from '../people/person-fields.ts'
import { Instant, Paging, route } from '../route.ts'

export const standings = ['FRESH', 'AGEING', 'STALE'] as const
export const Standing = z.enum(standings).meta({
  description: 'By the field’s own half-life: at most half of one old, up to one and a half, older',
})
export type Standing = z.output<typeof Standing>

export const askAnswers = ['CONFIRMED', 'CHANGED', 'NOT_INTERESTED', 'STAYS', 'LEAVES'] as const
export const askStates = ['PLANNED', 'SENT', 'ANSWERED', 'LAPSED', 'REFUSED'] as const
/** Why somebody is not asked, or why a mail did not leave. */
export const askHindrances = [
  'NO_ADDRESS',
  'SUPPRESSED',
  'STOP_REQUESTED',
  'IN_PROCESS',
  'LEFT_POOL',
  'NOT_INTERESTED',
  'SILENT_TWICE',
  'ASKED_LATELY',
  'BUDGET_SPENT',
  'NOT_REACHABLE',
  'SWITCHED_OFF',
  'MAIL_FAILED',
  'NOT_NEEDED',
] as const
export const AskHindrance = z.enum(askHindrances)
export type AskHindrance = (typeof askHindrances)[number]

/** The counts of what came of asking, each of which opens its people. */
export const askOutcomes = ['waiting', 'confirmed', 'changed', 'notInterested', 'silent', 'refused'] as const
export const AskOutcome = z.enum(askOutcomes)
export type AskOutcome = (typeof askOutcomes)[number]

const AskFacts = {
  state: z.enum(askStates),
  answer: z.enum(askAnswers).nullable(),
  hindrance: AskHindrance.nullable(),
  plannedAt: Instant,
  sentAt: Instant.nullable(),
  endedAt: Instant.nullable(),
}

export const FreshnessSettings = z
  .object({
    isOn: z.boolean(),
    onSince: Instant.nullable(),
    mode: z.enum(['BY_HAND', 'EVERY_DAY']).meta({ description: 'EVERY_DAY sends the plan of the day by itself' }),
    dailyLimit: z.int().min(1).max(200),
    restDays: z.int().min(30).max(730).meta({ description: 'Nobody is asked again within these days' }),
    hasBasis: z.boolean().meta({ description: 'Whether purpose and ground of asking are on record' }),
  })
  .meta({ id: 'FreshnessSettings' })
export type FreshnessSettings = z.output<typeof FreshnessSettings>

export const readFreshness = route({
  id: 'readFreshness',
  method: 'GET',
  path: '/v1/freshness',
  summary: 'How fresh the pool is, field by field, and what came of asking',
  permission: 'people:read',
  status: 200,
  response: z.object({
    settings: FreshnessSettings,
    people: z.int(),
    fields: z.array(
      z.object({
        field: PersonField,
        halfLifeDays: z.int(),
        counts: z.record(Standing, z.int()),
        missing: z.int(),
      }),
    ),
    answers: z
      .object({
        days: z.int(),
        counts: z.record(AskOutcome, z.int()),
      })
      .meta({ description: 'Of the questions planned in so many days' }),
  }),
})

export const listByFreshness = route({
  id: 'listPeopleByFreshness',
  method: 'GET',
  path: '/v1/freshness/people',
  summary: 'The people behind a number: whose field stands so, the oldest first',
  permission: 'people:read',
  query: z.object({
    field: PersonField,
    standing: z.enum([...standings, 'MISSING']),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
  }),
  status: 200,
  response: z.object({
    total: z.int(),
    pageSize: z.int(),
    people: z.array(z.object({ personId: z.uuid(), name: z.string().nullable(), observedAt: Instant.nullable() })),
  }),
})

export const readPersonFreshness = route({
  id: 'readPersonFreshness',
  method: 'GET',
  path: '/v1/freshness/people/:personId',
  summary: 'How fresh each field of a person is, and whether they were asked',
  permission: 'people:read',
  params: z.object({ personId: z.uuid() }),
  status: 200,
  response: z.object({
    fields: z.array(
      z.object({ field: PersonField, observedAt: Instant, confidence: z.number().min(0).max(1), standing: Standing }),
    ),
    ask: z
      .object(AskFacts)
      .nullable()
      .meta({ description: 'The latest question; sent and not answered means that the fields are unconfirmed' }),
  }),
})

export const readRefreshPlan = route({
  id: 'readRefreshPlan',
  method: 'GET',
  path: '/v1/freshness/plan',
  summary: 'Whom the planner would ask today, in order, and who is left out and why. Nothing is sent',
  permission: 'people:read',
  status: 200,
  response: z.object({
    leavesAt: Instant.meta({ description: 'When the mails would leave: the next moment of the send window' }),
    sentToday: z.int(),
    people: z.array(
      z.object({
        personId: z.uuid(),
        name: z.string().nullable(),
        score: z.number().meta({ description: 'What the stale fields are worth, and how stale they are' }),
        fields: z.array(z.object({ field: PersonField, observedAt: Instant, standing: Standing })),
      }),
    ),
    leftOut: z.array(z.object({ why: AskHindrance, count: z.int() })),
    considered: z
      .int()
      .meta({ description: 'People with something stale, the most worthwhile first, that were judged' }),
  }),
})

export const approveRefreshPlan = route({
  id: 'approveRefreshPlan',
  method: 'POST',
  path: '/v1/freshness/plan',
  summary: 'Ask these people of today’s plan. Who is no longer in it is not asked; repeating an id asks once',
  permission: 'messages:send',
  body: z.object({ id: z.uuid(), personIds: z.array(z.uuid()).min(1).max(200) }),
  status: 202,
  response: z.object({ asked: z.int(), leftOut: z.int() }),
})

export const changeFreshness = route({
  id: 'changeFreshness',
  method: 'PATCH',
  path: '/v1/freshness/settings',
  summary: 'Switch asking on or off, by hand or every day. On needs the purpose of asking on record',
  permission: 'company:manage',
  body: FreshnessSettings.pick({ isOn: true, mode: true, dailyLimit: true, restDays: true }).partial(),
  status: 200,
  response: FreshnessSettings,
})

export const listAsks = route({
  id: 'listFreshnessAsks',
  method: 'GET',
  path: '/v1/freshness/asks',
  summary: 'Questions to people, newest first, with what they answered',
  permission: 'people:read',
  query: z.object({
    ...Paging.shape,
    cursor: z.uuid().optional(),
    outcome: AskOutcome.optional().meta({ description: 'Only those behind one of the counts of `readFreshness`' }),
  }),
  status: 200,
  response: z.object({
    asks: z.array(
      z.object({
        id: z.uuid(),
        kind: z.enum(['REFRESH', 'POOL']),
        personId: z.uuid(),
        name: z.string().nullable(),
        ...AskFacts,
      }),
    ),
    nextCursor: z.string().nullable(),
  }),
})
