import { paths } from '../../../../portal/index.ts'
import { normaliseMail } from '../../../../engines/japanese/index.ts'
import { newSecret, readToken, sha256, tokenText } from '../../../kernel/crypto.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { inCompany, inMember, systemActor, type Actor, type MemberWork, type Work } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { findIntroductionLink, linkFollowed } from '../../introductions/index.ts'
import { findLink, newestLink, type Link } from '../../messages/index.ts'
import { holdPerson, person, resolve, whoToday } from '../../people/index.ts'
import { findNoticeLink, letterOpened, memberHeard, memberOf, noticeFollowed, trustMail } from '../../relay/index.ts'
import { provenBrowser } from './browsers.ts'
import { homeOf } from './home.ts'
import * as store from '../store.ts'

/** A visit that began by pressing "continue" on the page of a personal link. */
export type Session = store.StoredSession & {
  companyId: string
  /** The cookie's own secret, from which the token of its forms is made. */
  secret: string
}

export const cookieName = '__Host-tasuki_portal'
const minuteMs = 60_000
/** Ends after half an hour without a request, and after half a day in any case. */
const idleMs = 30 * minuteMs
export const longestMs = 12 * 60 * minuteMs
/** Each visit may have five codes mailed and guessed at, so whoever holds a link may not begin visits without end. */
const visitsPerHour = 12
const hourMs = 60 * minuteMs

/** Who acts in a visit: the person as the company knows them, or the member. */
export const personActor = ({ personId }: Pick<Session, 'personId'>): Actor => ({
  kind: 'person',
  id: personId,
  permissions: new Set(),
})
export const memberActor = (memberId: string): Actor => ({ kind: 'member', id: memberId, permissions: new Set() })

/**
 * The cookie of a visit that began and where the link leads; no cookie for a link that opens nothing, or that opens
 * nothing more until a moment.
 */
export type Started = { cookie: string | undefined; until?: Date; to?: string }

/**
 * Starts a visit by a link's token, unless too many that nobody proved began by this link within the hour. A browser in
 * which a code was entered before is counted apart.
 */
export async function startSession(
  installation: Installation,
  { token, browser }: { token: string; browser: string | undefined },
): Promise<Started> {
  const link = await findLink(installation, token)
  if (link) return { ...(await start(installation, { ...link, browser })), ...leadsTo(link) }
  const found = await findMemberLink(installation, token)
  return found ? startAsMember(installation, { ...found, browser }) : { cookie: undefined }
}

/** The page that a link asks to be answered on; the others lead to what is known. */
const leadsTo = ({ purpose }: Pick<Link, 'purpose'>): { to?: string } => {
  if (purpose === 'REFRESH') return { to: paths.refresh() }
  return purpose === 'BASIS' ? { to: paths.stay() } : {}
}

/** What a mail of the relay to a member leads to; `followed` notes that it arrived. */
type MemberLink = {
  memberId: string
  id: string
  to: string
  followed: (work: MemberWork) => Promise<void>
}

async function findMemberLink(installation: Installation, token: string): Promise<MemberLink | undefined> {
  const introduction = await findIntroductionLink(installation, token)
  if (introduction) {
    const { memberId, introductionId: id } = introduction
    return { memberId, id, to: paths.introduction(id), followed: (work) => linkFollowed(work, id) }
  }
  const notice = await findNoticeLink(installation, token)
  if (!notice) return undefined
  const { memberId, noticeId: id, kind } = notice
  const to = kind === 'STAY' ? paths.registration() : paths.renewal()
  return { memberId, id, to, followed: (work) => noticeFollowed(work, id) }
}

/** A mail of the relay: the visit is to the company through which the member is known at that very address. */
async function startAsMember(
  installation: Installation,
  { memberId, id, to, followed, browser }: MemberLink & { browser: string | undefined },
): Promise<Started> {
  const home = await homeOf(installation, memberId)
  if (!home) return { cookie: undefined }
  const started = await start(installation, { ...home, id, purpose: 'INTRODUCTION', browser })
  const opening = { memberId, actor: memberActor(memberId) }
  if (started.cookie !== undefined) await inMember(installation, opening, followed)
  return { ...started, to }
}

/** Starts a visit by a passkey, which proves as much as the code by mail does; answers its cookie where there is one. */
export async function startByPasskey(
  installation: Installation,
  { memberId, passkeyId }: { memberId: string; passkeyId: string },
): Promise<string | undefined> {
  const home = await homeOf(installation, memberId)
  if (!home) return undefined
  const proven = { memberId, mailHash: sha256(home.mail) }
  await inMember(installation, { memberId, actor: memberActor(memberId) }, memberHeard)
  return (await start(installation, { ...home, id: passkeyId, purpose: 'INTRODUCTION', proven })).cookie
}

type Starting = Pick<Link, 'id' | 'purpose' | 'personId' | 'recordId'> &
  Partial<Pick<Link, 'subjectId' | 'issuedAt'>> & {
    companyId: string
    /** What the browser keeps since a code was entered in it. */
    browser?: string | undefined
    /** Whose visit it is, where that is proven as it begins, and the address it is proven for. */
    proven?: { memberId: string; mailHash: string }
  }

async function start(installation: Installation, link: Starting): Promise<Started> {
  const secret = newSecret()
  const { companyId, personId } = link
  const until = await inCompany(installation, { companyId, actor: personActor(link) }, async (work) => {
    const id = newId()
    const budget = await budgetOf(work, link)
    const spentUntil = link.proven ? undefined : await visitsSpentUntil(work, { personId, budgetId: budget.id })
    if (spentUntil) return spentUntil
    // A link that was sent again stands for the letter it was lost of.
    const letter = link.purpose === 'LETTER' ? link : await newestLink(work, { personId, purpose: 'LETTER' })
    await store.insertSession(work, {
      id,
      secretHash: sha256(secret),
      linkId: link.id,
      budget,
      personId,
      sourceRecordId: letter?.recordId ?? link.recordId,
      letterId: letter?.subjectId ?? null,
      letterSentAt: letter?.issuedAt ?? null,
      expiresAt: new Date(work.now.getTime() + longestMs),
    })
    if (link.proven) {
      await store.verifySession(work, id, link.proven.mailHash)
      await store.setMember(work, id, link.proven.memberId)
    }
    // A visit by a link that was mailed again is not the letter's own.
    if (link.purpose === 'LETTER' && link.subjectId) await letterOpened(work, link.subjectId)
    await record(work, { action: 'portal.session-started', subject: { kind: 'person', id: personId }, detail: { id } })
    return undefined
  })
  return until ? { cookie: undefined, until } : { cookie: tokenText({ realmId: companyId, secret }) }
}

async function budgetOf(work: Work, { id, purpose, personId, subjectId, browser }: Starting): Promise<store.Budget> {
  const { fields } = await person(work, personId)
  const value = fields.email?.value
  const mail = typeof value === 'string' ? (normaliseMail(value) ?? undefined) : undefined
  const browserId = provenBrowser(work.installation, { token: browser, mail, now: work.now })
  if (browserId !== undefined) return { id: browserId, kind: 'BROWSER' }
  // The page for lost links alone makes links to the portal that are about nothing else.
  return { id, kind: purpose === 'PORTAL' && subjectId === null ? 'ASKED_LINK' : 'LINK' }
}

/** When another visit may begin, where too many that nobody proved began within the hour. */
async function visitsSpentUntil(
  work: Work,
  { personId, budgetId }: { personId: string; budgetId: string },
): Promise<Date | undefined> {
  // One after the other: visits that begin at once are counted like any others.
  await holdPerson(work, personId)
  const endingAfter = new Date(work.now.getTime() + longestMs - hourMs)
  const endings = await store.unprovenVisits(work, { budgetId, endingAfter, limit: visitsPerHour })
  const first = endings[visitsPerHour - 1]
  return first && new Date(first.getTime() - longestMs + hourMs)
}

/** The visit of a cookie; nothing when it is over. */
export async function findSession(
  installation: Installation,
  cookie: string | undefined,
): Promise<Session | undefined> {
  const read = cookie === undefined ? undefined : readToken(cookie)
  if (!read) return undefined
  const companyId = read.realmId
  const opening = { companyId, actor: systemActor('portal.session') }
  const found = await inCompany(installation, opening, async (work) => {
    const session = await store.findSession(work, sha256(read.secret))
    if (!session || work.now.getTime() - session.seenAt.getTime() > idleMs) return undefined
    if (!(await isOfOneHuman(work, session))) return undefined
    if (work.now.getTime() - session.seenAt.getTime() > minuteMs) await store.touchSession(work, session.id)
    return session
  })
  return found && { ...found, companyId, secret: read.secret }
}

/** What was proven in a visit was proven for the person: it is over once its record is somebody else's. */
const isOfOneHuman = async (work: Work, session: store.StoredSession): Promise<boolean> =>
  (await resolve(work, await whoToday(work, session))) === (await resolve(work, session.personId))

/** Joins a visit to the member of its verified address, if that address has one. */
export async function joinMember(installation: Installation, session: Session, mail: string): Promise<string | null> {
  const memberId = (await memberOf(installation, mail)) ?? null
  const opening = { companyId: session.companyId, actor: personActor(session) }
  await inCompany(installation, opening, (work) => store.setMember(work, session.id, memberId))
  // The code came through this address: who visits as the member settles that it is theirs.
  if (memberId !== null)
    await inMember(installation, { memberId, actor: memberActor(memberId) }, async (work) => {
      await trustMail(work)
      await memberHeard(work)
    })
  return memberId
}
