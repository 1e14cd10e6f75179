import { z } from 'zod'
import { Instant, Paging, route } from '../route.ts'

/** On what ground a company keeps a person. One person has one, the first of the list that holds. */
export const basisStates = ['CONSENT', 'SELECTION', 'REFUSED', 'MEMBER', 'PUBLISHED', 'EXPIRED', 'UNKNOWN'] as const
export const BasisState = z.enum(basisStates).meta({
  description:
    'CONSENT: agreed to stay, and the consent holds. SELECTION: in process, offered or hired. REFUSED: refused or withdrew. MEMBER: registered in the relay. PUBLISHED: applied after the company recorded its purpose. EXPIRED: agreed once, and the consent has ended. UNKNOWN: none of these.',
})
export type BasisState = z.output<typeof BasisState>

/** Why somebody is not asked. */
export const notAskedReasons = [
  'NO_ADDRESS',
  'BOUNCED',
  'COMPLAINED',
  'OPTED_OUT',
  'UNREACHABLE',
  'STOP_REQUESTED',
  'ASKED_BEFORE',
  'BUDGET',
  'BASIS_KNOWN',
  'GONE',
] as const
export const NotAskedReason = z.enum(notAskedReasons)
export type NotAskedReason = z.output<typeof NotAskedReason>

export const readBasisStates = route({
  id: 'readBasisStates',
  method: 'GET',
  path: '/v1/relay/basis',
  summary: 'How many people are kept on which ground, and of how many nobody knows',
  permission: 'consent:read',
  status: 200,
  response: z.object({ states: z.record(BasisState, z.int()), unanswered: z.int() }),
})

export const BasisPerson = z
  .object({
    personId: z.uuid(),
    personName: z.string().nullable(),
    state: BasisState,
    since: Instant.nullable().meta({ description: 'Of the decision, or of the last application' }),
    until: Instant.nullable().meta({ description: 'CONSENT and EXPIRED: its end' }),
    askedAt: Instant.nullable().meta({ description: 'When they were asked last' }),
  })
  .meta({ id: 'BasisPerson' })
export type BasisPerson = z.output<typeof BasisPerson>

export const BasisFilter = z.object({
  state: BasisState.optional(),
  asked: z.enum(['UNANSWERED', 'NEVER']).optional(),
})

export const listBasisPeople = route({
  id: 'listBasisPeople',
  method: 'GET',
  path: '/v1/relay/basis/people',
  summary: 'Who is kept on which ground, page by page',
  permission: 'consent:read',
  query: BasisFilter.extend({ ...Paging.shape, cursor: z.uuid().optional() }),
  status: 200,
  response: z.object({ people: z.array(BasisPerson), nextCursor: z.string().nullable() }),
})

export const Asking = z
  .object({
    id: z.uuid(),
    phase: z.enum(['LISTED', 'MAILING', 'DONE', 'STOPPED']),
    isStuck: z.boolean(),
    perDay: z.int(),
    asks: z.int().meta({ description: 'Who is asked, or was' }),
    reasons: z.partialRecord(NotAskedReason, z.int()).meta({ description: 'Who is not, by reason' }),
    queued: z.int().meta({ description: 'Mails handed over so far' }),
    sent: z.int(),
    dropped: z.partialRecord(NotAskedReason, z.int()).meta({ description: 'On the list, and not asked after all' }),
    stays: z.int(),
    leaves: z.int(),
    nextAt: Instant.nullable().meta({ description: 'When the next mails leave' }),
    madeBy: z.string(),
    madeAt: Instant,
    approvedBy: z.string().nullable(),
    approvedAt: Instant.nullable(),
    endedAt: Instant.nullable(),
  })
  .meta({ id: 'Asking' })
export type Asking = z.output<typeof Asking>

export const makeAsking = route({
  id: 'makeAsking',
  method: 'POST',
  path: '/v1/relay/askings',
  summary: 'Pre-flight: who would be asked whether they may be kept, who would not, and why; sends nothing',
  permission: 'relay:send',
  body: z.object({ id: z.uuid() }),
  status: 201,
  response: Asking,
})

export const listAskings = route({
  id: 'listAskings',
  method: 'GET',
  path: '/v1/relay/askings',
  summary: 'Campaigns that ask people whether they may be kept, the newest first',
  permission: 'relay:read',
  query: z.object({ ...Paging.shape, cursor: z.uuid().optional() }),
  status: 200,
  response: z.object({ askings: z.array(Asking), nextCursor: z.string().nullable() }),
})

const one = z.object({ id: z.uuid() })

export const readAsking = route({
  id: 'readAsking',
  method: 'GET',
  path: '/v1/relay/askings/:id',
  summary: 'One campaign: how far it is, and what was answered',
  permission: 'relay:read',
  params: one,
  status: 200,
  response: Asking,
})

export const AskedPerson = z
  .object({
    personId: z.uuid(),
    personName: z.string().nullable(),
    reason: NotAskedReason.nullable().meta({ description: 'Null: is asked' }),
    outcome: z.union([z.literal('QUEUED'), NotAskedReason]).nullable(),
    sentAt: Instant.nullable(),
    answer: z.enum(['STAYS', 'LEAVES']).nullable(),
    answeredAt: Instant.nullable(),
  })
  .meta({ id: 'AskedPerson' })
export type AskedPerson = z.output<typeof AskedPerson>

export const listAskedPeople = route({
  id: 'listAskedPeople',
  method: 'GET',
  path: '/v1/relay/askings/:id/people',
  summary: 'The people of a campaign, page by page',
  permission: 'relay:read',
  params: one,
  query: z.object({
    ...Paging.shape,
    cursor: z.uuid().optional(),
    reason: z.union([z.literal('NONE'), NotAskedReason]).optional(),
    answer: z.enum(['STAYS', 'LEAVES', 'NONE']).optional(),
  }),
  status: 200,
  response: z.object({ people: z.array(AskedPerson), nextCursor: z.string().nullable() }),
})

export const approveAsking = route({
  id: 'approveAsking',
  method: 'POST',
  path: '/v1/relay/askings/:id/approval',
  summary: 'Send the mails of a campaign, so many a day; each person is judged once more as their mail leaves',
  permission: 'relay:send',
  params: one,
  body: z.object({
    perDay: z.int().min(1).max(5000),
    asks: z.int().min(1).meta({ description: 'How many the list said; another number is refused' }),
  }),
  status: 200,
  response: Asking,
})

export const stopAsking = route({
  id: 'stopAsking',
  method: 'POST',
  path: '/v1/relay/askings/:id/stop',
  summary: 'Stop a campaign: whoever was not written to yet is not',
  permission: 'relay:send',
  params: one,
  status: 200,
  response: Asking,
})
