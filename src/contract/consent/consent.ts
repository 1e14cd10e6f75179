import { z } from 'zod'
import { Instant, Paging, route } from '../route.ts'

export const purposes = ['POOL', 'RELAY_PROFILE', 'INTRODUCTION', 'FLOW_BACK', 'IMPACT_AUDIT'] as const
export const Purpose = z.enum(purposes).meta({
  description:
    'POOL: stay in the company’s pool. RELAY_PROFILE: an anonymous profile for employers of the relay. INTRODUCTION: identity to one named company. FLOW_BACK: coarse activity and outcome to one company. IMPACT_AUDIT: sex and race, volunteered for the operator’s audit of impact ratios alone.',
})
export type Purpose = z.output<typeof Purpose>

export const basisKinds = ['LETTER', 'REFRESH', 'POOL', 'RELAY'] as const
export const legalBases = ['CONSENT', 'CONTRACT', 'LEGITIMATE_INTEREST', 'PUBLISHED_PURPOSE'] as const
export const mailPermissions = ['CONSENT', 'ADDRESS_GIVEN', 'BUSINESS_RELATION', 'NOT_ADVERTISING'] as const

export const NewBasis = z.object({
  kind: z.enum(basisKinds).meta({ description: 'What the basis is recorded for' }),
  purpose: z.string().trim().min(10).max(2000).meta({ description: '利用目的, as told to the people concerned' }),
  legalBasis: z.enum(legalBases),
  mailPermission: z.enum(mailPermissions).meta({
    description:
      'Why 特定電子メール法 permits the mail: consent, an address given by the person, a business relation, or no advertising',
  }),
  explanation: z
    .string()
    .trim()
    .min(1)
    .max(4000)
    .meta({ description: 'Where the purpose is published and why it covers this' }),
})
export type NewBasis = z.output<typeof NewBasis>

export const Basis = NewBasis.extend({ id: z.uuid(), recordedBy: z.uuid(), recordedAt: Instant }).meta({ id: 'Basis' })
export type Basis = z.output<typeof Basis>

export const listBases = route({
  id: 'listBases',
  method: 'GET',
  path: '/v1/consent/bases',
  summary: 'The recorded purposes and grounds, newest first; the first of a kind is in force',
  permission: 'consent:read',
  status: 200,
  response: z.object({ bases: z.array(Basis) }),
})

export const recordBasis = route({
  id: 'recordBasis',
  method: 'POST',
  path: '/v1/consent/bases',
  summary: 'Record for what purpose and on what ground personal data is used; required before letters',
  permission: 'consent:manage',
  body: NewBasis.extend({ id: z.uuid() }),
  status: 201,
  response: Basis,
})

export const Consent = z
  .object({
    purpose: Purpose,
    recipient: z.string().meta({ description: 'Id of a company, or `NETWORK`' }),
    decision: z.enum(['GIVEN', 'REFUSED', 'WITHDRAWN']),
    items: z.array(z.string()),
    eventId: z.uuid(),
    receiptId: z.uuid(),
    textHash: z.string(),
    how: z.enum(['PORTAL', 'LETTER', 'FORM', 'PAPER', 'STAFF']),
    occurredAt: Instant,
    expiresAt: Instant.nullable().meta({ description: 'Until when a consent holds unless it is renewed' }),
  })
  .meta({ id: 'Consent' })
export type Consent = z.output<typeof Consent>

export const Party = z.object({
  id: z.string(),
  name: z.string(),
  address: z.string().optional(),
  representative: z.string().optional(),
})
export type Party = z.output<typeof Party>

export const Provision = z
  .object({
    id: z.uuid(),
    shareId: z.uuid(),
    side: z.enum(['PROVIDER', 'RECIPIENT']),
    provider: Party,
    recipient: Party,
    subjectName: z.string().nullable().meta({ description: 'Whose data it was' }),
    items: z.array(z.string()),
    opening: z
      .string()
      .nullable()
      .meta({ description: 'For the selection to which opening, as the person read it; null where it was for none' }),
    receiptId: z.uuid(),
    howObtained: z.string().meta({ description: '取得の経緯, as a code' }),
    providedAt: Instant,
    keepUntil: Instant,
  })
  .meta({ id: 'Provision' })
export type Provision = z.output<typeof Provision>

/** What a company is told of how a search goes on, as an item of a provision. */
export const activityCode = 'activity'

/** What a provision was for: the state of the search is told by itself, everything else to whom the person was introduced. */
export const purposeOfProvision = ({ items }: Pick<Provision, 'items'>): 'FLOW_BACK' | 'INTRODUCTION' =>
  items.includes(activityCode) ? 'FLOW_BACK' : 'INTRODUCTION'

const person = z.object({ personId: z.uuid() })

export const readPersonConsents = route({
  id: 'readPersonConsents',
  method: 'GET',
  path: '/v1/consent/people/:personId',
  summary: 'What a person agreed to, and the records of provisions about them',
  permission: 'consent:read',
  params: person,
  status: 200,
  response: z.object({ consents: z.array(Consent), provisions: z.array(Provision) }),
})

export const exportPerson = route({
  id: 'exportPerson',
  method: 'GET',
  path: '/v1/consent/people/:personId/export',
  summary: 'Everything that is held about a person, module by module',
  permission: 'consent:manage',
  params: person,
  status: 200,
  response: z.object({ exportedAt: Instant, held: z.record(z.string(), z.unknown()) }),
})

export const erasePerson = route({
  id: 'erasePerson',
  method: 'POST',
  path: '/v1/consent/people/:personId/erasure',
  summary: 'Erase a person from every module and keep their addresses from being imported again',
  permission: 'people:erase',
  params: person,
  body: z.object({ id: z.uuid() }),
  status: 200,
  response: z.object({ erasureId: z.uuid(), erasedAt: Instant }),
})

export const listProvisions = route({
  id: 'listProvisions',
  method: 'GET',
  path: '/v1/consent/provisions',
  summary: 'Records of provisions to and from third parties (APPI 29 and 30), newest first',
  permission: 'consent:read',
  query: z.object({ ...Paging.shape, cursor: z.uuid().optional() }),
  status: 200,
  response: z.object({ provisions: z.array(Provision), nextCursor: z.string().nullable() }),
})
