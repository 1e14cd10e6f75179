import { join } from 'node:path'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'
import { z } from 'zod'
import type { Config } from '../kernel/config.ts'
import { answerKinds, answerMail } from './answers.ts'
import { keepMail, keptMail, keptMails, keptSource } from './kept-mails.ts'
import { listPage, mailPage, style } from './pages.ts'

/** The folder that keeps the mails. */
export const mailboxFolder = ({ dataDir }: Pick<Config, 'dataDir'>): string => join(dataDir, 'mailbox')

export { keptMails } from './kept-mails.ts'

export type Mailbox = {
  /** Where outgoing mail is sent to while no mail server is configured. */
  smtpUrl: string
  /** Serves `/mailbox` on the console's host. */
  routes: (app: FastifyInstance) => void
  /** Tells the port of the inbound mail server, so that mails can be answered from the page. */
  answerThrough: (port: number) => void
  stop: () => Promise<void>
}

/**
 * A real mail server on loopback that takes every mail and keeps it in the data folder, with pages to read them. A mail
 * arrives when `now` says, which in a demonstration is in the past.
 */
export async function startMailbox(
  config: Pick<Config, 'dataDir' | 'consoleUrl'>,
  now: () => Date = () => new Date(),
): Promise<Mailbox> {
  const folder = mailboxFolder(config)
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 1_000,
    onData: (stream, { envelope }, done) => {
      const to = envelope.rcptTo.map(({ address }) => address)
      const from = envelope.mailFrom ? envelope.mailFrom.address : ''
      read(stream)
        .then((raw) => keepMail(folder, raw, { from, to, receivedAt: now().toISOString() }))
        .then(() => done(), done)
    },
  })
  server.on('error', () => {})
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    const listening = server.listen(0, '127.0.0.1', () => {
      const address = listening.address()
      if (address && typeof address === 'object') resolve(address.port)
      else reject(new Error('the mailbox has no port'))
    })
  })
  let inbound: number | undefined
  return {
    smtpUrl: `smtp://127.0.0.1:${port}`,
    routes: (app) => serve(app, { folder, host: new URL(config.consoleUrl).hostname, inbound: () => inbound }),
    answerThrough: (told) => void (inbound = told),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function read(stream: SMTPServerDataStream): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

type Place = { folder: string; host: string; inbound: () => number | undefined }
type Params = { Params: { id: string }; Querystring: { view?: string; to?: string; answered?: string } }

const View = z.enum(['html', 'text', 'source']).catch('html')
const Answer = z.object({ kind: z.enum(answerKinds), text: z.string().max(20_000).default('') })

function serve(app: FastifyInstance, { folder, host, inbound }: Place): void {
  const hidden = { schema: { hide: true } }
  void app.register((scope, _, ready) => {
    if (!scope.hasContentTypeParser('application/x-www-form-urlencoded'))
      scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_request, body, parsed) =>
        parsed(null, Object.fromEntries(new URLSearchParams(String(body)))),
      )
    scope.addHook('onRequest', async (request, reply) => {
      if (request.hostname !== host) return reply.callNotFound()
    })
    const page = (reply: FastifyReply, text: string) =>
      reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(text)

    scope.get('/mailbox/style.css', hidden, async (_request, reply) => reply.type('text/css').send(style))
    scope.get<Params>('/mailbox', hidden, async ({ query: { to = '' } }, reply) =>
      page(reply, listPage(await keptMails(folder, { to }), to)),
    )
    scope.get<Params>('/mailbox/mails.json', hidden, async ({ query: { to = '' } }, reply) =>
      reply
        .type('application/json')
        .serializer(JSON.stringify)
        .send({ mails: await keptMails(folder, { to }) }),
    )
    scope.get<Params>('/mailbox/:id', hidden, async ({ params: { id }, query }, reply) => {
      const [mail, source] = await Promise.all([keptMail(folder, id), keptSource(folder, id)])
      if (!mail || source === undefined) return reply.callNotFound()
      const canAnswer = inbound() !== undefined && mail.from !== ''
      const answered = query.answered === 'yes'
      return page(reply, mailPage({ mail, source, view: View.parse(query.view), canAnswer, answered }))
    })
    scope.get<Params>('/mailbox/:id/html', hidden, async ({ params: { id } }, reply) => {
      const mail = await keptMail(folder, id)
      if (!mail) return reply.callNotFound()
      // The mail is a stranger's page: no script, no requests, an origin of its own; only its links may be followed.
      reply
        .header(
          'content-security-policy',
          "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox allow-popups allow-popups-to-escape-sandbox; frame-ancestors 'self'",
        )
        .header('x-frame-options', 'SAMEORIGIN')
      return page(reply, `<base target="_blank">${mail.html}`)
    })
    scope.post<Params>('/mailbox/:id/answers', hidden, async ({ params: { id }, body }, reply) => {
      const mail = await keptMail(folder, id)
      const port = inbound()
      if (!mail || port === undefined) return reply.callNotFound()
      await answerMail(port, mail, Answer.parse(body))
      return reply.redirect(`/mailbox/${id}?answered=yes`, 303)
    })
    ready()
  })
}
