import type { z } from 'zod'
import type { readPassages } from '../../../contract/insights.ts'
import { evaluationTrends, type StageResult } from '../../../engines/statistics/index.ts'
import { instantAt } from '../../../engines/japanese/index.ts'
import { company } from '../accounts/index.ts'
import { openings } from '../selection/index.ts'
import type { Work } from '../../kernel/work.ts'
import { minimumNOf, passages, readCourses, type Course, type PassageQuestion } from './passage.ts'
import { readEvaluations } from './reports.ts'

type Counted = z.output<(typeof readPassages)['query']>

const dayMs = 86_400_000

/** The period in instants: days of the company's zone, the last one included; everything where none is named. */
export async function periodOf(work: Work, { from, until }: { from?: string | undefined; until?: string | undefined }) {
  const { timeZone } = await company(work)
  return {
    from: from ? instantAt(from, 0, timeZone) : new Date(0),
    until: until ? new Date(instantAt(until, 0, timeZone).getTime() + dayMs) : new Date(work.now.getTime() + 1),
  }
}

export async function question(
  work: Work,
  counted: Pick<Counted, 'from' | 'until' | 'basis'>,
): Promise<PassageQuestion> {
  return { ...(await periodOf(work, counted)), basis: counted.basis, asOf: work.now, minimumN: await minimumNOf(work) }
}

/** Pass rates by stage, of all applications counted, or one group per opening or channel, the largest first. */
export async function passagesBy(work: Work, counted: Counted) {
  const asked = await question(work, counted)
  const courses = await readCourses(work, { ...asked, openingId: counted.openingId, channel: counted.channel })
  const titles = new Map((await openings(work)).map(({ id, title }) => [id, title]))
  const keyOf = ({ openingId, channel }: Course) =>
    counted.by === 'opening' ? openingId : counted.by === 'channel' ? channel : 'all'
  const groups = [...Map.groupBy(courses, keyOf)].map(([key, own]) => ({
    key,
    label: titles.get(key) ?? key,
    stages: passages(own, asked).map(({ applications, ...stage }) => ({ ...stage, results: countsOf(applications) })),
  }))
  const counts = groups.map((group) => ({ ...group, applications: group.stages[0]?.reached ?? 0 }))
  return {
    minimumN: asked.minimumN,
    groups: counts.filter(({ applications }) => applications > 0).toSorted((a, b) => b.applications - a.applications),
  }
}

const countsOf = (applications: Readonly<Record<StageResult, readonly string[]>>) =>
  Object.fromEntries(Object.entries(applications).map(([result, ids]) => [result, ids.length])) as Record<
    StageResult,
    number
  >

/** One scale for all evaluations: 0 for the strongest no, 3 for the strongest yes. */
const scale = ['STRONG_NO', 'NO', 'YES', 'STRONG_YES']

/** How each interviewer evaluates beside the others, at the same stages. */
export async function trendsByInterviewer(
  work: Work,
  period: { from?: string | undefined; until?: string | undefined },
) {
  const rows = await readEvaluations(work, await periodOf(work, period))
  const names = new Map(rows.map(({ interviewer, name }) => [interviewer, name]))
  const given = rows.map((row) => ({
    interviewerId: row.interviewer,
    stage: row.stage,
    value: scale.indexOf(row.recommendation),
  }))
  const minimumN = await minimumNOf(work)
  const interviewers = evaluationTrends(given, { minimumN })
    .map(({ interviewerId, evaluations, coverage, compared }) => ({
      interviewerId,
      evaluations,
      coverage,
      compared,
      name: names.get(interviewerId) ?? '',
    }))
    .toSorted((a, b) => b.evaluations - a.evaluations)
  return { minimumN, interviewers }
}
