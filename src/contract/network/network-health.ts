import { z } from 'zod'
import { route } from '../route.ts'

const Interval = z.object({ low: z.number(), high: z.number() })

/** A share with its 95% interval, or nothing but how many there were (where that may be told) when they are too few. */
export const HealthRate = z
  .object({ of: z.int().nullable(), value: z.number().nullable(), interval: Interval.nullable() })
  .meta({
    id: 'HealthRate',
    description:
      '`value` is null where there are too few to say anything (see `minimum`), `of` too where it would tell about fewer than `k` people',
  })
export type HealthRate = z.output<typeof HealthRate>

export const HealthGroup = z
  .object({
    key: z.string().nullable().meta({ description: 'Null: companies that have not said it' }),
    companies: z.int(),
    given: z.int().nullable().meta({ description: 'Referrals of these companies that counted; null: withheld' }),
    received: z.int().nullable().meta({ description: 'Introductions that these companies received; null: withheld' }),
    perTen: HealthRate.meta({ description: 'Introductions received per ten referrals given, with a Poisson interval' }),
    accepted: HealthRate.meta({
      description: 'Requests that persons said yes to, of those answered or lapsed (Wilson)',
    }),
    counted: HealthRate.meta({
      description: 'Referrals that counted, of those counted, refused or taken back (Wilson)',
    }),
    stands: z.enum(['LOW', 'HIGH', 'UNCLEAR']).nullable().meta({
      description: '`perTen` beside the whole network: low or high only where the whole interval lies on one side',
    }),
  })
  .meta({ id: 'HealthGroup' })
export type HealthGroup = z.output<typeof HealthGroup>

export const healthDimensions = ['size', 'industry', 'region', 'mode'] as const
export type HealthDimension = (typeof healthDimensions)[number]

export const NetworkHealth = z
  .object({
    minimum: z.object({ companies: z.int(), referrals: z.int(), requests: z.int() }),
    k: z.int().meta({ description: 'Counts of 1 to k − 1 people are withheld, and others that would give them away' }),
    whole: HealthGroup,
    groups: z.record(z.enum(healthDimensions), z.array(HealthGroup)),
    months: z
      .array(
        z.object({
          month: z.string().regex(/^\d{4}-\d{2}$/),
          registrations: z.int().nullable(),
          counted: z.int().nullable(),
          asked: z.int().nullable(),
          accepted: z.int().nullable(),
          medianHours: z.number().nullable().meta({ description: 'From the request to the yes, of those accepted' }),
        }),
      )
      .meta({ description: 'The last twelve calendar months in UTC, by when it happened' }),
  })
  .meta({ id: 'NetworkHealth' })
export type NetworkHealth = z.output<typeof NetworkHealth>

export const readNetworkHealth = route({
  id: 'readNetworkHealth',
  method: 'GET',
  path: '/v1/network/health',
  summary: 'Whether the network works, and is fair to companies of every size, industry, region and mode',
  permission: 'network:read',
  status: 200,
  response: NetworkHealth,
})
