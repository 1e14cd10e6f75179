import type { z } from 'zod'
import type { Duration, readDurations } from '../../../../contract/selection/insight-outcomes.ts'
import { medianWithInterval, stageVisits } from '../../../../engines/statistics/index.ts'
import type { Work } from '../../../kernel/work.ts'
import { question } from '../insights.ts'
import { limitCount, limitFor, type Limit } from './limits.ts'
import { flow, readCourses, type Course, type PassageQuestion } from './passage.ts'

const dayMs = 86_400_000

type Hire = { course: Course; at: Date }

/** The applications hired (the offer was accepted, or they joined) that the period counts, and when that came about. */
export function hiresOf(courses: readonly Course[], { basis, from, until }: PassageQuestion): Hire[] {
  return courses.flatMap((course) => {
    if (course.state !== 'OFFER_ACCEPTED' && course.state !== 'HIRED') return []
    // An accepted offer is kept as having passed the offer; a later joining does not move the day.
    const at = course.events.find(({ kind, stage }) => kind === 'PASSED' && stage === 'OFFER')?.at
    if (!at) return []
    const counted = basis === 'EVENT_DATE' ? at : course.appliedAt
    return counted >= from && counted < until ? [{ course, at }] : []
  })
}

/**
 * Days from the application to the accepted offer, and days spent in each stage, of the applications that the period
 * counts. What stands at the very instant of the application has no date of its own (imports write it so) and is left out.
 */
export async function durations(work: Work, counted: z.output<(typeof readDurations)['query']>) {
  const limit = await limitFor(work)
  const asked = await question(work, counted)
  const courses = await readCourses(work, { ...asked, openingId: counted.openingId, channel: counted.channel })
  const hires = hiresOf(courses, asked)
  const dated = hires.filter(({ course, at }) => at.getTime() !== course.appliedAt.getTime())
  const days = dated.map(({ course, at }) => (at.getTime() - course.appliedAt.getTime()) / dayMs)
  return {
    toHire: limited(durationOf(days, asked), limit),
    undated: limitCount(hires.length - dated.length, limit),
    stages: [...stays(courses, asked)].map(([stage, values]) => ({
      stage,
      duration: limited(durationOf(values, asked), limit),
    })),
  }
}

const limited = (duration: Duration, limit: Limit | null): Duration =>
  duration.suppressed && duration.count !== null ? { ...duration, count: limitCount(duration.count, limit) } : duration

/** The days of every finished stay in a stage. */
function stays(courses: readonly Course[], { basis, from, until, asOf }: PassageQuestion): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const course of courses) {
    for (const [stage, { enteredAt, resultAt }] of stageVisits(course, flow, asOf)) {
      if (!resultAt || resultAt.getTime() === course.appliedAt.getTime()) continue
      if (basis === 'EVENT_DATE' && (resultAt < from || resultAt >= until)) continue
      const days = (resultAt.getTime() - enteredAt.getTime()) / dayMs
      found.set(stage, [...(found.get(stage) ?? []), days])
    }
  }
  return new Map(flow.flatMap((stage) => (found.has(stage) ? [[stage, found.get(stage)!] as const] : [])))
}

function durationOf(days: readonly number[], { minimumN }: PassageQuestion): Duration {
  const found = days.length < minimumN ? null : medianWithInterval(days)
  if (!found?.interval) return { suppressed: true, count: days.length, minimumN }
  const ninetieth = days.toSorted((a, b) => a - b)[Math.ceil(days.length * 0.9) - 1] ?? found.median
  const { low, high } = found.interval
  return { suppressed: false, count: found.count, median: found.median, interval: { low, high }, ninetieth }
}
