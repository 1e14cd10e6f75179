import type { Notices, NoticeKind, DatedPaper } from '../../../../contract/accounts/notices.ts'
import { localTime } from '../../../../engines/japanese/index.ts'
import { notFound } from '../../../kernel/errors.ts'
import { newId } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { job, nothing } from '../../../kernel/jobs.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { company, modeInForce, operatingMode, type OperatingMode } from './company.ts'
import { forEachCompany } from './each-company.ts'
import { send } from '../sign-in/errands.ts'
import { noticeGiven } from '../events.ts'
import { daysUntil, soonDays } from './papers.ts'
import { isCutOff, networkStanding, type WordChange } from './standing.ts'
import {
  findNotice,
  insertNotice,
  insertNoticeRead,
  noteModeTold,
  openNotices,
  type NewNotice,
} from './store-notices.ts'
import { listStaff } from '../staff/store-staff.ts'
import { findWord } from './store-standing.ts'

const shownDays = 30

/** Tells the company's owners and admins by mail, everybody over the pages, and who listens to webhooks; the same id again tells nobody. */
export async function notify(work: Work, notice: NewNotice): Promise<boolean> {
  if (!(await insertNotice(work, notice))) return false
  const { id, kind, detail } = notice
  await work.announce(noticeGiven, { subjectId: id, version: 1, payload: { noticeId: id, kind, detail } })
  const { locale } = await company(work)
  for (const { email, role, state } of await listStaff(work))
    if (state === 'ACTIVE' && (role === 'owner' || role === 'admin'))
      await send(work, { kind: 'NOTICE', recipient: email, language: locale, noticeId: notice.id })
  return true
}

/**
 * Tells the company when the mode in force is another than it was told last. The first look only remembers, and being
 * cut off from the network is told by a notice of its own, as is whatever `isToldAlready`.
 */
export async function noticeMode(work: Work, { isToldAlready = false } = {}): Promise<void> {
  const { kind } = await company(work)
  if (kind === 'OPERATOR' || (!isToldAlready && (await isCutOff(work)))) return
  const to = await operatingMode(work)
  const from = await noteModeTold(work, to)
  if (from === undefined || from === to || isToldAlready) return
  await notify(work, { id: newId(), kind: 'MODE_CHANGED', detail: { from: from as OperatingMode, to } })
}

/** What the installation itself may do is a setting, which changes without an announcement. */
async function noticeModes(installation: Installation): Promise<void> {
  await forEachCompany(installation, systemActor('accounts.notices'), (opening) =>
    inCompany(installation, opening, (work) => noticeMode(work)),
  )
}

export const noticingModes = job({
  name: 'accounts.notice-modes',
  payload: nothing,
  schedule: '*/5 * * * *',
  run: noticeModes,
})

/** What the operator's word changed, in words; the mode that follows from it is told along with it. */
export async function tellWord(
  work: Work,
  { before, standing, reason, isStopped, industry }: WordChange,
): Promise<void> {
  const was = before?.standing ?? 'UNVERIFIED'
  const news: NoticeKind[] = []
  // Waiting to be verified states itself for as long as it lasts.
  if (standing !== was && (standing !== 'UNVERIFIED' || was === 'SUSPENDED'))
    news.push(standing === 'SUSPENDED' ? 'SUSPENDED' : was === 'SUSPENDED' ? 'RESUMED' : 'VERIFIED')
  if (isStopped !== (before?.isStopped ?? false)) news.push(isStopped ? 'STOPPED' : 'CONTINUED')
  for (const kind of news) await notify(work, { id: newId(), kind, detail: kind === 'SUSPENDED' ? { reason } : {} })
  if (industry !== undefined) {
    const detail = { industry: industry?.industry ?? null, ...(industry && { because: industry.reason }) }
    await notify(work, { id: newId(), kind: 'INDUSTRY_SET', detail })
  }
  await noticeMode(work, { isToldAlready: true })
}

/** What states itself for as long as it lasts is not shown a second time as news of the day it began. */
const states: ReadonlySet<NoticeKind> = new Set(['SUSPENDED', 'STOPPED', 'TO_VERIFY_AGAIN'])

/** How the company stands, and what its reader has not put away yet. */
export async function notices(work: Work): Promise<Notices> {
  const { kind, timeZone, operatingMode: own } = await company(work)
  const word = await findWord(work)
  const today = localTime(work.now, timeZone).day
  const standing = kind === 'OPERATOR' ? 'VERIFIED' : await networkStanding(work)
  const mode = modeInForce(work.installation.config.OPERATING_MODE, own)
  const since = new Date(work.now.getTime() - shownDays * 86_400_000)
  const staffId = work.actor.kind === 'staff' ? work.actor.id : null
  const ends = (paper: DatedPaper, until: string | null | undefined) => {
    const days = until ? daysUntil(until, today) : Infinity
    return until && days <= soonDays ? [{ paper, until, days }] : []
  }
  return {
    standing,
    reason: standing === 'SUSPENDED' ? (word?.reason ?? null) : null,
    isStopped: word?.isStopped ?? false,
    takesPart: kind === 'EMPLOYER' && (mode === 'INFO_PROVISION' || mode === 'PLACEMENT'),
    papers: [
      ...ends('AGREEMENT', word?.papers.agreementUntil),
      ...(own === 'PLACEMENT' ? ends('LICENCE', word?.papers.licenceUntil) : []),
    ],
    notices: (await openNotices(work, { staffId, since })).filter((one) => !states.has(one.kind)),
  }
}

/** Puts a notice away for whoever reads; again changes nothing. A key has nothing to put away. */
export async function putAway(work: Work, id: string): Promise<void> {
  if (!(await findNotice(work, id))) throw notFound({ what: 'notice' })
  if (work.actor.kind === 'staff') await insertNoticeRead(work, id, work.actor.id)
}
