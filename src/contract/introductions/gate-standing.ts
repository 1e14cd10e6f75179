import { z } from 'zod'
import { Instant } from '../route.ts'

export const gateStates = ['WAITING', 'PASSED', 'REFUSED', 'LAPSED', 'WITHDRAWN'] as const
export const GateState = z.enum(gateStates)
export type GateState = z.output<typeof GateState>

export const gateReasons = ['CONDITIONS_UNCLEAR', 'MESSAGE_IMPROPER', 'NO_FIT', 'TOO_MANY', 'OTHER'] as const
export const GateReason = z.enum(gateReasons)
export type GateReason = z.output<typeof GateReason>

/** How a request stands with the operator, as the company that asks sees it. */
export const GateStanding = z.object({
  state: GateState,
  reason: GateReason.nullable(),
  note: z.string().nullable().meta({ description: 'What the operator wrote to the company' }),
  decideBy: Instant,
})
export type GateStanding = z.output<typeof GateStanding>
