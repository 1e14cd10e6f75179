import { z } from 'zod'
import { Instant, route } from './route.ts'

/** What can wait for a member of staff, in the order of the list: what a person is waiting for comes first. */
export const workKinds = [
  'DATA_REQUESTS',
  'REPLIES',
  'QUESTIONS',
  'UNTOLD',
  'LETTERS_UNKNOWN',
  'PREFLIGHTS',
  'INTRODUCTIONS_ACCEPTED',
  'PROMISES',
  'STUCK',
  'DUPLICATES',
  'DELIVERIES',
  'IMPORTS_WITH_ERRORS',
  'IMPORTS_UNFINISHED',
  'SLOTS_EXPIRING',
  'LETTERS_LEAVING',
  'INTRODUCTIONS_ASKED',
  'MATCHES',
] as const
export const WorkKind = z.enum(workKinds)
export type WorkKind = (typeof workKinds)[number]

export const WorkLine = z
  .object({
    kind: WorkKind,
    count: z.int().min(1),
    overdue: z.int().min(0).meta({ description: 'Those of them past their day; the rest is not late' }),
    at: Instant.nullable().meta({
      description:
        'When the oldest began to wait (REPLIES, UNTOLD, PREFLIGHTS, INTRODUCTIONS_ACCEPTED, STUCK, DELIVERIES), or the first day to come (DATA_REQUESTS, PROMISES, SLOTS_EXPIRING, LETTERS_LEAVING, INTRODUCTIONS_ASKED)',
    }),
    of: z.int().nullable().meta({ description: 'IMPORTS_WITH_ERRORS: rows refused' }),
    id: z.uuid().nullable().meta({ description: 'PREFLIGHTS: the one made last' }),
  })
  .meta({ id: 'WorkLine' })
export type WorkLine = z.output<typeof WorkLine>

export const readWorkList = route({
  id: 'readWorkList',
  method: 'GET',
  path: '/v1/work-list',
  summary: 'What waits for the reader, as far as the reader’s role may see it; nothing that is empty',
  permission: 'company:read',
  status: 200,
  response: z.object({
    lines: z.array(WorkLine),
    isFresh: z.boolean().meta({ description: 'Nobody is in the pool and there is no opening yet' }),
  }),
})
