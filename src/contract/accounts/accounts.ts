import { z } from 'zod'
import { CompanySize, Industry } from './company-groups.ts'
import { permissions, roles } from './permissions.ts'
import { Done, Instant, route } from '../route.ts'

/** One line as it can be read: no control characters, and none that turns the direction of what follows. */
const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((said) => !/[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/u.test(said), 'not one line of text')
const optionalText = (max: number) => line(max).nullable()
const operatingModes = ['IN_HOUSE', 'GROUP', 'INFO_PROVISION', 'PLACEMENT'] as const
/** The cases of 労働施策総合推進法施行規則 第1条の3第1項: 1号, 2号, 3号イ to ニ. */
export const ageExceptions = ['1', '2', '3-a', '3-b', '3-c', '3-d'] as const

const Zone = z
  .string()
  .max(60)
  .refine((zone) => {
    try {
      return new Intl.DateTimeFormat('en', { timeZone: zone }).format(0) !== ''
    } catch {
      return false
    }
  }, 'not a time zone')

export const Company = z
  .object({
    id: z.uuid(),
    kind: z.enum(['EMPLOYER', 'OPERATOR']),
    name: z.string(),
    nameEn: z.string().nullable(),
    corporateNumber: z.string().nullable(),
    address: z.string().nullable(),
    representative: z
      .string()
      .nullable()
      .meta({ description: 'Title and name: stands in the records of what was provided and received.' }),
    contactMail: z.string().nullable(),
    timeZone: z.string(),
    locale: z.enum(['ja', 'en']),
    operatingMode: z.enum(operatingModes),
    operatingModeInForce: z.enum(operatingModes).meta({
      description: 'The stricter of the installation’s mode and the company’s.',
    }),
    licenceNumber: z.string().nullable(),
    installationMode: z.enum(operatingModes).meta({ description: 'The loosest mode that may be chosen here.' }),
    groupName: z.string().nullable(),
    groupNumber: z.string().nullable().meta({ description: 'Corporate number of the company at the group’s head.' }),
    industry: Industry.nullable(),
    industrySet: z
      .object({ industry: Industry, reason: z.string() })
      .nullable()
      .meta({ description: 'What the operator of the network says it is, and why: there this one holds' }),
    employees: CompanySize.nullable(),
    requiresTwoFactor: z.boolean(),
    isTwoFactorFixed: z.boolean().meta({ description: 'True where the installation requires it of every company.' }),
    ageException: z.object({ kind: z.enum(ageExceptions), recordedBy: z.string(), recordedAt: Instant }).nullable(),
  })
  .meta({ id: 'Company' })
export type Company = z.output<typeof Company>

export const readCompany = route({
  id: 'readCompany',
  method: 'GET',
  path: '/v1/company',
  summary: 'Read the company’s settings',
  permission: 'company:read',
  status: 200,
  response: Company,
})

export const changeCompany = route({
  id: 'changeCompany',
  method: 'PATCH',
  path: '/v1/company',
  summary: 'Change the given settings of the company',
  permission: 'company:manage',
  body: z.object({
    name: line(200).optional(),
    nameEn: optionalText(200).optional(),
    corporateNumber: z
      .string()
      .regex(/^\d{13}$/)
      .nullable()
      .optional(),
    address: optionalText(300).optional(),
    representative: optionalText(200).optional(),
    contactMail: z.email().max(254).nullable().optional(),
    timeZone: Zone.optional(),
    locale: z.enum(['ja', 'en']).optional(),
    operatingMode: z.enum(operatingModes).optional(),
    licenceNumber: optionalText(50).optional(),
    groupName: optionalText(200).optional(),
    groupNumber: z
      .string()
      .regex(/^\d{13}$/)
      .nullable()
      .optional(),
    industry: Industry.nullable().optional(),
    employees: CompanySize.nullable().optional(),
    requireTwoFactor: z.boolean().optional(),
  }),
  status: 200,
  response: Company,
})

export const recordAgeException = route({
  id: 'recordAgeException',
  method: 'PUT',
  path: '/v1/company/age-exception',
  summary: 'Record which legal exception lets the company filter by age, or withdraw the record',
  permission: 'company:manage',
  body: z.object({ kind: z.enum(ageExceptions).nullable() }),
  status: 200,
  response: Company,
})

export const Staff = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string(),
    role: z.enum(roles),
    state: z.enum(['ACTIVE', 'SUSPENDED', 'REMOVED']),
    lastSignInAt: Instant.nullable(),
    joinedAt: Instant,
  })
  .meta({ id: 'Staff' })
export type Staff = z.output<typeof Staff>

export const listStaff = route({
  id: 'listStaff',
  method: 'GET',
  path: '/v1/staff',
  summary: 'List who works in the company',
  permission: 'staff:read',
  status: 200,
  response: z.object({ items: z.array(Staff) }),
})

const StaffId = z.object({ id: z.uuid() })

export const changeStaffRole = route({
  id: 'changeStaffRole',
  method: 'PUT',
  path: '/v1/staff/:id/role',
  summary: 'Give a member of staff another role',
  permission: 'staff:manage',
  params: StaffId,
  body: z.object({ role: z.enum(roles) }),
  status: 200,
  response: Staff,
})

export const changeStaffState = route({
  id: 'changeStaffState',
  method: 'PUT',
  path: '/v1/staff/:id/state',
  summary: 'Suspend a member of staff, let them in again, or remove them; their sessions end',
  permission: 'staff:manage',
  params: StaffId,
  body: z.object({ state: z.enum(['ACTIVE', 'SUSPENDED', 'REMOVED']) }),
  status: 200,
  response: Staff,
})

export const resetSecondFactor = route({
  id: 'resetSecondFactor',
  method: 'POST',
  path: '/v1/staff/:id/second-factor-reset',
  summary: 'Take a lost second factor away; the person is signed out and enrols again',
  permission: 'staff:manage',
  params: StaffId,
  status: 202,
  response: Done,
})

export const StaffInvitation = z
  .object({
    id: z.uuid(),
    email: z.string(),
    role: z.enum(roles),
    state: z.enum(['PENDING', 'ACCEPTED', 'REVOKED']),
    isLapsed: z.boolean(),
    invitedAt: Instant,
    expiresAt: Instant,
  })
  .meta({ id: 'StaffInvitation' })
export type StaffInvitation = z.output<typeof StaffInvitation>

export const listInvitations = route({
  id: 'listInvitations',
  method: 'GET',
  path: '/v1/invitations',
  summary: 'List invitations that were not accepted yet',
  permission: 'staff:read',
  status: 200,
  response: z.object({ items: z.array(StaffInvitation) }),
})

export const inviteStaff = route({
  id: 'inviteStaff',
  method: 'POST',
  path: '/v1/invitations',
  summary: 'Invite somebody by mail; the link is valid for 7 days',
  permission: 'staff:manage',
  body: z.object({ id: z.uuid(), email: z.email().max(254), role: z.enum(roles) }),
  status: 201,
  response: StaffInvitation,
})

export const resendInvitation = route({
  id: 'resendInvitation',
  method: 'POST',
  path: '/v1/invitations/:id/resend',
  summary: 'Mail a fresh link; the one sent before stops working',
  permission: 'staff:manage',
  params: StaffId,
  status: 200,
  response: StaffInvitation,
})

export const revokeInvitation = route({
  id: 'revokeInvitation',
  method: 'DELETE',
  path: '/v1/invitations/:id',
  summary: 'Take an invitation back',
  permission: 'staff:manage',
  params: StaffId,
  status: 200,
  response: Done,
})

export const Key = z
  .object({
    id: z.uuid(),
    name: z.string(),
    lastFour: z.string(),
    permissions: z.array(z.enum(permissions)),
    createdAt: Instant,
    expiresAt: Instant,
    lastUsedAt: Instant.nullable(),
  })
  .meta({ id: 'Key' })
export type Key = z.output<typeof Key>

export const listKeys = route({
  id: 'listKeys',
  method: 'GET',
  path: '/v1/keys',
  summary: 'List the API keys',
  permission: 'company:manage',
  status: 200,
  response: z.object({ items: z.array(Key) }),
})

export const makeKey = route({
  id: 'makeKey',
  method: 'POST',
  path: '/v1/keys',
  summary: 'Make an API key; its text is shown only in this answer',
  permission: 'company:manage',
  body: z.object({
    id: z.uuid(),
    name: z.string().trim().min(1).max(100),
    permissions: z.array(z.enum(permissions)).min(1).max(permissions.length),
    validDays: z.int().min(1).max(366).default(90),
  }),
  status: 201,
  response: z.object({ text: z.string().meta({ description: '`tsk_<company id>.<secret>`' }) }),
})

export const revokeKey = route({
  id: 'revokeKey',
  method: 'DELETE',
  path: '/v1/keys/:id',
  summary: 'End an API key at once',
  permission: 'company:manage',
  params: StaffId,
  status: 200,
  response: Done,
})
