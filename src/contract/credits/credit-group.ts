import { z } from 'zod'
import { Done, Instant, route } from '../route.ts'

export const groupLinkStates = ['DECLARED', 'NOT_FOUND', 'AGREED', 'REFUSED', 'ENDED'] as const
export type GroupLinkState = (typeof groupLinkStates)[number]

export const CreditGroupLink = z
  .object({
    id: z.uuid(),
    other: z.enum(['PARENT', 'SUBSIDIARY']).meta({ description: 'What the other company is to this one' }),
    otherName: z.string().nullable(),
    otherNumber: z.string().meta({ description: 'Its corporate number' }),
    state: z.enum(groupLinkStates).meta({
      description: 'NOT_FOUND: no verified company of the network has this corporate number',
    }),
    declaredAt: Instant,
    settledAt: Instant.nullable(),
  })
  .meta({ id: 'CreditGroupLink' })
export type CreditGroupLink = z.output<typeof CreditGroupLink>

export const CreditGroupTransfer = z
  .object({
    id: z.uuid(),
    linkId: z.uuid(),
    direction: z.enum(['OUT', 'IN']),
    slots: z.int().min(1),
    reason: z.string(),
    state: z.enum(['IN_TRANSIT', 'DELIVERED', 'RETURNED']),
    refused: z.string().nullable().meta({ description: 'Why the slots came back' }),
    sentAt: Instant,
    settledAt: Instant.nullable(),
  })
  .meta({ id: 'CreditGroupTransfer' })
export type CreditGroupTransfer = z.output<typeof CreditGroupTransfer>

export const readCreditGroup = route({
  id: 'readCreditGroup',
  method: 'GET',
  path: '/v1/credits/group',
  summary: 'The companies of the same group, and the latest hundred transfers of slots between them and this one',
  permission: 'credits:read',
  status: 200,
  response: z.object({ links: z.array(CreditGroupLink), transfers: z.array(CreditGroupTransfer) }),
})

export const declareSubsidiary = route({
  id: 'declareSubsidiary',
  method: 'POST',
  path: '/v1/credits/group',
  summary: 'Declare a company a subsidiary by its corporate number; slots can be transferred once it has agreed',
  permission: 'credits:adjust',
  body: z.object({ id: z.uuid(), corporateNumber: z.string().regex(/^\d{13}$/) }),
  status: 202,
  response: CreditGroupLink,
})

export const settleGroupLink = route({
  id: 'settleGroupLink',
  method: 'POST',
  path: '/v1/credits/group/:id/settle',
  summary: 'Agree to, refuse or end a link: the subsidiary answers a declaration, either side ends',
  permission: 'credits:adjust',
  params: z.object({ id: z.uuid() }),
  body: z.object({ settle: z.enum(['AGREED', 'REFUSED', 'ENDED']) }),
  status: 200,
  response: CreditGroupLink,
})

export const sendSlots = route({
  id: 'sendSlots',
  method: 'POST',
  path: '/v1/credits/group/:id/slots',
  summary: 'Send free slots to the other company of a link: they leave this ledger as they arrive in the other',
  permission: 'credits:adjust',
  params: z.object({ id: z.uuid() }),
  body: z.object({
    id: z.uuid().meta({ description: 'The transfer’s id; sending it again moves nothing' }),
    slots: z.int().min(1).max(50),
    reason: z.string().trim().min(1).max(300),
  }),
  status: 202,
  response: Done,
})
