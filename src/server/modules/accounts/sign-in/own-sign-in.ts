import type { AuditAction } from '../../../../contract/audit-actions/index.ts'
import type { Session } from '../../../../contract/accounts/session.ts'
import type { Context } from '../../../kernel/http/http.ts'
import { inCompany } from '../../../kernel/work.ts'
import { secondFactorNeeded } from '../errors.ts'
import { acted } from '../events.ts'
import { grants, standings } from './identify.ts'
import { forward, headersOf, requireSignedIn, signInOf, staffSite, type StaffSite } from './sign-in.ts'
import { spendVerifications } from './store-sign-in.ts'
import { throttle } from './throttle.ts'
import { sessionOf, minutes, codeLimit, spend } from './session.ts'

/** Begins a second factor: the secret for the authenticator, and codes for the day it is lost. */
export async function enrolTwoFactor(context: Context, password: string) {
  const answer = await confirmedBy(context, password, (api, headers) =>
    api.enableTwoFactor({ body: { password, method: 'totp' }, headers, returnHeaders: true }),
  )
  if (answer.method !== 'totp') throw new Error('a second factor of another method')
  const { totpURI, backupCodes } = answer
  return {
    otpauthUri: totpURI,
    secret: new URL(totpURI).searchParams.get('secret') ?? '',
    recoveryCodes: backupCodes,
  }
}

/** Switches the second factor on, once a code shows that the authenticator works. */
export async function confirmTwoFactor(context: Context, code: string): Promise<Session> {
  const person = await requireSignedIn(context)
  await throttle(context.installation, codeLimit(context.ip))
  const { api } = signInOf(context.installation, staffSite(context))
  const verify = async () => {
    const answer = await api.verifyTOTP({ body: { code }, headers: headersOf(context), returnHeaders: true })
    await spend(context, code, answer)
    return answer
  }
  await forward(context, verify())
  await tellCompanies(context, person.signInId, 'staff.second-factor-enrolled')
  return sessionOf(context, { ...person, hasSecondFactor: true })
}

/** Makes recovery codes afresh. */
export async function renewRecoveryCodes(context: Context, password: string): Promise<string[]> {
  const person = await requireSignedIn(context)
  const { backupCodes } = await confirmedBy(context, password, (api, headers) =>
    api.generateBackupCodes({ body: { password }, headers, returnHeaders: true }),
  )
  await tellCompanies(context, person.signInId, 'staff.recovery-codes-renewed')
  return backupCodes
}

/** Switches the own second factor off; refused where a company needs it of this person. */
export async function removeTwoFactor(context: Context, password: string): Promise<Session> {
  const person = await requireSignedIn(context)
  const { installation } = context
  for (const site of ['console', 'operator'] satisfies StaffSite[]) {
    const found = await standings(installation, person.signInId, site)
    if (found.some((standing) => grants(installation, standing, false).needsSecondFactor)) throw secondFactorNeeded({})
  }
  await confirmedBy(context, password, (api, headers) =>
    api.disableTwoFactor({ body: { password }, headers, returnHeaders: true }),
  )
  await tellCompanies(context, person.signInId, 'staff.second-factor-removed')
  return sessionOf(context, { ...person, hasSecondFactor: false })
}

/** Sets another password, and ends every other session; links that were mailed to set one are spent with it. */
export async function changePassword(
  context: Context,
  { currentPassword, password }: { currentPassword: string; password: string },
): Promise<Session> {
  const person = await requireSignedIn(context)
  await confirmedBy(context, currentPassword, (api, headers) =>
    api.changePassword({
      body: { currentPassword, newPassword: password, revokeOtherSessions: true },
      headers,
      returnHeaders: true,
    }),
  )
  await spendVerifications(context.installation, person.signInId)
  await tellCompanies(context, person.signInId, 'staff.password-changed')
  return sessionOf(context, person)
}

type Api = ReturnType<typeof signInOf>['api']

/** Something that a stolen open browser must not do: it asks for the password again, and not often. */
async function confirmedBy<T>(
  context: Context,
  password: string,
  run: (api: Api, headers: Headers) => Promise<{ headers: Headers; response: T }>,
): Promise<T> {
  const { signInId } = await requireSignedIn(context)
  await throttle(context.installation, { name: 'confirm', of: signInId, times: 10, minutes })
  return forward(context, run(signInOf(context.installation, staffSite(context)).api, headersOf(context)))
}

/** Puts on record in every company of a person what they did to their own sign-in. */
export async function tellCompanies(context: Context, signInId: string, action: AuditAction): Promise<void> {
  const { installation, requestId } = context
  for (const site of ['console', 'operator'] satisfies StaffSite[]) {
    for (const { company, id } of await standings(installation, signInId, site)) {
      const actor = { kind: 'staff', id, permissions: new Set<string>() } as const
      await inCompany(installation, { companyId: company.id, actor, requestId }, (work) =>
        acted(work, { action, subject: { kind: 'staff', id } }),
      )
    }
  }
}
