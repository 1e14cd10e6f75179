import { newSecret, readToken, sha256, tokenText } from '../../../kernel/crypto.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { whoToday } from '../../people/index.ts'
import { humanOf } from '../human.ts'
import * as store from './store-links.ts'

export type LinkPurpose = store.LinkPurpose
export type Link = store.Link

export type NewLink = {
  id: string
  purpose: LinkPurpose
  personId: string
  recordId?: string | null
  /** What the link is about: the letter, or the introduction. */
  subjectId?: string | null
  expiresAt: Date
  /** 256 bits of the caller's; drawn here where there are none. */
  secret?: string
}

/**
 * Makes a personal link and answers its address, the only place where its secret is ever seen. Links made before for
 * the same purpose, person and subject stop working.
 */
export async function issueLink(work: Work, { secret = newSecret(), ...link }: NewLink): Promise<string> {
  const { recordId = null, subjectId = null } = link
  await store.revokeLinks(work, { ...link, subjectId })
  await store.insertLink(work, { ...link, recordId, subjectId, secretHash: sha256(secret) })
  return linkUrl(work.installation, tokenText({ realmId: work.companyId, secret }))
}

export const linkUrl = ({ config }: Pick<Installation, 'config'>, token: string): string =>
  new URL(`/l/${token}`, config.portalUrl).href

/** A link that looks like one and opens nothing, for samples and previews. */
export const deadLinkUrl = (work: Work): string =>
  linkUrl(work.installation, tokenText({ realmId: work.companyId, secret: newSecret() }))

/**
 * The link of a token, or nothing when it is unknown, expired or revoked: the caller answers all three alike. A link that
 * was made for a record is of whoever the record is of today: it opens nobody else's page once a merge is undone.
 */
export async function readLink(work: Work, token: string): Promise<Link | undefined> {
  const read = readToken(token)
  if (!read || read.realmId !== work.companyId) return undefined
  const link = await store.findLink(work, sha256(read.secret))
  if (!link || link.expiresAt <= work.now || link.revokedAt !== null) return undefined
  return { ...link, personId: await whoToday(work, { ...link, sourceRecordId: link.recordId }) }
}

/** The same before a Work is open: the token says which company it is of. Changes nothing. */
export async function findLink(
  installation: Installation,
  token: string,
): Promise<(Link & { companyId: string }) | undefined> {
  const read = readToken(token)
  if (!read) return undefined
  const companyId = read.realmId
  const link = await inCompany(installation, { companyId, actor: systemActor('messages.link') }, (work) =>
    readLink(work, token),
  )
  return link && { ...link, companyId }
}

/** Stops every link of a person, as when the person says that a mail reached somebody else. */
export const revokeLinksOf = async (work: Work, personId: string): Promise<void> =>
  store.revokeLinksOf(work, await humanOf(work, personId))

type Of = { personId: string; purpose: LinkPurpose }

/** The newest link of a purpose that was made for the person, whether or not it still opens anything. */
export const newestLink = async (work: Work, { personId, purpose }: Of): Promise<store.NewestLink | undefined> =>
  store.newestLink(work, { ...(await humanOf(work, personId)), purpose })

/** How many links of a purpose, about nothing in particular, were made for the person after a moment. */
export const countLinks = async (work: Work, { personId, purpose, after }: Of & { after: Date }): Promise<number> =>
  store.countLinks(work, { ...(await humanOf(work, personId)), purpose, after })
