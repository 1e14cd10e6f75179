import type { Session } from '../../../../contract/accounts/session.ts'
import { derivedKey, hmac } from '../../../kernel/crypto.ts'
import type { Context } from '../../../kernel/http/http.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, systemActor } from '../../../kernel/work.ts'
import { operatingMode } from '../companies/company.ts'
import { whyCutOff } from '../companies/standing.ts'
import { codeRefused } from '../errors.ts'
import { acted } from '../events.ts'
import { grants, standings } from './identify.ts'
import { awaitsSecondFactor, forward, headersOf, requireSignedIn, signedIn, signInOf, staffSite } from './sign-in.ts'
import { directory, isDemonstration } from '../companies/store-company.ts'
import { endSessions, spendCode } from './store-sign-in.ts'
import { updateStaff, type Standing } from '../staff/store-staff.ts'
import { forgive, throttle, type Limit } from './throttle.ts'

export type Person = { signInId: string; name: string; email: string; hasSecondFactor: boolean }

/** Who is signed in, as the programs show it. */
export async function session(context: Context): Promise<Session> {
  const person = await signedIn(context)
  return person ? sessionOf(context, person) : signedOut(context, awaitsSecondFactor(context))
}

async function signedOut({ installation }: Context, awaits: boolean): Promise<Session> {
  return {
    state: awaits ? 'NEEDS_TWO_FACTOR' : 'SIGNED_OUT',
    needsSetUp: (await directory(installation)).length === 0,
    isDemonstration: await isDemonstration(installation),
    staff: null,
    memberships: [],
  }
}

export async function sessionOf(context: Context, person: Person): Promise<Session> {
  const { installation } = context
  const found = await standings(installation, person.signInId, staffSite(context))
  return {
    state: 'SIGNED_IN',
    needsSetUp: false,
    isDemonstration: await isDemonstration(installation),
    staff: {
      name: found[0]?.name ?? person.name,
      email: person.email,
      hasTwoFactor: person.hasSecondFactor,
      recoveryCodesLeft: person.hasSecondFactor ? await recoveryCodesLeft(context, person.signInId) : 0,
    },
    memberships: await Promise.all(found.map((standing) => membership(installation, standing, person.hasSecondFactor))),
  }
}

async function membership(installation: Installation, standing: Standing, hasSecondFactor: boolean) {
  const { company, id, role } = standing
  const opening = { companyId: company.id, actor: systemActor('accounts.session') }
  const { permissions, needsSecondFactor } = grants(installation, standing, hasSecondFactor)
  return {
    companyId: company.id,
    name: company.name,
    kind: company.kind,
    staffId: id,
    role,
    permissions,
    needsTwoFactor: needsSecondFactor,
    zone: company.timeZone,
    // In force: who is cut off from the network, or stands in a stricter installation, may do less than is set.
    operatingMode: await inCompany(installation, opening, operatingMode),
    cutOff: await inCompany(installation, opening, whyCutOff),
  }
}

async function recoveryCodesLeft({ installation }: Context, userId: string): Promise<number> {
  const { api } = signInOf(installation, 'console')
  const { backupCodes } = await api.viewBackupCodes({ body: { userId } }).catch(() => ({ backupCodes: [] }))
  return backupCodes.length
}

export const minutes = 15

const signInLimits = (email: string, ip: string): [Limit, Limit, Limit] => [
  { name: 'sign-in', of: `${email}\n${ip}`, times: 10, minutes },
  // An account that is tried from many addresses, and an address that tries many accounts.
  { name: 'sign-in-account', of: email, times: 50, minutes },
  { name: 'sign-in-address', of: ip, times: 100, minutes },
]

export const codeLimit = (ip: string): Limit => ({ name: 'code', of: ip, times: 30, minutes })

/** Signs in by password; with a second factor the answer says that it is still to come. */
export async function signIn(context: Context, sent: { email: string; password: string }): Promise<Session> {
  const email = sent.email.trim().toLowerCase()
  const { installation, ip } = context
  const limits = signInLimits(email, ip)
  await throttle(installation, ...limits)
  const { api } = signInOf(installation, staffSite(context))
  const answer = await forward(
    context,
    api.signInEmail({ body: { email, password: sent.password }, headers: headersOf(context), returnHeaders: true }),
  )
  await forgive(installation, limits[0])
  if ('twoFactorRedirect' in answer) return signedOut(context, true)
  return begun(context, personOf(answer.user))
}

type User = {
  id: string
  name?: string | null | undefined
  email?: string | null | undefined
  twoFactorEnabled?: boolean | null | undefined
}

const personOf = ({ id, name, email, twoFactorEnabled }: User): Person => ({
  signInId: id,
  name: name ?? '',
  email: email ?? '',
  hasSecondFactor: twoFactorEnabled === true,
})

/** A session was begun: each company of this site is told. */
async function begun(context: Context, person: Person): Promise<Session> {
  const { installation, requestId } = context
  for (const { company, id } of await standings(installation, person.signInId, staffSite(context))) {
    const actor = { kind: 'staff', id, permissions: new Set<string>() } as const
    await inCompany(installation, { companyId: company.id, actor, requestId }, async (work) => {
      await updateStaff(work, id, { lastSignInAt: work.now })
      await acted(work, { action: 'staff.signed-in', subject: { kind: 'staff', id } })
    })
  }
  return sessionOf(context, person)
}

type Verified = { headers: Headers; response: { user: User; token: string } }

/** A code that was right counts once: when it was used before, the session that it opened is ended unseen. */
export async function spend({ installation }: Context, code: string, { response }: Verified): Promise<void> {
  const hash = hmac(derivedKey(installation.config.secret, 'accounts/code'), code).toString('base64url')
  if (await spendCode(installation, response.user.id, hash)) return
  await (await signInOf(installation, 'console').$context).internalAdapter.deleteSession(response.token)
  throw codeRefused({})
}

/** Finishes a sign-in with a code of the authenticator. */
export async function verifyTwoFactor(
  context: Context,
  { code, trustDevice }: { code: string; trustDevice: boolean },
): Promise<Session> {
  const { installation } = context
  await throttle(installation, codeLimit(context.ip))
  const { api } = signInOf(installation, staffSite(context))
  const verify = async () => {
    const answer = await api.verifyTOTP({
      body: { code, trustDevice },
      headers: headersOf(context),
      returnHeaders: true,
    })
    await spend(context, code, answer)
    return answer
  }
  return begun(context, personOf((await forward(context, verify())).user))
}

/** Finishes a sign-in with a recovery code. */
export async function useRecoveryCode(context: Context, recoveryCode: string): Promise<Session> {
  const { installation } = context
  await throttle(installation, codeLimit(context.ip))
  const { api } = signInOf(installation, staffSite(context))
  const answer = await forward(
    context,
    api.verifyBackupCode({
      body: { code: asPrinted(recoveryCode) },
      headers: headersOf(context),
      returnHeaders: true,
    }),
  )
  return begun(context, personOf(answer.user))
}

/** Recovery codes are printed as two groups of five; the dash may be left out or be another dash when typed. */
function asPrinted(typed: string): string {
  const signs = typed.replace(/[^0-9A-Za-z]/g, '')
  return `${signs.slice(0, 5)}-${signs.slice(5)}`
}

/** Ends the session, if there is one. */
export async function signOut(context: Context): Promise<void> {
  const { api } = signInOf(context.installation, staffSite(context))
  await forward(context, api.signOut({ headers: headersOf(context), returnHeaders: true }))
}

/** Signs another browser of the same person out; what is not theirs is simply not found. */
export async function endSession(context: Context, sessionId: string): Promise<number> {
  const { signInId } = await requireSignedIn(context)
  return endSessions(context.installation, { signInId, sessionId })
}

export async function endOtherSessions(context: Context): Promise<number> {
  const { signInId, sessionId } = await requireSignedIn(context)
  return endSessions(context.installation, { signInId, except: sessionId })
}
