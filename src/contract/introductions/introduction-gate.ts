import { z } from 'zod'
import { GateReason, GateStanding, GateState } from './gate-standing.ts'
import { Introduction } from './introductions.ts'
import { Words } from '../matching.ts'
import { StatedPromises } from './promises.ts'
import { Instant, Paging, route } from '../route.ts'

/** Routes of the operator's company alone, who looks at requests before persons are asked. */
const GatedJob = z.object({
  openingTitle: z.string(),
  occupation: Words,
  places: Words,
  employmentType: Words,
  salary: Words,
  remote: Words,
  description: z.string(),
})

export const GatedRequest = GateStanding.extend({
  id: z.uuid(),
  employerId: z.uuid(),
  employerName: z.string().nullable(),
  job: GatedJob.nullable().meta({ description: 'The work and its conditions, as the person would see them' }),
  message: z.string().nullable(),
  promises: StatedPromises.nullable().meta({ description: 'What the company promises the person' }),
  facts: Introduction.shape.facts
    .nullable()
    .meta({ description: 'The anonymous profile as the company saw it; null some time after the decision' }),
  askedAt: Instant,
  decidedAt: Instant.nullable(),
}).meta({ id: 'GatedRequest', description: 'Whose request, for which work; never of whom' })
export type GatedRequest = z.output<typeof GatedRequest>

export const listGate = route({
  id: 'listGate',
  method: 'GET',
  path: '/v1/network/gate',
  summary:
    'Requests for introductions that the operator looks at before the person is asked; waiting ones oldest first',
  permission: 'network:read',
  query: z.object({ ...Paging.shape, cursor: z.uuid().optional(), state: GateState.default('WAITING') }),
  status: 200,
  response: z.object({ requests: z.array(GatedRequest), nextCursor: z.string().nullable() }),
})

const params = z.object({ id: z.uuid() })

export const passGate = route({
  id: 'passGate',
  method: 'POST',
  path: '/v1/network/gate/:id/pass',
  summary: 'Let the request reach the person; their time to answer begins',
  permission: 'network:decide',
  params,
  status: 202,
  response: GatedRequest,
})

export const refuseGate = route({
  id: 'refuseGate',
  method: 'POST',
  path: '/v1/network/gate/:id/refuse',
  summary: 'Refuse the request before the person hears of it; the slot returns and the company is told why',
  permission: 'network:decide',
  params,
  body: z
    .object({ reason: GateReason, note: z.string().trim().max(500).optional() })
    .refine(({ reason, note }) => reason !== 'OTHER' || (note ?? '') !== '', {
      path: ['note'],
      message: 'required for OTHER',
    }),
  status: 202,
  response: GatedRequest,
})
