import type { Reconciliation } from '../../../../contract/relay/reconciliation.ts'
import type { Finding } from '../../../kernel/module.ts'
import type { Work } from '../../../kernel/work.ts'
import { ledgerAccount, type LedgerReferral } from '../../credits/index.ts'
import { listReferrals, type Referral } from './store-referrals.ts'

const everything = 10_000_000

type Seen = LedgerReferral | 'NONE'

/** How the ledger has to see a referral: what came to nothing was dropped there, or was never held. */
function isAlike({ state }: Referral, ledger: Seen): boolean {
  if (state === 'REFUSED' || state === 'DROPPED') return ledger === 'DROPPED' || ledger === 'NONE'
  return state === ledger
}

/**
 * Compares what the company's referrals and their conversions add up to with the balances of its ledger. Neither side is
 * computed from the other: the referrals are what the members' realms decided, the balances what was posted.
 */
export async function reconciliation(work: Work): Promise<Reconciliation> {
  const referrals = (await listReferrals(work, { limit: everything })).toSorted(
    (a, b) => a.registeredAt.getTime() - b.registeredAt.getTime(),
  )
  const { kept, ...ledger } = await ledgerAccount(work)
  const own = (...states: Referral['state'][]) => referrals.filter(({ state }) => states.includes(state)).length
  const posted = (...states: LedgerReferral[]) =>
    [...ledger.referrals.values()].filter((state) => states.includes(state)).length
  const lines: Reconciliation['lines'] = [
    { name: 'held', records: own('HELD'), ledger: kept.held },
    { name: 'counted', records: own('COUNTED', 'REVERSED'), ledger: posted('COUNTED', 'REVERSED') },
    { name: 'reversed', records: own('REVERSED'), ledger: posted('REVERSED') },
    {
      name: 'remainder',
      records: own('COUNTED') + ledger.given - ledger.taken - ledger.converted,
      ledger: kept.counted - kept.debt,
    },
    { name: 'slots', records: ledger.slotsMade, ledger: kept.issued },
  ]
  const known = new Set(referrals.map(({ id }) => id))
  const seen = (id: string): Seen => ledger.referrals.get(id) ?? 'NONE'
  const different = referrals.find((referral) => !isAlike(referral, seen(referral.id)))
  const stray = different ? undefined : [...ledger.referrals.keys()].find((id) => !known.has(id))
  const firstDifference = different
    ? { referralId: different.id, records: recordsState(different), ledger: seen(different.id) }
    : stray === undefined
      ? null
      : { referralId: stray, records: 'NONE' as const, ledger: seen(stray) }
  const agrees = firstDifference === null && lines.every((line) => line.records === line.ledger)
  return { agrees, lines, firstDifference }
}

const recordsState = ({ state }: Referral): Seen => (state === 'REFUSED' ? 'DROPPED' : state)

/** For `tasuki verify`: nothing, or the numbers and the first referral that do not agree. */
export async function verifyReconciliation(work: Work): Promise<Finding[]> {
  const { agrees, lines, firstDifference } = await reconciliation(work)
  if (agrees) return []
  const where = `company ${work.companyId}`
  const numbers = lines
    .filter((line) => line.records !== line.ledger)
    .map((line) => `${line.name} ${line.records} in the records, ${line.ledger} in the ledger`)
  const first = firstDifference ? [`first: referral ${firstDifference.referralId}`] : []
  return [{ rule: 'relay.ledger-reconciles', where, saw: [...numbers, ...first].join('; ') }]
}
