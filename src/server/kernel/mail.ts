import nodemailer from 'nodemailer'

/** One mail as it goes on the wire. `messageId` stays the same on every try. */
export type Mail = {
  from: { name: string; address: string }
  to: string
  replyTo?: string
  subject: string
  text: string
  html?: string
  messageId: string
  headers?: Record<string, string>
}

/**
 * How a try ended. `unknown` means that the server's answer was lost after the body had been sent: the mail may or
 * may not have been taken, and nobody can know (RFC 5321, 4.5.3.2 and 6.1).
 */
export type Sent =
  | { outcome: 'sent'; answer: string }
  | { outcome: 'refused'; status: number; answer: string }
  | { outcome: 'deferred'; answer: string }
  | { outcome: 'unknown'; answer: string }

export type Mailer = { send: (mail: Mail) => Promise<Sent>; close: () => void }

/** Sends by SMTP, over a pool of connections. Never throws for what a server or the network does. */
export function createMailer(url: string): Mailer {
  const transport = nodemailer.createTransport(url, {
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const options = transport.options as { connectionTimeout?: number; greetingTimeout?: number; socketTimeout?: number }
  options.connectionTimeout = 10_000
  options.greetingTimeout = 10_000
  options.socketTimeout = 30_000
  return {
    close: () => transport.close(),
    send: async (mail) => {
      const { replyTo, html, headers, ...rest } = mail
      try {
        const sent = await transport.sendMail({
          ...rest,
          ...(replyTo && { replyTo }),
          ...(html && { html }),
          ...(headers && { headers }),
        })
        return { outcome: 'sent', answer: String((sent as { response?: string }).response ?? '') }
      } catch (error) {
        return failure(error)
      }
    },
  }
}

/** The commands after which the body is on its way and a lost answer tells nothing. */
const afterBody = new Set(['DATA', 'BDAT'])

function failure(error: unknown): Sent {
  const { responseCode, command, code, message } = error as {
    responseCode?: number
    command?: string
    code?: string
    message?: string
  }
  const answer = `${code ?? ''} ${responseCode ?? ''} ${command ?? ''}`.trim() || (message ?? 'unknown')
  if (responseCode !== undefined && responseCode >= 500) return { outcome: 'refused', status: responseCode, answer }
  if (responseCode !== undefined && responseCode >= 400) return { outcome: 'deferred', answer }
  if (command !== undefined && afterBody.has(command)) return { outcome: 'unknown', answer }
  if (code === 'EENVELOPE') return { outcome: 'refused', status: 550, answer }
  return { outcome: 'deferred', answer }
}
