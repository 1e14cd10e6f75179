import { isDisposableEmailDomain } from 'disposable-email-domains-js'
import type { ReferralSignal } from '../../../../contract/network/network-referrals.ts'

// Stands for a service of throw-away addresses in demonstrations and tests; nothing real ends in .example (RFC 2606).
const madeUpDisposable = 'sutemail.example'

const domainOf = (mail: string): string => mail.slice(mail.lastIndexOf('@') + 1).toLowerCase()

/** Domains that everybody may have an address in say nothing about where somebody works. */
const shared = new Set([
  'gmail.com',
  'yahoo.co.jp',
  'outlook.com',
  'outlook.jp',
  'hotmail.com',
  'icloud.com',
  'docomo.ne.jp',
  'ezweb.ne.jp',
  'au.com',
  'softbank.ne.jp',
  'mail.example',
])

type Registered = { mail: string; colleagues: readonly string[] }

/** What about one registration asks for a human look. Each is a hint: none decides anything by itself. */
export function registrationSignals({ mail, colleagues }: Registered): ReferralSignal[] {
  const domain = domainOf(mail)
  const signals: ReferralSignal[] = []
  if (domain === madeUpDisposable || isDisposableEmailDomain(domain)) signals.push('DISPOSABLE_MAIL')
  if (!shared.has(domain) && colleagues.some((colleague) => domainOf(colleague) === domain))
    signals.push('COMPANY_DOMAIN')
  return signals
}

// Of those who get a letter about three in ten go on, spread over days: twenty within an hour that are more than
// half of all letters of the week before are no ordinary hour, and a company that writes to hundreds is none.
const burstCount = 20
const burstShare = 0.5

/** Whether one company's registrations of the last hour are too many for the letters it sent. */
export const isBurst = ({ inLastHour, lettersInWeek }: { inLastHour: number; lettersInWeek: number }): boolean =>
  inLastHour >= burstCount && inLastHour > lettersInWeek * burstShare

/** Registrations of one company beside a given one, itself included: by its device, and by its block of addresses. */
export type Alike = { byDevice: number; byBlock: number; onTheDay: number }

// A family or a school shares a device, so a second registration says nothing; a carrier's or a campus's block is shared
// by many, so only a block that makes up most of a company's day is odd.
const deviceCount = 3
const blockCount = 10
const blockShare = 0.5

/** What is odd about from where registrations of one company came. */
export function originSignals({ byDevice, byBlock, onTheDay }: Alike): ReferralSignal[] {
  const signals: ReferralSignal[] = []
  if (byDevice >= deviceCount) signals.push('SAME_DEVICE')
  if (byBlock >= blockCount && byBlock > onTheDay * blockShare) signals.push('SAME_BLOCK')
  return signals
}

const silentAsks = 2

/** Whether who registered stayed silent more often than is taken for a matter of chance. */
export const isSilent = ({ lapsed, answered }: { lapsed: number; answered: number }): boolean =>
  answered === 0 && lapsed >= silentAsks
