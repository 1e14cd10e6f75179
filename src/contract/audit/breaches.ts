import { z } from 'zod'
import { Instant, ReadVersion, route } from '../route.ts'

/** What has to be reported (個人情報保護法施行規則 7条): each kind has its own term for the final report. */
export const breachKinds = ['SENSITIVE', 'PROPERTY', 'IMPROPER_PURPOSE', 'MANY', 'OTHER'] as const

/** The nine items of the report, in the order of 個人情報保護法施行規則 8条1項. */
export const reportItems = [
  'overview',
  'dataItems',
  'people',
  'cause',
  'secondaryDamage',
  'toThePeople',
  'publication',
  'prevention',
  'other',
] as const

const Text = z.string().trim().max(4000)
export const ReportItems = z.object({
  overview: Text,
  dataItems: Text,
  people: Text,
  cause: Text,
  secondaryDamage: Text,
  toThePeople: Text,
  publication: Text,
  prevention: Text,
  other: Text,
})
export type ReportItems = z.output<typeof ReportItems>

export const AffectedQuery = z.object({
  from: Instant.meta({ description: 'Recorded at this instant or later' }),
  to: Instant.meta({ description: 'Recorded before this instant' }),
  actions: z
    .string()
    .max(1000)
    .default('')
    .meta({ description: 'Beginnings of what was done, separated by commas, such as `people.,applications.`' }),
  actorId: z.string().max(200).default('').meta({ description: 'Who did it' }),
})

export const AffectedPerson = z
  .object({
    personId: z.uuid(),
    name: z.string().nullable().meta({ description: 'Nothing for somebody who was erased since' }),
    events: z.int(),
    firstAt: Instant,
    lastAt: Instant,
    actions: z.array(z.string()),
    actors: z.array(z.string()),
  })
  .meta({ id: 'AffectedPerson' })
export type AffectedPerson = z.output<typeof AffectedPerson>

export const listAffected = route({
  id: 'listAffected',
  method: 'GET',
  path: '/v1/consent/affected',
  summary: 'Whose data was read or changed in a period, by what was done and by whom, from the audit log',
  permission: 'audit:read',
  query: AffectedQuery.extend({ limit: z.coerce.number().int().min(1).max(200).default(50) }),
  status: 200,
  response: z.object({
    count: z.int().meta({ description: 'All of them; the list holds the first' }),
    events: z.int(),
    people: z.array(AffectedPerson),
    actions: z.array(z.object({ action: z.string(), events: z.int() })),
    actors: z.array(z.object({ actorId: z.string(), events: z.int() })),
  }),
})

export const Breach = z
  .object({
    id: z.uuid(),
    kind: z.enum(breachKinds),
    noticedAt: Instant,
    from: Instant,
    to: Instant,
    actions: z.array(z.string()),
    actorId: z.string(),
    items: ReportItems,
    firstDueAt: Instant.meta({ description: 'The first report: five days after it was noticed' }),
    finalDueAt: Instant.meta({
      description: 'The final report: 30 days, or 60 where somebody acted with an improper purpose',
    }),
    firstReportedAt: Instant.nullable(),
    finalReportedAt: Instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Breach' })
export type Breach = z.output<typeof Breach>

export const listBreaches = route({
  id: 'listBreaches',
  method: 'GET',
  path: '/v1/consent/breaches',
  summary: 'Breaches on record with their clocks, newest first',
  permission: 'audit:read',
  status: 200,
  response: z.object({ breaches: z.array(Breach) }),
})

export const openBreach = route({
  id: 'openBreach',
  method: 'POST',
  path: '/v1/consent/breaches',
  summary: 'Open a breach: the nine items of the report are filled from the audit log as far as it knows',
  permission: 'company:manage',
  body: AffectedQuery.extend({
    id: z.uuid(),
    kind: z.enum(breachKinds),
    noticedAt: Instant,
    language: z.enum(['ja', 'en']),
  }),
  status: 201,
  response: Breach,
})

export const changeBreach = route({
  id: 'changeBreach',
  method: 'PUT',
  path: '/v1/consent/breaches/:id',
  summary: 'Keep what is known by now, and when it was reported',
  permission: 'company:manage',
  params: z.object({ id: z.uuid() }),
  body: z.object({
    version: ReadVersion.meta({ description: 'The version that was read: a later one is refused' }),
    items: ReportItems,
    firstReportedAt: Instant.nullable(),
    finalReportedAt: Instant.nullable(),
  }),
  status: 200,
  response: Breach,
})
