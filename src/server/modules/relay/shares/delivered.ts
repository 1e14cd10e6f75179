import type { Finding } from '../../../kernel/module.ts'
import { lasting, underWay } from '../../../kernel/under-way.ts'
import { inCompany, systemActor, type MemberWork } from '../../../kernel/work.ts'
import { findReceived, sharesOf, type Share } from './store-shares.ts'

const actor = systemActor('relay.verify')

/** In a member's realm: what was delivered stands at its recipient as this member's, and what was voided does not. */
export function verifyDelivered(work: MemberWork): Promise<Finding[]> {
  return lasting(async () => {
    const shares = await sharesOf(work)
    const leaving = await underWay(
      work,
      shares.map(({ id }) => id),
    )
    const findings: Finding[] = []
    for (const share of shares) {
      if (leaving.has(share.id)) continue
      const saw = await differs(work, share)
      if (saw) findings.push({ rule: 'relay.share-as-delivered', where: `share ${share.id}`, saw })
    }
    return findings
  })
}

async function differs({ installation, memberId }: MemberWork, share: Share): Promise<string | undefined> {
  const opened = { companyId: share.recipient, actor }
  const received = await inCompany(installation, opened, (work) => findReceived(work, share.id))
  if (!received) return share.state === 'DELIVERED' ? 'nothing at the recipient' : undefined
  if (share.state !== 'DELIVERED') return `${share.state}, and the recipient has it`
  return received.memberId === memberId && received.purpose === share.purpose
    ? undefined
    : 'of another member or purpose'
}
