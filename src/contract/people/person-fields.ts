import { z } from 'zod'

/** Every field a source can state about a person. What is not listed is never collected (職業安定法 5条の5). */
export const personFields = [
  'name',
  'nameKana',
  'nameRomaji',
  'formerName',
  'birthDate',
  'gender',
  'email',
  'phone',
  'prefecture',
  'city',
  'address',
  'employer',
  'title',
  'skills',
  'workHistory',
  'education',
  'languages',
  'desiredSalaryMin',
  'desiredPrefectures',
  'desiredOccupations',
  'employmentTypes',
  'remoteWish',
  'availableFrom',
  'workPermit',
  'note',
] as const

export const PersonField = z.enum(personFields)
export type PersonField = (typeof personFields)[number]

/** Fields that hold several texts. */
export const listFields = [
  'skills',
  'languages',
  'desiredPrefectures',
  'desiredOccupations',
  'employmentTypes',
] as const satisfies readonly PersonField[]

/** A dated entry of a career or an education; days may be months (`2021-04`). */
export const CareerEntry = z.object({
  organisation: z.string().max(200),
  role: z.string().max(200).optional(),
  from: z.string().max(10).optional(),
  to: z.string().max(10).optional(),
  summary: z.string().max(4_000).optional(),
})
export type CareerEntry = z.output<typeof CareerEntry>

export const FieldValue = z.union([
  z.string().max(20_000),
  z.number(),
  z.array(z.string().max(400)).max(200),
  z.array(CareerEntry).max(100),
])
export type FieldValue = z.output<typeof FieldValue>

/** Where a claim came from. `PERSON` and `MEMBER` are the person themselves, by their page. */
export const sourceKinds = ['FORM', 'IMPORT', 'WEBHOOK', 'MAIL', 'STAFF', 'PERSON', 'MEMBER'] as const
export const SourceKind = z.enum(sourceKinds)
export type SourceKind = (typeof sourceKinds)[number]
