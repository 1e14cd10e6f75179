import type { MailLanguage, MailTemplate } from './mail.ts'
import { rejectionEn } from './rejection-en.ts'
import { rejectionJa } from './rejection-ja.ts'
import type { PlaceholderName } from './placeholders.ts'

/** How far the person came; the words thank for what they gave. */
export type LetterStage = 'DOCUMENT' | 'INTERVIEW' | 'FINAL'

/** What the letter offers: nothing (no link), the company's own pool, or the relay in one of its two lawful forms. */
export type LetterOffer = 'NONE' | 'IN_HOUSE' | 'INFO_PROVISION' | 'PLACEMENT'

export interface LetterWords {
  subject: string
  opening: Record<LetterStage, string>
  respect: string
  offer: Record<Exclude<LetterOffer, 'NONE'>, string>
  link: string
  closing: string
  button: Record<Exclude<LetterOffer, 'NONE'>, string>
}

// A letter without a link has no place for one, so that none can be written in by mistake.
const always: readonly PlaceholderName[] = [
  'person.name',
  'company.name',
  'opening.title',
  'stage',
  'contact',
  'staff.name',
  'reapply.from',
]
const withLink: readonly PlaceholderName[] = [...always, 'link', 'link.expires', 'service.name', 'operator.name']

/** The letter a company begins with and may rewrite. Without an offer there is no link and none can be written in. */
export function rejectionTemplate({
  stage,
  offer,
  language,
}: {
  stage: LetterStage
  offer: LetterOffer
  language: MailLanguage
}): MailTemplate {
  const words = language === 'ja' ? rejectionJa : rejectionEn
  const invited = offer === 'NONE' ? [] : [words.offer[offer], '{{link}}', words.link]
  return {
    subject: words.subject,
    body: [words.opening[stage], words.respect, ...invited, words.closing].join('\n\n'),
    button: offer === 'NONE' ? null : words.button[offer],
    allowed: offer === 'NONE' ? always : withLink,
  }
}
