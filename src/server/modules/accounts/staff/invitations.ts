import { sitePaths } from '../../../../contract/accounts/site-paths.ts'
import type { Role } from '../../../../contract/accounts/permissions.ts'
import { newSecret, readToken, sha256, tokenText } from '../../../kernel/crypto.ts'
import { notFound, violated } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { company } from '../companies/company.ts'
import { claimSignIn, hasPassword, mailKey } from '../sign-in/credentials.ts'
import { invitationOpen, invitationOver, invitationSettled, staffExists, staffOnly } from '../errors.ts'
import { send } from '../sign-in/errands.ts'
import { acted } from '../events.ts'
import { refuseAboveOwnRank, refuseRoleElsewhere } from './staff.ts'
import * as store from './store-invitations.ts'
import { rememberMembership } from '../sign-in/store-sign-in.ts'
import { findStaff, listStaff, putStaff } from './store-staff.ts'

export type { Invitation } from './store-invitations.ts'

const daysValid = 7
const expiry = (now: Date) => new Date(now.getTime() + daysValid * 86_400_000)

export type Inviting = { id: string; email: string; role: Role }

/** Open and lapsed invitations; accepted and revoked ones are not listed. */
export const invitations = (work: Work): Promise<store.Invitation[]> => store.listInvitations(work)

/** Invites an address: a mail with a link that is valid for 7 days. The same id again changes nothing. Refused for a role that the company cannot have (`accounts.role-elsewhere`). */
export async function invite(work: Work, { id, email, role }: Inviting): Promise<store.Invitation> {
  if (work.actor.kind !== 'staff') throw staffOnly({})
  await refuseAboveOwnRank(work, [role])
  await refuseRoleElsewhere(work, role)
  const address = mailKey(email)
  if ((await listStaff(work)).some((member) => member.email === address)) throw staffExists({})
  const secret = newSecret()
  try {
    const written = await store.insertInvitation(work, {
      id,
      email: address,
      role,
      secretHash: sha256(secret),
      invitedBy: work.actor.id,
      staffId: newId(),
      expiresAt: expiry(work.now),
    })
    if (written) {
      await mail(work, { email: address, role, secret })
      await acted(work, { action: 'invitation.sent', subject: { kind: 'invitation', id }, detail: { role } })
    }
  } catch (error) {
    if (violated(error) === 'accounts_invitation_open') throw invitationOpen({})
    throw error
  }
  return invitation(work, id)
}

async function invitation(work: Work, id: string): Promise<store.Invitation> {
  const found = await store.findInvitation(work, id)
  if (!found) throw notFound({ what: 'invitation' })
  return found
}

async function mail(work: Work, { email, role, secret }: { email: string; role: Role; secret: string }) {
  const { kind } = await company(work)
  const { config } = work.installation
  const origin = kind === 'OPERATOR' ? config.operatorUrl : config.consoleUrl
  const token = tokenText({ realmId: work.companyId, secret })
  const inviting = await findStaff(work, work.actor.id)
  await send(work, {
    kind: 'INVITATION',
    recipient: email,
    role,
    ...(inviting && { invitedByName: inviting.name }),
    // Behind the hash the token reaches no server log and no Referer.
    link: `${origin}${sitePaths.invitation}#${token}`,
  })
}

/** Mails a fresh link, valid for another 7 days; the link sent before stops working. */
export async function resendInvitation(work: Work, id: string): Promise<store.Invitation> {
  const { state, email, role } = await invitation(work, id)
  if (state !== 'PENDING') throw invitationSettled({})
  const secret = newSecret()
  await store.updateInvitation(work, id, { secretHash: sha256(secret), expiresAt: expiry(work.now) })
  await mail(work, { email, role, secret })
  await acted(work, { action: 'invitation.resent', subject: { kind: 'invitation', id } })
  return invitation(work, id)
}

/** Takes an invitation back. One that was accepted stays (`accounts.invitation-settled`): suspend the person instead. */
export async function revokeInvitation(work: Work, id: string): Promise<void> {
  const { state } = await invitation(work, id)
  if (state === 'REVOKED') return
  if (state !== 'PENDING') throw invitationSettled({})
  await store.updateInvitation(work, id, { state: 'REVOKED' })
  await acted(work, { action: 'invitation.revoked', subject: { kind: 'invitation', id } })
}

/** The invitation behind a link; refused when it is unknown, revoked or too old (`accounts.invitation-over`). */
async function behind(work: Work, secret: string): Promise<store.Invitation> {
  const found = await store.findInvitationBySecret(work, sha256(secret))
  if (!found || found.state === 'REVOKED') throw invitationOver({})
  if (found.state === 'PENDING' && found.expiresAt <= work.now) throw invitationOver({})
  return found
}

function opening(token: string) {
  const read = readToken(token)
  if (!read) throw invitationOver({})
  return { secret: read.secret, opening: { companyId: read.realmId, actor: systemActor('accounts.invitation') } }
}

/** What an invitation's page shows, to whoever holds its link. */
export async function readInvitation(installation: Installation, token: string) {
  const { secret, opening: realm } = opening(token)
  const read = await inCompany(installation, realm, async (work) => {
    const found = await behind(work, secret)
    const inviting = await findStaff(work, found.invitedBy)
    return { found, companyName: (await company(work)).name, invitedBy: inviting?.name ?? '' }
  })
  const { found, companyName, invitedBy } = read
  const { email, role, expiresAt } = found
  return {
    companyName,
    invitedBy,
    email,
    role,
    expiresAt: expiresAt.toISOString(),
    hasAccount: await hasPassword(installation, email),
  }
}

export type Accepting = { token: string; name: string; password: string }

/**
 * Joins the company: the sign-in first, then the staff row, then the hint. Each step may be repeated, so that a
 * crash between them is healed by accepting again. Returns the mail address to sign in with.
 */
export async function acceptInvitation(installation: Installation, { token, name, password }: Accepting) {
  const { secret, opening: realm } = opening(token)
  const { email } = await inCompany(installation, realm, (work) => behind(work, secret))
  const signInId = await claimSignIn(installation, { name, email, password })
  const kind = await inCompany(installation, realm, async (work) => {
    const found = await behind(work, secret)
    if (found.state === 'PENDING') {
      const staffId = await putStaff(work, { id: found.staffId, signInId, name, email, role: found.role })
      await store.updateInvitation(work, found.id, { state: 'ACCEPTED', staffId })
      await acted(work, {
        action: 'invitation.accepted',
        subject: { kind: 'staff', id: staffId },
        detail: { invitationId: found.id, role: found.role },
      })
    }
    return (await company(work)).kind
  })
  await rememberMembership(installation, signInId, { companyId: realm.companyId, kind })
  return { email, signInId }
}
