import { z } from 'zod'
import { Scope } from './relay.ts'
import { NoLetterReason } from './relay-terms.ts'
import { Done, Instant, Paging, route } from '../route.ts'

const Id = z.object({ id: z.uuid() })

export const CampaignFilter = z.object({
  scope: Scope.optional(),
  openingId: z.uuid().optional(),
  untold: z.literal(true).optional().meta({ description: 'Only people who have not been told' }),
  endedFrom: Instant.optional(),
  endedUntil: Instant.optional(),
  applicationIds: z
    .array(z.uuid())
    .min(1)
    .max(500)
    .optional()
    .meta({ description: 'Each of them is in the pre-flight; one that the rest of the filter leaves out says so' }),
})

export const PreflightRow = z
  .object({
    applicationId: z.uuid(),
    personId: z.uuid().nullable().meta({ description: 'Null: the application cannot be read any more' }),
    personName: z.string().nullable(),
    openingTitle: z.string(),
    endedAt: Instant.nullable(),
    reason: NoLetterReason.nullable().meta({ description: 'Null: gets a letter' }),
    outcome: z
      .string()
      .nullable()
      .meta({ description: 'What became of it at the approval: SCHEDULED, or the reason that has come up since' }),
  })
  .meta({ id: 'PreflightRow' })
export type PreflightRow = z.output<typeof PreflightRow>

export const PreflightProgress = z
  .object({
    work: z.enum(['JUDGING', 'SCHEDULING']),
    state: z.enum(['RUNNING', 'DONE', 'FAILED']),
    done: z.int(),
    total: z.int(),
  })
  .meta({ id: 'PreflightProgress' })
export type PreflightProgress = z.output<typeof PreflightProgress>

export const PreflightState = z.enum(['JUDGING', 'OPEN', 'APPROVED', 'DISCARDED', 'STOPPED'])
export type PreflightState = z.output<typeof PreflightState>

export const Preflight = z
  .object({
    id: z.uuid(),
    kind: z.enum(['SWITCH_ON', 'CAMPAIGN']),
    scope: z.string().nullable(),
    state: PreflightState,
    madeAt: Instant,
    finishedAt: Instant.nullable().meta({ description: 'When everybody had been judged' }),
    approvedAt: Instant.nullable(),
    fingerprint: z
      .string()
      .nullable()
      .meta({ description: 'Stands for every person and verdict shown; the approval names it. Null until finished' }),
    people: z
      .int()
      .meta({ description: 'Everybody whom the filter names: judged, with or without a letter, or waiting' }),
    judged: z.int(),
    sends: z.int(),
    reasons: z.partialRecord(NoLetterReason, z.int()),
    outcomes: z.record(z.string(), z.int()).meta({ description: 'What became of those marked to send, by outcome' }),
    progress: PreflightProgress,
  })
  .meta({ id: 'Preflight' })
export type Preflight = z.output<typeof Preflight>

export const makePreflight = route({
  id: 'makePreflight',
  method: 'POST',
  path: '/v1/relay/preflights',
  summary: 'Who would get a letter, who would not, and why, judged in the background; sends nothing',
  permission: 'relay:send',
  body: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('SWITCH_ON'), id: z.uuid(), scope: Scope }),
    z.object({ kind: z.literal('CAMPAIGN'), id: z.uuid(), filter: CampaignFilter }),
  ]),
  status: 201,
  response: Preflight,
})

export const readPreflight = route({
  id: 'readPreflight',
  method: 'GET',
  path: '/v1/relay/preflights/:id',
  summary: 'A stored pre-flight: how far it is, and how many get a letter or not, by reason',
  permission: 'relay:read',
  params: Id,
  status: 200,
  response: Preflight,
})

export const listPreflightRows = route({
  id: 'listPreflightRows',
  method: 'GET',
  path: '/v1/relay/preflights/:id/rows',
  summary: 'The people of a pre-flight who have been judged, page by page',
  permission: 'relay:read',
  params: Id,
  query: z.object({
    ...Paging.shape,
    cursor: z.uuid().optional(),
    reason: z
      .union([z.literal('NONE'), NoLetterReason])
      .optional()
      .meta({ description: 'NONE: those who get a letter' }),
    outcome: z.string().max(60).optional(),
  }),
  status: 200,
  response: z.object({ rows: z.array(PreflightRow), nextCursor: z.uuid().nullable() }),
})

export const approvePreflight = route({
  id: 'approvePreflight',
  method: 'POST',
  path: '/v1/relay/preflights/:id/approval',
  summary: 'Approve a finished pre-flight as it was shown: switch letters on, or schedule the letters of a campaign',
  permission: 'relay:configure',
  params: Id,
  body: z.object({ fingerprint: z.string().max(100) }),
  status: 200,
  response: z.object({
    scheduled: z.int(),
    waiting: z.int().meta({ description: 'Still to be judged once more and scheduled, in the background' }),
  }),
})

export const discardPreflight = route({
  id: 'discardPreflight',
  method: 'POST',
  path: '/v1/relay/preflights/:id/discard',
  summary: 'Put a pre-flight aside, also while it is being judged',
  permission: 'relay:send',
  params: Id,
  status: 200,
  response: Done,
})

export const stopPreflight = route({
  id: 'stopPreflight',
  method: 'POST',
  path: '/v1/relay/preflights/:id/stop',
  summary: 'Stop an approved campaign half way: letters that have not left are taken back, none is scheduled any more',
  permission: 'relay:send',
  params: Id,
  status: 200,
  response: z.object({ takenBack: z.int(), left: z.int().meta({ description: 'Letters that had left already' }) }),
})

export const retryPreflight = route({
  id: 'retryPreflight',
  method: 'POST',
  path: '/v1/relay/preflights/:id/retry',
  summary: 'Go on with a pre-flight whose work was given up, from where it stopped',
  permission: 'relay:send',
  params: Id,
  status: 200,
  response: Preflight,
})
