import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { newId } from '../kernel/ids.ts'

/** One mail as it lies in the folder: its bytes, and beside them the envelope it came in. */
export type KeptMail = {
  id: string
  from: string
  to: string[]
  receivedAt: string
  subject: string
  text: string
  html: string
  replyTo: string | null
  messageId: string | null
  headers: { name: string; value: string }[]
}

type Envelope = { from: string; to: string[]; receivedAt: string }

/** How many of the newest mails are listed; the folder keeps all. */
const listed = 500

const isMailId = (id: string) => /^[0-9a-f-]{36}$/.test(id)

/** Writes the mail whole to disk before answering its id. */
export async function keepMail(folder: string, raw: Buffer, envelope: Envelope): Promise<string> {
  await mkdir(folder, { recursive: true })
  const id = newId()
  await writeWhole(join(folder, `${id}.json`), JSON.stringify(envelope))
  await writeWhole(join(folder, `${id}.eml`), raw)
  return id
}

async function writeWhole(file: string, content: string | Buffer): Promise<void> {
  const handle = await open(`${file}.making`, 'w', 0o600)
  try {
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(`${file}.making`, file)
}

/** The mails, newest first; of one recipient when a part of the address is given. */
export async function keptMails(folder: string, { to = '' }: { to?: string } = {}): Promise<KeptMail[]> {
  const files = await readdir(folder).catch((): string[] => [])
  const ids = files
    .filter((file) => file.endsWith('.eml'))
    .map((file) => file.slice(0, -'.eml'.length))
    .toSorted()
    .toReversed()
  const found: KeptMail[] = []
  for (const id of ids) {
    if (found.length === listed) break
    const { to: recipients } = await envelopeOf(folder, id)
    if (!recipients.some((address) => address.toLowerCase().includes(to.trim().toLowerCase()))) continue
    const mail = await keptMail(folder, id)
    if (mail) found.push(mail)
  }
  return found
}

const envelopeOf = async (folder: string, id: string): Promise<Envelope> =>
  JSON.parse(await readFile(join(folder, `${id}.json`), 'utf8')) as Envelope

export async function keptSource(folder: string, id: string): Promise<string | undefined> {
  if (!isMailId(id)) return undefined
  return readFile(join(folder, `${id}.eml`), 'utf8').catch(() => undefined)
}

export async function keptMail(folder: string, id: string): Promise<KeptMail | undefined> {
  const source = await keptSource(folder, id)
  if (source === undefined) return undefined
  const [email, envelope] = await Promise.all([PostalMime.parse(source), envelopeOf(folder, id)])
  return {
    id,
    ...envelope,
    subject: email.subject ?? '',
    text: email.text ?? '',
    html: email.html ?? '',
    replyTo: email.replyTo?.[0]?.address ?? null,
    messageId: email.messageId ?? null,
    headers: email.headers.map(({ originalKey, value }) => ({ name: originalKey, value })),
  }
}
