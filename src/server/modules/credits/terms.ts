import { company, networkTermsHere } from '../accounts/index.ts'
import type { Work } from '../../kernel/work.ts'

/** The rules of the ledger that are configuration, with the defaults of the product. */
export type Terms = { referralsPerSlot: number; referralHoldDays: number; slotExpiryMonths: number }

export const defaultTerms: Terms = { referralsPerSlot: 10, referralHoldDays: 7, slotExpiryMonths: 12 }

/** The terms in force for the company: those of the network where its operator set them. */
export async function terms(work: Work): Promise<Terms> {
  const { settings } = await company(work)
  const ofNetwork = await networkTermsHere(work)
  const set = (key: keyof Terms) => {
    const value = ofNetwork[key] ?? settings[key]
    return typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? value : defaultTerms[key]
  }
  return {
    referralsPerSlot: set('referralsPerSlot'),
    referralHoldDays: set('referralHoldDays'),
    slotExpiryMonths: set('slotExpiryMonths'),
  }
}

export { addMonths } from '../../kernel/months.ts'
