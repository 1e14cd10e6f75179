import { expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { aCompany } from '../../accounts/testing.ts'
import { reconciliation } from './reconciliation.ts'
import { putReferral } from './store-referrals.ts'
import { countedReferrals } from '../testing.ts'

const referralOf = (id: string, registeredAt: Date) => ({
  id,
  memberId: newId(),
  letterId: newId(),
  sourceRecordId: newId(),
  state: 'COUNTED' as const,
  reason: null,
  version: 1,
  registeredAt,
  heldUntil: null,
  settledAt: null,
  signals: [],
  clearedAt: null,
})

test('the records of referrals agree with the ledger, and the first that does not is named', async () => {
  const company = await aCompany()
  await countedReferrals(company, 12)
  expect(await company.work(reconciliation)).toMatchObject({
    agrees: true,
    firstDifference: null,
    lines: [
      { name: 'held', records: 0, ledger: 0 },
      { name: 'counted', records: 12, ledger: 12 },
      { name: 'reversed', records: 0, ledger: 0 },
      { name: 'remainder', records: 2, ledger: 2 },
      { name: 'slots', records: 1, ledger: 1 },
    ],
  })
  const [forgotten, later] = [newId(), newId()]
  await company.work(async (work) => {
    await putReferral(work, referralOf(later, new Date('2026-03-02')))
    await putReferral(work, referralOf(forgotten, new Date('2026-03-01')))
  })
  expect(await company.work(reconciliation)).toMatchObject({
    agrees: false,
    firstDifference: { referralId: forgotten, records: 'COUNTED', ledger: 'NONE' },
  })
})
