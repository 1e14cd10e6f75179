import { newId } from '../../kernel/ids.ts'
import type { TestCompany } from '../accounts/testing.ts'
import { countReferral, holdReferral } from './credits.ts'

/** Counts `referrals` referrals for the company, as if each had registered and been held; answers their ids. */
export async function countReferrals({ work }: TestCompany, referrals: number): Promise<string[]> {
  const ids = Array.from({ length: referrals }, newId)
  await work(async (opened) => {
    for (const id of ids) {
      await holdReferral(opened, { id, reason: 'registered' })
      await countReferral(opened, { id: `${id}/count`, referralId: id, reason: 'hold over' })
    }
  })
  return ids
}
