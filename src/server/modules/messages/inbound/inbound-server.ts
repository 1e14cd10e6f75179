import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { sha256 } from '../../../kernel/crypto.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, systemActor } from '../../../kernel/work.ts'
import { insertInbound } from './store-inbound.ts'
import { findByReply } from '../store.ts'
import { readAddressToken, tokenOfAddress, tokenQuotedIn } from '../links/tokens.ts'

const maxBytes = 4 * 1024 * 1024
const actor = systemActor('messages.inbound')

export type InboundServer = { port: number; stop: () => Promise<void> }

/**
 * Takes replies, bounces and complaints by SMTP. A mail is acknowledged only after it was stored whole, so a crash
 * after the acknowledgement loses nothing; whoever sends it tries again after any other end. Takes only addresses that
 * a mail of ours carried, and `abuse@` and `postmaster@` for complaints that quote one.
 */
export async function startInbound(
  installation: Installation,
  { port, host = '127.0.0.1' }: { port: number; host?: string },
): Promise<InboundServer> {
  const server = new SMTPServer({
    name: installation.config.MAIL_DOMAIN,
    authOptional: true,
    // Encryption is the relay's in front of this port; the library's own certificate is a published one.
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: maxBytes,
    maxClients: 50,
    maxRecipients: 10,
    socketTimeout: 60_000,
    closeTimeout: 2_000,
    onRcptTo: ({ address }, _, done) => {
      isKnown(installation, address).then((known) => done(known ? null : refusal(550, 'no such address')), later(done))
    },
    onData: (stream, session, done) => {
      store(installation, stream, session).then(() => done(), later(done))
    },
  })
  server.on('error', (error) => installation.log.warn({ err: error }, 'inbound mail connection failed'))
  const bound = await new Promise<number>((resolve, reject) => {
    server.once('error', reject)
    const listening = server.listen(port, host, () => {
      const address = listening.address()
      resolve(address && typeof address === 'object' ? address.port : port)
    })
  })
  return { port: bound, stop: () => new Promise((resolve) => server.close(() => resolve())) }
}

const refusal = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode })

/** Whatever went wrong here is ours: the sender keeps the mail and comes again. */
const later = (done: (error: Error) => void) => (error: unknown) =>
  done(isAnswer(error) ? error : refusal(451, 'try again later'))

const isAnswer = (error: unknown): error is Error =>
  error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number'

async function isKnown(installation: Installation, address: string): Promise<boolean> {
  const token = tokenOfAddress(address, installation.config.MAIL_DOMAIN)
  if (token) return (await mailOf(installation, token)) !== undefined
  return isComplaintDesk(address, installation.config.MAIL_DOMAIN)
}

const isComplaintDesk = (address: string, domain: string) =>
  [`abuse@${domain}`, `postmaster@${domain}`].includes(address.toLowerCase())

async function mailOf(installation: Installation, token: string) {
  const companyId = readAddressToken(token)?.companyId
  if (companyId === undefined) return undefined
  const mail = await inCompany(installation, { companyId, actor }, (work) => findByReply(work, sha256(token)))
  return mail && { companyId, mailId: mail.id }
}

async function store(
  installation: Installation,
  stream: SMTPServerDataStream,
  { envelope }: SMTPServerSession,
): Promise<void> {
  const chunks: Buffer[] = []
  for await (const chunk of stream as AsyncIterable<Buffer>) if (!stream.sizeExceeded) chunks.push(chunk)
  if (stream.sizeExceeded) throw refusal(552, 'too large')
  const raw = Buffer.concat(chunks)
  const domain = installation.config.MAIL_DOMAIN
  const tokens = new Set<string>()
  for (const { address } of envelope.rcptTo) {
    const token = tokenOfAddress(address, domain) ?? tokenQuotedIn(raw.toString('latin1'), domain)
    if (token) tokens.add(token)
  }
  let kept = 0
  for (const token of tokens) {
    const found = await mailOf(installation, token)
    if (!found) continue
    const { companyId, mailId } = found
    const returnPath = envelope.mailFrom ? envelope.mailFrom.address : ''
    await inCompany(installation, { companyId, actor }, (work) =>
      insertInbound(work, { id: newId(), mailId, returnPath, raw }),
    )
    kept += 1
  }
  if (kept === 0) throw refusal(550, 'belongs to no mail of ours')
  installation.wake()
}
