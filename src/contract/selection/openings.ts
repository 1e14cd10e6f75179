import { z } from 'zod'
import { Done, Instant, route } from '../route.ts'
import { FlowStep, OpeningConditions, OpeningStatus, Stage } from './selection-terms.ts'

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
  .object({
    id: z.uuid(),
    name: z.string(),
    steps: z.array(FlowStep),
    isDefault: z.boolean(),
    standing: z
      .array(z.object({ stage: Stage, count: z.int() }))
      .meta({ description: 'Open applications at each step; a step with some cannot be taken away' }),
  })
  .meta({ id: 'SelectionFlow' })
export type Flow = z.output<typeof Flow>

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
    steps: z
      .array(FlowStep)
      .min(1)
      .max(20)
      .refine((steps) => new Set(steps.map(({ stage }) => stage)).size === steps.length, 'a stage stands twice'),
    isDefault: z.boolean().default(false),
  }),
  status: 200,
  response: Done,
})
