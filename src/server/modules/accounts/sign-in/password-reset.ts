import { setTimeout as wait } from 'node:timers/promises'
import { sitePaths } from '../../../../contract/accounts/site-paths.ts'
import type { Context } from '../../../kernel/http/http.ts'
import { inCompany, systemActor } from '../../../kernel/work.ts'
import { issueResetToken, mailKey, ownerOfResetToken } from './credentials.ts'
import { send } from './errands.ts'
import { tellCompanies } from './own-sign-in.ts'
import { forward, headersOf, signInOf, staffSite } from './sign-in.ts'
import { membershipHints, spendVerifications } from './store-sign-in.ts'
import { throttle, within } from './throttle.ts'

/** Answers take at least this long, so that their duration does not tell whether an address is known. */
const answerMs = 200

/**
 * Sends a link that sets another password. Whoever asks gets the same answer: for an unknown address, for one that
 * was asked for too often, and for one without a company.
 */
export async function requestPasswordReset(context: Context, asked: { email: string; language: 'ja' | 'en' }) {
  const { installation, ip } = context
  await throttle(installation, { name: 'reset-address', of: ip, times: 20, minutes: 60 })
  await Promise.all([sendLink(context, { ...asked, email: mailKey(asked.email) }), wait(answerMs)])
}

async function sendLink(context: Context, { email, language }: { email: string; language: 'ja' | 'en' }) {
  const { installation } = context
  if (!(await within(installation, { name: 'reset', of: email, times: 5, minutes: 60 }))) return
  const issued = await issueResetToken(installation, email)
  if (!issued) return
  const [hint] = await membershipHints(installation, issued.signInId)
  if (!hint) return
  const { config } = installation
  const origin = staffSite(context) === 'operator' ? config.operatorUrl : config.consoleUrl
  await inCompany(
    installation,
    { companyId: hint.companyId, actor: systemActor('accounts.reset'), requestId: context.requestId },
    (work) =>
      send(work, {
        kind: 'PASSWORD_RESET',
        signInId: issued.signInId,
        recipient: email,
        language,
        link: `${origin}${sitePaths.resetPassword}#${issued.token}`,
      }),
  )
  installation.wake()
}

/**
 * Sets another password by the mail's token, once, and ends every session; other links that were asked for are spent with
 * it. The second factor stays as it is, and is asked for in every browser.
 */
export async function resetPassword(context: Context, { token, password }: { token: string; password: string }) {
  const { installation, ip } = context
  await throttle(installation, { name: 'reset-token', of: ip, times: 30, minutes: 15 })
  const { api } = signInOf(installation, staffSite(context))
  const signInId = await ownerOfResetToken(installation, token)
  await forward(
    context,
    api.resetPassword({ body: { token, newPassword: password }, headers: headersOf(context), returnHeaders: true }),
  )
  if (signInId === undefined) return
  await spendVerifications(installation, signInId)
  await tellCompanies(context, signInId, 'staff.password-reset')
}
