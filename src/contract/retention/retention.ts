import { z } from 'zod'
import { Instant, Paging, ReadVersion, route } from '../route.ts'

/** What a company knows people as, when it asks how long they are kept. One person is of one class. */
export const retentionClasses = ['APPLICANT', 'EVENT_ATTENDEE', 'REJECTED', 'WITHDRAWN', 'HIRED'] as const
export const RetentionClass = z.enum([...retentionClasses, 'MEMBER']).meta({
  description:
    'MEMBER: registered in the relay, known to its operator alone. HIRED: hired once. REJECTED, WITHDRAWN: how the last selection ended. APPLICANT: applied, and no end is on record. EVENT_ATTENDEE: in the pool without any application.',
})
export type RetentionClass = z.output<typeof RetentionClass>

/** Why somebody whose time is over stays all the same. */
export const keptReasons = [
  'HELD',
  'IN_PROCESS',
  'OFFERED',
  'OPEN_REQUEST',
  'OPEN_INTRODUCTION',
  'OPEN_DISPUTE',
  'LETTER_WAITING',
  'CONSENT',
  'MEMBERSHIP',
  'ANSWER_AWAITED',
  'CONTACTS_SPENT',
  'UNREACHABLE',
  'RULE_OFF',
  'NOT_DUE',
  'GONE',
] as const
export const KeptReason = z.enum(keptReasons).meta({
  description:
    'HELD: a legal hold. ANSWER_AWAITED: was asked whether to stay, and has time to answer. CONTACTS_SPENT: no contact that the member allows is left for the question. UNREACHABLE: cannot be asked, and has more time for that. RULE_OFF: no rule for the class is switched on. NOT_DUE: something happened since the list was made. GONE: erased or joined with somebody else meanwhile.',
})
export type KeptReason = z.output<typeof KeptReason>

export const clockStarts = ['END', 'LAST_HEARD'] as const

export const RetentionTerms = z.object({
  months: z.int().min(1).max(240),
  startsAt: z.enum(clockStarts).meta({
    description:
      'What the months are counted from. END: what made the person one of the class. LAST_HEARD: the same, or anything heard from the person or a source since.',
  }),
  isOn: z.boolean().meta({ description: 'Nobody of the class is ever deleted while this is off' }),
})
export type RetentionTerms = z.output<typeof RetentionTerms>

export const RetentionRule = RetentionTerms.extend({
  class: RetentionClass,
  version: z.int().meta({ description: '0 while nobody has set the rule and the default is shown' }),
  changedBy: z.string().nullable(),
  changedAt: Instant.nullable(),
}).meta({ id: 'RetentionRule' })
export type RetentionRule = z.output<typeof RetentionRule>

export const listRetentionRules = route({
  id: 'listRetentionRules',
  method: 'GET',
  path: '/v1/consent/retention/rules',
  summary: 'How long people of each class are kept, and whether the rule is switched on',
  permission: 'consent:read',
  status: 200,
  response: z.object({ rules: z.array(RetentionRule) }),
})

export const changeRetentionRule = route({
  id: 'changeRetentionRule',
  method: 'PUT',
  path: '/v1/consent/retention/rules/:class',
  summary: 'Set how long people of a class are kept; deletes nobody by itself',
  permission: 'consent:manage',
  params: z.object({ class: RetentionClass }),
  body: RetentionTerms.extend({ version: ReadVersion.meta({ description: 'The version that was read' }) }),
  status: 200,
  response: RetentionRule,
})

const Reason = z.string().trim().min(1).max(1000)

export const LegalHold = z
  .object({
    id: z.uuid(),
    personId: z.uuid(),
    personName: z.string().nullable(),
    reason: z.string(),
    placedBy: z.string(),
    placedAt: Instant,
    liftedBy: z.string().nullable(),
    liftedAt: Instant.nullable(),
    liftedBecause: z.string(),
  })
  .meta({ id: 'LegalHold' })
export type LegalHold = z.output<typeof LegalHold>

export const listLegalHolds = route({
  id: 'listLegalHolds',
  method: 'GET',
  path: '/v1/consent/holds',
  summary: 'Who must not be deleted, since when, why and by whose word; the newest first',
  permission: 'consent:read',
  query: z.object({
    ...Paging.shape,
    cursor: z.uuid().optional(),
    personId: z.uuid().optional(),
    state: z.enum(['OPEN', 'LIFTED']).optional(),
  }),
  status: 200,
  response: z.object({ holds: z.array(LegalHold), nextCursor: z.string().nullable() }),
})

export const placeLegalHold = route({
  id: 'placeLegalHold',
  method: 'POST',
  path: '/v1/consent/holds',
  summary: 'Keep a person from being deleted, whatever the rules and whoever asks',
  permission: 'consent:manage',
  body: z.object({ id: z.uuid(), personId: z.uuid(), reason: Reason }),
  status: 201,
  response: LegalHold,
})

export const liftLegalHold = route({
  id: 'liftLegalHold',
  method: 'POST',
  path: '/v1/consent/holds/:id/lifting',
  summary: 'End a legal hold; erasures that waited for it go on',
  permission: 'consent:manage',
  params: z.object({ id: z.uuid() }),
  body: z.object({ because: Reason }),
  status: 200,
  response: LegalHold,
})

/** Who makes the lists that nobody asked for, and carries out all of them. */
export const retentionProgram = 'consent.retention'

export const runPhases = ['LISTING', 'LISTED', 'SCHEDULED', 'DONE', 'CALLED_OFF'] as const

const Counts = z.object({
  asks: z.int().meta({ description: 'To be asked whether to stay, or asked already; members alone' }),
  deletes: z.int().meta({ description: 'To be deleted, or deleted already' }),
  kept: z.int().meta({ description: 'Past their time and kept for a reason' }),
  notDue: z.int().meta({ description: 'Not past their time' }),
  asked: z.int(),
  deleted: z.int(),
  spared: z.int().meta({ description: 'On the list to be deleted, and kept after all' }),
})

export const runKinds = ['RULES', 'UNKNOWN_BASIS', 'MEMBERS'] as const

export const RetentionRun = z
  .object({
    id: z.uuid(),
    kind: z.enum(runKinds).meta({
      description:
        'RULES: who is past their time. UNKNOWN_BASIS: who was asked whether they may be kept, and never answered. MEMBERS: members of the relay who were not heard of for long, by its operator',
    }),
    graceDays: z.int().nullable().meta({ description: 'UNKNOWN_BASIS: so long after the question' }),
    phase: z.enum(runPhases),
    isStuck: z.boolean().meta({ description: 'The work on it was given up; trying again goes on where it stopped' }),
    people: z.int().meta({ description: 'Looked at so far' }),
    rules: z.partialRecord(RetentionClass, RetentionTerms).meta({ description: 'As they stood when it was made' }),
    classes: z.partialRecord(RetentionClass, Counts),
    reasons: z.partialRecord(KeptReason, z.int()).meta({ description: 'How many are kept, by reason' }),
    sparedReasons: z.partialRecord(KeptReason, z.int()),
    madeBy: z.string(),
    madeAt: Instant,
    listedAt: Instant.nullable(),
    scheduledBy: z.string().nullable(),
    scheduledAt: Instant.nullable(),
    startsAt: Instant.nullable().meta({ description: 'Until then nobody is deleted and the run can be called off' }),
    calledOffBy: z.string().nullable(),
    calledOffAt: Instant.nullable(),
    endedAt: Instant.nullable(),
  })
  .meta({ id: 'RetentionRun' })
export type RetentionRun = z.output<typeof RetentionRun>

export const makeRetentionRun = route({
  id: 'makeRetentionRun',
  method: 'POST',
  path: '/v1/consent/retention/runs',
  summary: 'A dry run: list who is past their time and who of them is kept and why; deletes nobody',
  permission: 'consent:manage',
  body: z.object({
    id: z.uuid(),
    kind: z.enum(runKinds).default('RULES'),
    graceDays: z.int().min(7).max(365).default(30),
    class: RetentionClass.optional().meta({ description: 'RULES: the class that `months` is for' }),
    months: z.int().min(1).max(240).optional().meta({
      description:
        'What a rule of so many months would do, for members or for one class; such a list cannot be scheduled. Without it, the rules as they are set',
    }),
  }),
  status: 201,
  response: RetentionRun,
})

export const listRetentionRuns = route({
  id: 'listRetentionRuns',
  method: 'GET',
  path: '/v1/consent/retention/runs',
  summary: 'Dry runs and deletions, the newest first',
  permission: 'consent:read',
  query: z.object({ ...Paging.shape, cursor: z.uuid().optional() }),
  status: 200,
  response: z.object({ runs: z.array(RetentionRun), nextCursor: z.string().nullable() }),
})

/** The classes that a run of a kind is about. */
export const classesOf = (kind: RetentionRun['kind']): readonly RetentionClass[] =>
  kind === 'MEMBERS' ? ['MEMBER'] : retentionClasses

const one = z.object({ id: z.uuid() })

export const readRetentionRun = route({
  id: 'readRetentionRun',
  method: 'GET',
  path: '/v1/consent/retention/runs/:id',
  summary: 'One run: how far it is, and how many are deleted or kept, by class and reason',
  permission: 'consent:read',
  params: one,
  status: 200,
  response: RetentionRun,
})

export const RetentionPerson = z
  .object({
    personId: z.uuid().meta({ description: 'Of a member: an id that stands for them on this one list alone' }),
    personName: z.string().nullable(),
    class: RetentionClass,
    step: z.enum(['ASK', 'DELETE']).meta({ description: 'ASK: they are asked first whether to stay' }),
    since: Instant.meta({ description: 'What the months are counted from' }),
    pastAt: Instant.meta({ description: 'When their time was over' }),
    reasons: z.array(KeptReason).meta({
      description:
        'Why they are kept; empty: to be asked or deleted. A hold that was placed since the list was made is among them',
    }),
    keptUntil: Instant.nullable().meta({ description: 'When the last of the reasons ends by itself' }),
    outcome: z.enum(['ASKED', 'DELETED', 'KEPT']).nullable(),
    outcomeReasons: z.array(KeptReason),
    settledAt: Instant.nullable(),
  })
  .meta({ id: 'RetentionPerson' })
export type RetentionPerson = z.output<typeof RetentionPerson>

export const RetentionFilter = z.object({
  verdict: z.enum(['ASK', 'DELETE', 'KEEP']).optional(),
  class: RetentionClass.optional(),
  reason: KeptReason.optional().meta({ description: 'Kept for this reason, on the list or at the moment of deletion' }),
  outcome: z.enum(['ASKED', 'DELETED', 'KEPT']).optional(),
})

export const listRetentionPeople = route({
  id: 'listRetentionPeople',
  method: 'GET',
  path: '/v1/consent/retention/runs/:id/people',
  summary: 'Everybody on a run who is past their time, the longest first',
  permission: 'consent:read',
  params: one,
  query: RetentionFilter.extend({ ...Paging.shape, cursor: z.uuid().optional() }),
  status: 200,
  response: z.object({ people: z.array(RetentionPerson), nextCursor: z.string().nullable() }),
})

export const scheduleRetentionRun = route({
  id: 'scheduleRetentionRun',
  method: 'POST',
  path: '/v1/consent/retention/runs/:id/schedule',
  summary: 'Delete those on the list, after a wait in which it can be called off; each is judged once more then',
  permission: 'people:erase',
  params: one,
  body: z.object({
    waitHours: z.int().min(1).max(720).default(24),
    deletes: z.int().min(0).meta({ description: 'How many the list said; another number is refused' }),
    asks: z.int().min(0).default(0).meta({ description: 'How many the list said are asked first' }),
  }),
  status: 200,
  response: RetentionRun,
})

export const callOffRetentionRun = route({
  id: 'callOffRetentionRun',
  method: 'POST',
  path: '/v1/consent/retention/runs/:id/calling-off',
  summary: 'Call a deletion off; whoever was not deleted yet stays',
  permission: 'consent:manage',
  params: one,
  status: 200,
  response: RetentionRun,
})

export const retryRetentionRun = route({
  id: 'retryRetentionRun',
  method: 'POST',
  path: '/v1/consent/retention/runs/:id/retry',
  summary: 'Go on with a run that was given up, where it stopped',
  permission: 'consent:manage',
  params: one,
  status: 200,
  response: RetentionRun,
})
