import { newId } from '../../../../kernel/ids.ts'
import type { Installation } from '../../../../kernel/installation.ts'
import type { Work } from '../../../../kernel/work.ts'
import { operatingMode } from '../../../accounts/index.ts'
import { activityMissed } from '../member-announcements.ts'
import { isRelay } from '../offers.ts'
import { provided, tellOne } from './flow-back.ts'
import { linkedMembers } from './store-mirror.ts'

/**
 * So many members are asked about in one word: each takes a few transactions, what waits behind the word waits for all of
 * them, and one that fails has them told anew.
 */
const atOnce = 20

/**
 * The company is in the relay, perhaps again: it asks anew about everybody whom it knows. Whoever was cut off was told
 * nothing meanwhile, and the next word about a member may be months away.
 */
export async function askMissed(work: Work): Promise<void> {
  if (!isRelay(await operatingMode(work))) return
  const linked = await linkedMembers(work)
  for (let from = 0; from < linked.length; from += atOnce)
    await work.announce(activityMissed, {
      subjectId: newId(),
      version: 1,
      payload: {
        members: linked
          .slice(from, from + atOnce)
          .map(({ linkedAt, ...one }) => ({ ...one, linkedAt: linkedAt.toISOString() })),
      },
    })
}

type Heard = { realmId: string; payload: ReturnType<typeof activityMissed.payload.parse> }

/** Tells what was missed, decided by what stands as it is told: consent, activity, and whether it is still in the relay. */
export async function tellMissed(installation: Installation, { realmId: companyId, payload }: Heard): Promise<void> {
  const provider = await provided(installation)
  for (const { memberId, ...linked } of payload.members)
    await tellOne(installation, {
      memberId,
      linked: { companyId, ...linked },
      provider: provider ?? { id: memberId, name: '' },
      again: true,
    })
}
