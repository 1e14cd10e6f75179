import { z } from 'zod'
import { companyAnnouncement } from '../../kernel/announcements.ts'
import { newId } from '../../kernel/ids.ts'
import type { Installation } from '../../kernel/installation.ts'
import { inCompany, systemActor, type Work } from '../../kernel/work.ts'
import { operatorId } from '../accounts/index.ts'
import { balances } from './balances.ts'
import { putNetworkBalance } from './store-network.ts'

/** The company's ledger moved. How it stands is read when it is heard, so that hearing late or twice harms nothing. */
export const balanceMoved = companyAnnouncement('credits.balance-moved', z.object({}))

/** Each movement is a subject of its own, so none is ever passed over. */
export const tellBalance = (work: Work): Promise<void> =>
  work.announce(balanceMoved, { subjectId: newId(), version: 1, payload: {} })

/** Keeps for the operator how many slots a company has: sums, without what they came from. */
export async function mirrorBalance(
  installation: Installation,
  { realmId: employerId }: { realmId: string },
): Promise<void> {
  const operator = await operatorId(installation)
  if (!operator || operator === employerId) return
  const actor = systemActor('credits.network')
  const stands = await inCompany(installation, { companyId: employerId, actor }, async (work) => ({
    ...(await balances(work)),
    asOf: work.now,
  }))
  await inCompany(installation, { companyId: operator, actor }, (work) =>
    putNetworkBalance(work, { employerId, ...stands }),
  )
}
