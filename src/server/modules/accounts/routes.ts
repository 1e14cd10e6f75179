import * as contract from '../../../contract/accounts/accounts.ts'
import * as networkContract from '../../../contract/network/network-companies.ts'
import * as noticesContract from '../../../contract/accounts/notices.ts'
import * as rulesContract from '../../../contract/rules.ts'
import { done } from '../../../contract/route.ts'
import type { Bind } from '../../kernel/http/http.ts'
import { inCompany, type Work } from '../../kernel/work.ts'
import * as companies from './companies/company.ts'
import * as inviting from './staff/invitations.ts'
import * as apiKeys from './staff/keys.ts'
import * as network from './companies/network-companies.ts'
import { notices, putAway } from './companies/notices.ts'
import { changeRules, companyRules } from './rules.ts'
import { resetSecondFactor } from './sign-in/second-factor-reset.ts'
import { sessionRoutes } from './sign-in/session-routes.ts'
import { industrySetHere } from './companies/standing.ts'
import * as people from './staff/staff.ts'
import type { Company } from './companies/store-company.ts'

export function routes(bind: Bind): void {
  sessionRoutes(bind)
  companyRoutes(bind)
  networkRoutes(bind)
  staffRoutes(bind)
  invitationRoutes(bind)
  keyRoutes(bind)
  bind.company(noticesContract.readNotices, notices)
  bind.company(noticesContract.putNoticeAway, async (work, { params }) => {
    await putAway(work, params.id)
    return done
  })
}

function companyRoutes(bind: Bind): void {
  bind.company(contract.readCompany, async (work) => companyView(work, await companies.company(work)))
  bind.company(contract.changeCompany, async (work, { body }) =>
    companyView(work, await companies.changeCompany(work, body)),
  )
  bind.company(contract.recordAgeException, async (work, { body }) =>
    companyView(work, await companies.recordAgeException(work, body.kind)),
  )
  bind.company(rulesContract.readRules, async (work) => ({
    rules: await companyRules(work),
    defaults: rulesContract.defaultRules,
  }))
  bind.company(rulesContract.changeRules, (work, { body }) => changeRules(work, body))
}

/** The operator's routes about companies: its own realm alone, by the permissions that only its company has. */
function networkRoutes(bind: Bind): void {
  bind.company(networkContract.listNetworkCompanies, async (work) => {
    const { OPERATING_MODE: installationMode } = work.installation.config
    const { name, operatingMode, licenceNumber } = await companies.company(work)
    return {
      installationMode,
      isStopped: await network.isNetworkStopped(work),
      switchedBecause: await network.networkSwitchedBecause(work),
      operator: { name, operatingMode, licenceNumber },
      companies: await network.networkCompanies(work),
    }
  })
  bind.company(networkContract.readNetworkCompany, (work, { params }) => network.networkCompany(work, params.id))
  bind.company(networkContract.recordNetworkPapers, (work, { params, body }) =>
    network.recordPapers(work, { ...body, ...params }),
  )
  bind.company(networkContract.setNetworkIndustry, (work, { params, body }) =>
    network.setIndustry(work, { ...params, ...body }),
  )
  bind.company(networkContract.verifyNetworkCompany, (work, { params }) => network.verifyCompany(work, params.id))
  bind.company(networkContract.suspendNetworkCompany, (work, { params, body }) =>
    network.suspendCompany(work, { ...params, ...body }),
  )
  bind.company(networkContract.resumeNetworkCompany, (work, { params }) => network.resumeCompany(work, params.id))
  bind.company(networkContract.stopNetwork, (work, { body }) => network.switchNetwork(work, body))
}

function staffRoutes(bind: Bind): void {
  bind.company(contract.listStaff, async (work) => ({ items: (await people.staff(work)).map(staffView) }))
  bind.company(contract.changeStaffRole, async (work, { params, body }) =>
    staffView(await people.changeRole(work, { ...params, ...body })),
  )
  bind.company(contract.changeStaffState, async (work, { params, body }) =>
    staffView(await people.changeStanding(work, { ...params, ...body })),
  )
  bind.open(contract.resetSecondFactor, async (context, { params }) => {
    const caller = await bind.identify(context, contract.resetSecondFactor.permission)
    await resetSecondFactor(context.installation, caller, params.id)
    return done
  })
}

function invitationRoutes(bind: Bind): void {
  bind.company(contract.listInvitations, async (work) => ({
    items: (await inviting.invitations(work)).map((one) => invitationView(work, one)),
  }))
  bind.company(contract.inviteStaff, async (work, { body }) => invitationView(work, await inviting.invite(work, body)))
  bind.company(contract.resendInvitation, async (work, { params }) =>
    invitationView(work, await inviting.resendInvitation(work, params.id)),
  )
  bind.company(contract.revokeInvitation, async (work, { params }) => {
    await inviting.revokeInvitation(work, params.id)
    return done
  })
}

function keyRoutes(bind: Bind): void {
  bind.company(contract.listKeys, async (work) => ({ items: (await apiKeys.keys(work)).map(keyView) }))
  // Outside the idempotent path, which would keep the answer: the key's text is stored nowhere. Its id is the
  // caller's, so that a retry makes no second key.
  bind.open(contract.makeKey, async (context, { body }) => {
    const { actor, companyId } = await bind.identify(context, contract.makeKey.permission)
    const { installation, requestId } = context
    return {
      text: await inCompany(installation, { actor, companyId, requestId }, (work) => apiKeys.makeKey(work, body)),
    }
  })
  bind.company(contract.revokeKey, async (work, { params }) => {
    await apiKeys.revokeKey(work, params.id)
    return done
  })
}

async function companyView(work: Work, found: Company) {
  const { config } = work.installation
  const { ageException, ageExceptionBy, ageExceptionAt, settings, ...rest } = found
  const recorder = ageExceptionBy ? await people.staffMember(work, ageExceptionBy) : undefined
  return {
    ...rest,
    industrySet: await industrySetHere(work),
    installationMode: config.OPERATING_MODE,
    operatingModeInForce: await companies.operatingMode(work),
    requiresTwoFactor: companies.requiresTwoFactor(work.installation, settings),
    isTwoFactorFixed: config.production,
    ageException:
      ageException && ageExceptionAt
        ? { kind: ageException, recordedBy: recorder?.name ?? '', recordedAt: ageExceptionAt.toISOString() }
        : null,
  }
}

const staffView = ({ id, name, email, role, state, lastSignInAt, recordedAt }: people.Staff) => ({
  id,
  name,
  email,
  role,
  state,
  lastSignInAt: lastSignInAt?.toISOString() ?? null,
  joinedAt: recordedAt.toISOString(),
})

const invitationView = ({ now }: Work, one: inviting.Invitation) => ({
  id: one.id,
  email: one.email,
  role: one.role,
  state: one.state,
  isLapsed: one.state === 'PENDING' && one.expiresAt <= now,
  invitedAt: one.recordedAt.toISOString(),
  expiresAt: one.expiresAt.toISOString(),
})

const keyView = ({ id, name, lastFour, permissions, recordedAt, expiresAt, lastUsedAt }: apiKeys.Key) => ({
  id,
  name,
  lastFour,
  permissions,
  createdAt: recordedAt.toISOString(),
  expiresAt: expiresAt.toISOString(),
  lastUsedAt: lastUsedAt?.toISOString() ?? null,
})
