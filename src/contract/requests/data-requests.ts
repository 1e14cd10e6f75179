import { z } from 'zod'
import { disclosureForms, handovers } from './disclosure-forms.ts'
import { personFields } from '../people/person-fields.ts'
import { AskedDay, Day, Instant, Paging, ReadVersion, route } from '../route.ts'
import { requestKinds, refusalGrounds } from './request-grounds.ts'
import { RequestRemark } from './request-remarks.ts'

export const requestStates = ['OPEN', 'ANSWERED', 'PARTIAL', 'DECLINED'] as const

/** How it was made sure that the request is the person's own. The first two are the program's own checks. */
export const identityChecks = ['CODE_BY_MAIL', 'MEMBER_SESSION', 'DOCUMENT', 'CALL_BACK', 'DETAILS_MATCHED'] as const

/** What staff can check by themselves. */
export const staffChecks = ['DOCUMENT', 'CALL_BACK', 'DETAILS_MATCHED'] as const

const Ground = z.enum(refusalGrounds)

/** One entry that the person says is wrong. Granting the request makes it so; refusing it takes their value back. */
export const Correction = z.object({
  field: z.enum(personFields),
  from: z.string().meta({ description: 'What stood there when the person said so; empty where it is not known' }),
  value: z.string().nullable().meta({
    description: 'What is right, as the person wrote it. Empty: the note alone says it. Null: it is to be deleted',
  }),
  note: z.string(),
  saidAt: Instant.optional().meta({
    description:
      'When the person said so, where it was in a visit. What is stated later stays when a deletion is granted',
  }),
})

export type Correction = z.output<typeof Correction>

export const DataRequest = z
  .object({
    id: z.uuid(),
    kind: z.enum(requestKinds),
    via: z.enum(['PORTAL', 'MAIL', 'PHONE', 'PAPER']),
    personId: z.uuid().nullable(),
    personName: z
      .string()
      .nullable()
      .meta({ description: 'Nothing while it is not known who asks, and after an erasure' }),
    said: z.string().meta({ description: 'What the person asked, in their words' }),
    remark: RequestRemark.nullable().meta({
      description: 'Why the program opened the request by itself, or what it adds to the words of whoever asks',
    }),
    wish: z.enum(disclosureForms).nullable().meta({
      description: 'In which form the person wishes to be disclosed what is held; null where none was named',
    }),
    corrections: z.array(Correction).meta({
      description:
        'What is to be corrected, where the person said so entry by entry; those of one visit are one request',
    }),
    state: z.enum(requestStates).meta({ description: 'PARTIAL: granted in part and refused in part' }),
    openedAt: Instant,
    dueAt: Instant.meta({ description: 'Fourteen days after it was opened' }),
    identity: z
      .object({ how: z.enum(identityChecks), note: z.string(), by: z.string(), at: Instant })
      .nullable()
      .meta({ description: 'How it was made sure that the person asks, and by whom' }),
    answer: z.string().nullable(),
    grounds: z.array(Ground).meta({ description: 'Why it was refused, in whole or in part' }),
    refused: z.string().meta({ description: 'What of it was refused' }),
    refusedFields: z.array(z.enum(personFields)).meta({ description: 'Which of the corrections were refused' }),
    told: z.enum(['MAIL', 'ELSEWHERE']).nullable().meta({ description: 'How the person was told' }),
    handover: z
      .object({
        how: z.enum(handovers),
        on: Day,
        note: z.string().meta({ description: 'Why it was not handed over as the person wished; they are told' }),
      })
      .nullable()
      .meta({ description: 'How what was disclosed reached the person' }),
    answeredBy: z.string().nullable(),
    answeredAt: Instant.nullable(),
    version: z.int().meta({ description: 'Grows with each correction that is added and with the answer' }),
    erasure: z
      .enum(['WAITING', 'HELD', 'DONE', 'FAILED'])
      .nullable()
      .meta({ description: 'What became of the erasure. HELD: it waits for a legal hold to be lifted' }),
  })
  .meta({ id: 'DataRequest' })

export type DataRequest = z.output<typeof DataRequest>

export const requestsDue = ['LATE', 'SOON'] as const

export const DataRequestFilter = z.object({
  state: DataRequest.shape.state.optional(),
  kind: DataRequest.shape.kind.optional(),
  due: z.enum(requestsDue).optional().meta({ description: 'LATE: past its day. SOON: three days or less are left' }),
  identity: z.enum(['CHECKED', 'UNCHECKED']).optional(),
  personId: z.uuid().optional().meta({ description: 'Only what this person asked, under all of their records' }),
  number: z.string().trim().min(1).max(40).optional().meta({
    description: 'The number by which the person and staff speak of a request, or how it begins',
  }),
})

export const listDataRequests = route({
  id: 'listDataRequests',
  method: 'GET',
  path: '/v1/consent/requests',
  summary: 'What people asked about their own data, the one that is due first at the top',
  permission: 'consent:read',
  query: DataRequestFilter.extend({ ...Paging.shape, cursor: z.uuid().optional() }),
  status: 200,
  response: z.object({
    requests: z.array(DataRequest),
    nextCursor: z.string().nullable(),
    erasures: z
      .object({ waiting: z.int(), failed: z.int() })
      .meta({ description: 'Erasures decided that are still being done, and those that could not be done' }),
  }),
})

const one = z.object({ id: z.uuid() })

export const Passing = z
  .object({
    id: z.uuid(),
    recipientName: z.string(),
    how: z.enum(['MAIL', 'PHONE', 'PAPER', 'SYSTEM']).meta({
      description: 'SYSTEM: passed on by the program, to a company of this installation',
    }),
    state: z.enum(['SENT', 'RECEIVED', 'DONE', 'REFUSED']),
    receipt: z.string().meta({ description: 'What the recipient answered, in the words that staff kept' }),
    grounds: z.array(Ground).meta({
      description: 'SYSTEM: on what grounds they refused, in whole or in part',
    }),
    sentAt: Instant,
    settledAt: Instant.nullable(),
    escalatedAt: Instant.nullable().meta({
      description: 'When the operator was told that the recipient had not taken it up within five minutes',
    }),
  })
  .meta({ id: 'Passing' })

export type Passing = z.output<typeof Passing>

export const readDataRequest = route({
  id: 'readDataRequest',
  method: 'GET',
  path: '/v1/consent/requests/:id',
  summary: 'One request, whom it was passed on to, and who received the data and was not told yet',
  permission: 'consent:read',
  params: one,
  status: 200,
  response: z.object({
    request: DataRequest,
    passings: z.array(Passing),
    recipients: z
      .array(
        z.object({
          id: z.string(),
          name: z.string(),
          shareId: z.uuid(),
          providedAt: Instant,
          items: z.array(z.string()),
        }),
      )
      .meta({ description: 'Who received data of this person, by the records of provision' }),
  }),
})

export const openDataRequest = route({
  id: 'openDataRequest',
  method: 'POST',
  path: '/v1/consent/requests',
  summary: 'Enter a request that came by telephone, mail or letter',
  permission: 'consent:manage',
  body: z.object({
    id: z.uuid(),
    kind: DataRequest.shape.kind,
    via: DataRequest.shape.via,
    personId: z.uuid().optional(),
    said: z.string().trim().min(1).max(4000),
    wish: DataRequest.shape.wish.unwrap().optional().meta({
      description: 'In which form the person wishes to be disclosed what is held; with other kinds it is refused',
    }),
  }),
  status: 201,
  response: DataRequest,
})

export const checkRequestIdentity = route({
  id: 'checkRequestIdentity',
  method: 'POST',
  path: '/v1/consent/requests/:id/identity',
  summary: 'Say whose request it is and how that was made sure; nothing is told to anybody before',
  permission: 'consent:manage',
  params: one,
  body: z.object({
    personId: z.uuid(),
    how: z.enum(staffChecks),
    note: z
      .string()
      .trim()
      .max(1000)
      .default('')
      .meta({ description: 'Which document, or what matched; no numbers of documents' }),
  }),
  status: 200,
  response: DataRequest,
})

const Answer = z.object({
  state: z.enum(['ANSWERED', 'PARTIAL', 'DECLINED']),
  answer: z.string().trim().min(1).max(4000).meta({ description: 'What the person is told' }),
  grounds: z.array(Ground).max(5).default([]).meta({ description: 'Needed for PARTIAL and DECLINED' }),
  refused: z.string().trim().max(1000).default('').meta({ description: 'What is refused; needed for PARTIAL' }),
  refusedFields: z.array(z.enum(personFields)).max(personFields.length).default([]).meta({
    description:
      'Which of the corrections are refused. With PARTIAL, where there are corrections: at least one and not all of them',
  }),
  version: ReadVersion.optional().meta({
    description: 'The version that was read: an answer to an earlier one is refused',
  }),
  told: z
    .enum(['MAIL', 'ELSEWHERE'])
    .default('ELSEWHERE')
    .meta({ description: 'MAIL: the person gets the answer by mail' }),
  handover: z
    .object({
      how: z.enum(handovers).meta({ description: 'PORTAL: the person saves it on their own page, behind a code' }),
      on: AskedDay.optional().meta({ description: 'Today where it is left out; no later day' }),
      note: z.string().trim().max(500).default('').meta({
        description: 'Why it is not handed over as the person wished; needed where it is not, and told to them',
      }),
    })
    .optional()
    .meta({
      description:
        'How what is disclosed reaches the person, with a disclosure that is granted. Left out with MAIL it is PORTAL; otherwise it is needed',
    }),
  erase: z
    .boolean()
    .default(false)
    .meta({ description: 'Erases the person once the answer has left; takes the permission people:erase' }),
})

export const answerDataRequest = route({
  id: 'answerDataRequest',
  method: 'POST',
  path: '/v1/consent/requests/:id/answer',
  summary: 'Grant a request, grant it in part, or refuse it with the grounds of the law',
  permission: 'consent:manage',
  params: one,
  body: Answer,
  status: 200,
  response: DataRequest,
})

export const answerErasures = route({
  id: 'answerErasures',
  method: 'POST',
  path: '/v1/consent/requests/erasures',
  summary: 'Grant many requests to erase at once; they are done one after the other in the background',
  permission: 'people:erase',
  body: z.object({
    ids: z.array(z.uuid()).min(1).max(1000),
    answer: Answer.shape.answer,
    told: Answer.shape.told,
  }),
  status: 202,
  response: z.object({
    accepted: z.int(),
    left: z.array(
      z.object({ id: z.uuid(), reason: z.enum(['CLOSED', 'NOT_AN_ERASURE', 'IDENTITY_UNCHECKED', 'HELD', 'UNKNOWN']) }),
    ),
  }),
})

export const passDataRequest = route({
  id: 'passDataRequest',
  method: 'POST',
  path: '/v1/consent/requests/:id/passings',
  summary: 'Note that whoever received the data was told of a request to correct, stop or erase',
  permission: 'consent:manage',
  params: one,
  body: z.object({
    id: z.uuid(),
    recipientName: z.string().trim().min(1).max(200),
    shareId: z.uuid().optional().meta({ description: 'The provision by which they received the data' }),
    how: z.enum(['MAIL', 'PHONE', 'PAPER']),
  }),
  status: 201,
  response: Passing,
})

export const settlePassing = route({
  id: 'settlePassing',
  method: 'POST',
  path: '/v1/consent/requests/:id/passings/:passingId/receipt',
  summary: 'Keep what a recipient answered',
  permission: 'consent:manage',
  params: z.object({ id: z.uuid(), passingId: z.uuid() }),
  body: z.object({ state: z.enum(['RECEIVED', 'DONE', 'REFUSED']), receipt: z.string().trim().min(1).max(1000) }),
  status: 200,
  response: Passing,
})
