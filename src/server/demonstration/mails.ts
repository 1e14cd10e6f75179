import type { Installation } from '../kernel/installation.ts'
import { keptMails, mailboxFolder } from '../mailbox/index.ts'

/** The newest link of ours that was mailed to an address, as its reader would find it. */
export async function linkTo(installation: Installation, address: string): Promise<string> {
  const [newest] = await keptMails(mailboxFolder(installation.config), { to: address })
  const link = /https?:\/\/\S+/.exec(newest?.text ?? '')?.[0]
  if (!link) throw new Error('the mail with the link has not arrived')
  return link
}

/** Every personal link in the mailbox with the address it went to, oldest first. */
export async function personalLinks({
  config,
}: Installation): Promise<{ address: string; token: string; sentAt: Date }[]> {
  const mails = await keptMails(mailboxFolder(config))
  return mails.toReversed().flatMap(({ to, text, receivedAt }) => {
    const token = /\/l\/(\S+)/.exec(text)?.[1]
    return token && to[0] ? [{ address: to[0], token, sentAt: new Date(receivedAt) }] : []
  })
}
