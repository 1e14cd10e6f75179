import { derivedKey, hmac, readToken, sha256, tokenText } from '../../../kernel/crypto.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inMember, systemActor, type MemberWork } from '../../../kernel/work.ts'
import { linkUrl } from '../../messages/index.ts'
import { settleUnknownMails } from '../answering/store-intents.ts'
import type { Ask } from '../answering/store-asks.ts'
import * as store from './store-links.ts'

/** So long after the time to answer is over, the link still shows what became of it. */
const daysAfter = 30

/**
 * The address of an introduction's own page, for its mails. All of them carry the same link, so that a reminder makes
 * no earlier mail useless: its secret is derived from the installation's and the introduction, and stands nowhere.
 * Nothing where the link was stopped: its mails reach somebody else, so that no more of them may go.
 */
export async function linkToAsk(work: MemberWork, { id: askId, answerBy }: Ask): Promise<string | undefined> {
  const { installation, memberId } = work
  const key = derivedKey(installation.config.secret, 'introductions.link')
  const secret = hmac(key, `${memberId}/${askId}`).toString('base64url')
  // Also a month from today: a dispute may be about an introduction of long ago.
  const from = Math.max(answerBy.getTime(), work.now.getTime())
  const expiresAt = new Date(from + daysAfter * 86_400_000)
  const secretHash = sha256(secret)
  await store.keepLink(work, { askId, secretHash, expiresAt })
  const kept = await store.findLink(work, secretHash)
  if (!kept || kept.revokedAt !== null) return undefined
  return linkUrl(installation, tokenText({ realmId: memberId, secret }))
}

type IntroductionLink = { memberId: string; introductionId: string }

/** What a link of an introduction's mail opens; nothing for any other, expired or stopped one. Changes nothing. */
export async function findIntroductionLink(
  installation: Installation,
  token: string,
): Promise<IntroductionLink | undefined> {
  const read = readToken(token)
  if (!read) return undefined
  const opening = { memberId: read.realmId, actor: systemActor('introductions.link') }
  return inMember(installation, opening, async (work) => {
    const link = await store.findLink(work, sha256(read.secret))
    if (!link || link.revokedAt !== null || link.expiresAt <= work.now) return undefined
    return { memberId: read.realmId, introductionId: link.askId }
  })
}

/** Who followed the link has the mail: one whose outcome nobody knew arrived. */
export const linkFollowed = (work: MemberWork, introductionId: string): Promise<void> =>
  settleUnknownMails(work, introductionId)

/** Stops every link of the member, as when a mail reached somebody else. */
export const stopIntroductionLinks = (work: MemberWork): Promise<void> => store.revokeLinks(work)
