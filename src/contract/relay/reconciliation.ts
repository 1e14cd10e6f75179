import { z } from 'zod'
import { route } from '../route.ts'

const State = z.enum(['HELD', 'COUNTED', 'DROPPED', 'REVERSED', 'NONE'])

export const Reconciliation = z
  .object({
    agrees: z.boolean(),
    lines: z.array(
      z.object({
        name: z.enum(['held', 'counted', 'reversed', 'remainder', 'slots']),
        records: z.int().meta({ description: 'What the referrals and conversions add up to' }),
        ledger: z.int().meta({ description: 'The balance kept' }),
      }),
    ),
    firstDifference: z
      .object({ referralId: z.string(), records: State, ledger: State })
      .nullable()
      .meta({ description: 'The earliest registered referral that the two sides do not see alike' }),
  })
  .meta({ id: 'Reconciliation' })
export type Reconciliation = z.output<typeof Reconciliation>

export const readReconciliation = route({
  id: 'readReconciliation',
  method: 'GET',
  path: '/v1/relay/reconciliation',
  summary: 'Compare what the referrals add up to with the balances of the ledger; the first difference is named',
  permission: 'relay:read',
  status: 200,
  response: Reconciliation,
})
