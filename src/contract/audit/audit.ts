import { z } from 'zod'
import { Instant, Paging, route } from '../route.ts'

const Code = z.string().max(200)

export const AuditEvent = z
  .object({
    id: z.uuid(),
    action: z.string().meta({ description: 'What was done, as `module.what`', example: 'people.read' }),
    actor: z.object({ kind: z.enum(['staff', 'key', 'person', 'member', 'system']), id: z.string() }),
    subject: z.object({ kind: z.string(), id: z.string() }).nullable(),
    detail: z.record(z.string(), z.unknown()).meta({ description: 'Ids, codes and numbers; never personal data' }),
    requestId: z.string(),
    recordedAt: Instant,
    sealed: z.boolean().meta({ description: 'Whether a seal of the chain covers this event' }),
  })
  .meta({ id: 'AuditEvent' })
export type AuditEvent = z.output<typeof AuditEvent>

export const AuditFilter = z.object({
  action: Code.optional().meta({ description: 'The beginning of the action, such as `people.`' }),
  actorId: Code.optional(),
  subjectId: Code.optional(),
  from: Instant.optional().meta({ description: 'Recorded at this instant or later' }),
  to: Instant.optional().meta({ description: 'Recorded before this instant' }),
})

export const listAuditEvents = route({
  id: 'listAuditEvents',
  method: 'GET',
  path: '/v1/audit/events',
  summary: 'Who did or read what, newest first',
  permission: 'audit:read',
  query: AuditFilter.extend({ ...Paging.shape, cursor: z.uuid().optional() }),
  status: 200,
  response: z.object({ events: z.array(AuditEvent), nextCursor: z.string().nullable() }),
})

export const readAuditSeals = route({
  id: 'readAuditSeals',
  method: 'GET',
  path: '/v1/audit/seals',
  summary: 'The head of the chain of seals, and whether the whole chain is unbroken',
  permission: 'audit:read',
  status: 200,
  response: z.object({
    sequence: z.int().meta({ description: 'Number of the newest seal; 0 before the first' }),
    hash: z.string(),
    sealedAt: Instant.nullable(),
    unsealed: z.int().meta({ description: 'Events that wait for the next seal' }),
    broken: z
      .object({ where: z.string(), saw: z.string() })
      .nullable()
      .meta({ description: 'The first row that does not fit the chain' }),
  }),
})
