import type { ReferralSignal } from '../../../contract/network.ts'

/** Domains of addresses that are made to be thrown away: a short list of those in wide use, extended by hand. */
const disposable = new Set([
  '10minutemail.com',
  'dispostable.com',
  'getnada.com',
  'guerrillamail.com',
  'instaddr.win',
  'mailinator.com',
  'maildrop.cc',
  'mintemail.com',
  'sharklasers.com',
  'sute.jp',
  'temp-mail.org',
  'tempmail.dev',
  'throwawaymail.com',
  'trashmail.com',
  'yopmail.com',
  // Stands for such a domain in demonstrations and tests; nothing real ends in .example (RFC 2606).
  'sutemail.example',
])

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
  if (disposable.has(domain)) signals.push('DISPOSABLE_MAIL')
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
