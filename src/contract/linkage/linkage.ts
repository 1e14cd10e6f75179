import { z } from 'zod'
import { CandidateState, LinkReason } from './linkage-terms.ts'
import { ProfileField } from '../people/people.ts'
import { PersonField, SourceKind } from '../people/person-fields.ts'
import { Instant, route } from '../route.ts'

const Side = z.object({
  personId: z.uuid(),
  fields: z.partialRecord(PersonField, ProfileField),
  recordCount: z.int(),
  applications: z.array(z.object({ openingTitle: z.string(), state: z.string(), appliedAt: Instant })),
})

export const LinkEvidence = z
  .object({
    probability: z.number(),
    prior: z.number().meta({ description: 'Bits before anything was compared: two people taken at random' }),
    steps: z.array(
      z.object({
        comparison: z.string().meta({ description: '`family`, `given`, `birthDate`, `mail`, `phone`, `region` …' }),
        level: z.string().meta({ description: 'How the two met: `exact`, `sound`, `close` … `different`' }),
        bits: z.number().meta({ description: 'The weight of it: log2 of the likelihood ratio' }),
        left: z.string().nullable(),
        right: z.string().nullable(),
        holders: z
          .int()
          .nullable()
          .meta({ description: 'Persons with the same contact, or records with the same name, as far as counted' }),
      }),
    ),
  })
  .meta({ id: 'LinkEvidence', description: 'The prior and the steps add up to the weight the probability stands for' })
export type LinkEvidence = z.output<typeof LinkEvidence>

export const Duplicate = z
  .object({
    id: z.uuid(),
    one: Side,
    other: Side,
    reasons: z.array(LinkReason),
    score: z.number().meta({ description: 'How probable it was, when it was judged, that the two are one' }),
    route: SourceKind.meta({ description: 'By which record it was found' }),
    evidence: LinkEvidence.nullable().meta({ description: 'As it stands today; null for pairs that are one already' }),
    group: z
      .array(z.object({ personId: z.uuid(), name: z.string().nullable() }))
      .meta({ description: 'Everybody whom open pairs connect with the two, themselves included' }),
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
  summary: 'Pairs of people that may be one, side by side, those first that are worth most to decide',
  permission: 'linkage:decide',
  query: z.object({
    show: z
      .enum(['OPEN', 'JOINED', 'DECIDED'])
      .default('OPEN')
      .meta({ description: 'Those to decide, those linked by themselves last, or those that humans decided last' }),
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

export const decideDuplicateGroup = route({
  id: 'decideDuplicateGroup',
  method: 'POST',
  path: '/v1/duplicates/:id/group',
  summary: 'Everybody whom open pairs connect with this one is the same person',
  permission: 'linkage:decide',
  params: z.object({ id: z.uuid() }),
  status: 200,
  response: z.object({ decided: z.array(z.uuid()).meta({ description: 'The pairs; each is undone by itself' }) }),
})
