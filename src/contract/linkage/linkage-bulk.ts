import { z } from 'zod'
import { Duplicate } from './linkage.ts'
import { Instant, route } from '../route.ts'

const precision = z
  .number()
  .min(0.8)
  .max(0.9999)
  .meta({ description: 'How many of the accepted pairs are to be one person, as a share' })

export const LinkageRun = z
  .object({
    id: z.uuid(),
    kind: z.enum(['ACCEPT', 'UNDO']),
    state: z.enum(['RUNNING', 'DONE', 'FAILED']),
    precision: z.number().nullable(),
    total: z.int(),
    done: z.int(),
    changed: z.int().meta({ description: 'Pairs merged, or taken apart again' }),
    isUndone: z.boolean(),
    startedAt: Instant,
    finishedAt: Instant.nullable(),
  })
  .meta({ id: 'LinkageRun' })
export type LinkageRun = z.output<typeof LinkageRun>

export const previewBulkAccept = route({
  id: 'previewBulkAccept',
  method: 'POST',
  path: '/v1/duplicates/bulk/preview',
  summary: 'Which open pairs accepting all that are sure enough would merge; changes nothing',
  permission: 'linkage:decide',
  body: z.object({ precision }),
  status: 200,
  response: z.object({
    pairs: z.int(),
    people: z.int(),
    expectedWrong: z.number().meta({ description: 'How many of them may be two people, by their probabilities' }),
    lowest: z.number().nullable().meta({ description: 'The probability of the least sure of them' }),
    leftOut: z.int().meta({ description: 'As likely, but something speaks against them: they stay for a human' }),
    past: z
      .object({ same: z.int(), notSame: z.int() })
      .meta({ description: 'What humans said of pairs as likely as these' }),
    sample: z.array(Duplicate).meta({ description: 'The least sure of them, five at most' }),
  }),
})

export const startBulkAccept = route({
  id: 'startBulkAccept',
  method: 'POST',
  path: '/v1/duplicates/bulk',
  summary: 'Merge all open pairs that are sure enough, in the background; undone as one',
  permission: 'linkage:decide',
  body: z.object({
    id: z.uuid().meta({ description: 'Chosen by the caller: the same again changes nothing' }),
    precision,
  }),
  status: 200,
  response: LinkageRun,
})

export const listLinkageRuns = route({
  id: 'listLinkageRuns',
  method: 'GET',
  path: '/v1/duplicates/bulk',
  summary: 'The last such runs and how far they are',
  permission: 'linkage:decide',
  query: z.object({ limit: z.coerce.number().int().min(1).max(50).default(5) }),
  status: 200,
  response: z.object({ items: z.array(LinkageRun) }),
})

export const undoBulkAccept = route({
  id: 'undoBulkAccept',
  method: 'POST',
  path: '/v1/duplicates/bulk/:id/undo',
  summary: 'Take everything a run merged apart again, in the background; the pairs stand in the queue as before',
  permission: 'linkage:decide',
  params: z.object({ id: z.uuid() }),
  status: 200,
  response: LinkageRun,
})
