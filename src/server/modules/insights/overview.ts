import { rate, type Rate } from '../../../engines/statistics/index.ts'
import { balances } from '../credits/index.ts'
import type { Work } from '../../kernel/work.ts'
import { coursesOf, minimumNOf, type Course } from './passage.ts'
import { readFreshness, readHistories } from './reports.ts'

/** A profile counts as updated when anything about the person was observed within this many days. */
export const updatedWithinDays = 180

const ended = new Set(['REJECTED', 'WITHDRAWN', 'OFFER_DECLINED', 'OFFER_ACCEPTED', 'HIRED', 'CLOSED_DUPLICATE'])

/** The people behind each rate of the whole pool: those for whom it is true, among those for whom it could be. */
export async function groupsBehind(work: Work) {
  const [freshness, courses] = [await readFreshness(work), coursesOf(await readHistories(work, {}))]
  const since = work.now.getTime() - updatedWithinDays * 86_400_000
  const updated = freshness.filter(({ observedAt }) => observedAt.getTime() >= since).map(({ personId }) => personId)
  const isUpdated = new Set(updated)
  const reapplied = reapplications(courses)
  const over = courses.filter(({ state }) => ended.has(state))
  const withdrawn = over.filter(({ state }) => state === 'WITHDRAWN' || state === 'OFFER_DECLINED')
  const accepted = courses.filter(({ state }) => state === 'OFFER_ACCEPTED' || state === 'HIRED')
  const declined = courses.filter(({ state }) => state === 'OFFER_DECLINED')
  return {
    people: freshness.length,
    courses,
    UPDATED: updated,
    NOT_UPDATED: freshness.flatMap(({ personId }) => (isUpdated.has(personId) ? [] : [personId])),
    REAPPLIED: reapplied.again,
    couldReapply: reapplied.couldHave,
    WITHDRAWN: people(withdrawn),
    over,
    withdrawn,
    OFFER_ACCEPTED: people(accepted),
    OFFER_DECLINED: people(declined),
    accepted,
    declined,
  }
}

const people = (courses: readonly Course[]): string[] => [...new Set(courses.map(({ personId }) => personId))]

/** Of the people whose earlier application had ended, those who applied again afterwards. */
function reapplications(courses: readonly Course[]): { again: string[]; couldHave: string[] } {
  const byPerson = Map.groupBy(courses, ({ personId }) => personId)
  const couldHave: string[] = []
  const again: string[] = []
  for (const [personId, own] of byPerson) {
    const firstEnd = Math.min(
      ...own.filter(({ state }) => ended.has(state)).map(({ events }) => events.at(-1)?.at.getTime() ?? Infinity),
    )
    if (!Number.isFinite(firstEnd)) continue
    couldHave.push(personId)
    if (own.some(({ appliedAt }) => appliedAt.getTime() > firstEnd)) again.push(personId)
  }
  return { again, couldHave }
}

/** The rates of the whole pool, each withheld below the minimum. */
export async function overview(work: Work) {
  const groups = await groupsBehind(work)
  const { slots } = await balances(work)
  const minimumN = await minimumNOf(work)
  const of = (successes: number, trials: number): Rate => rate({ successes, trials, minimumN })
  const granted = slots.available + slots.reserved + slots.spent + slots.expired
  return {
    people: groups.people,
    applications: groups.courses.length,
    updateRate: of(groups.UPDATED.length, groups.people),
    reapplicationRate: of(groups.REAPPLIED.length, groups.couldReapply.length),
    withdrawalRate: of(groups.withdrawn.length, groups.over.length),
    offerAcceptanceRate: of(groups.accepted.length, groups.accepted.length + groups.declined.length),
    // Slots are no sample of people: their share is exact, and shown from the first one.
    slotUseRate: rate({ successes: slots.spent, trials: granted, minimumN: 1 }),
    updatedWithinDays,
  }
}
