import { z } from 'zod'
import { AskedDay, Instant, Paging, route } from '../route.ts'
import { ApplicationState, Channel, Stage, WithdrawalTiming } from './selection-terms.ts'

const Id = z.object({ id: z.uuid() })
const several = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).max(50)])

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
    appliedOn: AskedDay.optional(),
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
