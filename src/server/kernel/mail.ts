import { Readable } from 'node:stream'
import nodemailer from 'nodemailer'

/** One mail as it goes on the wire. `messageId` stays the same on every try. */
export type Mail = {
  from: { name: string; address: string }
  to: string
  replyTo?: string
  /** Where bounces go, when that is not the From address. */
  envelopeFrom?: string
  subject: string
  text: string
  html?: string
  messageId: string
  headers?: Record<string, string>
}

/**
 * How a try ended.
 * - `refused`: the server declined this recipient or this content for good (5xx to RCPT TO or DATA).
 * - `deferred`: not taken, and worth another try: 4xx, no connection, or a refusal that is about us rather than
 *   about the recipient (greeting, sign-in, sender).
 * - `unknown`: the whole body was handed over and no answer came. The mail may or may not have been taken, and nobody
 *   can know (RFC 5321, 4.5.3.2 and 6.1).
 */
export type Sent =
  | { outcome: 'sent'; answer: string }
  | { outcome: 'refused'; status: number; answer: string }
  | { outcome: 'deferred'; answer: string }
  | { outcome: 'unknown'; answer: string }

export type Mailer = { send: (mail: Mail) => Promise<Sent>; close: () => void }

/** How long to wait for the connection, for the server's greeting, and for anything at all afterwards. */
export type MailTimeouts = { connectionMs: number; greetingMs: number; socketMs: number }

const patience: MailTimeouts = { connectionMs: 10_000, greetingMs: 10_000, socketMs: 30_000 }

type MailerSettings = {
  timeouts?: MailTimeouts
  /** The time that a mail says it was written at; the machine's unless told, for a demonstration lives in the past. */
  now?: () => Date
}

/** Sends by SMTP, one connection per mail. Never throws for what a server or the network does. */
export function createMailer(url: string, { timeouts = patience, now }: MailerSettings = {}): Mailer {
  const transport = nodemailer.createTransport({
    url,
    connectionTimeout: timeouts.connectionMs,
    greetingTimeout: timeouts.greetingMs,
    socketTimeout: timeouts.socketMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as Parameters<typeof nodemailer.createTransport>[0])
  transport.use('stream', (mail, next) => {
    mail.message.processFunc((mail.data as Watched).body.through)
    next()
  })
  return {
    close: () => transport.close(),
    send: async ({ replyTo, html, headers, envelopeFrom, ...rest }) => {
      const body = watchedBody()
      const message = {
        ...rest,
        body,
        ...(now && { date: now() }),
        ...(replyTo && { replyTo }),
        ...(html && { html }),
        ...(headers && { headers }),
        ...(envelopeFrom && { envelope: { from: envelopeFrom, to: rest.to } }),
      }
      try {
        const sent = await transport.sendMail(message)
        return { outcome: 'sent', answer: String((sent as { response?: string }).response ?? '') }
      } catch (error) {
        return failure(error, body.isHandedOver())
      }
    },
  }
}

type Body = { through: (input: Readable) => Readable; isHandedOver: () => boolean }
type Watched = Mail & { body: Body }

/**
 * Notices when the last piece of a body has been taken from it. The library reads a body only once the server has
 * answered DATA, and reports a connection lost before that answer and one lost after the body in the same words; only
 * what was read tells them apart.
 */
function watchedBody(): Body {
  let handedOver = false
  async function* pieces(input: Readable) {
    yield* input as AsyncIterable<Uint8Array>
    handedOver = true
  }
  return { isHandedOver: () => handedOver, through: (input) => Readable.from(pieces(input), { objectMode: false }) }
}

/** Commands whose refusal is about the recipient or the content; any other is about us. */
const aboutTheMail = new Set(['RCPT TO', 'DATA'])

function failure(error: unknown, isHandedOver: boolean): Sent {
  const { responseCode, response, command, code, message } = error as {
    responseCode?: number
    response?: string
    command?: string
    code?: string
    message?: string
  }
  const answer = response ?? ([code, command].filter(Boolean).join(' ') || (message ?? 'unknown'))
  if (responseCode !== undefined && responseCode >= 400 && responseCode < 500) return { outcome: 'deferred', answer }
  if (responseCode !== undefined && responseCode >= 500) {
    if (command !== undefined && aboutTheMail.has(command)) return { outcome: 'refused', status: responseCode, answer }
    return { outcome: 'deferred', answer }
  }
  if (isHandedOver) return { outcome: 'unknown', answer }
  // An address that cannot be written into an envelope will never be taken by any server.
  if (code === 'EENVELOPE' && command === 'API') return { outcome: 'refused', status: 553, answer }
  return { outcome: 'deferred', answer }
}
