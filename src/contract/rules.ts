import { z } from 'zod'
import { route } from './route.ts'

const hour = z.int().min(0).max(24)

/** When mail to people may leave, in the company's own zone. Weekdays count from Sunday = 0. */
export const SendWindowRule = z
  .object({
    fromHour: hour,
    untilHour: hour,
    weekdays: z.array(z.int().min(0).max(6)).min(1).max(7),
    onHolidays: z.boolean().default(false),
    closedDays: z
      .array(z.iso.date())
      .max(200)
      .default([])
      .meta({ description: 'Days of the company’s own rest, such as the end of the year' }),
  })
  .refine(({ fromHour, untilHour }) => fromHour < untilHour, { path: ['untilHour'], message: 'not after the start' })

export const ContactBudgetRule = z.object({ contacts: z.int().min(0).max(50), days: z.int().min(1).max(366) })

/** No statistic is told of fewer people than this; a company may only ask for more than the product's five. */
export const KAnonymityRule = z.int().min(5).max(100)

const shapes = {
  sendWindow: SendWindowRule,
  contactBudget: ContactBudgetRule,
  kAnonymity: KAnonymityRule,
}

/** The rules a company sets for itself, whole: what it did not choose is the product's default. */
export const CompanyRules = z.object(shapes).meta({ id: 'CompanyRules' })
export type CompanyRules = z.output<typeof CompanyRules>
export type CompanyRule = keyof CompanyRules

/** The defaults of the product (docs/rules.md). */
export const defaultRules: CompanyRules = {
  sendWindow: { fromHour: 9, untilHour: 18, weekdays: [1, 2, 3, 4, 5], onHolidays: false, closedDays: [] },
  contactBudget: { contacts: 4, days: 90 },
  kAnonymity: 5,
}

/** What is kept, rule by rule; a stored value that no longer fits falls back to the default of that rule alone. */
export function rulesFrom(settings: Readonly<Record<string, unknown>>): CompanyRules {
  const of = <K extends CompanyRule>(key: K): CompanyRules[K] => {
    const set = shapes[key].safeParse(settings[key])
    return (set.success ? set.data : defaultRules[key]) as CompanyRules[K]
  }
  return {
    sendWindow: of('sendWindow'),
    contactBudget: of('contactBudget'),
    kAnonymity: of('kAnonymity'),
  }
}

export const readRules = route({
  id: 'readRules',
  method: 'GET',
  path: '/v1/rules',
  summary: 'The rules the company set for itself, beside the product’s defaults',
  permission: 'company:read',
  status: 200,
  response: z.object({ rules: CompanyRules, defaults: CompanyRules }),
})

export const changeRules = route({
  id: 'changeRules',
  method: 'PATCH',
  path: '/v1/rules',
  summary: 'Change the given rules from here on; null goes back to the default',
  permission: 'company:manage',
  body: z
    .object({
      sendWindow: SendWindowRule.nullable().optional(),
      contactBudget: ContactBudgetRule.nullable().optional(),
      kAnonymity: KAnonymityRule.nullable().optional(),
    })
    .meta({ description: 'Each rule is given whole' }),
  status: 200,
  response: CompanyRules,
})
