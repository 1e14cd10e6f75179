import { z } from 'zod'
import { Done, Instant, Paging, route } from './route.ts'

export const mailStates = ['READY', 'SENDING', 'SENT', 'REFUSED', 'UNKNOWN', 'CANCELLED', 'DEAD'] as const
export const MailState = z
  .enum(mailStates)
  .meta({ id: 'MailState', description: 'UNKNOWN: the mail server’s answer was lost; it is not sent again by itself.' })
const MailKind = z.string().regex(/^[A-Z_]{0,30}$/)

export const MailSummary = z
  .object({
    id: z.uuid(),
    kind: MailKind,
    state: MailState,
    recipient: z.string().nullable().meta({ description: 'Null once the person was erased' }),
    personId: z.uuid().nullable(),
    subject: z.string().nullable(),
    dueAt: Instant,
    tries: z.int(),
    lastAnswer: z.string().nullable(),
    settledAt: Instant.nullable(),
  })
  .meta({ id: 'MailSummary' })

export const MailDetail = MailSummary.extend({
  text: z.string().nullable(),
  html: z.string().nullable(),
  messageId: z.string(),
  events: z.array(
    z.object({ id: z.uuid(), kind: z.string(), answer: z.string().nullable(), actorId: z.string(), at: Instant }),
  ),
}).meta({ id: 'MailDetail' })

export const listMails = route({
  id: 'listMails',
  method: 'GET',
  path: '/v1/messages/mails',
  summary: 'Mails to people and staff, newest first',
  permission: 'messages:read',
  query: z.object({
    ...Paging.shape,
    cursor: z.uuid().optional(),
    state: z
      .union([MailState, z.array(MailState)])
      .optional()
      .meta({ description: 'One state or several' }),
    kind: MailKind.optional(),
  }),
  status: 200,
  response: z.object({
    mails: z.array(MailSummary),
    counts: z.partialRecord(MailState, z.int()),
    nextCursor: z.string().nullable(),
  }),
})

export const readMail = route({
  id: 'readMail',
  method: 'GET',
  path: '/v1/messages/mails/:id',
  summary: 'One mail with its words and what happened to it',
  permission: 'messages:read',
  params: z.object({ id: z.uuid() }),
  status: 200,
  response: MailDetail,
})

export const settleUnknownMail = route({
  id: 'settleUnknownMail',
  method: 'POST',
  path: '/v1/messages/mails/:id/settlement',
  summary: 'Decide what became of a mail whose outcome is unknown',
  permission: 'messages:send',
  params: z.object({ id: z.uuid() }),
  body: z.object({ as: z.enum(['SENT', 'SEND_AGAIN']), reason: z.string().trim().min(1).max(500) }),
  status: 200,
  response: Done,
})

export const cancelQueuedMail = route({
  id: 'cancelQueuedMail',
  method: 'POST',
  path: '/v1/messages/mails/:id/cancellation',
  summary: 'Take back a mail that has not begun to be sent',
  permission: 'messages:send',
  params: z.object({ id: z.uuid() }),
  body: z.object({ reason: z.string().trim().min(1).max(500) }),
  status: 200,
  response: z.object({ cancelled: z.boolean() }),
})

export const TimelineEntry = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('MAIL'),
      id: z.uuid(),
      at: Instant,
      mailKind: MailKind,
      state: MailState,
      subject: z.string().nullable(),
      text: z.string().nullable(),
    }),
    z.object({
      kind: z.literal('REPLY'),
      id: z.uuid(),
      at: Instant,
      mailId: z.uuid(),
      subject: z.string().nullable(),
      text: z.string().nullable(),
    }),
    z.object({
      kind: z.literal('EVENT'),
      id: z.uuid(),
      at: Instant,
      mailId: z.uuid(),
      event: z.string(),
      answer: z.string().nullable(),
    }),
  ])
  .meta({ id: 'TimelineEntry' })

export const readMailTimeline = route({
  id: 'readMailTimeline',
  method: 'GET',
  path: '/v1/messages/timelines/:personId',
  summary: 'What passed between the company and a person, newest first',
  permission: 'people:read',
  params: z.object({ personId: z.uuid() }),
  status: 200,
  response: z.object({ entries: z.array(TimelineEntry) }),
})

export const LetterStage = z.enum(['DOCUMENT', 'INTERVIEW', 'FINAL'])
export type LetterStage = z.output<typeof LetterStage>
export const LetterOffer = z
  .enum(['NONE', 'IN_HOUSE', 'INFO_PROVISION', 'PLACEMENT'])
  .meta({ description: 'What the letter offers; NONE has no link' })
export type LetterOffer = z.output<typeof LetterOffer>
const Language = z.enum(['ja', 'en'])
const Words = z.object({ subject: z.string().trim().min(1).max(300), body: z.string().trim().min(1).max(20_000) })

export const LetterTemplate = z
  .object({
    stage: LetterStage,
    offer: LetterOffer,
    language: Language,
    version: z.int().meta({ description: '0 is the text the product begins with' }),
    subject: z.string(),
    body: z.string(),
    allowed: z.array(z.string()).meta({ description: 'Placeholders that may stand in the text as {{name}}' }),
    writtenAt: Instant.nullable(),
  })
  .meta({ id: 'LetterTemplate' })

export const listLetterTemplates = route({
  id: 'listLetterTemplates',
  method: 'GET',
  path: '/v1/messages/letter-templates',
  summary: 'The words of every kind of letter',
  permission: 'messages:read',
  status: 200,
  response: z.object({ templates: z.array(LetterTemplate) }),
})

const TemplateKey = z.object({ stage: LetterStage, offer: LetterOffer, language: Language })

export const rewriteLetterTemplate = route({
  id: 'rewriteLetterTemplate',
  method: 'PUT',
  path: '/v1/messages/letter-templates/:stage/:offer/:language',
  summary: 'Rewrite the words of one kind of letter, as its next version',
  permission: 'relay:configure',
  params: TemplateKey,
  body: Words,
  status: 200,
  response: LetterTemplate,
})

export const previewLetterTemplate = route({
  id: 'previewLetterTemplate',
  method: 'POST',
  path: '/v1/messages/letter-templates/:stage/:offer/:language/preview',
  summary: 'The letter that these words would make, for a made-up person',
  permission: 'messages:read',
  params: TemplateKey,
  body: Words,
  status: 200,
  response: z.object({ subject: z.string(), text: z.string(), html: z.string() }),
})

export const OpenReply = z
  .object({
    id: z.uuid(),
    mailId: z.uuid(),
    personId: z.uuid().nullable(),
    personName: z.string().nullable(),
    from: z.string().nullable().meta({ description: 'Null once the person was erased' }),
    subject: z.string().nullable(),
    text: z.string().nullable(),
    attachments: z.int(),
    receivedAt: Instant,
  })
  .meta({ id: 'OpenReply' })
export type OpenReply = z.output<typeof OpenReply>

export const listOpenReplies = route({
  id: 'listOpenReplies',
  method: 'GET',
  path: '/v1/messages/replies',
  summary: 'Answers of people that nobody has dealt with, the oldest first',
  permission: 'messages:read',
  query: z.object({ ...Paging.shape, cursor: z.uuid().optional() }),
  status: 200,
  response: z.object({ replies: z.array(OpenReply), count: z.int(), nextCursor: z.string().nullable() }),
})

export const handleReply = route({
  id: 'handleReply',
  method: 'POST',
  path: '/v1/messages/replies/:id/handled',
  summary: 'Take a reply off the work list: it was answered, or needs no answer',
  permission: 'messages:send',
  params: z.object({ id: z.uuid() }),
  status: 200,
  response: Done,
})
