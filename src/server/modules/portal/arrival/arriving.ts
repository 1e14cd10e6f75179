import {
  landingPage,
  lostLinkDonePage,
  lostLinkPage,
  neutralPage,
  notMeAskedPage,
  notMeDonePage,
  notMePage,
  paths,
  unreachableDonePage,
  unreachablePage,
  resubscribedPage,
  unsubscribeDonePage,
  unsubscribePage,
  type Problem,
} from '../../../../portal/index.ts'
import { normaliseMail } from '../../../../engines/japanese/index.ts'
import { newId } from '../../../kernel/ids.ts'
import { openRequest } from '../../consent/index.ts'
import { resubscribeByToken, revokeLinksOf, suppress, unsubscribeByToken } from '../../messages/index.ts'
import { person } from '../../people/index.ts'
import { restoreMailsByToken, stopMailsByToken } from '../../relay/index.ts'
import { mailOf } from '../address.ts'
import { doubtMember, namesOf } from '../rights/doubting.ts'
import { takeErrand } from './errands.ts'
import { failure, formToken, publicFrame } from '../frames.ts'
import { isAboutNotMe } from './not-me-link.ts'
import { startSession } from './session.ts'
import * as store from '../store.ts'
import { inVisitedCompany, postedId, type Answer, type Visit } from '../visit.ts'

const tokenOf = ({ params }: Visit) => params['token'] ?? ''

/**
 * The same page for every link, known or not: opening it changes nothing and looks nothing up. Only its form carries the
 * token of a visit that is open in this browser, since the press ends that visit by beginning another.
 */
export async function landing(visit: Visit): Promise<Answer> {
  const frame = await publicFrame({ ...visit, session: undefined })
  const guard = { ...frame.guard, csrf: formToken(visit) }
  return landingPage({ ...frame, guard }, { token: tokenOf(visit), isNotMe: isAboutNotMe(visit.query) })
}

/**
 * Starts a visit, which leads to what the link is about. A link that is unknown, expired, revoked or used up gets one
 * neutral answer.
 */
export async function arrive(visit: Visit): Promise<Answer> {
  const { installation, browser } = visit
  const { cookie, until, to } = await startSession(installation, { token: tokenOf(visit), browser })
  if (until) return { page: await failure(visit, 'tooMany', { until }), status: 429 }
  if (cookie === undefined) return { page: neutralPage(await publicFrame(visit)), status: 404 }
  return { to: isAboutNotMe(visit.query) ? paths.notMe() : (to ?? paths.known()), cookie }
}

export async function lostLink(visit: Visit): Promise<Answer> {
  return lostLinkPage(await publicFrame(visit), { email: '', problems: [] })
}

const mailProblem = (field: string, typed: string): Problem[] => {
  if (typed.trim() === '') return [{ field, code: 'required' }]
  return normaliseMail(typed) === null ? [{ field, code: 'notAnEmail' }] : []
}

export async function askForLink(visit: Visit): Promise<Answer> {
  const { installation, body, language } = visit
  const email = body.get('email') ?? ''
  const problems = mailProblem('email', email)
  if (problems.length > 0) return { page: lostLinkPage(await publicFrame(visit), { email, problems }), status: 422 }
  await takeErrand(installation, { id: newId(), kind: 'LOST_LINK', mail: email, language })
  return lostLinkDonePage(await publicFrame(visit))
}

export async function notMe(visit: Visit): Promise<Answer> {
  const byLink = visit.session !== undefined
  return notMePage(await publicFrame(visit), { byLink, message: '', email: '', problems: [] })
}

/**
 * Who has no visit says at which address the mails arrive, and is mailed the link that stops them there: nobody stops the
 * mails of another, the answer is the same for every address, and what is mailed counts among lost links.
 */
async function askToStop(visit: Visit): Promise<Answer> {
  const { installation, body, language } = visit
  const email = body.get('email') ?? ''
  const problems = mailProblem('email', email)
  if (problems.length > 0) {
    const page = notMePage(await publicFrame(visit), { byLink: false, message: '', email, problems })
    return { page, status: 422 }
  }
  await takeErrand(installation, { id: newId(), kind: 'LOST_LINK', mail: email, language, about: 'NOT_ME' })
  return notMeAskedPage(await publicFrame(visit))
}

/**
 * The mail reached somebody else: its links stop working, a human looks into it, and until then no company writes to the
 * address for this person (`doubting.ts`).
 */
export async function sayNotMe(visit: Visit): Promise<Answer> {
  const { session, body } = visit
  if (!session) return askToStop(visit)
  const message = (body.get('message') ?? '').slice(0, 1000)
  const own = { ...visit, session }
  const mail = await mailOf(own)
  const requestId = postedId(own, 'not-me')
  const { language, installation } = visit
  const { fields } = await inVisitedCompany(own, (work) => person(work, session.personId))
  const address = fields.email?.value
  if (mail !== undefined) {
    await doubtMember(installation, { mail, requestId })
    const said = { mail, language, ...namesOf(fields), saidIn: session.companyId }
    await takeErrand(installation, { id: requestId, kind: 'NOT_ME', ...said })
  }
  await inVisitedCompany(own, async (work) => {
    await revokeLinksOf(work, session.personId)
    if (typeof address === 'string') await suppress(work, { address, reason: 'UNREACHABLE', requestId })
    await openRequest(work, {
      id: requestId,
      kind: 'CORRECTION',
      via: 'PORTAL',
      personId: session.personId,
      said: message,
      remark: { code: 'REACHED_SOMEBODY_ELSE' },
    })
    await store.endSessionsOf(work, session.personId)
  })
  return { page: notMeDonePage(await publicFrame({ ...visit, session: undefined })), cookie: null }
}

const nothingTyped = { oldEmail: '', newEmail: '', message: '', problems: [] }

export async function unreachable(visit: Visit): Promise<Answer> {
  return unreachablePage(await publicFrame(visit), nothingTyped)
}

export async function sayUnreachable(visit: Visit): Promise<Answer> {
  const { installation, body, language } = visit
  const [oldEmail, newEmail] = [body.get('oldEmail') ?? '', body.get('newEmail') ?? '']
  const message = (body.get('message') ?? '').slice(0, 1000)
  const problems = [...mailProblem('oldEmail', oldEmail), ...mailProblem('newEmail', newEmail)]
  if (problems.length > 0) {
    const page = unreachablePage(await publicFrame(visit), { oldEmail, newEmail, message, problems })
    return { page, status: 422 }
  }
  await takeErrand(installation, {
    id: newId(),
    kind: 'UNREACHABLE',
    mail: oldEmail,
    newMail: newEmail,
    message,
    language,
  })
  return unreachableDonePage(await publicFrame(visit))
}

export async function unsubscribe(visit: Visit): Promise<Answer> {
  return unsubscribePage(await publicFrame(visit), { token: tokenOf(visit) })
}

/** Also the address of one-click unsubscription (RFC 8058), whose post carries no token of a form. */
export async function unsubscribeNow(visit: Visit): Promise<Answer> {
  const how = visit.body.get('List-Unsubscribe') === 'One-Click' ? 'ONE_CLICK' : 'PAGE'
  const { installation } = visit
  if (!(await stopMailsByToken(installation, tokenOf(visit))))
    await unsubscribeByToken(installation, tokenOf(visit), how)
  return unsubscribeDonePage(await publicFrame(visit), { token: tokenOf(visit) })
}

/** Whoever pressed by mistake, or whose mail scanner did, takes it back from the same page. */
export async function resubscribe(visit: Visit): Promise<Answer> {
  const { installation } = visit
  if (!(await restoreMailsByToken(installation, tokenOf(visit)))) await resubscribeByToken(installation, tokenOf(visit))
  return resubscribedPage(await publicFrame(visit))
}
