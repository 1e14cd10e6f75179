import { z } from 'zod'
import { Instant, Paging, route } from '../route.ts'

export const CreditBalance = z
  .object({
    held: z.int().min(0).meta({ description: 'Registered referrals still held against fraud.' }),
    counted: z.int().min(0).meta({ description: 'Counted referrals on their way to the next slot.' }),
    debt: z.int().min(0).meta({ description: 'Referrals owed after a slot already spent was clawed back.' }),
    referralsPerSlot: z.int().min(1),
    slots: z.object({
      available: z.int().min(0),
      reserved: z.int().min(0),
      spent: z.int().min(0),
      expired: z.int().min(0),
    }),
    nextExpiry: Instant.nullable(),
  })
  .meta({ id: 'CreditBalance' })

export const CreditStatement = z
  .object({
    unit: z.enum(['referrals', 'slots']),
    opening: z.int().meta({ description: 'The balance before the first line of this page' }),
    closing: z.int().meta({ description: 'The balance after the last line of this page' }),
    lines: z.array(
      z.object({
        id: z.string(),
        kind: z.string(),
        change: z.int(),
        balance: z.int(),
        reserved: z.int().nullable().meta({ description: 'Of slots: set aside for introductions after this line' }),
        spent: z.int().nullable().meta({ description: 'Of slots: used after this line' }),
        about: z
          .object({ kind: z.enum(['INTRODUCTION', 'REFERRAL']), id: z.string() })
          .nullable()
          .meta({ description: 'Of which introduction or referral the movement is' }),
        reason: z.string(),
        occurredAt: Instant,
        recordedAt: Instant,
      }),
    ),
    totals: z
      .array(z.object({ kind: z.string(), count: z.int(), change: z.int() }))
      .meta({ description: 'What the whole period comes to, kind by kind; not only this page' }),
    nextCursor: z.string().nullable().meta({ description: 'Leads to the page of the lines before these' }),
  })
  .meta({ id: 'CreditStatement' })

export const CreditTerms = z
  .object({
    referralsPerSlot: z.int().min(1),
    referralHoldDays: z.int().min(1),
    slotExpiryMonths: z.int().min(1),
  })
  .meta({ id: 'CreditTerms', description: 'Set by the network for all its companies, never by one for itself.' })

export const readCreditTerms = route({
  id: 'readCreditTerms',
  method: 'GET',
  path: '/v1/credits/terms',
  summary: 'Read by which terms referrals become slots for this company',
  permission: 'credits:read',
  status: 200,
  response: CreditTerms,
})

export const readCreditBalance = route({
  id: 'readCreditBalance',
  method: 'GET',
  path: '/v1/credits/balance',
  summary: 'Read how many referrals and slots the company has',
  permission: 'credits:read',
  status: 200,
  response: CreditBalance,
})

export const readCreditStatement = route({
  id: 'readCreditStatement',
  method: 'GET',
  path: '/v1/credits/statement',
  summary: 'Read the statement of referrals or slots, the latest page first: opening, movements in order, closing',
  permission: 'credits:read',
  query: z.object({
    ...Paging.shape,
    cursor: z
      .string()
      .regex(/^\d{1,15}$/)
      .optional(),
    unit: z.enum(['referrals', 'slots']).default('slots'),
    from: Instant.optional(),
    until: Instant.optional(),
  }),
  status: 200,
  response: CreditStatement,
})
