import type { Html, Language } from '../../../portal/index.ts'
import type { Refusal } from '../../kernel/errors.ts'
import { idFrom } from '../../kernel/ids.ts'
import type { Installation } from '../../kernel/installation.ts'
import { asPerson, inCompany, inMember, type MemberWork, type PersonWork, type Work } from '../../kernel/work.ts'
import type { Origin } from '../relay/index.ts'
import { memberActor, personActor, type Session } from './arrival/session.ts'

/** One request to the portal, before it is known who visits. */
export type Visit = {
  installation: Installation
  requestId: string
  /** Path and query, for the language switch. */
  path: string
  language: Language
  params: Readonly<Record<string, string>>
  query: URLSearchParams
  /** What was posted; empty otherwise. */
  body: URLSearchParams
  /** The file that was posted with it, or why it was not taken. */
  upload?: { name: string; bytes: Buffer } | Refusal
  /** From where it was sent. */
  origin: Origin
  session: Session | undefined
  /** What the browser keeps since a code was entered in it. */
  browser: string | undefined
  /** Whether a visit was begun in this browser, be it over or not. */
  hasVisited: boolean
}
export type SessionVisit = Visit & { session: Session }
export type MemberVisit = SessionVisit & { memberId: string }

export type Answer =
  | Html
  | { page: Html; status: number }
  | { to: string; cookie?: string | null; browser?: string }
  | { page: Html; cookie: null }
  | { file: string | Buffer; contentType: string; name: string }
  /** A file that somebody else made. */
  | { file: Buffer; headers: Record<string, string> }

/** The visit as one of a member, where the visitor is one. */
export const asMember = (visit: SessionVisit): MemberVisit | undefined =>
  visit.session.memberId === null ? undefined : { ...visit, memberId: visit.session.memberId }

/** Ids for what a post causes, the same when the same page is posted again. */
export const postedId = ({ session, body }: SessionVisit, ...what: readonly string[]): string =>
  idFrom('portal', session.id, body.get('idempotencyId') ?? '', ...what)

export const inVisitedCompany = <T>(
  { installation, session, requestId }: SessionVisit,
  run: (work: Work) => Promise<T>,
) => inCompany(installation, { companyId: session.companyId, actor: personActor(session), requestId }, run)

/** Reads what this person may see of the company that wrote, as the role that sees nobody else. */
export const asVisitor = <T>(
  { installation, session, requestId }: SessionVisit,
  run: (work: PersonWork) => Promise<T>,
) => asPerson(installation, { ...session, actor: personActor(session), requestId }, run)

/** As whom, and where, a visit of a member acts. */
export const ownRealm = ({ memberId, requestId }: MemberVisit) => ({
  memberId,
  actor: memberActor(memberId),
  requestId,
})

export const inOwnRealm = <T>(visit: MemberVisit, run: (work: MemberWork) => Promise<T>) =>
  inMember(visit.installation, ownRealm(visit), run)
