import { z } from 'zod'
import { Done, Instant, route } from '../route.ts'

export const fileKinds = ['PDF', 'DOCX', 'TEXT'] as const
export type FileKind = (typeof fileKinds)[number]

/** The largest file about a person, and how many of one person are kept. */
export const largestFileMb = 10
export const mostFiles = 10
export const mostFilesMb = 30

const maskedKinds = ['ORIGIN', 'FAMILY', 'ASSETS', 'CREED', 'UNION', 'SENSITIVE'] as const

export const PersonFile = z
  .object({
    id: z.uuid(),
    name: z.string(),
    kind: z.enum(fileKinds),
    byteSize: z.int(),
    givenBy: z.enum(['STAFF', 'PERSON']).meta({ description: 'Who handed it in: a member of staff, or the person' }),
    hasText: z.boolean().meta({ description: 'False where nothing could be read, as in a scanned page' }),
    masked: z.int().meta({ description: 'How many sentences are masked, since they may not be collected' }),
    maskedKinds: z.array(z.enum(maskedKinds)).meta({ description: 'What the masked sentences tell of' }),
    recordedAt: Instant,
  })
  .meta({ id: 'PersonFile', description: 'A résumé or another file about a person' })
export type PersonFile = z.output<typeof PersonFile>

export const listFiles = route({
  id: 'listFiles',
  method: 'GET',
  path: '/v1/people/:id/files',
  summary: 'The résumés and other files of a person; handed in by POST as multipart/form-data on the same path',
  permission: 'people:read',
  params: z.object({ id: z.uuid() }),
  status: 200,
  response: z.object({ personId: z.uuid(), items: z.array(PersonFile) }),
})

export const readFileText = route({
  id: 'readFileText',
  method: 'GET',
  path: '/v1/files/:id/text',
  summary: 'The text of a file, page by page, with what may not be collected masked',
  permission: 'people:read',
  params: z.object({ id: z.uuid() }),
  status: 200,
  response: z.object({
    personId: z.uuid(),
    name: z.string(),
    pages: z.array(z.string()),
    masked: z.array(z.object({ page: z.int(), line: z.int(), kind: z.enum(maskedKinds) })),
  }),
})

export const removeFile = route({
  id: 'removeFile',
  method: 'DELETE',
  path: '/v1/files/:id',
  summary: 'Remove a file, its text and what a search finds it by; not undone',
  permission: 'people:write',
  params: z.object({ id: z.uuid() }),
  status: 200,
  response: Done,
})
