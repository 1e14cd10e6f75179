import type { z } from 'zod'
import type { LetterLink, LetterLinksAsked } from '../../../../contract/relay/letter-links.ts'
import { derivedKey, hmac, tokenText } from '../../../kernel/crypto.ts'
import { Refusal } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Work } from '../../../kernel/work.ts'
import { company, operatingMode } from '../../accounts/index.ts'
import { record } from '../../audit/index.ts'
import { basis } from '../../consent/index.ts'
import { issueLink, linkById, linkUrl } from '../../messages/index.ts'
import { remoteApplication } from '../../selection/index.ts'
import { letterChanged } from './announcements.ts'
import { whyNoLetter } from './eligibility.ts'
import { caseOf, type Case } from './facts.ts'
import { putTold } from './store-rejections.ts'
import { findLetter, insertLinkLetter, linkLetter, onTheirWay } from './store-letters.ts'
import { letterStageOf, linkDays, offerOf } from './write-letter.ts'

type Asked = z.output<typeof LetterLinksAsked>['applications'][number]

/**
 * Personal links for mails that another system sends. Each application is judged as in a campaign: whoever gets no letter
 * gets no link, and the reason is told. A link makes the letter count as sent by another system from this moment, the
 * person as told; asked again it answers the same link until that ends, and never a second one for one end.
 */
export async function issueLetterLinks(work: Work, asked: readonly Asked[]): Promise<LetterLink[]> {
  const links: LetterLink[] = []
  for (const one of asked) links.push(await issueOne(work, one))
  await record(work, {
    action: 'relay.links-issued',
    detail: {
      asked: asked.length,
      ids: links.flatMap(({ applicationId, url }) => (applicationId !== null && url !== null ? [applicationId] : [])),
    },
  })
  return links
}

const none = { personName: null, openingTitle: null, email: null, url: null, expiresAt: null }

async function issueOne(work: Work, asked: Asked): Promise<LetterLink> {
  const remote = 'remoteId' in asked ? asked : { connectionId: null, remoteId: null }
  const applicationId =
    'applicationId' in asked ? asked.applicationId : ((await remoteApplication(work, asked))?.id ?? null)
  const about = applicationId === null ? undefined : await readable(work, applicationId)
  if (applicationId === null || !about) return { ...remote, ...none, applicationId, reason: 'NOT_FOUND' }
  const { application, person, address } = about
  const name = person.fields.name?.value
  const shown = {
    applicationId,
    connectionId: remote.connectionId,
    remoteId: remote.remoteId,
    personName: typeof name === 'string' ? name : null,
    openingTitle: application.openingTitle,
    email: address,
  }
  const { endedAt } = application
  const before = endedAt && (await linkLetter(work, applicationId, endedAt))
  if (before) return { ...shown, ...(await standing(work, before)) }
  const reason = whyNoLetter(about.facts, work.now)
  if (reason !== null || endedAt === null) return { ...shown, ...noLink, reason: reason ?? 'NOT_ENDED' }
  if ((await onTheirWay(work, [applicationId])).has(applicationId))
    return { ...shown, ...noLink, reason: 'LETTER_SCHEDULED' }
  return { ...shown, ...(await handOut(work, about, endedAt)), reason: null }
}

const noLink = { url: null, expiresAt: null }

async function readable(work: Work, applicationId: string): Promise<Case | undefined> {
  try {
    return await caseOf(work, applicationId, 'LINK')
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/** The same secret for the same letter, so that asking again answers the same link although only its hash is kept. */
const secretOf = ({ installation }: Work, letterId: string): string =>
  hmac(derivedKey(installation.config.secret, 'relay.letter-link'), letterId).toString('base64url')

async function standing(work: Work, letter: Linked): Promise<Pick<LetterLink, 'url' | 'expiresAt' | 'reason'>> {
  const link = await openLink(work, letter)
  return link
    ? { url: link.url, expiresAt: link.expiresAt.toISOString(), reason: null }
    : { ...noLink, reason: 'LETTER_SENT' }
}

type Linked = { id: string; linkId: string | null }

async function openLink(work: Work, { id, linkId }: Linked): Promise<{ url: string; expiresAt: Date } | undefined> {
  const link = linkId === null ? undefined : await linkById(work, linkId)
  const opens = link !== undefined && link.expiresAt > work.now && link.revokedAt === null
  if (!opens) return undefined
  const url = linkUrl(work.installation, tokenText({ realmId: work.companyId, secret: secretOf(work, id) }))
  return { url, expiresAt: link.expiresAt }
}

/** The link of a letter that another system tells, made again from the letter; nothing where it opens nothing more. */
export async function letterUrl(work: Work, letterId: string): Promise<{ url: string; expiresAt: Date } | undefined> {
  const letter = await findLetter(work, letterId)
  return letter?.kind === 'LINK' ? openLink(work, letter) : undefined
}

async function handOut(work: Work, { application, person }: Case, endedAt: Date) {
  const [id, linkId] = [newId(), newId()]
  const { id: applicationId, sourceRecordId } = application
  const { locale } = await company(work)
  const expiresAt = new Date(work.now.getTime() + linkDays * 86_400_000)
  const isFirst = await insertLinkLetter(work, {
    id,
    applicationId,
    sourceRecordId,
    endedAt,
    linkId,
    stage: letterStageOf(application.stage),
    offer: offerOf(await operatingMode(work)),
    language: locale,
    basisId: (await basis(work, 'LETTER'))?.id ?? null,
  })
  // Another request was first, and holds the row until it is over; what it made is answered.
  if (!isFirst) {
    const made = await linkLetter(work, applicationId, endedAt)
    return made ? standing(work, made) : noLink
  }
  const link = { id: linkId, purpose: 'LETTER' as const, personId: person.id, recordId: sourceRecordId }
  const url = await issueLink(work, { ...link, subjectId: id, expiresAt, secret: secretOf(work, id) })
  await putTold(work, { applicationId, how: 'OUTSIDE', at: work.now })
  await work.announce(letterChanged, {
    subjectId: id,
    version: 1,
    payload: { letterId: id, applicationId, sourceRecordId, state: 'SENT', reason: null },
  })
  return { url, expiresAt: expiresAt.toISOString() }
}
