import nodemailer from 'nodemailer'
import { newId } from '../kernel/ids.ts'
import type { KeptMail } from './kept-mails.ts'

export const answerKinds = ['REPLY', 'AUTO_REPLY', 'BOUNCE', 'COMPLAINT', 'UNSUBSCRIBE'] as const
export type AnswerKind = (typeof answerKinds)[number]

type Answer = { kind: AnswerKind; text: string }

/** Sends to the mail's reply address what its reader, or a machine on the way, would send, by real SMTP. */
export async function answerMail(port: number, mail: KeptMail, answer: Answer): Promise<void> {
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port, ignoreTLS: true })
  const from = answer.kind === 'BOUNCE' ? '' : (mail.to[0] ?? 'person@person.example')
  try {
    await transport.sendMail({ envelope: { from, to: mail.from }, raw: sourceOf(mail, answer, from) })
  } finally {
    transport.close()
  }
}

function sourceOf(mail: KeptMail, { kind, text }: Answer, from: string): string {
  const subject = `=?utf-8?B?${Buffer.from(`Re: ${mail.subject}`).toString('base64')}?=`
  const head = (more: readonly string[], subjectLine = subject) => [
    `From: <${from || 'MAILER-DAEMON@mail.example'}>`,
    `To: <${mail.replyTo ?? mail.from}>`,
    `Subject: ${subjectLine}`,
    `Message-ID: <${newId()}@person.example>`,
    `In-Reply-To: ${mail.messageId ?? ''}`,
    'MIME-Version: 1.0',
    ...more,
  ]
  const words = ['Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64', '', encoded(text)]
  switch (kind) {
    case 'REPLY':
      return lines(head(words))
    case 'AUTO_REPLY':
      return lines(head(['Auto-Submitted: auto-replied', ...words]))
    case 'UNSUBSCRIBE':
      return lines(head(words, 'unsubscribe'))
    case 'BOUNCE':
      return reportOf(head, 'delivery-status', [
        'Reporting-MTA: dns; mail.example',
        '',
        `Final-Recipient: rfc822; ${mail.to[0] ?? ''}`,
        'Action: failed',
        'Status: 5.1.1',
        'Diagnostic-Code: smtp; 550 5.1.1 no such user',
      ])
    case 'COMPLAINT':
      return reportOf(head, 'feedback-report', ['Feedback-Type: abuse', 'User-Agent: mailbox/1', 'Version: 1'])
  }
}

const lines = (parts: readonly string[]) => `${parts.join('\r\n')}\r\n`
const encoded = (text: string) => Buffer.from(text).toString('base64').replace(/.{76}/g, '$&\r\n')

function reportOf(head: (more: readonly string[]) => string[], type: string, fields: readonly string[]): string {
  return lines([
    ...head([`Content-Type: multipart/report; report-type=${type}; boundary="report"`]),
    '',
    '--report',
    'Content-Type: text/plain',
    '',
    'This mail was made by the development mailbox.',
    '--report',
    `Content-Type: message/${type}`,
    '',
    ...fields,
    '',
    '--report--',
  ])
}
