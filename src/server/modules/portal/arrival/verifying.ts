import { codePage, paths, type Problem } from '../../../../portal/index.ts'
import { maskedMail } from './masking.ts'
import { browserToken } from './browsers.ts'
import { checkCode, hasCode, sendCode } from './code.ts'
import { failure, relayFrame, sessionFrame } from '../frames.ts'
import { joinMember } from './session.ts'
import { mailOf } from '../address.ts'
import * as store from '../store.ts'
import { inVisitedCompany, type Answer, type SessionVisit } from '../visit.ts'

/** Where to go after the code: a path of this portal and nothing else. */
export function nextOf({ query, body }: Pick<SessionVisit, 'query' | 'body'>): string {
  const asked = body.get('next') ?? query.get('next') ?? ''
  return /^\/[a-z]+(?:[-/][\w~-]+)*$/.test(asked) ? asked : paths.known()
}

/** Whether the mail that leads there is the relay's. */
const isOfRelay = (path: string): boolean =>
  [paths.introductions(), paths.renewal(), paths.registration()].some(
    (own) => path === own || path.startsWith(`${own}/`),
  )

type Shown = {
  problems?: readonly Problem[]
  attemptsLeft?: number | null
  resendFrom?: Date | null
  resent?: boolean
  /** Whether a code that can be typed is on its way. */
  sent: boolean
}

async function page(visit: SessionVisit, shown: Shown) {
  const mail = await mailOf(visit)
  const frameOf = isOfRelay(nextOf(visit)) ? relayFrame : sessionFrame
  // What was posted cannot be opened: the other language, and a reload of it, are the page to type the code on.
  const path = `${paths.code()}?${new URLSearchParams({ next: nextOf(visit) }).toString()}`
  return codePage(
    { ...(await frameOf(visit, null)), path },
    {
      maskedEmail: maskedMail(mail ?? ''),
      next: nextOf(visit),
      attemptsLeft: shown.attemptsLeft ?? null,
      resendFrom: shown.resendFrom?.toISOString() ?? null,
      resent: shown.resent ?? false,
      sent: shown.sent,
      problems: shown.problems ?? [],
    },
  )
}

/** Shows where to type a code that is on its way, else what to press to have one mailed: opening a page sends nothing. */
export async function askForCode(visit: SessionVisit): Promise<Answer> {
  const mail = await mailOf(visit)
  if (mail === undefined) return { page: await failure(visit, 'notFound'), status: 404 }
  return page(visit, { sent: await inVisitedCompany(visit, (work) => hasCode(work, visit.session.id)) })
}

export async function resendCode(visit: SessionVisit): Promise<Answer> {
  const mail = await mailOf(visit)
  if (mail === undefined) return { page: await failure(visit, 'notFound'), status: 404 }
  const { session, language, body } = visit
  const sending = await inVisitedCompany(visit, (work) => sendCode(work, { session, mail, language }))
  if ('spent' in sending)
    return {
      page: await (sending.spent === 'DAY'
        ? failure(visit, 'tooMany', { until: sending.until })
        : failure(visit, 'codesSpent')),
      status: 429,
    }
  visit.installation.wake()
  return page(visit, { sent: true, resendFrom: sending.resendFrom, resent: sending.sent && body.has('again') })
}

export async function enterCode(visit: SessionVisit): Promise<Answer> {
  const { installation, session, body } = visit
  const typed = body.get('code') ?? ''
  const mail = await mailOf(visit)
  const { checked, now } = await inVisitedCompany(visit, async (work) => ({
    checked: await checkCode(work, { session, typed, mail }),
    now: work.now,
  }))
  if (!checked.right) {
    const problems = [{ field: 'code', code: checked.problem }] as const
    return { page: await page(visit, { sent: true, problems, attemptsLeft: checked.triesLeft }), status: 422 }
  }
  if (mail === undefined) return { to: nextOf(visit) }
  await joinMember(installation, session, mail)
  return { to: nextOf(visit), browser: browserToken(installation, { mail, now }) }
}

export async function signOut(visit: SessionVisit): Promise<Answer> {
  await inVisitedCompany(visit, (work) => store.endSession(work, visit.session.id))
  return { to: paths.lostLink(), cookie: null }
}
