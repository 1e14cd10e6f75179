import { z } from 'zod'
import { Count, counted, Rate } from './insights.ts'
import { AskedDay, Done, Instant, Paging, route } from '../route.ts'
import { Channel } from './selection-terms.ts'

const Interval = z.object({ low: z.number(), high: z.number() })

/** A median of days with its distribution-free interval, or how few there are. */
export const Duration = z
  .discriminatedUnion('suppressed', [
    z.object({
      suppressed: z.literal(false),
      count: z.int(),
      median: z.number(),
      interval: Interval,
      ninetieth: z.number().meta({ description: 'Nine of ten took no longer.' }),
    }),
    z.object({ suppressed: z.literal(true), count: Count, minimumN: z.int() }),
  ])
  .meta({ id: 'InsightDuration' })
export type Duration = z.output<typeof Duration>

export const readDurations = route({
  id: 'readDurations',
  method: 'GET',
  path: '/v1/insights/durations',
  summary: 'Days from the application to the accepted offer, and days spent in each stage',
  permission: 'insights:read',
  query: z.object(counted),
  status: 200,
  response: z.object({
    toHire: Duration,
    undated: Count.meta({ description: 'Hires without a date of their own, which are in no duration.' }),
    stages: z.array(z.object({ stage: z.string(), duration: Duration })),
  }),
})

export const readOutcomes = route({
  id: 'readOutcomes',
  method: 'GET',
  path: '/v1/insights/outcomes',
  summary: 'What became of the people who were rejected: hired here later, or placed elsewhere as they let us know',
  permission: 'insights:read',
  status: 200,
  response: z.object({
    rejected: z.int(),
    hiredHere: Rate,
    placedElsewhere: Rate.meta({
      description:
        'Of those who let this company know how their search goes. Withheld below k people on either side, and told anew only when k people or more changed.',
    }),
    placedAsOf: Instant.nullable().meta({ description: 'When that number was last told anew.' }),
    k: z.int(),
  }),
})

export const costKinds = ['ADVERTISING', 'AGENCY_FEE', 'HOURS', 'OTHER'] as const
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

export const CostFacts = z.object({
  month: Month,
  kind: z.enum(costKinds),
  channel: Channel.nullable().default(null),
  amountYen: z.int().min(1).max(100_000_000_000),
  note: z.string().trim().max(200).nullable().default(null),
})
export type CostFacts = z.output<typeof CostFacts>
export const Cost = CostFacts.extend({ id: z.uuid() }).meta({ id: 'HiringCost' })
export type Cost = z.output<typeof Cost>

export const listCosts = route({
  id: 'listCosts',
  method: 'GET',
  path: '/v1/insights/costs',
  summary: 'What hiring cost, the latest month first',
  permission: 'insights:read',
  query: Paging,
  status: 200,
  response: z.object({ items: z.array(Cost), nextCursor: z.string().nullable() }),
})

export const keepCost = route({
  id: 'keepCost',
  method: 'PUT',
  path: '/v1/insights/costs/:id',
  summary: 'Record or correct a cost of hiring',
  permission: 'selection:write',
  params: z.object({ id: z.uuid() }),
  body: CostFacts,
  status: 200,
  response: Done,
})

export const dropCost = route({
  id: 'dropCost',
  method: 'DELETE',
  path: '/v1/insights/costs/:id',
  summary: 'Take a cost of hiring away',
  permission: 'selection:write',
  params: z.object({ id: z.uuid() }),
  status: 200,
  response: Done,
})

export const CostPerHire = z
  .object({
    channel: Channel.nullable(),
    amountYen: z.int(),
    hires: Count,
    perHireYen: z.int().nullable(),
    interval: z
      .object({ low: z.int(), high: z.int().nullable() })
      .nullable()
      .meta({ description: 'If as many hires had come about as chance allows (95 %); no upper end where none might.' }),
  })
  .meta({ id: 'CostPerHire' })

export const readCostPerHire = route({
  id: 'readCostPerHire',
  method: 'GET',
  path: '/v1/insights/cost-per-hire',
  summary: 'Cost of the months of a period for each person hired in them, in all and by channel',
  permission: 'insights:read',
  query: z.object({ from: AskedDay.optional(), until: AskedDay.optional() }),
  status: 200,
  response: z.object({
    total: CostPerHire,
    channels: z.array(CostPerHire),
    sharedYen: z.int().meta({ description: 'Costs that belong to no one channel; in the total alone.' }),
  }),
})
