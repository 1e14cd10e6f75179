import { z } from 'zod'
import { CandidateState, LinkReason } from './linkage-terms.ts'
import { ProfileField } from './people.ts'
import { PersonField } from './person-fields.ts'
import { Instant, route } from './route.ts'

const Side = z.object({
  personId: z.uuid(),
  fields: z.partialRecord(PersonField, ProfileField),
  recordCount: z.int(),
  applications: z.array(z.object({ openingTitle: z.string(), state: z.string(), appliedAt: Instant })),
})

export const Duplicate = z
  .object({
    id: z.uuid(),
    one: Side,
    other: Side,
    reasons: z.array(LinkReason),
    score: z.number().meta({ description: '0 to 1; orders the queue and decides nothing' }),
    state: CandidateState,
    mergeId: z.uuid().nullable(),
    decidedAt: Instant.nullable(),
  })
  .meta({ id: 'Duplicate' })
export type Duplicate = z.output<typeof Duplicate>

export const listDuplicates = route({
  id: 'listDuplicates',
  method: 'GET',
  path: '/v1/duplicates',
  summary: 'Pairs of people that may be one, side by side, the likeliest first',
  permission: 'linkage:decide',
  query: z.object({
    decided: z.stringbool().default(false).meta({ description: 'Those decided last, instead of those to decide' }),
    limit: z.coerce.number().int().min(1).max(100).default(25),
    offset: z.coerce.number().int().min(0).max(10_000).default(0),
  }),
  status: 200,
  response: z.object({ items: z.array(Duplicate), open: z.int() }),
})

export const decideDuplicate = route({
  id: 'decideDuplicate',
  method: 'POST',
  path: '/v1/duplicates/:id/decision',
  summary: 'Decide a pair: the same person, not the same (remembered), or later',
  permission: 'linkage:decide',
  params: z.object({ id: z.uuid() }),
  body: z.object({ decision: z.enum(['SAME', 'NOT_SAME', 'LATER']) }),
  status: 200,
  response: z.object({ state: CandidateState, mergeId: z.uuid().nullable() }),
})

export const undoDuplicate = route({
  id: 'undoDuplicate',
  method: 'POST',
  path: '/v1/duplicates/:id/undo',
  summary: 'Take a decision back; the pair stands in the queue again',
  permission: 'linkage:decide',
  params: z.object({ id: z.uuid() }),
  status: 200,
  response: z.object({ state: CandidateState, mergeId: z.uuid().nullable() }),
})
