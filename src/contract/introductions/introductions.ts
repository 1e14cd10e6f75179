import { z } from 'zod'
import { AnonymousPeople } from '../matching.ts'
import { IntroductionPromise, StatedPromises } from './promises.ts'
import { GateStanding } from './gate-standing.ts'
import { AskedDay, Instant, Paging, route } from '../route.ts'
import { ApplicationState, endReasons, Stage } from '../selection/selection-terms.ts'

export const introductionStates = ['ASKED', 'ACCEPTED', 'DECLINED', 'LAPSED', 'WITHDRAWN', 'CANCELLED'] as const
export const IntroductionState = z.enum(introductionStates)
export type IntroductionState = z.output<typeof IntroductionState>

export const introductionProgress = ['INTERVIEWING', 'OFFERED', 'HIRED', 'REJECTED', 'WITHDRAWN'] as const
export const IntroductionProgress = z.enum(introductionProgress)
export type IntroductionProgress = z.output<typeof IntroductionProgress>

export const IntroductionStep = z.object({
  progress: IntroductionProgress.nullable().meta({ description: 'Null: back before any progress' }),
  at: Instant,
})
export type IntroductionStep = z.output<typeof IntroductionStep>

/**
 * Why a request ended though nobody took it back: the company may not be introduced to anybody any more,
 * or the operator, who looks at requests first, refused it or did not decide in time.
 */
export const EndedBecause = z.enum([
  'SUSPENDED',
  'NETWORK_STOPPED',
  'MODE',
  'GATE_REFUSED',
  'GATE_LAPSED',
  'OPENING_CLOSED',
])
export type EndedBecause = z.output<typeof EndedBecause>

export const Introduction = z
  .object({
    id: z.uuid(),
    openingId: z.uuid(),
    openingTitle: z.string(),
    ref: z.string().meta({ description: 'The reference under which the person is listed for this opening.' }),
    facts: AnonymousPeople.shape.facts.meta({ description: 'What was shown of the person when the company asked.' }),
    message: z.string(),
    state: IntroductionState,
    progress: IntroductionProgress.nullable(),
    steps: z.array(IntroductionStep).meta({ description: 'Each progress with the time at which it began.' }),
    askedAt: Instant,
    answerBy: Instant,
    cancelAskedAt: Instant.nullable(),
    endedAt: Instant.nullable(),
    endedBecause: EndedBecause.nullable().meta({
      description:
        'Set where the request was ended for the company: suspended by the operator, the network stopped, its operating mode forbids introductions, or the operator refused the request or did not decide in time.',
    }),
    gate: GateStanding.nullable().meta({
      description:
        'How it stands with the operator, who looks at requests first in some networks; null where nobody does.',
    }),
    person: z
      .object({ id: z.uuid(), name: z.string().nullable() })
      .nullable()
      .meta({ description: 'Null until the person said yes.' }),
    applicationId: z.uuid().nullable(),
    promises: z.array(IntroductionPromise).meta({
      description: 'What the company promised the person, and how each stands since the yes.',
    }),
    unanswered: z.int().min(0).meta({ description: 'Questions of the person that have no answer yet.' }),
  })
  .meta({ id: 'Introduction' })
export type Introduction = z.output<typeof Introduction>

export const Said = z.object({ id: z.uuid(), by: z.enum(['PERSON', 'COMPANY']), text: z.string(), at: Instant })

export const listIntroductions = route({
  id: 'listIntroductions',
  method: 'GET',
  path: '/v1/introductions',
  summary: 'The introductions that the company asked for, changed last first',
  permission: 'matching:read',
  query: z.object({ ...Paging.shape, state: IntroductionState.optional(), openingId: z.uuid().optional() }),
  status: 200,
  response: z.object({ introductions: z.array(Introduction), nextCursor: z.string().nullable() }),
})

const params = z.object({ id: z.uuid() })

export const readIntroduction = route({
  id: 'readIntroduction',
  method: 'GET',
  path: '/v1/introductions/:id',
  summary: 'One introduction with its questions and answers',
  permission: 'matching:read',
  params,
  status: 200,
  response: Introduction.extend({
    talk: z.array(Said),
    course: z
      .array(z.object({ stage: Stage, state: ApplicationState, at: Instant }))
      .meta({ description: 'Where the application stood after each step of its selection, first to last.' }),
  }),
})

export const requestIntroduction = route({
  id: 'requestIntroduction',
  method: 'POST',
  path: '/v1/introductions',
  summary: 'Ask an anonymous person of the relay for an introduction; one slot is reserved until they answer',
  permission: 'introductions:request',
  body: z.object({
    id: z.uuid(),
    openingId: z.uuid(),
    ref: z.string().min(8).max(80),
    message: z.string().trim().min(10).max(2000).meta({ description: 'Why this person, in the employer’s words.' }),
    promises: StatedPromises.default([]).meta({
      description: 'What the person is promised; they read it before they answer, and whether it is kept is tracked.',
    }),
  }),
  status: 201,
  response: Introduction,
})

export const cancelIntroduction = route({
  id: 'cancelIntroduction',
  method: 'POST',
  path: '/v1/introductions/:id/cancellation',
  summary: 'Ask to take a request back; the person’s side ends it, unless they answered first',
  permission: 'introductions:request',
  params,
  status: 202,
  response: Introduction,
})

export const answerQuestion = route({
  id: 'answerQuestion',
  method: 'POST',
  path: '/v1/introductions/:id/replies',
  summary: 'Answer the person’s question, without learning who they are',
  permission: 'introductions:request',
  params,
  body: z.object({ id: z.uuid(), text: z.string().trim().min(1).max(2000) }),
  status: 201,
  response: Introduction.extend({ talk: z.array(Said) }),
})

export const recordOutcome = route({
  id: 'recordOutcome',
  method: 'POST',
  path: '/v1/introductions/:id/outcome',
  summary: 'Record how the introduction went on: interviewing, offered, hired, rejected or withdrawn',
  permission: 'introductions:request',
  params,
  body: z.object({
    id: z.uuid(),
    outcome: IntroductionProgress,
    reason: z.enum(endReasons).optional(),
    interviewOn: AskedDay.optional().meta({
      description:
        'The day of the interview, by the company’s zone, kept as an interview of the selection: held, or to come while interviewing. It keeps a promise of an interview; the outcome alone does not',
    }),
  }),
  status: 200,
  response: Introduction,
})
