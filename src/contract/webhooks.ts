import { z } from 'zod'
import { Done, Instant, Paging, route } from './route.ts'

/** What an endpoint can be told of. Stable: a kind is added, never renamed. */
export const eventKinds = [
  'letter.changed',
  'referral.changed',
  'introduction.changed',
  'promise.changed',
  'activity.changed',
  'share.received',
  'refresh.answered',
  'request.changed',
  'person.erased',
  'dispute.changed',
  'trial.changed',
  'notice.given',
  'endpoint.tested',
] as const
export const EventKind = z.enum(eventKinds)
export type EventKind = z.output<typeof EventKind>

/** Kinds that are chosen; a test always arrives. */
export const chosenKinds = eventKinds.filter((kind) => kind !== 'endpoint.tested')

const one = z.object({ id: z.uuid() })
const Url = z.url({ protocol: /^https?$/ }).max(2000)
const Label = z.string().trim().min(1).max(120)
const Kinds = z.array(EventKind.exclude(['endpoint.tested'])).min(1)

export const endpointStates = ['ACTIVE', 'PAUSED', 'GONE'] as const
export const Endpoint = z
  .object({
    id: z.uuid(),
    url: z.string(),
    label: z.string(),
    kinds: z.array(EventKind),
    state: z.enum(endpointStates).meta({ description: '`GONE`: it answered 410 and was paused by itself' }),
    failingSince: Instant.nullable(),
    previousSecretUntil: Instant.nullable(),
    waiting: z.int(),
    dead: z.int().meta({ description: 'Sendings that were given up after the last try' }),
    recordedAt: Instant,
  })
  .meta({ id: 'WebhookEndpoint' })
export type Endpoint = z.output<typeof Endpoint>

export const sendingStates = ['READY', 'HELD', 'DONE', 'DEAD'] as const
export const Sending = z
  .object({
    id: z.uuid(),
    eventId: z.uuid().meta({ description: 'Sent as `webhook-id`; the same for every try and every endpoint' }),
    kind: EventKind,
    state: z.enum(sendingStates),
    tries: z.int(),
    lastStatus: z.int().nullable(),
    lastError: z.string().nullable().meta({ description: 'The last part of the message key `webhooks.failed.…`' }),
    lastTriedAt: Instant.nullable(),
    dueAt: Instant.nullable(),
    recordedAt: Instant,
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'WebhookSending' })
export type Sending = z.output<typeof Sending>

export const listEndpoints = route({
  id: 'listEndpoints',
  method: 'GET',
  path: '/v1/webhooks',
  summary: 'List the endpoints that are told what happens',
  permission: 'intake:connect',
  status: 200,
  response: z.object({ endpoints: z.array(Endpoint) }),
})
export const readEndpoint = route({
  id: 'readEndpoint',
  method: 'GET',
  path: '/v1/webhooks/:id',
  summary: 'Read one endpoint with its counters',
  permission: 'intake:connect',
  params: one,
  status: 200,
  response: Endpoint,
})
export const openEndpoint = route({
  id: 'openEndpoint',
  method: 'POST',
  path: '/v1/webhooks',
  summary: 'Have an endpoint told what happens, signed as Standard Webhooks prescribes',
  permission: 'intake:connect',
  body: z.object({ id: z.uuid(), url: Url, label: Label, kinds: Kinds }),
  status: 201,
  response: Endpoint,
})
export const changeEndpoint = route({
  id: 'changeEndpoint',
  method: 'PATCH',
  path: '/v1/webhooks/:id',
  summary: 'Change an endpoint, pause it, or let it go on; what happened meanwhile is sent then',
  permission: 'intake:connect',
  params: one,
  body: z.object({
    url: Url.optional(),
    label: Label.optional(),
    kinds: Kinds.optional(),
    isPaused: z.boolean().optional(),
  }),
  status: 200,
  response: Endpoint,
})
export const removeEndpoint = route({
  id: 'removeEndpoint',
  method: 'DELETE',
  path: '/v1/webhooks/:id',
  summary: 'Tell an endpoint nothing any more',
  permission: 'intake:connect',
  params: one,
  status: 200,
  response: Done,
})
export const readEndpointSecret = route({
  id: 'readEndpointSecret',
  method: 'GET',
  path: '/v1/webhooks/:id/secret',
  summary: 'Read the secret by which an endpoint checks signatures; kept in the audit log',
  permission: 'intake:connect',
  params: one,
  status: 200,
  response: z.object({ secret: z.string() }),
})
export const rotateEndpointSecret = route({
  id: 'rotateEndpointSecret',
  method: 'POST',
  path: '/v1/webhooks/:id/secret',
  summary: 'Make another secret; the one before signs beside it for a day',
  permission: 'intake:connect',
  params: one,
  status: 200,
  response: Endpoint,
})
export const testEndpoint = route({
  id: 'testEndpoint',
  method: 'POST',
  path: '/v1/webhooks/:id/test',
  summary: 'Send an event of kind `endpoint.tested`',
  permission: 'intake:connect',
  params: one,
  status: 202,
  response: Done,
})
export const listSendings = route({
  id: 'listSendings',
  method: 'GET',
  path: '/v1/webhooks/:id/sendings',
  summary: 'List what an endpoint was sent, newest first',
  permission: 'intake:connect',
  params: one,
  query: Paging.extend({ cursor: z.uuid().optional(), view: z.enum(['ALL', 'WAITING', 'DEAD']).default('ALL') }),
  status: 200,
  response: z.object({ sendings: z.array(Sending), nextCursor: z.string().nullable() }),
})
export const retrySending = route({
  id: 'retrySending',
  method: 'POST',
  path: '/v1/webhook-sendings/:id/retry',
  summary: 'Send an event to its endpoint again, from the first try on',
  permission: 'intake:connect',
  params: one,
  status: 202,
  response: Done,
})
export const replaySendings = route({
  id: 'replaySendings',
  method: 'POST',
  path: '/v1/webhooks/:id/replay',
  summary: 'Send again whatever was given up, or everything, since a time',
  permission: 'intake:connect',
  params: one,
  body: z.object({ since: Instant, only: z.enum(['DEAD', 'ALL']).default('DEAD') }),
  status: 202,
  response: z.object({ sendings: z.int() }),
})
