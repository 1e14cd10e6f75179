import { paperNoticeDays, papersWithDates, type DatedPaper } from '../../../../contract/accounts/notices.ts'
import type { NetworkCompany } from '../../../../contract/network/network-companies.ts'
import { localTime } from '../../../../engines/japanese/index.ts'
import { idFrom } from '../../../kernel/ids.ts'
import type { Installation } from '../../../kernel/installation.ts'
import { job, nothing } from '../../../kernel/jobs.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { company, operatorId } from './company.ts'
import { acted } from '../events.ts'
import { networkCompanies, networkCompany, suspendCompany } from './network-companies.ts'
import { notify } from './notices.ts'
import { daysUntil } from './papers.ts'
import { lockCompany } from './store-company.ts'

const untilOf = (paper: DatedPaper, one: NetworkCompany): string | null =>
  paper === 'AGREEMENT' ? one.agreementUntil : one.operatingMode === 'PLACEMENT' ? one.licenceUntil : null

const endedReasons = { AGREEMENT: 'agreement-ended', LICENCE: 'licence-ended' } as const

/** Of how many days before the end a notice is due now: the nearest one alone, so that nobody is told twice in a day. */
const dueStage = (days: number): number | undefined =>
  days < 0 ? 0 : paperNoticeDays.findLast((stage) => days <= stage)

/**
 * Looks at one verified company's papers: the operator and the company are told 60, 30 and 7 days before one ends, each
 * once for each date; with one that has ended the company is suspended, for that reason.
 */
export async function watchCompany(work: Work, id: string): Promise<void> {
  await lockCompany(work)
  const one = await networkCompany(work, id)
  if (one.standing !== 'VERIFIED') return
  const today = localTime(work.now, (await company(work)).timeZone).day
  for (const paper of papersWithDates) {
    const until = untilOf(paper, one)
    const days = until === null ? Infinity : daysUntil(until, today)
    const stage = dueStage(days)
    if (until === null || stage === undefined) continue
    const isOver = stage === 0
    const detail = { paper, until, days, employerId: id, employerName: one.name }
    const noticeId = idFrom(work.companyId, id, paper, until, String(stage))
    const told = await notify(work, { id: noticeId, kind: isOver ? 'PAPER_ENDED' : 'PAPER_ENDS', detail })
    if (isOver) await suspendCompany(work, { id, reason: endedReasons[paper] })
    else if (told)
      await acted(work, {
        action: 'network.papers-ending',
        subject: { kind: 'company', id },
        detail: { paper, until, days, noticeId },
      })
  }
}

async function watch(installation: Installation): Promise<void> {
  const companyId = await operatorId(installation)
  if (!companyId) return
  const opening = { companyId, actor: systemActor('accounts.papers') }
  const known = await inCompany(installation, opening, networkCompanies)
  const dated = known.filter((one) => papersWithDates.some((paper) => untilOf(paper, one) !== null))
  for (const { id } of dated) await inCompany(installation, opening, (work) => watchCompany(work, id))
}

/** Every hour: a paper ends at the midnight of the operator's zone, wherever the server stands. */
export const watchPapers = job({ name: 'accounts.watch-papers', payload: nothing, schedule: '7 * * * *', run: watch })
