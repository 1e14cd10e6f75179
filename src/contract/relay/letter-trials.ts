import { z } from 'zod'
import { LetterOffer, LetterStage } from '../messages.ts'
import { Scope } from './relay.ts'
import { Instant, Paging, route } from '../route.ts'

const Id = z.object({ id: z.uuid() })
export const trialOutcomes = ['OPENED', 'REGISTERED'] as const
const Outcome = z.enum(trialOutcomes).meta({ description: 'What decides: that the page was opened, or a registration' })
const Linked = LetterOffer.exclude(['NONE'])
const Words = z.object({ subject: z.string().trim().min(1).max(300), body: z.string().trim().min(1).max(20_000) })

const Reach = z.object({
  scope: Scope.nullable()
    .default(null)
    .meta({ description: 'Only letters of applications from there; null: from anywhere' }),
  preflightId: z.uuid().nullable().default(null).meta({ description: 'Only letters of this campaign' }),
})

export const LetterTrial = z
  .object({
    id: z.uuid(),
    stage: LetterStage,
    offer: Linked,
    language: z.enum(['ja', 'en']),
    ...Reach.shape,
    outcome: Outcome,
    windowDays: z.int().meta({ description: 'What happens later than this after a letter is not counted' }),
    points: z.int().meta({ description: 'The smallest difference worth knowing, in points of a hundred' }),
    state: z.enum(['RUNNING', 'ENDED']),
    startedAt: Instant,
    endedAt: Instant.nullable(),
    kept: z.enum(['A', 'B']).nullable(),
  })
  .meta({ id: 'LetterTrial' })
export type LetterTrial = z.output<typeof LetterTrial>

export const Share = z
  .object({
    count: z.int(),
    of: z.int(),
    value: z.number().nullable(),
    low: z.number(),
    high: z.number(),
  })
  .meta({ id: 'Share', description: 'A share of people with its 95% interval (Wilson)' })

export const TrialVariant = z
  .object({
    variant: z.enum(['A', 'B']),
    ...Words.shape,
    people: z.int().meta({ description: 'People who were sent this wording' }),
    watched: z.int().meta({ description: 'Of them, those whose days of watching are not over' }),
    opened: Share,
    registered: Share,
    stopped: Share.meta({ description: 'Unsubscribed or complained' }),
    replied: Share,
  })
  .meta({ id: 'TrialVariant' })
export type TrialVariant = z.output<typeof TrialVariant>

export const TrialReport = z
  .object({
    trial: LetterTrial,
    variants: z.array(TrialVariant).length(2),
    excluded: z.int().meta({ description: 'People who were two when they were sent both wordings, and are one since' }),
    difference: z
      .object({ value: z.number(), low: z.number(), high: z.number() })
      .nullable()
      .meta({ description: 'B − A of what decides, with the interval of this one moment (Newcombe)' }),
    better: z
      .enum(['A', 'B'])
      .nullable()
      .meta({ description: 'Null: no difference can be claimed yet. May be looked at as often as one likes' }),
    peopleToTell: z.int().nullable().meta({
      description: 'About how many more people until a difference of `points` will have shown; null: too many',
    }),
    supposed: z.number().meta({ description: 'The rate of A from which that is reckoned' }),
  })
  .meta({ id: 'TrialReport' })
export type TrialReport = z.output<typeof TrialReport>

export const startTrial = route({
  id: 'startTrial',
  method: 'POST',
  path: '/v1/relay/trials',
  summary: 'Begin to compare the words of one kind of letter with others',
  permission: 'relay:configure',
  body: z.object({
    id: z.uuid(),
    stage: LetterStage,
    offer: Linked,
    language: z.enum(['ja', 'en']),
    ...Reach.shape,
    outcome: Outcome,
    windowDays: z.int().min(1).max(60).default(14),
    points: z.int().min(1).max(50).default(10),
    ...Words.shape,
  }),
  status: 201,
  response: LetterTrial,
})

export const listTrials = route({
  id: 'listTrials',
  method: 'GET',
  path: '/v1/relay/trials',
  summary: 'Comparisons of words, the newest first',
  permission: 'relay:read',
  query: z.object({ ...Paging.shape, state: LetterTrial.shape.state.optional() }),
  status: 200,
  response: z.object({ trials: z.array(LetterTrial), nextCursor: z.string().nullable() }),
})

export const readTrial = route({
  id: 'readTrial',
  method: 'GET',
  path: '/v1/relay/trials/:id',
  summary: 'What came of each wording, and what can be said of it yet',
  permission: 'relay:read',
  params: Id,
  status: 200,
  response: TrialReport,
})

export const endTrial = route({
  id: 'endTrial',
  method: 'POST',
  path: '/v1/relay/trials/:id/end',
  summary: 'End a comparison, with the wording that a human keeps',
  permission: 'relay:configure',
  params: Id,
  body: z.object({ keep: z.enum(['A', 'B']) }),
  status: 200,
  response: LetterTrial,
})
