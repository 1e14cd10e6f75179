import type { MailLanguage, Occasion, Sender } from './mail.ts'
import { oneLine, valueOf } from './placeholders.ts'

const words = {
  ja: {
    reasons: {
      RESULT: (name: string) => `このメールは、${name}の選考に応募された方にお送りしています。`,
      PROCEDURE: (name: string) => `このメールは、${name}に関するお手続きのためにお送りしています。`,
      INVITATION: (name: string) => `このメールは、${name}からのご案内の受け取りに同意された方にお送りしています。`,
      QUESTION: (name: string) => `このメールは、${name}が情報をお預かりしている方に、確認のためにお送りしています。`,
      STAFF: (name: string) => `このメールは、${name}の採用業務でご利用の方にお送りしています。`,
    },
    reply: (name: string) => `このメールにご返信いただくと、${name}が拝見いたします。`,
    from: (name: string) => `配信元：${name}`,
    contact: (address: string) => `お問い合わせ先：${address}`,
    operator: (name: string) => `配信事務の受託者：${name}`,
    unsubscribe: { INVITATION: 'このご案内の配信を停止する', QUESTION: 'このようなお尋ねの配信を停止する' },
    privacy: '個人情報の取り扱い',
  },
  en: {
    reasons: {
      RESULT: (name: string) => `You receive this mail because you applied to ${name}.`,
      PROCEDURE: (name: string) => `You receive this mail because of something you did or asked for with ${name}.`,
      INVITATION: (name: string) => `You receive this mail because you agreed to hear from ${name}.`,
      QUESTION: (name: string) =>
        `You receive this mail because ${name} holds information about you and asks you about it.`,
      STAFF: (name: string) => `You receive this mail because you work on hiring at ${name}.`,
    },
    reply: (name: string) => `If you reply to this mail, ${name} will read it.`,
    from: (name: string) => `Sent by: ${name}`,
    contact: (address: string) => `Contact: ${address}`,
    operator: (name: string) => `Sent on its behalf by ${name}`,
    unsubscribe: { INVITATION: 'Stop mails of this kind', QUESTION: 'Stop questions of this kind' },
    privacy: 'How personal information is handled',
  },
} as const

/** The foot of a mail: sender and address, a human who answers, why it was sent, and the way to stop invitations. */
export interface Foot {
  sender: string[]
  remarks: string[]
  links: { label: string; url: string }[]
}

export function footOf({
  language,
  sender,
  occasion,
}: {
  language: MailLanguage
  sender: Sender
  occasion: Occasion
}): Foot {
  const t = words[language]
  const name = oneLine(sender.name)
  const links: Foot['links'] = [{ label: t.privacy, url: valueOf('link', { link: sender.privacyUrl }) }]
  if (occasion.kind === 'INVITATION' || occasion.kind === 'QUESTION')
    links.unshift({ label: t.unsubscribe[occasion.kind], url: valueOf('link', { link: occasion.unsubscribeUrl }) })
  return {
    sender: [
      // Labelled, as the mail itself may end with the same names.
      t.from(name),
      oneLine(sender.postalAddress),
      t.contact(oneLine(sender.contactEmail)),
      ...(sender.operatorName ? [t.operator(oneLine(sender.operatorName))] : []),
    ],
    remarks: [t.reasons[occasion.kind](name), t.reply(oneLine(sender.contactName))],
    links,
  }
}
