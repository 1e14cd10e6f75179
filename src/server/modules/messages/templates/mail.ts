import type { PlaceholderName } from './placeholders.ts'

export type MailLanguage = 'ja' | 'en'

/** A mail as a company edits it: plain words with placeholders. `button` labels the personal link. */
export interface MailTemplate {
  subject: string
  body: string
  button: string | null
  allowed: readonly PlaceholderName[]
}

/** Who the mail is from, as its foot says (特定電子メール法 4条: name, address, where to complain). */
export interface Sender {
  name: string
  postalAddress: string
  contactName: string
  contactEmail: string
  privacyUrl: string
  /** Who runs the relay on the company's behalf; null when the company itself does. */
  operatorName: string | null
}

/**
 * Why the mail was sent. An invitation goes to who agreed to hear from the sender; a question about what is held goes to
 * whoever it is held of, agreed or not. Both carry the way to stop such mails.
 */
export type Occasion =
  | { kind: 'RESULT' | 'PROCEDURE' | 'STAFF' }
  | { kind: 'INVITATION' | 'QUESTION'; unsubscribeUrl: string }

export interface RenderedMail {
  subject: string
  text: string
  html: string
}
