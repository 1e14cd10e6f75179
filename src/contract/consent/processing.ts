import { z } from 'zod'
import { Done, Instant, route } from '../route.ts'

export const processingActivities = ['SELECTION', 'POOL', 'LETTER', 'RELAY', 'REQUESTS', 'STAFF'] as const
export type ProcessingActivity = (typeof processingActivities)[number]

export const processingFields = [
  'purpose',
  'people',
  'data',
  'sources',
  'recipients',
  'retention',
  'safeguards',
] as const
export type ProcessingField = (typeof processingFields)[number]

const words = z.string().max(4_000)
const Language = z.object({ language: z.enum(['ja', 'en']).default('ja') })

export const ProcessingEntry = z
  .object({
    activity: z.string().meta({ description: 'A word of the product, or the id of an entry of the company’s own' }),
    name: z.string(),
    isOwn: z.boolean(),
    fields: z.record(
      z.enum(processingFields),
      z.object({
        words,
        filledIn: z.string().meta({ description: 'What records and settings say by themselves' }),
        isChanged: z.boolean().meta({ description: 'Whether the company says it in its own words' }),
      }),
    ),
    changedBy: z.string().nullable(),
    changedAt: Instant.nullable(),
  })
  .meta({ id: 'ProcessingEntry', description: 'One entry of the register of processing (処理台帳)' })
export type ProcessingEntry = z.output<typeof ProcessingEntry>

export const listProcessing = route({
  id: 'listProcessing',
  method: 'GET',
  path: '/v1/consent/processing',
  summary: 'The register of processing, filled in from connections, recipients, retention and settings',
  permission: 'consent:read',
  query: Language,
  status: 200,
  response: z.object({ entries: z.array(ProcessingEntry) }),
})

export const changeProcessing = route({
  id: 'changeProcessing',
  method: 'PUT',
  path: '/v1/consent/processing/:activity',
  summary: 'Say fields of an entry in own words, or keep an entry of the company’s own under an id of the caller’s',
  permission: 'consent:manage',
  params: z.object({ activity: z.union([z.enum(processingActivities), z.uuid()]) }),
  body: z.object({
    name: z.string().trim().min(1).max(120).optional().meta({ description: 'Of an entry of the company’s own' }),
    fields: z
      .partialRecord(z.enum(processingFields), words.nullable())
      .meta({ description: 'Null, or left out: filled in by itself' }),
  }),
  status: 200,
  response: Done,
})

export const removeProcessing = route({
  id: 'removeProcessing',
  method: 'DELETE',
  path: '/v1/consent/processing/:activity',
  summary: 'Take an entry of the company’s own out of the register',
  permission: 'consent:manage',
  params: z.object({ activity: z.uuid() }),
  status: 200,
  response: Done,
})
