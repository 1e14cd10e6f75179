import { onAcross } from '../../kernel/announcements.ts'
import type { Installation } from '../../kernel/installation.ts'
import { inCompany, systemActor } from '../../kernel/work.ts'
import { company, companyIds, operatorId } from './company.ts'
import { accountsActed } from './events.ts'
import { putKnownCompany } from './store-network.ts'

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
      if (id !== operator) await mirror(installation, { operator, companyId: id })
  } else if (operator) await mirror(installation, { operator, companyId })
}

type Pair = { operator: string; companyId: string }

async function mirror(installation: Installation, { operator, companyId }: Pair): Promise<void> {
  const stands = await inCompany(installation, { companyId, actor }, async (work) => {
    const { id, name, corporateNumber, operatingMode, licenceNumber } = await company(work)
    return { id, name, corporateNumber, operatingMode, licenceNumber, asOf: work.now }
  })
  await inCompany(installation, { companyId: operator, actor }, (work) => putKnownCompany(work, stands))
}

export const networkSubscription = onAcross(
  accountsActed,
  'accounts.network',
  async (installation, { realmId, payload }) => {
    if (payload.action === 'company.opened' || payload.action === 'company.changed')
      await tellOperator(installation, realmId)
  },
)
