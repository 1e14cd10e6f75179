import { z } from 'zod'
import { Done, Instant, Paging, route } from '../route.ts'

const one = z.object({ id: z.uuid() })

export const Connection = z
  .object({
    id: z.uuid(),
    connector: z.string(),
    name: z.string(),
    isPaused: z.boolean(),
    address: z
      .string()
      .nullable()
      .meta({ description: 'Where the system delivers to; told when the connection is read' }),
    secretSetAt: Instant.nullable().meta({ description: 'The secret itself is never read back' }),
    accepted: z.int(),
    refused: z.int().meta({ description: 'Deliveries whose signature did not fit' }),
    waiting: z.int(),
    lastDeliveryAt: Instant.nullable(),
    lastRefusalAt: Instant.nullable(),
    recordedAt: Instant,
  })
  .meta({ id: 'Connection' })
export type Connection = z.output<typeof Connection>

export const deliveryStates = ['READY', 'DONE', 'UNUSED', 'WAITING', 'DEAD'] as const
export const Delivery = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    state: z.enum(deliveryStates),
    reason: z.string().nullable().meta({ description: 'The last part of the message key `intake.delivery.…`' }),
    byteSize: z.int(),
    occurredAt: Instant.nullable(),
    receivedAt: Instant,
    personId: z.uuid().nullable(),
  })
  .meta({ id: 'Delivery' })
export type Delivery = z.output<typeof Delivery>

export const listConnections = route({
  id: 'listConnections',
  method: 'GET',
  path: '/v1/connections',
  summary: 'List the systems that deliver here',
  permission: 'intake:connect',
  status: 200,
  response: z.object({ connections: z.array(Connection) }),
})
export const readConnection = route({
  id: 'readConnection',
  method: 'GET',
  path: '/v1/connections/:id',
  summary: 'Read one connection with the address it delivers to and its counters',
  permission: 'intake:connect',
  params: one,
  status: 200,
  response: Connection,
})
export const openConnection = route({
  id: 'openConnection',
  method: 'POST',
  path: '/v1/connections',
  summary: 'Connect a system and get the address that it is to deliver to',
  permission: 'intake:connect',
  body: z.object({
    id: z.uuid(),
    connector: z.enum(['greenhouse']),
    name: z.string().trim().min(1).max(120),
    secret: z.string().min(16).max(200).optional(),
  }),
  status: 201,
  response: Connection,
})
export const changeConnection = route({
  id: 'changeConnection',
  method: 'PATCH',
  path: '/v1/connections/:id',
  summary: 'Rename or pause a connection, or give it another secret',
  permission: 'intake:connect',
  params: one,
  body: z.object({
    name: z.string().trim().min(1).max(120).optional(),
    secret: z.string().min(16).max(200).optional(),
    isPaused: z.boolean().optional(),
  }),
  status: 200,
  response: Connection,
})
export const listDeliveries = route({
  id: 'listDeliveries',
  method: 'GET',
  path: '/v1/connections/:id/deliveries',
  summary: 'List what a system delivered, newest first',
  permission: 'intake:connect',
  params: one,
  query: Paging.extend({ cursor: z.uuid().optional(), view: z.enum(['ALL', 'WAITING', 'UNUSED']).default('ALL') }),
  status: 200,
  response: z.object({ deliveries: z.array(Delivery), nextCursor: z.string().nullable() }),
})
export const retryDelivery = route({
  id: 'retryDelivery',
  method: 'POST',
  path: '/v1/deliveries/:id/retry',
  summary: 'Use a delivery that waits again',
  permission: 'intake:connect',
  params: one,
  status: 202,
  response: Done,
})
export const settleDelivery = route({
  id: 'settleDelivery',
  method: 'POST',
  path: '/v1/deliveries/:id/settle',
  summary: 'Close a delivery that waits; `party` says whose an end without a party was',
  permission: 'intake:connect',
  params: one,
  body: z.object({ party: z.enum(['COMPANY', 'PERSON']).optional() }),
  status: 200,
  response: Done,
})
