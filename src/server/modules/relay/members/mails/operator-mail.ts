import type { Installation } from '../../../../kernel/installation.ts'
import type { Mail } from '../../../../kernel/mail.ts'
import type { Company } from '../../../accounts/index.ts'
import { mailTemplate, renderMail, type MailLanguage } from '../../../messages/index.ts'
import { stopMailsUrl } from './stopped-mails.ts'

const mostTries = 10
const longestWaitMs = 6 * 3_600_000

export type OperatorMail = {
  /** The mail's own id, which is its Message-ID on every try. */
  id: string
  memberId: string
  to: string
  language: MailLanguage
  operator: Pick<Company, 'name' | 'address' | 'contactMail'>
  template: Parameters<typeof mailTemplate>[0]
  values: Parameters<typeof renderMail>[0]['values']
  /** An invitation and a question say how to have no more of them; an answer to what the member did does not. */
  occasion: 'INVITATION' | 'QUESTION' | 'PROCEDURE'
}

/** A mail to a member, who hears of the network from the relay's operator and answers to the operator's contact. */
export async function operatorMail(installation: Installation, mail: OperatorMail): Promise<Mail> {
  const { config } = installation
  const { id, memberId, to, language, operator, template, values, occasion } = mail
  const { name, contactMail } = operator
  const unsubscribeUrl = stopMailsUrl(installation, memberId)
  const rendered = await renderMail({
    language,
    template: mailTemplate(template, language),
    values,
    sender: {
      name,
      postalAddress: operator.address ?? '',
      contactName: name,
      contactEmail: contactMail ?? config.MAIL_FROM,
      privacyUrl: new URL('/privacy', config.portalUrl).href,
      operatorName: null,
    },
    occasion: occasion === 'PROCEDURE' ? { kind: occasion } : { kind: occasion, unsubscribeUrl },
  })
  return {
    from: { name, address: config.MAIL_FROM },
    to,
    ...(contactMail && { replyTo: contactMail }),
    ...rendered,
    messageId: `<${id}@${config.MAIL_DOMAIN}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(occasion !== 'PROCEDURE' && {
        'List-Unsubscribe': `<${unsubscribeUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  }
}

/** When a mail that was put off by its server is tried again: after twice as long each time; never after ten tries. */
export const nextTry = (now: Date, tries: number): Date | undefined =>
  tries >= mostTries ? undefined : new Date(now.getTime() + Math.min(60_000 * 2 ** tries, longestWaitMs))
