import { z } from 'zod'
import { permissions, roles } from './permissions.ts'
import { Done, Instant, route } from '../route.ts'

/** Twelve characters and more; length beats rules about letters and signs (NIST SP 800-63B, 3.1.1.2). */
export const Password = z.string().min(12).max(200)
export const TwoFactorCode = z.string().regex(/^\d{6}$/)
/** Shown once in groups; typed back with or without its dash. */
export const RecoveryCode = z.string().trim().min(8).max(40)

/** A company in which the signed-in person works, and as what. */
export const Membership = z
  .object({
    companyId: z.uuid(),
    name: z.string(),
    kind: z.enum(['EMPLOYER', 'OPERATOR']),
    staffId: z.uuid(),
    role: z.enum(roles),
    permissions: z.array(z.enum(permissions)),
    /** The role asks for a second factor that is not set up; until it is, only a recruiter's permissions are given. */
    needsTwoFactor: z.boolean(),
    zone: z.string().meta({ description: 'IANA name of the company’s zone, such as Asia/Tokyo' }),
    operatingMode: z.enum(['IN_HOUSE', 'GROUP', 'INFO_PROVISION', 'PLACEMENT']),
    cutOff: z
      .enum(['NETWORK_STOPPED', 'SUSPENDED'])
      .nullable()
      .meta({ description: 'Why the operator lets nothing in or out for now, whatever the mode' }),
  })
  .meta({ id: 'Membership' })
export type Membership = z.output<typeof Membership>

export const Session = z
  .object({
    state: z
      .enum(['SIGNED_OUT', 'NEEDS_TWO_FACTOR', 'SIGNED_IN'])
      .meta({ description: 'NEEDS_TWO_FACTOR: the password was right, the second factor is still asked for.' }),
    /** True on an installation without any company: the first-run page is the only one to show. */
    needsSetUp: z.boolean(),
    isDemonstration: z.boolean(),
    staff: z
      .object({
        name: z.string(),
        email: z.string(),
        hasTwoFactor: z.boolean(),
        recoveryCodesLeft: z.int().min(0),
      })
      .nullable(),
    memberships: z.array(Membership),
  })
  .meta({ id: 'Session' })
export type Session = z.output<typeof Session>

export const readSession = route({
  id: 'readSession',
  method: 'GET',
  path: '/v1/session',
  summary: 'Read who is signed in and in which companies they work',
  permission: 'public',
  status: 200,
  response: Session,
})

export const signIn = route({
  id: 'signIn',
  method: 'POST',
  path: '/v1/session/sign-in',
  summary: 'Sign in with mail address and password',
  permission: 'public',
  body: z.object({ email: z.email().max(254), password: z.string().min(1).max(200) }),
  status: 200,
  response: Session,
})

export const verifyTwoFactor = route({
  id: 'verifyTwoFactor',
  method: 'POST',
  path: '/v1/session/two-factor',
  summary: 'Finish a sign-in with a one-time code',
  permission: 'public',
  body: z.object({
    code: TwoFactorCode,
    trustDevice: z.boolean().default(false).meta({ description: 'Do not ask on this browser for 30 days.' }),
  }),
  status: 200,
  response: Session,
})

export const useRecoveryCode = route({
  id: 'useRecoveryCode',
  method: 'POST',
  path: '/v1/session/recovery',
  summary: 'Finish a sign-in with a recovery code, which is spent by it',
  permission: 'public',
  body: z.object({ recoveryCode: RecoveryCode }),
  status: 200,
  response: Session,
})

export const signOut = route({
  id: 'signOut',
  method: 'POST',
  path: '/v1/session/sign-out',
  summary: 'End the session',
  permission: 'public',
  status: 200,
  response: Done,
})

export const requestPasswordReset = route({
  id: 'requestPasswordReset',
  method: 'POST',
  path: '/v1/session/password-reset-requests',
  summary: 'Ask for a mail with a link that sets another password; the answer is the same for unknown addresses',
  permission: 'public',
  body: z.object({ email: z.email().max(254), language: z.enum(['ja', 'en']).default('ja') }),
  status: 202,
  response: Done,
})

export const resetPassword = route({
  id: 'resetPassword',
  method: 'POST',
  path: '/v1/session/password-resets',
  summary: 'Set another password with the token of the mail; ends all sessions',
  permission: 'public',
  body: z.object({ token: z.string().regex(/^[\w.-]{1,400}$/), password: Password }),
  status: 200,
  response: Done,
})

export const Invitation = z
  .object({
    companyName: z.string(),
    invitedBy: z.string(),
    email: z.string(),
    role: z.enum(roles),
    expiresAt: Instant,
    /** The address already signs in elsewhere: the existing password is asked for. */
    hasAccount: z.boolean(),
  })
  .meta({ id: 'Invitation' })

export const readInvitation = route({
  id: 'readInvitation',
  method: 'POST',
  path: '/v1/session/invitations/read',
  summary: 'Read an invitation by the token of its mail',
  permission: 'public',
  body: z.object({ token: z.string().min(1).max(400) }),
  status: 200,
  response: Invitation,
})

export const acceptInvitation = route({
  id: 'acceptInvitation',
  method: 'POST',
  path: '/v1/session/invitations/accept',
  summary: 'Join a company by an invitation; repeating it changes nothing',
  permission: 'public',
  body: z.object({ token: z.string().min(1).max(400), name: z.string().trim().min(1).max(100), password: Password }),
  status: 200,
  response: Session,
})

export const setUpInstallation = route({
  id: 'setUpInstallation',
  method: 'POST',
  path: '/v1/session/set-up',
  summary: 'Make the first company and its owner on an empty installation',
  permission: 'public',
  body: z.object({
    setUpCode: z.string().trim().max(200).optional().meta({
      description:
        'Printed by the server at its start; asked for when the request does not come from the machine itself.',
    }),
    companyName: z.string().trim().min(1).max(200),
    corporateNumber: z
      .string()
      .regex(/^\d{13}$/)
      .optional(),
    name: z.string().trim().min(1).max(100),
    email: z.email().max(254),
    password: Password,
  }),
  status: 201,
  response: Session,
})

export const enrolTwoFactor = route({
  id: 'enrolTwoFactor',
  method: 'POST',
  path: '/v1/session/two-factor-enrolment',
  summary: 'Begin a second factor; it counts once it was confirmed by a code',
  permission: 'signed-in',
  body: z.object({ password: z.string().min(1).max(200) }),
  status: 200,
  response: z.object({
    otpauthUri: z.string(),
    secret: z.string().meta({ description: 'For typing by hand, base32.' }),
    recoveryCodes: z.array(z.string()),
  }),
})

export const confirmTwoFactor = route({
  id: 'confirmTwoFactor',
  method: 'POST',
  path: '/v1/session/two-factor-enrolment/confirm',
  summary: 'Switch the second factor on with a code of the authenticator',
  permission: 'signed-in',
  body: z.object({ code: TwoFactorCode }),
  status: 200,
  response: Session,
})

export const OpenSession = z
  .object({
    id: z.string(),
    site: z.enum(['console', 'operator']),
    userAgent: z.string(),
    ipAddress: z.string(),
    startedAt: Instant,
    lastUsedAt: Instant,
    isThisOne: z.boolean(),
  })
  .meta({ id: 'OpenSession' })
export type OpenSession = z.output<typeof OpenSession>

export const listSessions = route({
  id: 'listSessions',
  method: 'GET',
  path: '/v1/session/open',
  summary: 'List the browsers in which you are signed in',
  permission: 'signed-in',
  status: 200,
  response: z.object({ items: z.array(OpenSession) }),
})

export const endSession = route({
  id: 'endSession',
  method: 'DELETE',
  path: '/v1/session/open/:id',
  summary: 'Sign another browser out',
  permission: 'signed-in',
  params: z.object({ id: z.string().regex(/^[\w-]{1,100}$/) }),
  status: 200,
  response: Done,
})

export const endOtherSessions = route({
  id: 'endOtherSessions',
  method: 'POST',
  path: '/v1/session/open/end-others',
  summary: 'Sign every browser but this one out',
  permission: 'signed-in',
  status: 200,
  response: z.object({ ended: z.int().min(0) }),
})

export const changePassword = route({
  id: 'changePassword',
  method: 'POST',
  path: '/v1/session/password',
  summary: 'Change the own password; signs every other browser out',
  permission: 'signed-in',
  body: z.object({ currentPassword: z.string().min(1).max(200), password: Password }),
  status: 200,
  response: Session,
})

export const renewRecoveryCodes = route({
  id: 'renewRecoveryCodes',
  method: 'POST',
  path: '/v1/session/recovery-codes',
  summary: 'Make recovery codes afresh; the codes made before stop working',
  permission: 'signed-in',
  body: z.object({ password: z.string().min(1).max(200) }),
  status: 200,
  response: z.object({ recoveryCodes: z.array(z.string()) }),
})

export const removeTwoFactor = route({
  id: 'removeTwoFactor',
  method: 'POST',
  path: '/v1/session/two-factor-removal',
  summary: 'Switch the own second factor off, where no company requires it',
  permission: 'signed-in',
  body: z.object({ password: z.string().min(1).max(200) }),
  status: 200,
  response: Session,
})
