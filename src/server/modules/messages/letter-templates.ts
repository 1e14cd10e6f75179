import { newId } from '../../kernel/ids.ts'
import type { Work } from '../../kernel/work.ts'
import { record } from '../audit/index.ts'
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

/** Refuses words with unknown or broken placeholders, as rewriting the letter would. */
export const checkLetter = (key: LetterKey, words: { subject: string; body: string }): void =>
  checkTemplate({ ...rejectionTemplate(key), ...words })

type Rewritten = LetterKey & { subject: string; body: string }

/**
 * Keeps the company's words as the next version; letters already written keep theirs. Refuses unknown or broken
 * placeholders with their place (`messages.unknown-placeholder`, `messages.broken-placeholder`).
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
