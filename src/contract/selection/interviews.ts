import { z } from 'zod'
import { Instant, route } from '../route.ts'
import { Recommendation, Stage } from './selection-terms.ts'

const Id = z.object({ id: z.uuid() })

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
