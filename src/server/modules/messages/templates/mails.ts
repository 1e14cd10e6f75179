import type { MailLanguage, MailTemplate } from './mail.ts'
import { accessEn } from './mails/access-en.ts'
import { accessJa } from './mails/access-ja.ts'
import { consentsEn } from './mails/consents-en.ts'
import { consentsJa } from './mails/consents-ja.ts'
import { introductionsEn } from './mails/introductions-en.ts'
import { introductionsJa } from './mails/introductions-ja.ts'
import { poolEn } from './mails/pool-en.ts'
import { poolJa } from './mails/pool-ja.ts'
import { requestsEn } from './mails/requests-en.ts'
import { requestsJa } from './mails/requests-ja.ts'
import { allowed, type MailKind, type MailWords } from './mails/kinds.ts'

export type { MailKind } from './mails/kinds.ts'

export const mailKinds = Object.keys(allowed) as readonly MailKind[]

const words: Record<MailLanguage, MailWords> = {
  ja: { ...accessJa, ...consentsJa, ...poolJa, ...introductionsJa, ...requestsJa },
  en: { ...accessEn, ...consentsEn, ...poolEn, ...introductionsEn, ...requestsEn },
}

/** The mail of one kind in one language. */
export function mailTemplate(kind: MailKind, language: MailLanguage): MailTemplate {
  return { ...words[language][kind], allowed: allowed[kind] }
}
