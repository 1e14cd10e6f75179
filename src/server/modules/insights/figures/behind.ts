import type { z } from 'zod'
import type { readPeopleBehind } from '../../../../contract/selection/insights.ts'
import type { Work } from '../../../kernel/work.ts'
import { hiresOf } from './durations.ts'
import { periodOf, question } from '../insights.ts'
import { statesOf, updatedSince } from './overview.ts'
import { passages, readCourses, type Course } from './passage.ts'
import {
  countFreshness,
  countReturned,
  pageOfFreshness,
  pageOfReturned,
  pageOfStates,
  shownRows,
  type Counted,
  type CountedPage,
  type Page,
} from './pool-reports.ts'
import { readEvaluations } from '../reports.ts'

type Behind = z.output<(typeof readPeopleBehind)['query']>

const pageSize = 50

/** What a number counted, a page of it. The same rules decide what is in the number and what is listed here. */
export async function peopleBehind(work: Work, behind: Behind) {
  const page = { limit: pageSize, offset: (behind.page - 1) * pageSize }
  const { total, people, rows } = await countedPage(work, behind, page)
  const shown = await shownRows(work, rows)
  return {
    total,
    people,
    pageSize,
    rows: shown.map((row) => ({ ...row, appliedAt: row.appliedAt?.toISOString() ?? null })),
  }
}

async function countedPage(work: Work, behind: Behind, page: Page): Promise<CountedPage> {
  switch (behind.measure) {
    case 'UPDATED':
    case 'NOT_UPDATED':
      return pageOfUpdates(work, behind.measure === 'UPDATED', page)
    case 'REAPPLIED':
    case 'REJECTED_THEN_HIRED': {
      const how = behind.measure === 'REAPPLIED' ? 'again' : 'hired'
      const { did } = await countReturned(work, how)
      return { total: did, people: did, rows: await pageOfReturned(work, { how, ...page }) }
    }
    case 'WITHDRAWN':
    case 'OFFER_ACCEPTED':
    case 'OFFER_DECLINED':
      return pageOfStates(work, { states: statesOf[behind.measure], ...page })
    case 'EVALUATED':
      return pageOf(
        (await readEvaluations(work, await periodOf(work, behind))).filter(
          ({ interviewer }) => interviewer === behind.interviewer,
        ),
        page,
      )
    case 'HIRED':
    case 'PASSAGE':
      return pageOf(await coursesBehind(work, behind), page)
  }
}

async function pageOfUpdates(work: Work, isUpdated: boolean, page: Page): Promise<CountedPage> {
  const since = updatedSince(work)
  const { people, updated } = await countFreshness(work, since)
  const total = isUpdated ? updated : people - updated
  return { total, people: total, rows: await pageOfFreshness(work, { since, isUpdated, ...page }) }
}

function pageOf(counted: readonly Counted[], { limit, offset }: Page): CountedPage {
  return {
    total: counted.length,
    people: new Set(counted.map(({ personId }) => personId)).size,
    rows: counted.slice(offset, offset + limit).map(({ personId, applicationId }) => ({ personId, applicationId })),
  }
}

/** The applications behind a number of a stage, or the hires, those that applied last first. */
async function coursesBehind(work: Work, behind: Behind): Promise<Course[]> {
  const asked = await question(work, behind)
  const courses = await readCourses(work, { ...asked, openingId: behind.openingId, channel: behind.channel })
  const newest = courses.toSorted((one, other) => other.appliedAt.getTime() - one.appliedAt.getTime())
  if (behind.measure === 'HIRED') return hiresOf(newest, asked).map(({ course }) => course)
  const stage = passages(courses, asked).find((one) => one.stage === behind.stage)
  if (!stage) return []
  const ids = behind.result ? stage.applications[behind.result] : Object.values(stage.applications).flat()
  const wanted = new Set(ids)
  return newest.filter(({ applicationId }) => wanted.has(applicationId))
}
