import { z } from 'zod'
import { AskedDay, Day, Done, Instant, route } from '../route.ts'

const body = z.string().max(40_000)

export const PrivacyNotice = z
  .object({
    id: z.uuid(),
    version: z.int(),
    bodyJa: z.string(),
    bodyEn: z.string().meta({ description: 'Empty where there is no English text' }),
    hashJa: z.string().meta({ description: 'SHA-256 of the text as it is shown' }),
    hashEn: z.string().nullable(),
    effectiveOn: Day,
    summary: z.string().meta({ description: 'What the company says has changed' }),
    recordedBy: z.string(),
    recordedAt: Instant,
    isInForce: z.boolean(),
    decisions: z.int().meta({
      description: 'How many decisions of the company’s own people were made on this version; members keep theirs',
    }),
  })
  .meta({ id: 'PrivacyNotice' })
export type PrivacyNotice = z.output<typeof PrivacyNotice>

export const NoticeDraft = z.object({
  bodyJa: body,
  bodyEn: body,
  effectiveOn: AskedDay.nullable(),
  summary: z.string().max(2_000),
})
export type NoticeDraft = z.output<typeof NoticeDraft>

export const listPrivacyNotices = route({
  id: 'listPrivacyNotices',
  method: 'GET',
  path: '/v1/consent/notices',
  summary: 'The versions of the privacy notice, newest first, and the one being written',
  permission: 'consent:read',
  status: 200,
  response: z.object({
    notices: z.array(PrivacyNotice),
    draft: NoticeDraft.extend({
      changedBy: z.string(),
      changedAt: Instant,
      previewUrl: z.url().meta({ description: 'The portal’s page as people would see it; of this very text' }),
    }).nullable(),
    noticeUrl: z.url().meta({ description: 'Where people read it, and where every mail leads to' }),
    purposes: z.array(z.object({ kind: z.string(), purpose: z.string(), isSaid: z.boolean() })).meta({
      description: 'The recorded purposes in force, and whether the notice in force says each in these words',
    }),
  }),
})

export const suggestPrivacyNotice = route({
  id: 'suggestPrivacyNotice',
  method: 'GET',
  path: '/v1/consent/notices/suggestion',
  summary: 'A notice to begin with, from what the company recorded and what the installation does',
  permission: 'consent:read',
  status: 200,
  response: z.object({ bodyJa: z.string(), bodyEn: z.string() }),
})

export const keepNoticeDraft = route({
  id: 'keepNoticeDraft',
  method: 'PUT',
  path: '/v1/consent/notices/draft',
  summary: 'Keep what is being written; nobody outside of the company sees it but by its preview',
  permission: 'consent:manage',
  body: NoticeDraft,
  status: 200,
  response: Done,
})

export const publishPrivacyNotice = route({
  id: 'publishPrivacyNotice',
  method: 'POST',
  path: '/v1/consent/notices',
  summary: 'Publish a version of the privacy notice; what people decided before keeps the version it was given on',
  permission: 'consent:manage',
  body: NoticeDraft.extend({
    id: z.uuid(),
    bodyJa: body.min(50),
    effectiveOn: AskedDay.meta({ description: 'Today or later, in the company’s zone' }),
    after: z.int().min(0).meta({ description: 'The newest version that was read; 0 for none' }),
  }),
  status: 201,
  response: PrivacyNotice,
})
