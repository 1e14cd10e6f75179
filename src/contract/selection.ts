import { z } from 'zod'
import { Done, Instant, Paging, route } from './route.ts'
import {
  ApplicationState,
  Channel,
  FlowStep,
  OpeningConditions,
  OpeningStatus,
  Recommendation,
  Stage,
  WithdrawalTiming,
} from './selection-terms.ts'

const Id = z.object({ id: z.uuid() })
const several = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).max(50)])

export const Opening = z
  .object({
    id: z.uuid(),
    title: z.string(),
    occupation: z.string().nullable(),
    department: z.string().nullable(),
    description: z.string().nullable(),
    status: OpeningStatus,
    headcount: z.int(),
    flowId: z.uuid().nullable(),
    conditions: OpeningConditions,
    connectionId: z.uuid().nullable(),
    openedAt: Instant.nullable(),
    closedAt: Instant.nullable(),
    changedAt: Instant,
    counts: z.object({ active: z.int(), offered: z.int(), hired: z.int(), ended: z.int() }),
    stages: z.array(z.object({ stage: Stage, count: z.int() })).meta({
      description: 'How many open applications (in process, on hold, offered) stand at each stage, in the usual order',
    }),
  })
  .meta({ id: 'Opening' })
export type Opening = z.output<typeof Opening>

export const listOpenings = route({
  id: 'listOpenings',
  method: 'GET',
  path: '/v1/openings',
  summary: 'Openings with how many applications stand where',
  permission: 'selection:read',
  query: z.object({ statuses: several(OpeningStatus).optional() }),
  status: 200,
  response: z.object({ items: z.array(Opening) }),
})

export const readOpening = route({
  id: 'readOpening',
  method: 'GET',
  path: '/v1/openings/:id',
  summary: 'One opening with its flow',
  permission: 'selection:read',
  params: Id,
  status: 200,
  response: Opening.extend({ steps: z.array(FlowStep) }),
})

export const OpeningFacts = z.object({
  title: z.string().trim().min(1).max(200),
  occupation: z.string().trim().max(100).nullable().optional(),
  department: z.string().trim().max(100).nullable().optional(),
  description: z.string().trim().max(20_000).nullable().optional(),
  status: OpeningStatus.optional(),
  headcount: z.int().min(1).max(10_000).optional(),
  flowId: z.uuid().nullable().optional(),
  conditions: OpeningConditions.optional(),
})
export type OpeningFacts = z.output<typeof OpeningFacts>

export const createOpening = route({
  id: 'createOpening',
  method: 'POST',
  path: '/v1/openings',
  summary: 'Open a job to be filled, with its hard conditions',
  permission: 'selection:write',
  body: OpeningFacts,
  status: 201,
  response: z.object({ id: z.uuid() }),
})

export const changeOpening = route({
  id: 'changeOpening',
  method: 'PATCH',
  path: '/v1/openings/:id',
  summary: 'Change the given facts of an opening',
  permission: 'selection:write',
  params: Id,
  body: OpeningFacts.partial(),
  status: 200,
  response: z.object({ id: z.uuid() }),
})

export const Flow = z
  .object({ id: z.uuid(), name: z.string(), steps: z.array(FlowStep), isDefault: z.boolean() })
  .meta({ id: 'SelectionFlow' })

export const listFlows = route({
  id: 'listFlows',
  method: 'GET',
  path: '/v1/selection-flows',
  summary: 'The company’s hiring flows, and the steps used where none is configured',
  permission: 'selection:read',
  status: 200,
  response: z.object({ items: z.array(Flow), usual: z.array(FlowStep) }),
})

export const keepFlow = route({
  id: 'keepFlow',
  method: 'PUT',
  path: '/v1/selection-flows/:id',
  summary: 'Keep a hiring flow: its steps in order',
  permission: 'selection:write',
  params: Id,
  body: z.object({
    name: z.string().trim().min(1).max(80),
    steps: z.array(FlowStep).min(1).max(20),
    isDefault: z.boolean().default(false),
  }),
  status: 200,
  response: Done,
})

export const Application = z
  .object({
    id: z.uuid(),
    personId: z.uuid(),
    personName: z.string().nullable(),
    openingId: z.uuid(),
    openingTitle: z.string(),
    channel: Channel,
    channelLabel: z.string().nullable(),
    agency: z.string().nullable(),
    appliedAt: Instant,
    stage: Stage,
    stageSince: Instant,
    state: ApplicationState,
    endedAt: Instant.nullable(),
    endReason: z.string().nullable(),
    withdrawalTiming: WithdrawalTiming.nullable(),
    isLive: z.boolean().meta({ description: 'False for history that was imported' }),
    isReapplication: z.boolean(),
    changedAt: Instant,
  })
  .meta({ id: 'Application' })
export type Application = z.output<typeof Application>

/** An application that stands in one stage for longer than this is on the work list. */
export const stuckDays = 14

export const listApplications = route({
  id: 'listApplications',
  method: 'GET',
  path: '/v1/applications',
  summary: 'Applications, those that changed last first',
  permission: 'selection:read',
  query: z.object({
    openingId: z.uuid().optional(),
    states: several(ApplicationState).optional(),
    stage: Stage.optional(),
    channel: Channel.optional(),
    ...Paging.shape,
  }),
  status: 200,
  response: z.object({ items: z.array(Application), nextCursor: z.string().nullable() }),
})

export const listStuckApplications = route({
  id: 'listStuckApplications',
  method: 'GET',
  path: '/v1/applications/stuck',
  summary: 'Applications in process that have stood in one stage for too long, the longest first',
  permission: 'selection:read',
  query: z.object({ ...Paging.shape, days: z.coerce.number().int().min(1).max(365).default(stuckDays) }),
  status: 200,
  response: z.object({ items: z.array(Application), count: z.int(), nextCursor: z.string().nullable() }),
})

export const createApplication = route({
  id: 'createApplication',
  method: 'POST',
  path: '/v1/applications',
  summary: 'Record an application of a person already in the pool',
  permission: 'selection:write',
  body: z.object({
    personId: z.uuid(),
    openingId: z.uuid(),
    channel: Channel,
    channelLabel: z.string().max(200).optional(),
    agency: z.string().max(200).optional(),
    appliedOn: z.iso.date().optional(),
  }),
  status: 201,
  response: z.object({ id: z.uuid() }),
})

const reason = z.string().regex(/^[A-Z][A-Z_]{1,39}$/)
export const Decision = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('STAGE'), stage: Stage }),
    z.object({ kind: z.literal('HOLD') }),
    z.object({ kind: z.literal('REJECT'), reason }),
    z.object({ kind: z.literal('WITHDRAW'), reason, withdrawalTiming: WithdrawalTiming.optional() }),
    z.object({ kind: z.literal('OFFER') }),
    z.object({ kind: z.literal('ACCEPT') }),
    z.object({ kind: z.literal('DECLINE'), reason }),
    z.object({ kind: z.literal('HIRE') }),
    z.object({ kind: z.literal('REOPEN'), stage: Stage.optional() }),
    z.object({ kind: z.literal('DUPLICATE') }),
  ])
  .meta({ id: 'SelectionDecision' })
export type Decision = z.output<typeof Decision>
const note = z.string().trim().max(4_000).optional()

export const decideApplication = route({
  id: 'decideApplication',
  method: 'POST',
  path: '/v1/applications/:id/decisions',
  summary: 'Move, hold, reject, withdraw, offer, hire or reopen one application',
  permission: 'selection:write',
  params: Id,
  body: z.object({ decision: Decision, note }),
  status: 200,
  response: Application,
})

export const decideApplications = route({
  id: 'decideApplications',
  method: 'POST',
  path: '/v1/applications/decisions',
  summary: 'Take one decision about several applications; each answers for itself',
  permission: 'selection:write',
  body: z.object({ ids: z.array(z.uuid()).min(1).max(200), decision: Decision, note }),
  status: 200,
  response: z.object({
    items: z.array(z.object({ id: z.uuid(), outcome: z.enum(['DONE', 'REFUSED']), code: z.string().nullable() })),
  }),
})

export const Interview = z
  .object({
    id: z.uuid(),
    applicationId: z.uuid(),
    stage: Stage,
    startsAt: Instant.nullable(),
    endsAt: Instant.nullable(),
    place: z.string().nullable(),
    state: z.enum(['SCHEDULED', 'DONE', 'CANCELLED']),
    staffIds: z.array(z.uuid()),
  })
  .meta({ id: 'Interview' })

export const keepInterview = route({
  id: 'keepInterview',
  method: 'PUT',
  path: '/v1/interviews/:id',
  summary: 'Schedule or change an interview and who holds it',
  permission: 'selection:write',
  params: Id,
  body: z.object({
    applicationId: z.uuid(),
    stage: Stage,
    startsAt: Instant.nullable().default(null),
    endsAt: Instant.nullable().default(null),
    place: z.string().trim().max(300).nullable().default(null),
    state: z.enum(['SCHEDULED', 'DONE', 'CANCELLED']).default('SCHEDULED'),
    staffIds: z.array(z.uuid()).max(20),
  }),
  status: 200,
  response: z.object({ id: z.uuid() }),
})

export const Evaluation = z
  .object({
    id: z.uuid(),
    applicationId: z.uuid(),
    interviewId: z.uuid().nullable(),
    evaluator: z.string(),
    stage: Stage,
    recommendation: Recommendation,
    grade: z.string(),
    criteria: z.record(z.string(), z.string()),
    comment: z.string().nullable(),
    occurredAt: Instant,
  })
  .meta({ id: 'Evaluation' })
export type Evaluation = z.output<typeof Evaluation>

export const OwnInterview = Interview.omit({ staffIds: true, applicationId: true })
  .extend({
    personName: z.string().nullable(),
    employer: z.string().nullable(),
    title: z.string().nullable(),
    openingTitle: z.string(),
    evaluation: Evaluation.nullable(),
  })
  .meta({ id: 'OwnInterview' })
export type OwnInterview = z.output<typeof OwnInterview>

export const listOwnInterviews = route({
  id: 'listOwnInterviews',
  method: 'GET',
  path: '/v1/interviews/mine',
  summary: 'The interviews one holds, with one’s own evaluation of each',
  permission: 'selection:evaluate',
  status: 200,
  response: z.object({ items: z.array(OwnInterview) }),
})

export const evaluateInterview = route({
  id: 'evaluateInterview',
  method: 'POST',
  path: '/v1/interviews/:id/evaluations',
  summary: 'Record one’s evaluation of an interview one holds; again, it corrects the one before',
  permission: 'selection:evaluate',
  params: Id,
  body: z.object({
    recommendation: Recommendation,
    criteria: z.record(z.string().max(60), z.string().max(1_000)).default({}),
    comment: z.string().trim().max(8_000).optional(),
  }),
  status: 201,
  response: z.object({ id: z.uuid() }),
})
