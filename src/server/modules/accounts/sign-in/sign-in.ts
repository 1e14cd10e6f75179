import { betterAuth } from 'better-auth'
import { APIError } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { derivedKey } from '../../../kernel/crypto.ts'
import { unauthenticated, type Context } from '../../../kernel/http/http.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import type { Refusal } from '../../../kernel/errors.ts'
import * as refused from '../errors.ts'
import { hashedSessions } from './hashed-sessions.ts'

/** The two programs staff sign in to; a session of one is none of the other. */
export type StaffSite = 'console' | 'operator'

// 30 minutes without a request, or 12 hours in all, end a session (ASVS 5.0, 7.3.1 and 7.3.2).
const idleS = 30 * 60
const absoluteMs = 12 * 3_600_000
export const minPasswordLength = 12

type Parts = Pick<Installation, 'config' | 'databases'>

/**
 * The sign-in library for one site. Its endpoints are never served: our contract calls them as functions, so that
 * its router, its links and its rate limits play no part.
 */
function open({ config, databases }: Parts, site: StaffSite) {
  return betterAuth({
    appName: 'Tasuki',
    baseURL: site === 'operator' ? config.operatorUrl : config.consoleUrl,
    secret: derivedKey(config.secret, 'accounts/sign-in').toString('base64url'),
    database: hashedSessions(databases.signin),
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength,
      maxPasswordLength: 200,
      revokeSessionsOnPasswordReset: true,
    },
    user: {
      modelName: 'sign_in',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    session: {
      modelName: 'session',
      expiresIn: idleS,
      updateAge: 60,
      fields: {
        userId: 'sign_in_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
      additionalFields: { site: { type: 'string', required: true, input: false } },
    },
    account: { modelName: 'credential', fields: credentialFields },
    verification: {
      modelName: 'verification',
      storeIdentifier: 'hashed',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    databaseHooks: { session: { create: { before: async (session) => ({ data: { ...session, site } }) } } },
    plugins: [secondFactor()],
    advanced: {
      database: { generateId: () => newId() },
      // The prefix carries `__Host-` itself: Secure, without a domain, for the whole host.
      useSecureCookies: false,
      cookiePrefix: cookiePrefix(site),
      defaultCookieAttributes: { secure: true, httpOnly: true, sameSite: 'strict', path: '/' },
    },
  })
}

const secondFactor = () =>
  twoFactor({
    issuer: 'Tasuki',
    schema: {
      user: { fields: { twoFactorEnabled: 'two_factor_enabled' } },
      twoFactor: {
        modelName: 'second_factor',
        fields: {
          userId: 'sign_in_id',
          backupCodes: 'backup_codes',
          failedVerificationCount: 'failed_verification_count',
          lockedUntil: 'locked_until',
        },
      },
    },
  })

const credentialFields = {
  userId: 'sign_in_id',
  accountId: 'account_id',
  providerId: 'provider_id',
  accessToken: 'access_token',
  refreshToken: 'refresh_token',
  idToken: 'id_token',
  accessTokenExpiresAt: 'access_token_expires_at',
  refreshTokenExpiresAt: 'refresh_token_expires_at',
  createdAt: 'created_at',
  updatedAt: 'updated_at',
}

const cookiePrefix = (site: StaffSite) => (site === 'operator' ? '__Host-tasuki-operator' : '__Host-tasuki')

export type SignIn = ReturnType<typeof open>

const opened = new WeakMap<object, Map<StaffSite, SignIn>>()

/** The sign-in of one site of an installation, made once. */
export function signInOf(installation: Parts, site: StaffSite): SignIn {
  const sites = opened.get(installation.databases) ?? new Map<StaffSite, SignIn>()
  opened.set(installation.databases, sites)
  const known = sites.get(site) ?? open(installation, site)
  sites.set(site, known)
  return known
}

/**
 * Where the caller signs in. The portal is not for staff; an unknown host name stands for the console outside
 * production, where tests and tools call by address.
 */
export function staffSite({ site, installation }: Context): StaffSite {
  if (site === 'console' || site === 'operator') return site
  if (site === 'other' && !installation.config.production) return 'console'
  throw unauthenticated({})
}

/** What the library is told of a request: its cookies, browser and address, and nothing that a caller could forge. */
export function headersOf({ request, ip }: Context): Headers {
  const headers = new Headers({ 'x-forwarded-for': ip })
  if (request.headers.cookie) headers.set('cookie', request.headers.cookie)
  if (request.headers['user-agent']) headers.set('user-agent', request.headers['user-agent'].slice(0, 300))
  return headers
}

type Answer<T> = { headers: Headers; response: T }

/** Hands the library's cookies to the browser, and turns its errors into ours. */
export async function forward<T>({ reply }: Context, answering: Promise<Answer<T>>): Promise<T> {
  try {
    const { headers, response } = await answering
    for (const cookie of headers.getSetCookie()) reply.header('set-cookie', cookie)
    return response
  } catch (error) {
    throw refusalOf(error)
  }
}

const refusals: Record<string, (detail: Record<string, never>) => Refusal> = {
  INVALID_EMAIL_OR_PASSWORD: refused.signInRefused,
  INVALID_EMAIL: refused.signInRefused,
  INVALID_PASSWORD: refused.passwordWrong,
  INVALID_TOKEN: refused.linkSpent,
  USER_NOT_FOUND: refused.linkSpent,
  INVALID_CODE: refused.codeRefused,
  INVALID_BACKUP_CODE: refused.codeRefused,
  INVALID_TWO_FACTOR_COOKIE: refused.challengeOver,
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: refused.challengeOver,
  TOTP_ALREADY_ENABLED: refused.secondFactorOn,
  TOTP_NOT_ENABLED: refused.secondFactorOff,
  TWO_FACTOR_NOT_ENABLED: refused.secondFactorOff,
  BACKUP_CODES_NOT_ENABLED: refused.secondFactorOff,
  UNAUTHORIZED: unauthenticated,
}

function refusalOf(error: unknown): unknown {
  if (!(error instanceof APIError)) return error
  const code = String(error.body?.code ?? '')
  if (code === 'ACCOUNT_TEMPORARILY_LOCKED') return refused.tooManyAttempts({ waitMinutes: 15 })
  return refusals[code]?.({}) ?? error
}

export type SignedIn = {
  signInId: string
  name: string
  email: string
  hasSecondFactor: boolean
  sessionId: string
}

/** Who is signed in on this site, or nobody. Reading prolongs the session; one that is too old is ended. */
export async function signedIn(context: Context): Promise<SignedIn | undefined> {
  const site = staffSite(context)
  const cookies = context.request.headers.cookie ?? ''
  if (!cookies.includes(`${cookiePrefix(site)}.session_token=`)) return undefined
  const auth = signInOf(context.installation, site)
  const found = await forward(context, auth.api.getSession({ headers: headersOf(context), returnHeaders: true }))
  if (!found || found.session.site !== site) return undefined
  if (Date.now() - found.session.createdAt.getTime() > absoluteMs) {
    await (await auth.$context).internalAdapter.deleteSession(found.session.token)
    return undefined
  }
  const { id, name, email, twoFactorEnabled } = found.user
  return { signInId: id, name, email, hasSecondFactor: twoFactorEnabled === true, sessionId: found.session.id }
}

/** The same, for routes that need it. */
export async function requireSignedIn(context: Context): Promise<SignedIn> {
  const person = await signedIn(context)
  if (!person) throw unauthenticated({})
  return person
}

/** Whether a password was given in this browser and the second factor is still to come. */
export const awaitsSecondFactor = (context: Context): boolean =>
  (context.request.headers.cookie ?? '').includes(`${cookiePrefix(staffSite(context))}.two_factor=`)
