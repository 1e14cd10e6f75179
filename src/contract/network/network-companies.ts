import { z } from 'zod'
import { Industry } from '../accounts/company-groups.ts'
import { Instant, route } from '../route.ts'

const Mode = z.enum(['IN_HOUSE', 'GROUP', 'INFO_PROVISION', 'PLACEMENT'])

export const networkStandings = ['UNVERIFIED', 'VERIFIED', 'SUSPENDED'] as const
export const NetworkStanding = z.enum(networkStandings).meta({
  id: 'NetworkStanding',
  description:
    'Until a company is verified its referrals wait and do not count. A suspended one works as in-house: its letters carry no relay link, it sees no members and asks for no introductions, and its referrals wait.',
})
export type NetworkStanding = z.output<typeof NetworkStanding>

export const suspensionReasons = [
  'agreement-ended',
  'licence-ended',
  'fraud',
  'complaints',
  'own-wish',
  'other',
] as const
export type StandingReason = (typeof suspensionReasons)[number]

export const paperAlerts = [
  'AGREEMENT_MISSING',
  'AGREEMENT_ENDED',
  'AGREEMENT_ENDS_SOON',
  'LICENCE_MISSING',
  'LICENCE_UNSEEN',
  'LICENCE_ENDED',
  'LICENCE_ENDS_SOON',
  'NUMBER_MISSING',
] as const
export type PaperAlert = (typeof paperAlerts)[number]

const day = z.iso.date().nullable()
const papers = {
  agreementOn: day.meta({ description: 'When the agreement to take part was signed' }),
  agreementUntil: day,
  licenceSeenOn: day.meta({ description: 'When the licence’s document was looked at' }),
  licenceUntil: day,
}

export const NetworkCompany = z
  .object({
    id: z.uuid(),
    name: z.string(),
    corporateNumber: z.string().nullable(),
    isNumberPlausible: z.boolean().meta({ description: 'Whether the check digit of the corporate number fits' }),
    operatingMode: Mode,
    modeInForce: Mode.meta({
      description: 'The stricter of the installation’s and the company’s; in-house while cut off',
    }),
    licenceNumber: z.string().nullable(),
    industry: z.string().nullable().meta({ description: 'As the company states it' }),
    industrySet: z
      .object({ industry: Industry, reason: z.string(), at: Instant })
      .nullable()
      .meta({ description: 'What the operator says it is, and why: this one holds' }),
    employees: z.string().nullable(),
    region: z.string().nullable(),
    standing: NetworkStanding,
    reason: z.enum(suspensionReasons).nullable(),
    note: z.string().nullable(),
    ...papers,
    alerts: z.array(z.enum(paperAlerts)),
    decidedAt: Instant.nullable(),
    knownSince: Instant,
    asOf: Instant,
  })
  .meta({ id: 'NetworkCompany' })
export type NetworkCompany = z.output<typeof NetworkCompany>

export const listNetworkCompanies = route({
  id: 'listNetworkCompanies',
  method: 'GET',
  path: '/v1/network/companies',
  summary: 'The operator’s own licence, and mode, licence, agreement and standing of each company',
  permission: 'network:read',
  status: 200,
  response: z.object({
    installationMode: Mode,
    isStopped: z.boolean(),
    switchedBecause: z.string().nullable().meta({ description: 'Why the network was last stopped or let go on' }),
    operator: z.object({ name: z.string(), operatingMode: Mode, licenceNumber: z.string().nullable() }),
    companies: z.array(NetworkCompany),
  }),
})

export const readNetworkCompany = route({
  id: 'readNetworkCompany',
  method: 'GET',
  path: '/v1/network/companies/:id',
  summary: 'One company as the operator knows it',
  permission: 'network:read',
  params: z.object({ id: z.uuid() }),
  status: 200,
  response: NetworkCompany,
})

export const recordNetworkPapers = route({
  id: 'recordNetworkPapers',
  method: 'PATCH',
  path: '/v1/network/companies/:id/papers',
  summary: 'Record the dates of a company’s agreement and licence; what is not given stays',
  permission: 'network:decide',
  params: z.object({ id: z.uuid() }),
  body: z.object({
    agreementOn: day.optional(),
    agreementUntil: day.optional(),
    licenceSeenOn: day.optional(),
    licenceUntil: day.optional(),
    note: z.string().trim().max(1_000).nullable().optional(),
  }),
  status: 200,
  response: NetworkCompany,
})

export const setNetworkIndustry = route({
  id: 'setNetworkIndustry',
  method: 'PUT',
  path: '/v1/network/companies/:id/industry',
  summary:
    'Say what a company’s line of business is where it states another, or let its own hold again (null); the company is told why',
  permission: 'network:decide',
  params: z.object({ id: z.uuid() }),
  body: z.object({ industry: Industry.nullable(), reason: z.string().trim().min(5).max(300) }),
  status: 200,
  response: NetworkCompany,
})

export const verifyNetworkCompany = route({
  id: 'verifyNetworkCompany',
  method: 'POST',
  path: '/v1/network/companies/:id/verify',
  summary:
    'Verify a company: the referrals that waited count. Asks for its number, agreement and, in placement, licence',
  permission: 'network:decide',
  params: z.object({ id: z.uuid() }),
  status: 200,
  response: NetworkCompany,
})

export const suspendNetworkCompany = route({
  id: 'suspendNetworkCompany',
  method: 'POST',
  path: '/v1/network/companies/:id/suspend',
  summary: 'Suspend a company: its open requests are taken back with their slots, its slots stay but cannot be used',
  permission: 'network:decide',
  params: z.object({ id: z.uuid() }),
  body: z.object({ reason: z.enum(suspensionReasons) }),
  status: 200,
  response: NetworkCompany,
})

export const resumeNetworkCompany = route({
  id: 'resumeNetworkCompany',
  method: 'POST',
  path: '/v1/network/companies/:id/resume',
  summary: 'End a suspension: the company is what it was before, and referrals that waited count',
  permission: 'network:decide',
  params: z.object({ id: z.uuid() }),
  status: 200,
  response: NetworkCompany,
})

export const stopNetwork = route({
  id: 'stopNetwork',
  method: 'POST',
  path: '/v1/network/stop',
  summary: 'Stop the network at once, or let it go on: every company works as in-house while it is stopped',
  permission: 'network:decide',
  body: z.object({ isStopped: z.boolean(), reason: z.string().trim().min(1).max(300) }),
  status: 200,
  response: z.object({ isStopped: z.boolean() }),
})
