import { z } from 'zod'
import { Instant, route } from './route.ts'
import { ApplicationState, Stage } from './selection/selection-terms.ts'

/** The same said in both languages; a program shows the one its reader uses. */
export const Words = z.object({ ja: z.string(), en: z.string() }).meta({ id: 'Words' })
export type Words = z.output<typeof Words>

export const matchPools = ['OWN', 'RELAY'] as const
export const MatchPool = z.enum(matchPools)
export type MatchPool = z.output<typeof MatchPool>

export const matchParts = [
  'REQUIRED_SKILLS',
  'PREFERRED_SKILLS',
  'WORK',
  'EXPERIENCE',
  'STAGE_REACHED',
  'EVALUATION',
  'FRESHNESS',
  'SIGNALS',
] as const

export const MatchReason = z.object({ code: z.string(), ...Words.shape })

export const MatchPart = z.object({
  part: z.enum(matchParts),
  contribution: z.int().min(0),
  maximum: z.int().min(0),
  reasons: z.array(MatchReason),
})

export const MatchedPerson = z.object({
  id: z.uuid(),
  name: z.string().nullable(),
  employer: z.string().nullable(),
  title: z.string().nullable(),
  prefecture: z.string().nullable(),
  skills: z.array(z.string()),
  updatedAt: Instant,
  lastApplication: z
    .object({
      openingId: z.uuid(),
      openingTitle: z.string(),
      stage: Stage,
      state: ApplicationState,
      appliedAt: Instant,
      endedAt: Instant.nullable(),
    })
    .nullable(),
  appliedToThis: z.boolean().meta({ description: 'The person applied to this very opening before.' }),
})

export const anonymousFacts = ['occupation', 'places', 'remote', 'salary', 'start', 'terms', 'skills'] as const
export const AnonymousPeople = z.object({
  refs: z.array(z.string()).min(1).meta({
    description: 'One for each person of whom exactly this is told; valid for this company and this opening alone.',
  }),
  facts: z.array(z.object({ fact: z.enum(anonymousFacts), ...Words.shape })),
})

export const Match = z
  .object({
    rank: z
      .int()
      .min(1)
      .nullable()
      .meta({ description: 'Null where nothing is ranked, or nothing was asked to rank by.' }),
    score: z.int().min(0).nullable().meta({ description: 'Exactly the sum of the parts. It decides nothing.' }),
    maximum: z.int().min(0),
    parts: z.array(MatchPart),
    missingFacts: z.array(Words),
    toVerify: z.array(MatchReason),
    person: MatchedPerson.nullable(),
    anonymous: AnonymousPeople.nullable(),
  })
  .meta({ id: 'Match' })
export type Match = z.output<typeof Match>

export const Matches = z
  .object({
    openingId: z.uuid(),
    pool: MatchPool,
    mode: z.enum(['IN_HOUSE', 'GROUP', 'INFO_PROVISION', 'PLACEMENT']),
    ranked: z.boolean(),
    unrankedBecause: z.enum(['RANKING_OFF', 'INFO_PROVISION']).nullable(),
    rankingId: z.uuid().meta({ description: 'The row of the log that tells how this list came about.' }),
    weightsVersion: z.string().meta({ description: 'Names the weights and the rules that made the order' }),
    considered: z.int().min(0),
    people: z.int().min(0).meta({
      description: 'How many fail none of the conditions. What is not known of somebody excludes nobody.',
    }),
    known: z.int().min(0).nullable().meta({
      description:
        'How many of `people` are known to meet every condition; of the others something is to be verified. Null where nothing is selected.',
    }),
    total: z
      .int()
      .min(0)
      .meta({ description: 'How many rows they stand in: anonymous people of whom the same is told share one.' }),
    page: z.int().min(1),
    limit: z.int().min(1),
    setAside: z.object({ inProcess: z.int().min(0), hired: z.int().min(0), stopped: z.int().min(0) }).meta({
      description:
        'Left out because they are in process, employed here, or asked that their data is used no more or erased.',
    }),
    excluded: z.array(z.object({ condition: z.string(), count: z.int().min(0), ...Words.shape })),
    nearMisses: z.array(z.object({ gained: z.int().min(0), ...Words.shape })),
    facets: z.array(
      z.object({
        facet: z.enum(['region', 'stage', 'occupation', 'places']),
        values: z.array(z.object({ value: z.string(), count: z.int().min(0), ...Words.shape })),
        unknown: z.int().min(0).meta({
          description: 'Of those who fit, whose value is not known: whoever narrows by this facet leaves them out.',
        }),
      }),
    ),
    suppressed: z
      .object({
        /** Rounded to fives; null where there are so few that even the count is withheld. */
        count: z.int().min(0).nullable(),
        k: z.int().min(2),
      })
      .nullable()
      .meta({ description: 'Members who cannot be shown yet, since fewer than k share what would be told of them.' }),
    items: z.array(Match),
  })
  .meta({ id: 'Matches' })
export type Matches = z.output<typeof Matches>

export const listMatches = route({
  id: 'listMatches',
  method: 'GET',
  path: '/v1/openings/:id/matches',
  summary: 'People who fit an opening, from the own pool or anonymous from the relay, each rank with its reasons',
  permission: 'matching:read',
  params: z.object({ id: z.uuid() }),
  query: z.object({
    pool: MatchPool.default('OWN'),
    page: z.coerce.number().int().min(1).max(1000).default(1),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    region: z.string().max(40).optional(),
    stage: Stage.optional(),
    occupation: z.string().max(100).optional(),
    places: z.string().max(200).optional(),
  }),
  status: 200,
  response: Matches,
})

export const OpeningNews = z
  .object({
    openingId: z.uuid(),
    title: z.string(),
    people: z.int().min(0).meta({ description: 'How many of the own pool fail none of the conditions.' }),
    known: z.int().min(0).meta({ description: 'How many of them are known to meet every condition.' }),
    fresh: z.int().min(0).meta({
      description: 'Those of them who came or changed since somebody last looked; all where nobody has looked yet.',
    }),
    lookedAt: Instant.nullable(),
  })
  .meta({ id: 'OpeningNews' })
export type OpeningNews = z.output<typeof OpeningNews>

export const listOpeningNews = route({
  id: 'listOpeningNews',
  method: 'GET',
  path: '/v1/matching/openings',
  summary: 'For each open opening, how many people of the own pool fit, and how many since somebody last looked',
  permission: 'matching:read',
  status: 200,
  response: z.object({ openings: z.array(OpeningNews) }),
})

export const FittingOpenings = z
  .object({
    considered: z.int().min(0),
    standing: z
      .enum(['IN_PROCESS', 'HIRED', 'STOPPED'])
      .nullable()
      .meta({ description: 'Then nothing is looked for.' }),
    ranked: z.boolean(),
    weightsVersion: z.string(),
    items: z.array(
      z.object({
        openingId: z.uuid(),
        title: z.string(),
        applied: z.boolean(),
        score: z.int().min(0).nullable(),
        maximum: z.int().min(0),
        parts: z.array(MatchPart),
        missingFacts: z.array(Words),
        toVerify: z.array(MatchReason),
      }),
    ),
  })
  .meta({ id: 'FittingOpenings' })
export type FittingOpenings = z.output<typeof FittingOpenings>

export const listFittingOpenings = route({
  id: 'listFittingOpenings',
  method: 'GET',
  path: '/v1/people/:id/openings',
  summary: 'The open openings that a person of the own pool fits, with the reasons',
  permission: 'matching:read',
  params: z.object({ id: z.uuid() }),
  status: 200,
  response: FittingOpenings,
})

/** An employer whose people the company does not approach by its own decision: a customer, a partner. */
export const LeftAlone = z.object({
  company: z.string().trim().min(1).max(120),
  reason: z.string().trim().min(1).max(300),
})
export type LeftAlone = z.output<typeof LeftAlone>

export const MatchingSettings = z
  .object({
    rankingOff: z.boolean(),
    leftAlone: z.array(LeftAlone).max(200).meta({
      description:
        'Employers whose people are no candidates of the own pool, by name, and why. It binds this company alone; nobody can keep people from being shown to others but they themselves',
    }),
  })
  .meta({ id: 'MatchingSettings' })
export type MatchingSettings = z.output<typeof MatchingSettings>

export const readMatchingSettings = route({
  id: 'readMatchingSettings',
  method: 'GET',
  path: '/v1/matching/settings',
  summary: 'Whether people are ranked here at all, and whose people are left alone',
  permission: 'matching:read',
  status: 200,
  response: MatchingSettings,
})

export const changeMatchingSettings = route({
  id: 'changeMatchingSettings',
  method: 'PUT',
  path: '/v1/matching/settings',
  summary: 'Turn ranking off or on (lists then stand without order and scores); say whose people are left alone',
  permission: 'company:manage',
  body: MatchingSettings.partial({ leftAlone: true }),
  status: 200,
  response: MatchingSettings,
})

export const MatchingRanking = z.object({
  id: z.uuid(),
  openingId: z.uuid(),
  pool: MatchPool,
  ranked: z.boolean(),
  inputsHash: z.string(),
  weightsVersion: z.string(),
  considered: z.int(),
  listed: z.int(),
  askedBy: z.string(),
  recordedAt: Instant,
})

export const listRankings = route({
  id: 'listRankings',
  method: 'GET',
  path: '/v1/openings/:id/rankings',
  summary: 'The log of what was ranked for an opening: inputs, weights, who asked; newest first',
  permission: 'matching:read',
  params: z.object({ id: z.uuid() }),
  query: z.object({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  status: 200,
  response: z.object({ rankings: z.array(MatchingRanking) }),
})

export const LoggedRanking = MatchingRanking.extend({
  openingTitle: z.string(),
  asked: z.array(Words).meta({ description: 'What the opening asked when the list was made.' }),
  excluded: z
    .array(z.object({ condition: z.string(), count: z.int().min(0), ...Words.shape }))
    .meta({ description: 'How many failed each condition.' }),
}).meta({ id: 'LoggedRanking' })
export type LoggedRanking = z.output<typeof LoggedRanking>

export const listRankingLog = route({
  id: 'listRankingLog',
  method: 'GET',
  path: '/v1/matching/rankings',
  summary: 'Every list that matching made: what was asked, of how many, by which weights, for whom; newest first',
  permission: 'audit:read',
  query: z.object({ cursor: z.uuid().optional(), limit: z.coerce.number().int().min(1).max(200).default(50) }),
  status: 200,
  response: z.object({
    rankings: z.array(LoggedRanking),
    nextCursor: z.uuid().nullable(),
    keptDays: z.int(),
  }),
})
