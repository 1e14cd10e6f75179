import { z } from 'zod'
import { ReferralLine } from './referrals.ts'
import { Letter } from './relay.ts'
import { Instant, route } from '../route.ts'

export const letterMoments = [
  'REJECTED',
  'SCHEDULED',
  'LINK_ISSUED',
  'MAIL',
  'REPLIED',
  'OPENED',
  'REGISTERED',
  'HELD',
  'COUNTED',
  'NOT_COUNTED',
  'CANCELLED',
] as const
export type LetterMoment = (typeof letterMoments)[number]

export const LetterEvent = z
  .object({
    at: Instant,
    what: z.enum(letterMoments),
    detail: z
      .string()
      .nullable()
      .meta({ description: 'MAIL: what happened to it; HELD, NOT_COUNTED, CANCELLED: the reason, as a code' }),
    answer: z.string().nullable().meta({ description: 'What the mail server said' }),
  })
  .meta({ id: 'LetterEvent' })
export type LetterEvent = z.output<typeof LetterEvent>

export const LetterWhole = z
  .object({
    letter: Letter,
    led: ReferralLine.nullable().meta({ description: 'How far it led; null while it has not left with a link' }),
    words: z.object({ subject: z.string(), text: z.string() }).nullable().meta({
      description: 'As they are kept, the link without its secret; null before they are written, or elsewhere',
    }),
    recipient: z.string().nullable(),
    linkUntil: Instant.nullable(),
    preflightId: z.uuid().nullable(),
    trial: z.object({ id: z.uuid(), variant: z.enum(['A', 'B']) }).nullable(),
    ownerName: z.string().nullable(),
    events: z.array(LetterEvent).meta({ description: 'Newest first' }),
  })
  .meta({ id: 'LetterWhole' })
export type LetterWhole = z.output<typeof LetterWhole>

export const readLetter = route({
  id: 'readLetter',
  method: 'GET',
  path: '/v1/relay/letters/:id',
  summary: 'One letter: to whom, what it said, and everything that came of it',
  permission: 'relay:read',
  params: z.object({ id: z.uuid() }),
  status: 200,
  response: LetterWhole,
})
