import PostalMime from 'postal-mime'
import { afterEach, describe, expect, test } from 'vitest'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { createMailer, type Mail, type Sent } from './mail.ts'

const letter: Mail = {
  from: { name: 'さくら商事株式会社', address: 'no-reply@tasuki.example' },
  to: 'hanako@person.example',
  envelopeFrom: 'reply+abc@reply.tasuki.example',
  replyTo: 'reply+abc@reply.tasuki.example',
  subject: '選考結果のご連絡',
  text: 'このたびはご応募いただき、誠にありがとうございました。',
  html: '<p>このたびはご応募いただき、誠にありがとうございました。</p>',
  messageId: '<one@tasuki.example>',
}

const open: SMTPServer[] = []
afterEach(() => {
  for (const server of open.splice(0)) {
    dropAll(server)
    server.close()
  }
})

function dropAll(server: SMTPServer): void {
  for (const connection of server.connections as Set<{ _socket?: { destroy: () => void } }>)
    connection._socket?.destroy()
}

type Behaviour = (server: () => SMTPServer) => SMTPServerOptions

async function sendTo(behaviour: Behaviour, mail = letter, settings: Settings = {}): Promise<Sent> {
  const server: SMTPServer = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    ...behaviour(() => server),
  })
  server.on('error', () => {})
  open.push(server)
  const port = await new Promise<number>((resolve) => {
    const listening = server.listen(0, '127.0.0.1', () => resolve((listening.address() as { port: number }).port))
  })
  return sendToPort(port, mail, settings)
}

type Settings = Parameters<typeof createMailer>[1]

async function sendToPort(port: number, mail = letter, settings: Settings = {}): Promise<Sent> {
  const timeouts = { connectionMs: 500, greetingMs: 500, socketMs: 500 }
  const mailer = createMailer(`smtp://127.0.0.1:${port}`, { timeouts, ...settings })
  const sent = await mailer.send(mail)
  mailer.close()
  return sent
}

const answerOf = (responseCode: number, text = 'no') => Object.assign(new Error(text), { responseCode })

/** The mail as it went over the wire, and who its envelope says it is from. */
async function captured(mail: Mail, settings: Settings = {}): Promise<{ raw: string; from: string }> {
  let seen = { raw: '', from: '' }
  const take: Behaviour = () => ({
    onData: (stream, session, done) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        seen = {
          raw: Buffer.concat(chunks).toString(),
          from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
        }
        done()
      })
    },
  })
  expect(await sendTo(take, mail, settings)).toMatchObject({ outcome: 'sent' })
  return seen
}

describe('a mail', () => {
  test('is sent with its own Message-ID, envelope and headers', async () => {
    const seen = await captured(letter)
    expect(seen.from).toBe('reply+abc@reply.tasuki.example')
    expect(seen.raw).toContain('Message-ID: <one@tasuki.example>')
    expect(seen.raw).toContain('Reply-To: reply+abc@reply.tasuki.example')
  })

  test('arrives with every word and address whole, in lines as short as the protocol wants', async () => {
    const text = [
      `Sakura’s recruiters thank you — ${'a few more words follow '.repeat(60)}`,
      `https://portal.example/l/${'0123456789abcdef'.repeat(20)}`,
      `${'長い文が折り返されずに続きます。'.repeat(40)}`,
      'From the beginning of a line.',
      '.a line that begins with a dot',
    ].join('\n')
    for (const html of [undefined, '<p>—</p>']) {
      const { html: _, ...bare } = letter
      const { raw } = await captured({ ...bare, text, ...(html && { html }) })
      expect(Math.max(...raw.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(78)
      expect((await PostalMime.parse(raw)).text?.trimEnd()).toBe(text)
    }
  })

  test('says the time of the installation', async () => {
    const { raw } = await captured(letter, { now: () => new Date('2026-04-01T02:00:00Z') })
    expect(raw).toContain('Date: Wed, 01 Apr 2026 02:00:00 +0000')
  })

  test('waits when nobody listens', async () => {
    expect(await sendToPort(9)).toMatchObject({ outcome: 'deferred' })
  })

  test.each([421, 451])('waits after %i to the recipient', async (code) => {
    const sent = await sendTo(() => ({ onRcptTo: (_, __, done) => done(answerOf(code)) }))
    expect(sent).toMatchObject({ outcome: 'deferred' })
  })

  test.each([550, 552])('is refused after %i to the recipient or to the content', async (code) => {
    expect(await sendTo(() => ({ onRcptTo: (_, __, done) => done(answerOf(code)) }))).toMatchObject({
      outcome: 'refused',
      status: code,
    })
    expect(
      await sendTo(() => ({
        onData: (stream, _, done) => void stream.resume().on('end', () => done(answerOf(code))),
      })),
    ).toMatchObject({ outcome: 'refused', status: code })
  })

  test('waits when the server refuses us and not the recipient', async () => {
    expect(await sendTo(() => ({ onConnect: (_, done) => done(answerOf(554)) }))).toMatchObject({
      outcome: 'deferred',
    })
    expect(await sendTo(() => ({ onMailFrom: (_, __, done) => done(answerOf(550)) }))).toMatchObject({
      outcome: 'deferred',
    })
  })

  test('waits when the connection is lost before the body', async () => {
    const sent = await sendTo((server) => ({ onRcptTo: () => dropAll(server()) }))
    expect(sent).toMatchObject({ outcome: 'deferred' })
  })

  test('waits when the connection is lost in the middle of the body', async () => {
    const long = { ...letter, text: 'お祈り申し上げます。'.repeat(2_000_000) }
    const sent = await sendTo(
      (server) => ({ onData: (stream) => void stream.once('data', () => dropAll(server())) }),
      long,
    )
    expect(sent).toMatchObject({ outcome: 'deferred' })
  })

  test('is unknown when the connection is lost between the body and the answer', async () => {
    const sent = await sendTo((server) => ({
      onData: (stream) => void stream.resume().on('end', () => dropAll(server())),
    }))
    expect(sent).toMatchObject({ outcome: 'unknown' })
  })

  test('is unknown when the server stalls after the body, and waits when it stalls before', async () => {
    expect(await sendTo(() => ({ onData: (stream) => void stream.resume() }))).toMatchObject({ outcome: 'unknown' })
    expect(await sendTo(() => ({ onRcptTo: () => {} }))).toMatchObject({ outcome: 'deferred' })
    expect(await sendTo(() => ({ onConnect: () => {} }))).toMatchObject({ outcome: 'deferred' })
  })
})
