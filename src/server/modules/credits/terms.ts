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

/** The same day `months` later, or the last day of a shorter month (29 February becomes 28). */
export function addMonths(from: Date, months: number): Date {
  const day = from.getUTCDate()
  const moved = new Date(from)
  moved.setUTCDate(1)
  moved.setUTCMonth(moved.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate()
  moved.setUTCDate(Math.min(day, lastDay))
  return moved
}
