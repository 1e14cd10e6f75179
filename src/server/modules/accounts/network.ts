import { onAcross } from '../../kernel/announcements.ts'
import type { Installation } from '../../kernel/installation.ts'
import { inCompany, systemActor } from '../../kernel/work.ts'
import { company, companyIds, operatorId } from './company.ts'
import { accountsActed } from './events.ts'
import { applyWord } from './standing.ts'
import { putKnownCompany } from './store-network.ts'
import { findDecision } from './store-standing.ts'

const actor = systemActor('accounts.network')

/**
 * Tells the operator how a company stands: its name, mode and licence, nothing of its staff or people. Before there is
 * an operator nothing is told; once there is one, it is told of every company.
 */
async function tellOperator(installation: Installation, companyId: string): Promise<void> {
  const operator = await operatorId(installation)
  const { kind } = await inCompany(installation, { companyId, actor }, company)
  if (kind === 'OPERATOR') {
    // Listed a moment after its realm is written; the announcement is tried again until then.
    if (operator !== companyId) throw new Error('the operator is not listed yet')
    for (const id of await companyIds(installation))
      if (id !== operator) await exchange(installation, { operator, companyId: id })
  } else if (operator) await exchange(installation, { operator, companyId })
}

type Pair = { operator: string; companyId: string }

/** Both sides learn how things stand: the operator of the company, the company of what the operator decided. */
async function exchange(installation: Installation, pair: Pair): Promise<void> {
  await mirror(installation, pair)
  await handOn(installation, pair)
}

async function mirror(installation: Installation, { operator, companyId }: Pair): Promise<void> {
  const stands = await inCompany(installation, { companyId, actor }, async (work) => {
    const { id, name, corporateNumber, operatingMode, licenceNumber, groupNumber, groupName } = await company(work)
    return { id, name, corporateNumber, operatingMode, licenceNumber, groupNumber, groupName, asOf: work.now }
  })
  await inCompany(installation, { companyId: operator, actor }, (work) => putKnownCompany(work, stands))
}

/** Brings the operator's decision, the switch and the rules of the network as they stand into the company's realm. */
async function handOn(installation: Installation, { operator, companyId }: Pair): Promise<void> {
  const word = await inCompany(installation, { companyId: operator, actor }, async (work) => {
    const { settings } = await company(work)
    const decided = await findDecision(work, companyId)
    return {
      standing: decided?.standing ?? ('UNVERIFIED' as const),
      reason: decided?.reason ?? null,
      isStopped: settings['networkStopped'] === true,
      terms: sharedTerms(settings),
      asOf: work.now,
    }
  })
  await inCompany(installation, { companyId, actor }, (work) => applyWord(work, word))
}

/** The terms that hold in every company of the network; what the operator did not set is left to each. */
const sharedTerms = (settings: Record<string, unknown>): Record<string, number> =>
  Object.fromEntries(
    ['referralsPerSlot', 'referralHoldDays', 'slotExpiryMonths'].flatMap((key) => {
      const value = settings[key]
      return typeof value === 'number' ? [[key, value] as const] : []
    }),
  )

export const networkSubscription = onAcross(
  accountsActed,
  'accounts.network',
  async (installation, { realmId, payload }) => {
    const { action, subjectId } = payload
    if (action === 'company.opened' || action === 'company.changed') await tellOperator(installation, realmId)
    if (action.startsWith('network.company-')) await handOn(installation, { operator: realmId, companyId: subjectId })
  },
)
