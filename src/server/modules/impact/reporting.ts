import type { ImpactReport } from '../../../contract/impact/impact.ts'
import type { Installation } from '../../kernel/installation.ts'
import type { Work } from '../../kernel/work.ts'
import { addDays, localTime } from '../../../engines/japanese/index.ts'
import { company, lockCompany } from '../accounts/index.ts'
import { record } from '../audit/index.ts'
import { acceptedIntroductions } from '../introductions/index.ts'
import { assessedBetween, introductionKeyOf, isAssessing, networkK } from '../matching/index.ts'
import { auditOff, daysCounted, impactStaffOnly, notOver, tooFew } from './errors.ts'
import * as store from './store.ts'
import { impactTables, type Person } from './table.ts'

/** 6 RCNY § 5-301 (d): a category with less of the data than this may be left out of the ratios, with a reason. */
const smallShare = 0.02

/** The last day that is over where the operator is, as the days are counted. */
export async function lastDayOver(work: Work): Promise<string> {
  const { timeZone } = await company(work)
  return addDays(localTime(work.now, timeZone).day, -1)
}

export type Asked = {
  id: string
  from: string
  until: string
  excludesBelowTwoPercent: boolean
  exclusionReason: string | null
}

/**
 * Counts a period that is over and keeps what may be told of it; repeating an id answers what was kept. No day is counted
 * twice: two reports that share people could be subtracted from each other. Where no rate could be told nothing is kept.
 */
export async function makeReport(
  work: Work,
  installation: Pick<Installation, 'config'>,
  asked: Asked,
): Promise<ImpactReport> {
  if (work.actor.kind !== 'staff') throw impactStaffOnly({})
  await lockCompany(work)
  const before = await store.findReport(work, asked.id)
  if (before) return before
  const [inForce] = await store.switches(work, 1)
  if (!(await isAssessing(work)) || !inForce?.jurisdiction) throw auditOff({})
  const lastUntil = await lastDayOver(work)
  if (asked.until > lastUntil) throw notOver({ lastUntil })
  const counted = await store.reportWithin(work, asked)
  if (counted) throw daysCounted({ from: counted.from, until: counted.until })
  const minimumShare = asked.excludesBelowTwoPercent ? smallShare : 0
  const told = impactTables(await peopleOf(work, installation, asked), { k: networkK, minimumShare })
  if (told.tables.every(({ lines }) => lines.every(({ rate }) => rate === null))) throw tooFew({ k: networkK })
  const report: ImpactReport = {
    ...asked,
    jurisdiction: inForce.jurisdiction,
    k: networkK,
    ...told,
    madeBy: work.actor.id,
    madeAt: work.now.toISOString(),
  }
  await store.insertReport(work, report)
  await record(work, {
    action: 'network.impact-reported',
    subject: { kind: 'impact-report', id: report.id },
    detail: { from: report.from, until: report.until },
  })
  return report
}

/** Everybody who was ranked in the period, beside what they volunteered: the one place where the two meet. */
async function peopleOf(work: Work, installation: Pick<Installation, 'config'>, period: Asked): Promise<Person[]> {
  const answers = await store.volunteered(work)
  const accepted = new Set((await acceptedIntroductions(work)).map((id) => introductionKeyOf(installation, id)))
  return (await assessedBetween(work, period)).map(({ subjectKey, assessed, above, shown, introductionKeys }) => ({
    ...(answers.get(subjectKey) ?? { sex: null, race: null }),
    assessed,
    selected: {
      SCORED: above,
      SHOWN: shown,
      ASKED: introductionKeys.length,
      INTRODUCED: introductionKeys.filter((key) => accepted.has(key)).length,
    },
  }))
}
