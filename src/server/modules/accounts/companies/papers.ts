import type { PaperAlert } from '../../../../contract/network/network-companies.ts'
import type { OperatingMode } from './company.ts'

type Papers = {
  corporateNumber: string | null
  licenceNumber: string | null
  operatingMode: OperatingMode
  agreementOn: string | null
  agreementUntil: string | null
  licenceSeenOn: string | null
  licenceUntil: string | null
}

// Sixty days leave time for a renewal of the licence, which is applied for 30 days before its end at the latest.
export const soonDays = 60

/** Whether a corporate number is one at all: 13 digits whose first checks the others (国税庁, 法人番号の検査用数字). */
export function isCorporateNumber(number: string | null): boolean {
  if (number === null || !/^[0-9]{13}$/.test(number)) return false
  const digits = Array.from(number, Number)
  const sum = digits
    .slice(1)
    .toReversed()
    .reduce((total, digit, at) => total + digit * (at % 2 === 0 ? 1 : 2), 0)
  return digits[0] === 9 - (sum % 9)
}

/** Calendar days from today to the last day on which a paper holds; below 0 it is over. */
export const daysUntil = (until: string, today: string): number =>
  Math.round((Date.parse(until) - Date.parse(today)) / 86_400_000)

/** What is missing in a company's papers, or about to end; `today` is a calendar date. The gravest first. */
export function paperAlerts(papers: Papers, today: string): PaperAlert[] {
  const soon = new Date(Date.parse(today) + soonDays * 86_400_000).toISOString().slice(0, 10)
  const alerts: PaperAlert[] = []
  if (papers.agreementUntil !== null && papers.agreementUntil < today) alerts.push('AGREEMENT_ENDED')
  const isPlacement = papers.operatingMode === 'PLACEMENT'
  if (isPlacement && papers.licenceUntil !== null && papers.licenceUntil < today) alerts.push('LICENCE_ENDED')
  if (!isCorporateNumber(papers.corporateNumber)) alerts.push('NUMBER_MISSING')
  if (papers.agreementOn === null) alerts.push('AGREEMENT_MISSING')
  if (isPlacement && papers.licenceNumber === null) alerts.push('LICENCE_MISSING')
  if (isPlacement && papers.licenceNumber !== null && papers.licenceSeenOn === null) alerts.push('LICENCE_UNSEEN')
  const ends = (until: string | null) => until !== null && until >= today && until <= soon
  if (ends(papers.agreementUntil)) alerts.push('AGREEMENT_ENDS_SOON')
  if (isPlacement && ends(papers.licenceUntil)) alerts.push('LICENCE_ENDS_SOON')
  return alerts
}

/** What keeps a company from being verified; a licence or an agreement that only ends soon does not. */
export const keepsFromVerifying = (alerts: readonly PaperAlert[]): PaperAlert[] =>
  alerts.filter((alert) => alert !== 'AGREEMENT_ENDS_SOON' && alert !== 'LICENCE_ENDS_SOON')

/** What would suspend a company again by the next look at its papers. */
export const hasEnded = (alerts: readonly PaperAlert[]): PaperAlert[] =>
  alerts.filter((alert) => alert === 'AGREEMENT_ENDED' || alert === 'LICENCE_ENDED')
