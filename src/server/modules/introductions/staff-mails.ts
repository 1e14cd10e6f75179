import { idFrom } from '../../kernel/ids.ts'
import type { Work } from '../../kernel/work.ts'
import { company, staffMember } from '../accounts/index.ts'
import { mailTemplate, queueMail, renderMail, type MailLanguage } from '../messages/index.ts'
import type { Request } from './store-requests.ts'

type Occasion = 'ACCEPTED' | 'DECLINED' | 'LAPSED' | 'WITHDRAWN' | 'QUESTION'

const templates = {
  ACCEPTED: 'ANSWER_ACCEPTED',
  DECLINED: 'ANSWER_DECLINED',
  LAPSED: 'ANSWER_LAPSED',
  // Why a person is gone is not told: to the company it is a no.
  WITHDRAWN: 'ANSWER_DECLINED',
  QUESTION: 'QUESTION_ASKED',
} as const

/** Tells whoever asked for the introduction what became of it; nobody where they have left the company. */
export async function tellStaff(
  work: Work,
  request: Request,
  occasion: Occasion,
  question?: { questionId: string; text: string },
): Promise<void> {
  const asker = await staffMember(work, request.askedBy)
  if (!asker || asker.state !== 'ACTIVE') return
  const own = await company(work)
  const language: MailLanguage = own.locale
  const { consoleUrl } = work.installation.config
  const rendered = await renderMail({
    language,
    template: mailTemplate(templates[occasion], language),
    values: {
      'staff.name': asker.name,
      'opening.title': request.job.openingTitle,
      'answer.by': dayText(request.answerBy, language, own.timeZone),
      question: question?.text ?? '',
      link: new URL(`/introductions/${request.id}`, consoleUrl).href,
    },
    sender: {
      name: own.name,
      postalAddress: own.address ?? '',
      contactName: own.name,
      contactEmail: own.contactMail ?? work.installation.config.MAIL_FROM,
      privacyUrl: new URL('/privacy', work.installation.config.portalUrl).href,
      operatorName: null,
    },
    occasion: { kind: 'STAFF' },
  })
  await queueMail(work, {
    id: idFrom(request.id, 'staff-mail', question?.questionId ?? occasion),
    kind: 'STAFF',
    to: asker.email,
    rendered,
    fromName: own.name,
    dueAt: work.now,
  })
}

export const dayText = (at: Date, language: MailLanguage, timeZone: string): string =>
  new Intl.DateTimeFormat(language === 'ja' ? 'ja-JP' : 'en-GB', { dateStyle: 'long', timeZone }).format(at)
