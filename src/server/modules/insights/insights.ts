import type { z } from 'zod'
import type { readPassages } from '../../../contract/selection/insights.ts'
import { evaluationTrends } from '../../../engines/statistics/index.ts'
import { instantAt, localTime } from '../../../engines/japanese/index.ts'
import { company } from '../accounts/index.ts'
import { openings } from '../selection/index.ts'
import type { Work } from '../../kernel/work.ts'
import { limitCount, limitFor, limitStages } from './figures/limits.ts'
import { minimumNOf, passages, readCourses, type Course, type PassageQuestion } from './figures/passage.ts'
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
  const period = await periodOf(work, counted)
  const asked = { ...period, basis: counted.basis, asOf: work.now, minimumN: await minimumNOf(work) }
  return (await limitFor(work)) ? closedMonths(work, asked) : asked
}

/** Whole months, up to the last one that is over: what changes from day to day could be subtracted. */
async function closedMonths(work: Work, asked: PassageQuestion): Promise<PassageQuestion> {
  const { timeZone } = await company(work)
  const first = (at: Date) => instantAt(`${localTime(at, timeZone).day.slice(0, 7)}-01`, 0, timeZone)
  const over = first(work.now)
  const [from, until] = [first(asked.from), first(asked.until)]
  return { ...asked, from, until: until < over ? until : over, asOf: over }
}

/**
 * Pass rates by stage, of all applications counted, or one group per opening or channel, the largest first; limited to
 * what may be told where the lists behind may not be opened.
 */
export async function passagesBy(work: Work, counted: Counted) {
  const limit = await limitFor(work)
  const asked = await question(work, counted)
  const courses = await readCourses(work, { ...asked, openingId: counted.openingId, channel: counted.channel })
  const titles = new Map((await openings(work)).map(({ id, title }) => [id, title]))
  const keyOf = ({ openingId, channel }: Course) =>
    counted.by === 'opening' ? openingId : counted.by === 'channel' ? channel : 'all'
  const groups = [...Map.groupBy(courses, keyOf)].map(([key, own]) => ({
    key,
    label: titles.get(key) ?? key,
    stages: passages(own, asked),
  }))
  const size = ({ stages }: (typeof groups)[number]) => stages[0]?.reached ?? 0
  const ordered = groups.filter((group) => size(group) > 0).toSorted((a, b) => size(b) - size(a))
  return { minimumN: asked.minimumN, k: limit?.k ?? null, groups: await limitStages(work, ordered, limit) }
}

/** One scale for all evaluations: 0 for the strongest no, 3 for the strongest yes. */
const scale = ['STRONG_NO', 'NO', 'YES', 'STRONG_YES']

/** How each interviewer evaluates beside the others, at the same stages. */
export async function trendsByInterviewer(
  work: Work,
  period: { from?: string | undefined; until?: string | undefined },
) {
  const rows = await readEvaluations(work, await periodOf(work, period))
  const names = new Map(rows.map(({ interviewer, name }) => [interviewer, name]))
  const evaluated = rows.map((row) => ({
    interviewerId: row.interviewer,
    stage: row.stage,
    value: scale.indexOf(row.recommendation),
  }))
  const minimumN = await minimumNOf(work)
  const limit = await limitFor(work)
  const interviewers = evaluationTrends(evaluated, { minimumN })
    .map(({ interviewerId, evaluations, coverage, compared }) => ({
      interviewerId,
      evaluations: limitCount(evaluations, limit),
      coverage,
      compared,
      name: names.get(interviewerId) ?? '',
    }))
    .toSorted((a, b) => (b.evaluations ?? 0) - (a.evaluations ?? 0))
  return { minimumN, interviewers }
}
