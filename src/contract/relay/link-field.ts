import { z } from 'zod'
import { noLinkReasons } from './letter-links.ts'
import { NoLetterReason } from './relay-terms.ts'
import { Done, Instant, Paging, route } from '../route.ts'

const one = z.object({ id: z.uuid() })

export const linkWritingStates = ['WAITING', 'WRITTEN', 'EMPTIED', 'HELD', 'REFUSED', 'FAILED'] as const
export const LinkWritingState = z.enum(linkWritingStates).meta({
  id: 'LinkWritingState',
  description:
    'HELD: waits until the connection may write again. REFUSED: no link goes to this person, with the reason. FAILED: given up.',
})

/** Why a link is not, or no more, in the field: besides those of a letter. Each has its message. */
export const writingReasons = [
  'EXPIRED',
  'REOPENED',
  'LEFT',
  'TURNED_OFF',
  'CANDIDATE_GONE',
  'FIELD_TAKEN',
  'NO_ACCESS',
] as const

export const LinkField = z
  .object({
    access: z
      .object({
        clientId: z.string(),
        userId: z.string().nullable(),
        isChecking: z.boolean(),
        checkedAt: Instant.nullable(),
        problem: z.string().nullable().meta({ description: 'The last part of the message key `intake.access.…`' }),
        problemAt: Instant.nullable(),
      })
      .nullable()
      .meta({ description: 'How the system is called; the secret is never read back' }),
    fields: z.array(z.object({ key: z.string(), name: z.string(), token: z.string().nullable() })).meta({
      description: 'The candidates’ fields that a link fits into, with how mails there merge them',
    }),
    field: z.object({ key: z.string(), name: z.string() }).nullable(),
    onSince: Instant.nullable(),
    areLettersOn: z
      .boolean()
      .meta({ description: 'Letters leave from here for this connection: only one of the two can' }),
    hasBasis: z.boolean(),
    counts: z.record(LinkWritingState, z.int()),
  })
  .meta({ id: 'LinkField' })
export type LinkField = z.output<typeof LinkField>

export const LinkWriting = z
  .object({
    id: z.uuid(),
    personId: z.uuid().nullable(),
    personName: z.string().nullable(),
    openingTitle: z.string().nullable(),
    letterId: z.uuid().nullable(),
    state: LinkWritingState,
    reason: z
      .union([NoLetterReason, z.enum(noLinkReasons), z.enum(writingReasons), z.string()])
      .nullable()
      .meta({ description: 'Why no link stands there, or what kept it from being written' }),
    tries: z.int(),
    nextTryAt: Instant.nullable(),
    writtenAt: Instant.nullable(),
    changedAt: Instant,
  })
  .meta({ id: 'LinkWriting' })
export type LinkWriting = z.output<typeof LinkWriting>

export const readLinkField = route({
  id: 'readLinkField',
  method: 'GET',
  path: '/v1/connections/:id/link-field',
  summary: 'Into which field of the connected system letter links are written, and how that stands',
  permission: 'intake:connect',
  params: one,
  status: 200,
  response: LinkField,
})
export const giveAccess = route({
  id: 'giveAccess',
  method: 'PUT',
  path: '/v1/connections/:id/access',
  summary: 'Give the credentials by which the connected system is called; they are checked in the background',
  permission: 'intake:connect',
  params: one,
  body: z.object({
    clientId: z.string().trim().min(1).max(200),
    secret: z.string().trim().min(8).max(500),
    userId: z
      .string()
      .regex(/^[0-9]{1,20}$/)
      .optional()
      .meta({ description: 'In whose name the system is called, as its own user number' }),
  }),
  status: 202,
  response: Done,
})
export const recheckAccess = route({
  id: 'recheckAccess',
  method: 'POST',
  path: '/v1/connections/:id/access/check',
  summary: 'Look at the credentials and the fields again, and let what was stopped go on',
  permission: 'intake:connect',
  params: one,
  status: 202,
  response: Done,
})
export const takeAccessBack = route({
  id: 'takeAccessBack',
  method: 'DELETE',
  path: '/v1/connections/:id/access',
  summary: 'Forget the credentials: nothing is written there any more',
  permission: 'intake:connect',
  params: one,
  status: 200,
  response: Done,
})
export const changeLinkField = route({
  id: 'changeLinkField',
  method: 'PUT',
  path: '/v1/connections/:id/link-field',
  summary: 'Write each rejected person’s link into a field of the connected system from now on, or no more',
  permission: 'relay:configure',
  params: one,
  body: z.object({
    isOn: z.boolean(),
    key: z.string().min(1).max(255).optional().meta({ description: 'The field; the one before if not told' }),
    isEmptied: z.boolean().default(false).meta({ description: 'Turned off: empty the fields that have a link' }),
  }),
  status: 200,
  response: Done,
})
export const listLinkWritings = route({
  id: 'listLinkWritings',
  method: 'GET',
  path: '/v1/connections/:id/link-writings',
  summary: 'List whose link stands in the field, whose does not, and why',
  permission: 'relay:read',
  params: one,
  query: Paging.extend({ cursor: z.uuid().optional(), state: LinkWritingState.optional() }),
  status: 200,
  response: z.object({ writings: z.array(LinkWriting), nextCursor: z.string().nullable() }),
})
export const retryLinkWriting = route({
  id: 'retryLinkWriting',
  method: 'POST',
  path: '/v1/link-writings/:id/retry',
  summary: 'Judge again and write a link that was refused, held or given up',
  permission: 'relay:send',
  params: one,
  status: 202,
  response: Done,
})
