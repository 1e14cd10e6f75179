import { z } from 'zod'
import { Instant, Paging, route } from '../route.ts'

export const adjustmentStates = [
  'PROPOSED',
  'EXPIRED',
  'APPROVED',
  'REJECTED',
  'WITHDRAWN',
  'APPLIED',
  'FAILED',
] as const
export type AdjustmentState = (typeof adjustmentStates)[number]

export const CreditAdjustment = z
  .object({
    id: z.uuid(),
    employerId: z.uuid(),
    employerName: z.string().nullable(),
    unit: z.enum(['slots', 'referrals']),
    amount: z.int().meta({ description: 'Given when positive, taken when negative' }),
    reason: z.string(),
    state: z.enum(adjustmentStates).meta({
      description: 'APPROVED is on its way to the company’s ledger; FAILED: the ledger’s rule in `refused` forbade it',
    }),
    proposedBy: z.uuid(),
    proposedByName: z.string().nullable(),
    proposedAt: Instant,
    expiresAt: Instant,
    decidedBy: z.uuid().nullable(),
    decidedByName: z.string().nullable(),
    decidedAt: Instant.nullable(),
    refused: z.string().nullable(),
  })
  .meta({ id: 'CreditAdjustment' })
export type CreditAdjustment = z.output<typeof CreditAdjustment>

export const listAdjustments = route({
  id: 'listAdjustments',
  method: 'GET',
  path: '/v1/network/adjustments',
  summary: 'Corrections of companies’ ledgers by the operator, newest first',
  permission: 'network:read',
  query: z.object({
    ...Paging.shape,
    cursor: z.uuid().optional(),
    employerId: z.uuid().optional(),
    open: z.stringbool().optional().meta({ description: 'Only those that still wait for a decision' }),
  }),
  status: 200,
  response: z.object({ adjustments: z.array(CreditAdjustment), nextCursor: z.string().nullable() }),
})

export const ProposedAdjustment = z.object({
  employerId: z.uuid(),
  unit: z.enum(['slots', 'referrals']),
  amount: z
    .int()
    .min(-100)
    .max(100)
    .refine((amount) => amount !== 0),
  reason: z.string().trim().min(5).max(300),
})

export const proposeAdjustment = route({
  id: 'proposeAdjustment',
  method: 'POST',
  path: '/v1/network/adjustments',
  summary: 'Propose a correction of a company’s ledger; it waits seven days for the decision of somebody else',
  permission: 'network:decide',
  body: ProposedAdjustment.extend({ id: z.uuid() }),
  status: 201,
  response: CreditAdjustment,
})

export const decideAdjustment = route({
  id: 'decideAdjustment',
  method: 'POST',
  path: '/v1/network/adjustments/:id/decide',
  summary: 'Approve or reject somebody else’s proposal, or withdraw one’s own',
  permission: 'network:decide',
  params: z.object({ id: z.uuid() }),
  body: z.object({ decision: z.enum(['APPROVE', 'REJECT', 'WITHDRAW']) }),
  status: 200,
  response: CreditAdjustment,
})
