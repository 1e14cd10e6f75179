import type { Purpose } from '../../../../contract/consent/consent.ts'
import { addMonths } from '../../../kernel/months.ts'

/**
 * Months for which a consent holds, a rule of this product: two years to be remembered by a company, a year for what
 * leaves it, half a year for an identity that was given to one employer for one selection, a year for what an audit counts.
 */
const months: Record<Purpose, number> = {
  POOL: 24,
  RELAY_PROFILE: 12,
  FLOW_BACK: 12,
  INTRODUCTION: 6,
  IMPACT_AUDIT: 12,
}

/**
 * Whether the person is asked before its end if it goes on: what lets something flow again and again is. An identity is
 * given once, and answers for an audit are volunteered anew for the next.
 */
export const isRenewed = (purpose: Purpose): boolean => purpose !== 'INTRODUCTION' && purpose !== 'IMPACT_AUDIT'

/** How long a consent to this holds, as an ISO 8601 duration. */
export const termOf = (purpose: Purpose): string => `P${months[purpose]}M`

/** When a consent to this ends that is given at this moment. */
export const expiryOf = (purpose: Purpose, givenAt: Date): Date => addMonths(givenAt, months[purpose])
