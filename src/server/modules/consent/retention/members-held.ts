import { onAcross, type Subscription } from '../../../kernel/announcements.ts'
import { inCompany } from '../../../kernel/work.ts'
import { operatorId } from '../../accounts/index.ts'
import { holdPlaced } from '../erasures/holds.ts'
import { refOf, retentionActor as actor, retentionOf } from './retention-members.ts'
import { openMemberRuns } from './store-retention.ts'
import { keepHeld } from './store-retention-people.ts'

/**
 * A hold that a company places shows on the operator's lists of members that can still be carried out: by such a list
 * the member is kept, whatever becomes of the hold. The next list judges them anew.
 */
export const membersHeld: Subscription = onAcross(
  holdPlaced,
  'consent.members-held',
  async (installation, { realmId: companyId, payload }) => {
    const operator = await operatorId(installation)
    if (!operator) return
    const members = await inCompany(installation, { companyId, actor }, (work) =>
      retentionOf(installation).membersOf(work, payload.sourceRecordIds),
    )
    if (members.length === 0) return
    await inCompany(installation, { companyId: operator, actor }, async (work) => {
      for (const runId of await openMemberRuns(work))
        await keepHeld(
          work,
          runId,
          members.map((memberId) => refOf(installation, runId, memberId)),
        )
    })
  },
)
