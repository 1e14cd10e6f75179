import * as contract from '../../../../contract/accounts/session.ts'
import { done } from '../../../../contract/route.ts'
import { notFound } from '../../../kernel/errors.ts'
import type { Bind } from '../../../kernel/http/http.ts'
import { acceptInvitation, readInvitation } from '../staff/invitations.ts'
import { requestPasswordReset, resetPassword } from './password-reset.ts'
import * as session from './session.ts'
import * as own from './own-sign-in.ts'
import { admitSetUp, setUp } from './set-up.ts'
import { requireSignedIn } from './sign-in.ts'
import { openSessions } from './store-sign-in.ts'
import { throttle } from './throttle.ts'

/** Signing in and everything about the own account: routes before any company is known. */
export function sessionRoutes(bind: Bind): void {
  bind.open(contract.readSession, (context) => session.session(context))
  bind.open(contract.signIn, (context, { body }) => session.signIn(context, body))
  bind.open(contract.verifyTwoFactor, (context, { body }) => session.verifyTwoFactor(context, body))
  bind.open(contract.useRecoveryCode, (context, { body }) => session.useRecoveryCode(context, body.recoveryCode))
  bind.open(contract.signOut, async (context) => {
    await session.signOut(context)
    return done
  })
  bind.open(contract.requestPasswordReset, async (context, { body }) => {
    await requestPasswordReset(context, body)
    return done
  })
  bind.open(contract.resetPassword, async (context, { body }) => {
    await resetPassword(context, body)
    return done
  })
  bind.open(contract.readInvitation, async (context, { body }) => {
    await throttle(context.installation, { name: 'invitation', of: context.ip, times: 60, minutes: 15 })
    return readInvitation(context.installation, body.token)
  })
  bind.open(contract.acceptInvitation, async (context, { body }) => {
    await throttle(context.installation, { name: 'invitation', of: context.ip, times: 60, minutes: 15 })
    const { email } = await acceptInvitation(context.installation, body)
    return session.signIn(context, { email, password: body.password })
  })
  bind.open(contract.setUpInstallation, async (context, { body }) => {
    await admitSetUp(context, body.setUpCode)
    const { companyName, corporateNumber, name, email, password } = body
    await setUp(context.installation, {
      company: { name: companyName, ...(corporateNumber && { corporateNumber }) },
      owner: { name, email, password },
    })
    return session.signIn(context, { email, password })
  })
  ownAccountRoutes(bind)
}

function ownAccountRoutes(bind: Bind): void {
  bind.open(contract.enrolTwoFactor, (context, { body }) => own.enrolTwoFactor(context, body.password))
  bind.open(contract.confirmTwoFactor, (context, { body }) => own.confirmTwoFactor(context, body.code))
  bind.open(contract.removeTwoFactor, (context, { body }) => own.removeTwoFactor(context, body.password))
  bind.open(contract.renewRecoveryCodes, async (context, { body }) => ({
    recoveryCodes: await own.renewRecoveryCodes(context, body.password),
  }))
  bind.open(contract.changePassword, (context, { body }) => own.changePassword(context, body))
  bind.open(contract.listSessions, async (context) => {
    const { signInId, sessionId } = await requireSignedIn(context)
    const open = await openSessions(context.installation, signInId)
    return {
      items: open.map(({ createdAt, lastUsedAt, ...one }) => ({
        ...one,
        startedAt: createdAt.toISOString(),
        lastUsedAt: lastUsedAt.toISOString(),
        isThisOne: one.id === sessionId,
      })),
    }
  })
  bind.open(contract.endSession, async (context, { params }) => {
    if ((await session.endSession(context, params.id)) === 0) throw notFound({ what: 'session' })
    return done
  })
  bind.open(contract.endOtherSessions, async (context) => ({ ended: await session.endOtherSessions(context) }))
}
