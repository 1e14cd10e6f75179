import type { Work } from '../../kernel/work.ts'
import { company } from '../accounts/index.ts'
import type { Company } from '../accounts/index.ts'
import { checkLetter, type LetterKey } from './letter-templates.ts'
import { deadLinkUrl } from './links/links.ts'
import type { MailLanguage, RenderedMail, Sender } from './templates/index.ts'
import { rejectionTemplate, renderMail } from './templates/index.ts'
import { sampleValues } from './templates/samples.ts'

type Said = { language?: MailLanguage; operatorName?: string | null }

/** What stands in the foot of every mail of a company (特定電子メール法 4条), in the language of the mail. */
export function senderOf(work: Work, of: Company, { language = of.locale, operatorName = null }: Said = {}): Sender {
  return {
    name: language === 'en' ? (of.nameEn ?? of.name) : of.name,
    postalAddress: of.address ?? '',
    contactName: language === 'en' ? 'the hiring team' : '採用担当',
    contactEmail: of.contactMail ?? work.installation.config.MAIL_FROM,
    privacyUrl: new URL(`/privacy/${of.id}`, work.installation.config.portalUrl).href,
    operatorName,
  }
}

type Draft = LetterKey & { subject: string; body: string }

/** The letter that a draft would make for a made-up person, with a link that opens nothing. Refuses as keeping it would; stores nothing. */
export async function previewLetter(work: Work, { subject, body, ...key }: Draft): Promise<RenderedMail> {
  checkLetter(key, { subject, body })
  const own = await company(work)
  const template = { ...rejectionTemplate(key), subject, body }
  const values = { ...sampleValues(key.language), 'company.name': own.name, link: deadLinkUrl(work) }
  return renderMail({
    language: key.language,
    template,
    values,
    sender: senderOf(work, own, { language: key.language }),
    occasion: { kind: 'RESULT' },
  })
}
