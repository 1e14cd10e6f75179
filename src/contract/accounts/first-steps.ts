import { z } from 'zod'
import { route } from '../route.ts'

/** What a company does before its first letter, in this order. */
export const firstSteps = ['COMPANY', 'DATA', 'STAFF', 'PURPOSE', 'TEMPLATE', 'PREFLIGHT'] as const
export type FirstStep = (typeof firstSteps)[number]

export const readFirstSteps = route({
  id: 'readFirstSteps',
  method: 'GET',
  path: '/v1/first-steps',
  summary: 'What a company has yet to do before its first letter',
  permission: 'company:manage',
  status: 200,
  response: z.object({ steps: z.array(z.object({ step: z.enum(firstSteps), isDone: z.boolean() })) }),
})
