import { createHmac, randomUUID } from 'node:crypto'

/** A delivery as Greenhouse sends it. */
export type Sent = { body: Buffer; headers: Record<string, string> }

/** Their bodies escape what HTML or an old reader could trip over, and are signed after that. */
export function signed(body: unknown, { secret, eventId = randomUUID() }: { secret: string; eventId?: string }): Sent {
  const text = JSON.stringify(body).replace(
    /[<>&\u0080-\uffff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  const raw = Buffer.from(text)
  return {
    body: raw,
    headers: {
      'content-type': 'application/json',
      'greenhouse-event-id': eventId,
      signature: `sha256 ${createHmac('sha256', secret).update(raw).digest('hex')}`,
    },
  }
}

type FakePerson = { id: number; first_name: string; last_name: string; email?: string; phone?: string }
type FakeApplication = {
  id: number
  candidate: FakePerson
  job: string
  stage: string
  applied_at: string
  last_activity_at: string
  source?: string
  rejected_at?: string
  rejection?: { name: string; type: string } | null
}

/** The body of an event about one application, with the fields of their documentation that are of use or in the way. */
export const applicationEvent = (action: string, application: FakeApplication) => ({
  action,
  payload: {
    application: {
      id: application.id,
      rejected_at: application.rejected_at ?? null,
      prospect: false,
      status: application.rejected_at ? 'rejected' : 'active',
      applied_at: application.applied_at,
      last_activity_at: application.last_activity_at,
      url: `https://app.greenhouse.example/people/${application.candidate.id}`,
      source: { id: 31, public_name: application.source ?? 'Company Website' },
      credited_to: null,
      rejection_reason: application.rejection
        ? { id: 14, name: application.rejection.name, type: { id: 1, name: application.rejection.type } }
        : null,
      rejection_details: null,
      current_stage: { id: 71, name: application.stage, interviews: [] },
      custom_fields: {},
      candidate: candidateOf(application.candidate),
      jobs: [{ id: 55, name: application.job, requisition_id: null, confidential: false, status: 'open' }],
    },
  },
})

export const candidateOf = ({ id, first_name, last_name, email, phone }: FakePerson) => ({
  id,
  first_name,
  last_name,
  title: null,
  company: null,
  created_at: '2026-03-01T00:00:00.000Z',
  external_id: null,
  is_private: false,
  can_email: true,
  phone_numbers: phone ? [{ value: phone, type: 'mobile' }] : [],
  email_addresses: email ? [{ value: email, type: 'personal' }] : [],
  addresses: [],
  educations: [],
  employments: [],
  attachments: [],
  tags: [],
  custom_fields: {},
})
