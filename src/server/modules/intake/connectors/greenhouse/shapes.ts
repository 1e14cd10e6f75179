import { z } from 'zod'

/** Their numbers are 64 bit and name things; they are never counted with. */
const Id = z.union([z.int(), z.string().min(1).max(40)]).transform(String)
const Text = z.string().max(20_000).nullish()
const Time = z.iso.datetime({ offset: true }).nullish()
const Values = z.array(z.object({ value: Text })).nullish()

export const Candidate = z.object({
  id: Id,
  first_name: Text,
  last_name: Text,
  title: Text,
  company: Text,
  updated_at: Time,
  last_activity: Time,
  phone_numbers: Values,
  email_addresses: Values,
  addresses: Values,
  educations: z
    .array(z.object({ school_name: Text, degree: Text, discipline: Text, start_date: Text, end_date: Text }))
    .nullish(),
  employments: z.array(z.object({ company_name: Text, title: Text, start_date: Text, end_date: Text })).nullish(),
})
export type Candidate = z.output<typeof Candidate>

export const Application = z.object({
  id: Id,
  prospect: z.boolean().nullish(),
  status: Text,
  applied_at: Time,
  rejected_at: Time,
  last_activity_at: Time,
  source: z.object({ name: Text, public_name: Text }).nullish(),
  credited_to: z.object({ name: Text }).nullish(),
  rejection_reason: z.object({ name: Text, type: z.object({ name: Text }).nullish() }).nullish(),
  current_stage: z.object({ name: Text }).nullish(),
  candidate: Candidate.nullish(),
  jobs: z.array(z.object({ name: Text })).nullish(),
})
export type Application = z.output<typeof Application>

export const Envelope = z.object({
  action: z.string().max(100),
  payload: z.record(z.string(), z.unknown()).default({}),
})
export const WithApplication = z.object({ application: Application })
export const WithCandidate = z.object({ candidate: Candidate })
export const Offer = z.object({
  application_id: Id,
  sent_on: Text,
  resolved_at: Time,
  offer_status: Text,
})
export const Gone = z.object({ person: z.object({ id: Id }).optional(), candidate_id: Id.optional() })
export const Merged = z.object({ person: z.object({ id: Id, new_candidate_id: Id }) })
