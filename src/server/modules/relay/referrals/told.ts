import type { Finding } from '../../../kernel/module.ts'
import { differing, lasting, underWay } from '../../../kernel/under-way.ts'
import { inCompany, systemActor, type MemberWork, type Work } from '../../../kernel/work.ts'
import { operatorId } from '../../accounts/index.ts'
import { listNetworkReferrals, type NetworkReferral } from './store-network.ts'
import { listReferrals, memberReferrals, referralsById, usedLetters } from './store-referrals.ts'
import type { MemberReferral, Referral } from './store-referrals.ts'

const everything = 10_000_000
const actor = systemActor('relay.verify')

const standing = ({ state, reason, registeredAt, heldUntil, settledAt }: Referral | NetworkReferral) => ({
  state,
  reason,
  registeredAt,
  heldUntil,
  settledAt,
})

/** In a company's realm: the operator keeps of its referrals what it was told. */
export async function verifyToldReferrals(work: Work): Promise<Finding[]> {
  const operator = await operatorId(work.installation)
  if (!operator || operator === work.companyId) return []
  return lasting(async () => {
    const own = await listReferrals(work, { limit: everything })
    if (own.length === 0) return []
    const subjects = own.map(({ id }) => id)
    const told = await underWay(work, subjects)
    const kept = await inCompany(work.installation, { companyId: operator, actor }, (network) =>
      listNetworkReferrals(network, { employerId: work.companyId, limit: everything }),
    )
    return differing(
      { rule: 'relay.operator-was-told', what: 'referral', told },
      new Map(own.map((one) => [one.id, standing(one)])),
      new Map(kept.map((one) => [one.id, standing(one)])),
    )
  })
}

/** How a company may see a referral as the member's side decided it: it holds longer, refuses or takes back by itself. */
const seenAs: Record<MemberReferral['state'], readonly Referral['state'][]> = {
  READY: ['HELD', 'REFUSED'],
  WAITING: ['HELD', 'REFUSED'],
  DEAD: ['HELD', 'REFUSED'],
  COUNTED: ['HELD', 'COUNTED', 'REVERSED', 'REFUSED'],
  DROPPED: ['DROPPED', 'REFUSED'],
  REFUSED: ['REFUSED'],
}

/** In a member's realm: each referral stands at the company of its letter as this side decided. */
export function verifyDecidedReferrals(work: MemberWork): Promise<Finding[]> {
  return lasting(async () => {
    const own = await memberReferrals(work)
    const letters = await usedLetters(work)
    const leaving = await underWay(
      work,
      own.map(({ id }) => id),
    )
    const findings: Finding[] = []
    for (const companyId of new Set(letters.map((letter) => letter.companyId))) {
      const used = new Set(letters.filter((letter) => letter.companyId === companyId).map(({ id }) => id))
      const mine = own.filter(({ letterId }) => used.has(letterId))
      findings.push(...(await atCompany(work, companyId, { mine, leaving })))
    }
    return findings
  })
}

type Own = { mine: readonly MemberReferral[]; leaving: ReadonlySet<string> }

function atCompany(work: MemberWork, companyId: string, { mine, leaving }: Own): Promise<Finding[]> {
  return inCompany(work.installation, { companyId, actor }, async (company) => {
    const ids = mine.map(({ id }) => id)
    const kept = new Map((await referralsById(company, ids)).map((one) => [one.id, one]))
    const coming = await underWay(company, [...kept.keys()])
    return mine.flatMap((referral) => {
      const theirs = kept.get(referral.id)
      if (!theirs || leaving.has(referral.id) || coming.has(referral.id)) return []
      const differs = difference(referral, theirs, work.memberId)
      return differs ? [{ rule: 'relay.referral-as-decided', where: `referral ${referral.id}`, saw: differs }] : []
    })
  })
}

function difference(mine: MemberReferral, theirs: Referral, memberId: string): string | undefined {
  if (theirs.memberId !== memberId || theirs.letterId !== mine.letterId) return 'another member or letter'
  if (!seenAs[mine.state].includes(theirs.state)) return `${mine.state} here, ${theirs.state} at the company`
  if (theirs.state !== 'HELD' || (mine.state !== 'READY' && mine.state !== 'WAITING')) return undefined
  // Trying again moves the end of a hold to a later moment, never to an earlier one.
  const isHeldFor = mine.state === 'READY' ? theirs.heldUntil !== null && mine.dueAt >= theirs.heldUntil : true
  return isHeldFor && (mine.state === 'READY') === (theirs.heldUntil !== null) ? undefined : 'another end of the hold'
}
