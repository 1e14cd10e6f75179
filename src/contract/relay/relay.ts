import { z } from 'zod'
import { LetterState, NoLetterReason, ToldHow } from './relay-terms.ts'
import { Done, Instant, Paging, route } from '../route.ts'

const Id = z.object({ id: z.uuid() })
export const Scope = z
  .union([z.literal('BY_HAND'), z.uuid()])
  .meta({ description: 'Where applications come from: the id of a connection, or BY_HAND' })

export const Letter = z
  .object({
    id: z.uuid(),
    kind: z.enum(['AUTO', 'CAMPAIGN', 'LINK']).meta({ description: 'LINK: another system sent the words' }),
    state: LetterState,
    dueAt: Instant,
    applicationId: z.uuid(),
    personId: z.uuid(),
    personName: z.string().nullable(),
    openingTitle: z.string(),
    endedAt: Instant,
    reason: z.string().nullable().meta({ description: 'Why it was not sent' }),
    mailId: z.uuid().nullable(),
    linkId: z.uuid().nullable(),
    stage: z.string().nullable(),
    offer: z.string().nullable(),
    templateVersion: z.int().nullable(),
    basisId: z.uuid().nullable(),
    sentAt: Instant.nullable(),
    canUndo: z.boolean(),
  })
  .meta({ id: 'Letter' })
export type Letter = z.output<typeof Letter>

export const LetterFilter = z.object({
  text: z.string().trim().min(1).max(200).optional().meta({ description: 'In the name or the address of the person' }),
  state: z.union([LetterState, z.array(LetterState)]).optional(),
  kind: Letter.shape.kind.optional(),
  applicationId: z.uuid().optional(),
  preflightId: z.uuid().optional(),
  dueFrom: Instant.optional().meta({ description: 'Leaves or left at this moment or later' }),
  dueUntil: Instant.optional().meta({ description: 'Leaves or left before this moment' }),
  sort: z
    .enum(['NEWEST', 'DUE'])
    .default('NEWEST')
    .meta({ description: 'NEWEST: the last scheduled first; DUE: what leaves first at the top' }),
})
const LetterQuery = z.object({
  ...Paging.shape,
  cursor: z
    .string()
    .regex(/^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z\/[0-9a-f-]{36}$/)
    .optional(),
  ...LetterFilter.shape,
})

export const listLetters = route({
  id: 'listLetters',
  method: 'GET',
  path: '/v1/relay/letters',
  summary: 'Letters to rejected people',
  permission: 'relay:read',
  query: LetterQuery,
  status: 200,
  response: z.object({
    letters: z.array(Letter),
    counts: z.partialRecord(LetterState, z.int()),
    nextCursor: z.string().nullable(),
  }),
})

export const undoLetter = route({
  id: 'undoLetter',
  method: 'POST',
  path: '/v1/relay/letters/:id/undo',
  summary: 'Take a letter back while it has not left',
  permission: 'relay:send',
  params: Id,
  status: 200,
  response: Done,
})

export const hastenLetter = route({
  id: 'hastenLetter',
  method: 'POST',
  path: '/v1/relay/letters/:id/hasten',
  summary: 'Let a letter go without its wait, after the undo window',
  permission: 'relay:send',
  params: Id,
  status: 200,
  response: z.object({ dueAt: Instant }),
})

export const sendLetterToMe = route({
  id: 'sendLetterToMe',
  method: 'POST',
  path: '/v1/relay/samples',
  summary: 'Send the letter of an application to oneself, with a link that opens nothing',
  permission: 'relay:send',
  body: z.object({ id: z.uuid(), applicationId: z.uuid() }),
  status: 202,
  response: Done,
})

export const RelaySettings = z
  .object({
    delayBusinessDays: z.int().min(0).max(30),
    undoMinutes: z.int().min(0).max(1440),
    reapplyCooldownMonths: z.int().min(0).max(60).nullable(),
    contactStaffId: z.uuid().nullable(),
    serviceName: z.string().trim().min(1).max(100),
    operatorName: z.string().trim().min(1).max(200).nullable(),
    issuesCertificates: z
      .boolean()
      .meta({ description: 'Whether people may take along, signed, which stage they reached' }),
  })
  .meta({ id: 'RelaySettings' })
export type RelaySettings = z.output<typeof RelaySettings>

export const readRelaySettings = route({
  id: 'readRelaySettings',
  method: 'GET',
  path: '/v1/relay/settings',
  summary: 'How letters go out, and where they are on',
  permission: 'relay:read',
  status: 200,
  response: z.object({
    settings: RelaySettings,
    switches: z.array(
      z.object({
        scope: z.string(),
        name: z
          .string()
          .nullable()
          .meta({ description: 'What the source is called; null where applications are entered by hand' }),
        isFile: z.boolean().meta({ description: 'Files are history: no letter of theirs goes by itself' }),
        onSince: Instant.nullable(),
        rejections: z.int(),
      }),
    ),
    hasBasis: z.boolean().meta({ description: 'Whether the purpose and basis for letters are recorded' }),
    mode: z.enum(['IN_HOUSE', 'GROUP', 'INFO_PROVISION', 'PLACEMENT']),
  }),
})

export const changeRelaySettings = route({
  id: 'changeRelaySettings',
  method: 'PATCH',
  path: '/v1/relay/settings',
  summary: 'Change how letters go out',
  permission: 'relay:configure',
  body: RelaySettings.partial(),
  status: 200,
  response: RelaySettings,
})

export const switchLettersOff = route({
  id: 'switchLettersOff',
  method: 'POST',
  path: '/v1/relay/switches/:scope/off',
  summary: 'Turn letters off at once for where applications come from',
  permission: 'relay:send',
  params: z.object({ scope: Scope }),
  status: 200,
  response: Done,
})

export const UntoldPerson = z
  .object({
    applicationId: z.uuid(),
    personId: z.uuid(),
    personName: z.string().nullable(),
    openingTitle: z.string(),
    endedAt: Instant,
    businessDays: z.int().meta({ description: 'Business days since the rejection' }),
    reason: NoLetterReason.nullable().meta({ description: 'Why no letter goes; null: one is on its way' }),
    ownerName: z
      .string()
      .nullable()
      .meta({ description: 'Who ended the application, else the contact of the letters; null: nobody is named' }),
    canSend: z.boolean().meta({ description: 'Whether a campaign for this person alone may lead to a letter' }),
  })
  .meta({ id: 'UntoldPerson' })

export const UntoldFilter = z.object({
  scope: Scope.optional(),
  openingId: z.uuid().optional(),
  text: LetterFilter.shape.text,
  overdue: z.stringbool().optional().meta({ description: 'Only those who have waited for more than fourteen days' }),
})

export const listUntold = route({
  id: 'listUntold',
  method: 'GET',
  path: '/v1/relay/untold',
  summary: 'People who were rejected and never told, the longest waiting first',
  permission: 'relay:read',
  query: z.object({ ...Paging.shape, ...UntoldFilter.shape }),
  status: 200,
  response: z.object({
    people: z.array(UntoldPerson),
    count: z.int(),
    overdue: z.int().meta({ description: 'Waiting for more than fourteen days' }),
    nextCursor: z.string().nullable(),
  }),
})

export const recordTold = route({
  id: 'recordTold',
  method: 'POST',
  path: '/v1/relay/rejections/:id/told',
  summary: 'Record that a person was told another way',
  permission: 'relay:send',
  params: Id.meta({ description: 'The application' }),
  body: z.object({ how: ToldHow, at: Instant.optional() }),
  status: 200,
  response: Done,
})
