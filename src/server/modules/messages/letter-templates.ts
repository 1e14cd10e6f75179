import { newId } from '../../kernel/ids.ts'
import type { Work } from '../../kernel/work.ts'
import { record } from '../audit/index.ts'
import { linkInSubject, linkMissing } from './errors.ts'
import * as store from './store-templates.ts'
import type { LetterOffer, LetterStage, MailLanguage, MailTemplate } from './templates/index.ts'
import { checkTemplate, rejectionTemplate } from './templates/index.ts'

export type LetterKey = { stage: LetterStage; offer: LetterOffer; language: MailLanguage }
/** A template with the version its words have; 0 is the one the product begins with. */
export type LetterTemplate = MailTemplate & LetterKey & { version: number; writtenAt: Date | null }

export const letterStages = ['DOCUMENT', 'INTERVIEW', 'FINAL'] as const
export const letterOffers = ['NONE', 'IN_HOUSE', 'INFO_PROVISION', 'PLACEMENT'] as const

/** The words of one kind of letter as the company wrote them last, or those the product begins with. */
export async function letterTemplate(work: Work, key: LetterKey): Promise<LetterTemplate> {
  const original = rejectionTemplate(key)
  const own = await store.findTemplate(work, key)
  if (!own) return { ...original, ...key, version: 0, writtenAt: null }
  const { subject, body, version, writtenAt } = own
  return { ...original, ...key, subject, body, version, writtenAt }
}

/** Every kind of letter in every language. */
export function letterTemplates(work: Work, offers: readonly LetterOffer[] = letterOffers): Promise<LetterTemplate[]> {
  const keys = letterStages.flatMap((stage) =>
    offers.flatMap((offer) => (['ja', 'en'] as const).map((language) => ({ stage, offer, language }))),
  )
  return Promise.all(keys.map((key) => letterTemplate(work, key)))
}

const holdsLink = (words: string): boolean => /\{\{\s*link\s*\}\}/.test(words)

/**
 * Refuses words with unknown or broken placeholders, a subject that shows the personal link to whoever sees a list of mails
 * (`messages.link-in-subject`), and a text without it where the letter offers something (`messages.link-missing`).
 */
export function checkLetter(key: LetterKey, words: { subject: string; body: string }): void {
  checkTemplate({ ...rejectionTemplate(key), ...words })
  if (holdsLink(words.subject)) throw linkInSubject({})
  if (key.offer !== 'NONE' && !holdsLink(words.body)) throw linkMissing({})
}

type Rewritten = LetterKey & { subject: string; body: string }

/**
 * Keeps the company's words as the next version; letters already written keep theirs. Refuses what
 * `checkLetter` refuses: unknown and broken placeholders, and a link that is missing or stands in the subject.
 */
export async function rewriteLetter(work: Work, { subject, body, ...key }: Rewritten): Promise<LetterTemplate> {
  checkLetter(key, { subject, body })
  const id = (await store.findTemplate(work, key))?.id ?? newId()
  await store.appendVersion(work, { id, ...key, subject, body })
  await record(work, {
    action: 'messages.rewrite-letter',
    subject: { kind: 'template', id },
    detail: { stage: key.stage, offer: key.offer, language: key.language },
  })
  return letterTemplate(work, key)
}
