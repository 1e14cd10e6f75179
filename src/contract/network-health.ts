import { z } from 'zod'
import { route } from './route.ts'

const Interval = z.object({ low: z.number(), high: z.number() })

/** A share with its 95% interval, or nothing but how many there were where they are too few. */
export const HealthRate = z
  .object({ of: z.int(), value: z.number().nullable(), interval: Interval.nullable() })
  .meta({ id: 'HealthRate', description: '`value` is null where there are too few to say anything (see `minimum`)' })
export type HealthRate = z.output<typeof HealthRate>

export const HealthGroup = z
  .object({
    key: z.string().nullable().meta({ description: 'Null: companies that have not said it' }),
    companies: z.int(),
    given: z.int().meta({ description: 'Referrals of these companies that counted' }),
    received: z.int().meta({ description: 'Introductions that these companies received' }),
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
    whole: HealthGroup,
    groups: z.record(z.enum(healthDimensions), z.array(HealthGroup)),
    months: z
      .array(
        z.object({
          month: z.string().regex(/^\d{4}-\d{2}$/),
          registrations: z.int(),
          counted: z.int(),
          asked: z.int(),
          accepted: z.int(),
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
