import { z } from 'zod'
import { AskedDay, Instant, Paging, route } from '../route.ts'
import { stages } from '../selection/selection-terms.ts'

/** 面接確約, 選考スキップ, 回答期限: what an employer may promise the person it asks for. */
export const promiseKinds = ['GUARANTEED_INTERVIEW', 'STEP_WAIVER', 'ANSWER'] as const
export type PromiseKind = (typeof promiseKinds)[number]

/** Steps that may be waived; an offer or what follows it is none. */
export const waivableSteps = [
  'DOCUMENT_SCREENING',
  'APTITUDE_TEST',
  'CASUAL_MEETING',
  'INTERVIEW_1',
  'INTERVIEW_2',
] as const satisfies (typeof stages)[number][]
export type WaivableStep = (typeof waivableSteps)[number]

const Days = z.int().min(1).max(60).meta({
  description:
    'Business days after the person’s yes: by when the interview is arranged, the next step begins, or an answer is given',
})
const Steps = z.array(z.enum(waivableSteps))

export const StatedPromise = z.object({
  kind: z.enum(promiseKinds).meta({
    description:
      'GUARANTEED_INTERVIEW: an interview takes place. STEP_WAIVER: the steps named are skipped. ANSWER: the person gets an appointment, an offer or the word of a rejection',
  }),
  steps: Steps.max(5).default([]).meta({ description: 'STEP_WAIVER: the steps that are skipped; otherwise empty' }),
  days: Days,
})
export type StatedPromise = z.output<typeof StatedPromise>

/** At most one of each kind. */
export const StatedPromises = z
  .array(StatedPromise)
  .max(promiseKinds.length)
  .refine((all) => new Set(all.map(({ kind }) => kind)).size === all.length, 'one of each kind')
  .refine((all) => all.every(({ kind, steps }) => (kind === 'STEP_WAIVER') === steps.length > 0), 'steps of a waiver')

export const promiseStates = ['PENDING', 'KEPT', 'BROKEN', 'RELEASED'] as const
export const PromiseState = z.enum(promiseStates).meta({
  description:
    'KEPT and BROKEN follow from the record of the selection, or from what staff or the operator said. RELEASED: the person needs it no more, or withdrew',
})
export type PromiseState = z.output<typeof PromiseState>

export const promiseSettlers = ['RECORD', 'CLOCK', 'STAFF', 'PERSON', 'OPERATOR'] as const
export const PromiseSettler = z.enum(promiseSettlers)
export type PromiseSettler = z.output<typeof PromiseSettler>

export const IntroductionPromise = StatedPromise.extend({
  id: z.uuid(),
  steps: Steps,
  state: PromiseState.nullable().meta({ description: 'Null until the person says yes' }),
  dueAt: Instant.nullable(),
  settledBy: PromiseSettler.nullable(),
  settledAt: Instant.nullable(),
  objectedAt: Instant.nullable().meta({ description: 'When the person said that it was not kept' }),
  mayConfirm: z.boolean().meta({ description: 'Staff may say that it was kept, though the record does not show it' }),
}).meta({ id: 'IntroductionPromise' })
export type IntroductionPromise = z.output<typeof IntroductionPromise>

export const confirmPromise = route({
  id: 'confirmPromise',
  method: 'POST',
  path: '/v1/introductions/:id/promises/:promiseId/confirmation',
  summary:
    'Say that a promise was kept, where the record of the selection does not show it; the person is told and may object',
  permission: 'introductions:request',
  params: z.object({ id: z.uuid(), promiseId: z.uuid() }),
  body: z.object({ keptOn: AskedDay.meta({ description: 'The day on which it was kept, by the company’s zone' }) }),
  status: 200,
  response: IntroductionPromise,
})

export const NetworkPromise = z
  .object({
    id: z.uuid(),
    introductionId: z.uuid(),
    employerId: z.uuid(),
    employerName: z.string().nullable(),
    kind: z.enum(promiseKinds),
    steps: Steps,
    days: z.int(),
    dueAt: Instant,
    state: PromiseState,
    settledBy: PromiseSettler.nullable(),
    settledAt: Instant.nullable(),
    objectedAt: Instant.nullable(),
    objection: z.string().nullable().meta({
      description: 'What the person added, in their words; blank a year after the decision, and once they are erased',
    }),
    found: z.enum(['KEPT', 'BROKEN']).nullable().meta({ description: 'What the operator found after the objection' }),
    foundAt: Instant.nullable(),
  })
  .meta({ id: 'NetworkPromise', description: 'As the operator sees it: the company, never to whom it was promised' })
export type NetworkPromise = z.output<typeof NetworkPromise>

export const networkPromiseViews = ['OBJECTED', 'BROKEN', 'ALL'] as const

export const listNetworkPromises = route({
  id: 'listNetworkPromises',
  method: 'GET',
  path: '/v1/network/promises',
  summary: 'Promises of the network, newest first: those that a person objects to, broken ones, or all',
  permission: 'network:read',
  query: z.object({
    ...Paging.shape,
    cursor: z.uuid().optional(),
    view: z.enum(networkPromiseViews).default('ALL'),
    employerId: z.uuid().optional(),
  }),
  status: 200,
  response: z.object({ promises: z.array(NetworkPromise), nextCursor: z.string().nullable() }),
})

export const decidePromise = route({
  id: 'decidePromise',
  method: 'POST',
  path: '/v1/network/promises/:id/finding',
  summary: 'Say after an objection whether the promise was kept; it stands so from then on, on both sides',
  permission: 'network:decide',
  params: z.object({ id: z.uuid() }),
  body: z.object({ found: z.enum(['KEPT', 'BROKEN']) }),
  status: 200,
  response: NetworkPromise,
})

const Share = z.object({ share: z.number(), low: z.number(), high: z.number(), of: z.int() })

export const PromisesOfCompany = z
  .object({
    employerId: z.uuid(),
    employerName: z.string().nullable(),
    introductions: z.int().meta({ description: 'With a promise that was kept or broken' }),
    pending: z.int(),
    kept: z.int(),
    broken: z.int(),
    released: z.int(),
    objected: z.int().meta({ description: 'Objections that the operator has not decided' }),
    keptShare: Share.nullable().meta({
      description: 'Of those kept or broken, with its 95% interval (Wilson); null below `minimum` introductions',
    }),
  })
  .meta({ id: 'PromisesOfCompany' })
export type PromisesOfCompany = z.output<typeof PromisesOfCompany>

export const readPromiseRecords = route({
  id: 'readPromiseRecords',
  method: 'GET',
  path: '/v1/network/promise-records',
  summary: 'How companies keep what they promised in the last two years, those with most broken promises first',
  permission: 'network:read',
  status: 200,
  response: z.object({
    minimum: z
      .int()
      .meta({ description: 'Introductions from which on a share is told, here and to the next person asked' }),
    whole: PromisesOfCompany.omit({ employerId: true, employerName: true }),
    companies: z.array(PromisesOfCompany).max(200),
  }),
})
