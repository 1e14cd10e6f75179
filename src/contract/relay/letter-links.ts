import { z } from 'zod'
import { LetterState, NoLetterReason } from './relay-terms.ts'
import { Instant, route } from '../route.ts'

/** Why no link goes with an application that another system writes about. */
export const noLinkReasons = ['NOT_FOUND', 'LETTER_SENT', 'LETTER_SCHEDULED'] as const

export const LetterLink = z
  .object({
    applicationId: z.uuid().nullable(),
    connectionId: z.uuid().nullable(),
    remoteId: z.string().nullable().meta({ description: 'The application’s id in the other system, as it was asked' }),
    personName: z.string().nullable(),
    openingTitle: z.string().nullable(),
    email: z.string().nullable(),
    url: z.string().nullable().meta({ description: 'The personal link, or null with the reason' }),
    expiresAt: Instant.nullable(),
    reason: z.union([NoLetterReason, z.enum(noLinkReasons)]).nullable(),
  })
  .meta({ id: 'LetterLink' })
export type LetterLink = z.output<typeof LetterLink>

const Asked = z.union([
  z.object({ applicationId: z.uuid() }),
  z.object({ connectionId: z.uuid(), remoteId: z.string().min(1).max(200) }),
])

export const LetterLinksAsked = z.object({ applications: z.array(Asked).min(1).max(500) })

export const issueLetterLinks = route({
  id: 'issueLetterLinks',
  method: 'POST',
  path: '/v1/relay/links',
  summary: 'Personal links for mails that another system sends: one for each application, the same when asked again',
  permission: 'relay:send',
  body: LetterLinksAsked,
  status: 200,
  response: z.object({ links: z.array(LetterLink) }),
})

export const LetterEvidence = z
  .object({
    letter: z.object({
      id: z.uuid(),
      kind: z.enum(['AUTO', 'CAMPAIGN', 'LINK']).meta({ description: 'LINK: another system sent the words' }),
      state: LetterState,
      applicationId: z.uuid(),
      personName: z.string().nullable(),
      openingTitle: z.string(),
      endedAt: Instant,
      scheduledAt: Instant,
      sentAt: Instant.nullable(),
      reason: z.string().nullable(),
      preflightId: z.uuid().nullable(),
    }),
    words: z
      .object({
        subject: z.string(),
        text: z.string(),
        sha256: z.string().meta({ description: 'Of the text as it is kept, whose link has no secret' }),
        messageId: z.string().nullable(),
      })
      .nullable(),
    link: z.object({ id: z.uuid(), issuedAt: Instant, expiresAt: Instant, revokedAt: Instant.nullable() }).nullable(),
    template: z
      .object({
        stage: z.string(),
        offer: z.string(),
        language: z.string(),
        version: z.int(),
        trialId: z.uuid().nullable(),
        variant: z.enum(['A', 'B']).nullable().meta({ description: 'Which wording of a trial it had' }),
      })
      .nullable(),
    basis: z
      .object({ id: z.uuid(), purpose: z.string(), legalBasis: z.string(), recordedAt: Instant })
      .nullable()
      .meta({ description: 'The purpose and basis on record when it left' }),
    events: z.array(z.object({ kind: z.string(), at: Instant, detail: z.string().nullable() })),
    madeAt: Instant,
  })
  .meta({ id: 'LetterEvidence' })
export type LetterEvidence = z.output<typeof LetterEvidence>

export const readLetterEvidence = route({
  id: 'readLetterEvidence',
  method: 'GET',
  path: '/v1/relay/letters/:id/evidence',
  summary: 'Everything on record about one letter: words, link, template, basis, delivery and times; also as PDF',
  permission: 'relay:read',
  params: z.object({ id: z.uuid() }),
  status: 200,
  response: LetterEvidence,
})
