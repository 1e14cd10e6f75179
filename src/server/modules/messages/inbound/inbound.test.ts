import { afterEach, describe, expect, test } from 'vitest'
import nodemailer from 'nodemailer'
import { newId } from '../../../kernel/ids.ts'
import { aCompany } from '../../accounts/testing.ts'
import { aPerson } from '../../people/testing.ts'
import { startInbound, type InboundServer } from './inbound-server.ts'
import { mail } from '../mails.ts'
import { suppressed } from '../sending/suppression.ts'
import { aMail, postInstallation, toOfficeHours } from '../testing.ts'
import { timelineOf } from '../timeline.ts'

const running: InboundServer[] = []
afterEach(async () => void (await Promise.all(running.splice(0).map((server) => server.stop()))))

type Arriving = { headers?: Record<string, string>; from?: string; text?: string; to?: string; returnPath?: string }

async function aCorrespondence({ outcome = 'sent' as 'sent' | 'unknown' } = {}) {
  const installation = await postInstallation()
  const company = await aCompany({ installation })
  toOfficeHours(installation)
  const to = `${newId()}@person.example`
  const { personId, sourceRecordId } = await aPerson(company, { email: to })
  if (outcome === 'unknown') installation.mailer.answer({ outcome, answer: 'lost' })
  const mailId = await aMail(company, {
    kind: 'LETTER',
    to,
    personId,
    recordId: sourceRecordId,
    replyToStaff: company.staffId,
  })
  await installation.settle(company.companyId)
  installation.mailer.answer({ outcome: 'sent', answer: '250' })
  const server = await startInbound(installation, { port: 0 })
  running.push(server)
  const replyTo = installation.mailer.sent[0]?.replyTo ?? ''
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port: server.port, ignoreTLS: true })
  const deliver = async (raw: string, { to: recipient = replyTo, returnPath = to }: Arriving = {}) => {
    await transport.sendMail({ envelope: { from: returnPath, to: recipient }, raw })
  }
  const write = async ({ headers = {}, from = to, text = 'ありがとうございました。', ...where }: Arriving = {}) => {
    const extra = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    const raw = `From: ${from}\r\nTo: ${replyTo}\r\nSubject: Re: letter\r\nMessage-ID: <${newId()}@person.example>\r\nContent-Type: text/plain; charset=utf-8\r\n${extra.join('')}\r\n${text}\r\n`
    await deliver(raw, where)
  }
  return {
    installation,
    company,
    personId,
    to,
    mailId,
    replyTo,
    write,
    deliver,
    settle: () => installation.settle(company.companyId),
    timeline: () => company.work((work) => timelineOf(work, personId)),
    state: async () => (await company.work((work) => mail(work, mailId))).state,
    mark: () => company.work((work) => suppressed(work, to)),
  }
}

const report = (fields: string, original = '') =>
  `From: MAILER-DAEMON@mx.example\r\nSubject: Returned mail\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary="B"\r\n\r\n--B\r\nContent-Type: text/plain\r\n\r\nSorry\r\n--B\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n${fields}\r\n--B\r\nContent-Type: text/rfc822-headers\r\n\r\n${original}\r\n--B--\r\n`

describe('a reply', () => {
  test('reaches the recruiter and the time-line, with its words', async () => {
    const { write, settle, timeline, installation, to } = await aCorrespondence()
    await write({ text: 'ご連絡ありがとうございました。' })
    await settle()
    const [latest] = await timeline()
    expect(latest).toMatchObject({ kind: 'REPLY', text: expect.stringContaining('ご連絡ありがとうございました。') })
    const forwarded = installation.mailer.sent[1]
    expect(forwarded?.to).toContain('@sakura.example')
    expect(forwarded?.replyTo).toBe(to)
  })

  test('that the sender repeats, because our answer was lost, is shown and forwarded once', async () => {
    const { deliver, settle, timeline, installation, to } = await aCorrespondence()
    const raw = `From: ${to}\r\nMessage-ID: <same@person.example>\r\nSubject: Re\r\n\r\nhi\r\n`
    await deliver(raw)
    await deliver(raw)
    await settle()
    expect((await timeline()).filter((entry) => entry.kind === 'REPLY')).toHaveLength(1)
    expect(installation.mailer.sent).toHaveLength(2)
  })

  test('in ISO-2022-JP is read', async () => {
    const { deliver, settle, timeline, to } = await aCorrespondence()
    const body = Buffer.from('1b24422434242831402a1b2842', 'hex').toString('latin1')
    await deliver(
      `From: ${to}\r\nSubject: Re\r\nMessage-ID: <jis@person.example>\r\nContent-Type: text/plain; charset=ISO-2022-JP\r\nContent-Transfer-Encoding: 7bit\r\n\r\n${body}\r\n`,
    )
    await settle()
    const [latest] = await timeline()
    expect(latest).toMatchObject({ kind: 'REPLY', text: expect.stringMatching(/[ぁ-ん一-龠]/) })
  })

  test('with a NUL in it, and one cut in the middle of a character, is read all the same', async () => {
    const { deliver, settle, timeline, to } = await aCorrespondence()
    const head = `From: ${to}\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n`
    const texts = ['面接は\0火曜で', `${'長'.repeat(49_999)}😀`]
    for (const [at, text] of texts.entries())
      await deliver(`${head}Message-ID: <${at}@odd.example>\r\n\r\n${Buffer.from(text).toString('base64')}\r\n`)
    await settle()
    const replies = (await timeline()).filter(({ kind }) => kind === 'REPLY')
    const words = replies.map((reply) => ('text' in reply ? reply.text : ''))
    expect(words).toContainEqual(expect.stringMatching(/^長{49999}\ufffd$/))
    expect(words).toContainEqual(expect.stringContaining('面接は\ufffd火曜で'))
  })

  test.each([
    { headers: { 'Auto-Submitted': 'auto-replied' } },
    { headers: { Precedence: 'bulk' } },
    { headers: { 'X-Autoreply': 'yes' } },
    { returnPath: '' },
    { from: 'MAILER-DAEMON@mx.example' },
  ])('of a machine never counts as an answer: %j', async (arriving) => {
    const { write, settle, timeline, installation } = await aCorrespondence()
    await write({ ...arriving, text: '不在にしております。' })
    await settle()
    expect((await timeline()).map((entry) => entry.kind)).not.toContain('REPLY')
    expect(installation.mailer.sent).toHaveLength(1)
  })

  test('to an address that no mail of ours carried is refused', async () => {
    const { write } = await aCorrespondence()
    await expect(write({ to: `reply+${'a'.repeat(58)}@reply.tasuki.example` })).rejects.toMatchObject({
      responseCode: 550,
    })
    await expect(write({ to: 'someone@elsewhere.example' })).rejects.toMatchObject({ responseCode: 550 })
  })

  test('is stored whole before it is acknowledged', async () => {
    const { write, company } = await aCorrespondence()
    await write({ text: '受信の確認' })
    const stored = await company.work(({ tx, companyId }) =>
      tx.selectFrom('messages_inbound').select(['state', 'raw']).where('company_id', '=', companyId).execute(),
    )
    expect(stored).toHaveLength(1)
    expect(stored[0]?.state).toBe('READY')
    expect(stored[0]?.raw?.toString()).toContain('受信の確認')
  })

  test('with the subject "unsubscribe" stops the mails', async () => {
    const { deliver, settle, mark, to } = await aCorrespondence()
    await deliver(`From: ${to}\r\nSubject: unsubscribe\r\nMessage-ID: <u@person.example>\r\n\r\n\r\n`)
    await settle()
    expect(await mark()).toBe('UNSUBSCRIBE')
  })
})

describe('a bounce', () => {
  test('of an unknown user ends the mail and suppresses the address', async () => {
    const { deliver, settle, state, mark } = await aCorrespondence()
    await deliver(
      report(
        'Final-Recipient: rfc822; x@person.example\r\nAction: failed\r\nStatus: 5.1.1\r\nDiagnostic-Code: smtp; 550\r\n 5.1.1 no such user\r\n',
      ),
      { returnPath: '' },
    )
    await settle()
    expect(await state()).toBe('REFUSED')
    expect(await mark()).toBe('HARD_BOUNCE')
  })

  test('that says “delayed” changes nothing, and one by policy or for a full mailbox leaves the address usable', async () => {
    const { deliver, settle, state, mark } = await aCorrespondence()
    await deliver(report('Action: delayed\r\nStatus: 4.4.1\r\n'), { returnPath: '' })
    await settle()
    expect(await state()).toBe('SENT')
    await deliver(report('Action: failed\r\nStatus: 5.2.2\r\n'), { returnPath: '' })
    await settle()
    expect(await state()).toBe('REFUSED')
    expect(await mark()).toBeUndefined()
  })

  test('without a report, as Japanese carriers send it, is understood', async () => {
    const { write, settle, mark } = await aCorrespondence()
    await write({
      returnPath: '',
      from: 'MAILER-DAEMON@carrier.example',
      text: '次のあて先へのメッセージは届きませんでした。\n宛先が見つかりませんでした。',
    })
    await settle()
    expect(await mark()).toBe('HARD_BOUNCE')
  })

  test('or an answer settles a mail of unknown outcome', async () => {
    const { write, settle, state } = await aCorrespondence({ outcome: 'unknown' })
    expect(await state()).toBe('UNKNOWN')
    await write()
    await settle()
    expect(await state()).toBe('SENT')
  })
})

describe('a complaint', () => {
  test('at the abuse desk finds the mail it quotes and stops all mail to the address', async () => {
    const { deliver, settle, mark, replyTo } = await aCorrespondence()
    await deliver(
      `From: fbl@provider.example\r\nSubject: FW\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=feedback-report; boundary="B"\r\n\r\n--B\r\nContent-Type: text/plain\r\n\r\nabuse\r\n--B\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\nVersion: 1\r\n\r\n--B\r\nContent-Type: message/rfc822\r\n\r\nReply-To: ${replyTo}\r\nSubject: s\r\n\r\nbody\r\n--B--\r\n`,
      { to: 'abuse@reply.tasuki.example', returnPath: 'fbl@provider.example' },
    )
    await settle()
    expect(await mark()).toBe('COMPLAINT')
  })
})
