import {
  failurePage,
  portalAssets,
  type FailureKind,
  type Html,
  type MenuEntry,
  type PublicFrame,
  type SessionFrame,
} from '../../../portal/index.ts'
import { derivedKey, hmac, sameSecret } from '../../kernel/crypto.ts'
import { newId } from '../../kernel/ids.ts'
import type { Installation } from '../../kernel/installation.ts'
import { inCompany, systemActor } from '../../kernel/work.ts'
import { company, companyIds, operatorId, staffMember, type Company } from '../accounts/index.ts'
import { introductionsFor } from '../introductions/index.ts'
import { relaySettings } from '../relay/index.ts'
import { inOwnRealm, inVisitedCompany, type SessionVisit, type Visit } from './visit.ts'

export const assets = portalAssets()

const hourMs = 3_600_000
const keyOf = ({ config }: Installation) => derivedKey(config.secret, 'portal.form')
const hour = (installation: Installation, back = 0) => String(stepOf(installation, hourMs, back))
/** Which step of this length the installation's time is in, or was `back` steps ago. */
export const stepOf = ({ clock }: Pick<Installation, 'clock'>, lengthMs: number, back: number): number =>
  Math.floor((Date.now() + clock.offsetMs()) / lengthMs) - back

/** The token of a form: of the visit where there is one, otherwise of the hour. */
export function formToken({ installation, session }: Pick<Visit, 'installation' | 'session'>): string {
  return hmac(keyOf(installation), session ? `session/${session.secret}` : `hour/${hour(installation)}`).toString(
    'base64url',
  )
}

/** Whether a posted token is of this visit; where there is none, of a page of the last hours that anybody may open. */
export function isOwnForm({ installation, session }: Pick<Visit, 'installation' | 'session'>, token: string): boolean {
  const key = keyOf(installation)
  const isOf = (what: string) => sameSecret(token, hmac(key, what).toString('base64url'))
  if (session) return isOf(`session/${session.secret}`)
  return [0, 1, 2].some((back) => isOf(`hour/${hour(installation, back)}`))
}

/** Who runs this portal: the operator of the relay, or the one company of an installation in-house. */
async function runner({ installation, session }: Visit): Promise<Company | undefined> {
  const id = (await operatorId(installation)) ?? session?.companyId ?? (await companyIds(installation))[0]
  return id === undefined
    ? undefined
    : inCompany(installation, { companyId: id, actor: systemActor('portal.frame') }, company)
}

/** What a company is called in a language. */
export const named = ({ name, nameEn }: Pick<Company, 'name' | 'nameEn'>, language: 'ja' | 'en') =>
  language === 'en' ? (nameEn ?? name) : name

export async function publicFrame(visit: Visit): Promise<PublicFrame> {
  const { installation, language, path } = visit
  const by = await runner(visit)
  const { stylesheet, script } = assets
  return {
    language,
    path,
    timeZone: by?.timeZone ?? 'Asia/Tokyo',
    assets: {
      stylesheet: { href: stylesheet.href, integrity: stylesheet.integrity },
      script: { href: script.href, integrity: script.integrity },
    },
    service: {
      name: language === 'ja' ? 'キャリアリレー 襷' : 'Career Relay Tasuki',
      operatorName: by ? named(by, language) : 'Tasuki',
      contactEmail: by?.contactMail ?? installation.config.MAIL_FROM,
      contactHours: null,
      privacyUrl: new URL(`/privacy/${by?.id ?? ''}`, installation.config.portalUrl).href,
    },
    guard: { csrf: formToken(visit), idempotencyId: newId() },
  }
}

export async function sessionFrame(visit: SessionVisit, current: MenuEntry | null): Promise<SessionFrame> {
  const frame = await publicFrame(visit)
  const { wrote, contact } = await inVisitedCompany(visit, async (work) => {
    const { contactStaffId } = await relaySettings(work)
    return {
      wrote: await company(work),
      contact: contactStaffId === null ? undefined : await staffMember(work, contactStaffId),
    }
  })
  const contactEmail = wrote.contactMail ?? visit.installation.config.MAIL_FROM
  const contactName = contact?.name ?? ''
  return {
    ...frame,
    timeZone: wrote.timeZone,
    writer: wrote.kind === 'OPERATOR' ? null : { companyName: named(wrote, visit.language), contactName, contactEmail },
    menu: { current, member: visit.session.memberId !== null, openIntroductions: await openIntroductions(visit) },
  }
}

/**
 * These pages are between the person and the relay, whose operator sent the mail that led here: the company that wrote
 * first has no part in them.
 */
export const relayFrame = async (visit: SessionVisit, current: MenuEntry | null): Promise<SessionFrame> => ({
  ...(await sessionFrame(visit, current)),
  writer: null,
})

async function openIntroductions(visit: SessionVisit): Promise<number> {
  const { memberId } = visit.session
  if (memberId === null) return 0
  const own = await inOwnRealm({ ...visit, memberId }, introductionsFor)
  return own.filter(({ state }) => state === 'OPEN').length
}

type Blame = { until?: Date; box?: string }

/**
 * A page that says what went wrong in words, with the number to ask by. `until` is for what one link has used up, which
 * another link or a passkey gets past; limits by network address or visit hold for those too. `box` is what a form posts
 * the box by that is to be filled in again.
 */
export async function failure(visit: Visit, kind: FailureKind, { until, box }: Blame = {}): Promise<Html> {
  // The page tells minutes: the one in which it works for certain.
  const told = until && new Date(Math.ceil(until.getTime() / 60_000) * 60_000).toISOString()
  return failurePage(await publicFrame(visit), {
    kind,
    requestId: visit.requestId,
    until: told ?? null,
    box: box ?? null,
  })
}
