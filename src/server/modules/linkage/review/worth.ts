import { applicationsOfPersons, isEnded, type Application } from '../../selection/index.ts'
import type { Work } from '../../../kernel/work.ts'
import type { Candidate } from '../store.ts'

/** A rejection makes a letter by itself within so many days (product: history never mails). */
const letterDays = 14
const recentDays = 180

const within = (at: Date | null, days: number, now: Date): boolean =>
  at !== null && now.getTime() - at.getTime() <= days * 86_400_000

/**
 * What it is worth to decide about a person: more while they are in process, where a letter may be about to leave to
 * one of two records, and where they applied of late.
 */
export function activityOf(applications: readonly Application[], now: Date): number {
  const isInProcess = applications.some(({ state, appliedAt }) => !isEnded(state) && within(appliedAt, 365, now))
  const isLetterAtStake = applications.some(
    ({ state, endedAt }) => state === 'REJECTED' && within(endedAt, letterDays, now),
  )
  const isRecent = applications.some(({ appliedAt }) => within(appliedAt, recentDays, now))
  return 1 + Number(isInProcess) * 2 + Number(isLetterAtStake) * 2 + Number(isRecent)
}

export type Ranked = Candidate & { worth: number }

/** Pairs by probability times activity, those put off behind the others. */
export async function ranked(work: Work, candidates: readonly Candidate[]): Promise<Ranked[]> {
  const persons = [...new Set(candidates.flatMap(({ onePersonId, otherPersonId }) => [onePersonId, otherPersonId]))]
  const applications = Map.groupBy(await applicationsOfPersons(work, persons), ({ personId }) => personId)
  const activity = new Map(persons.map((id) => [id, activityOf(applications.get(id) ?? [], work.now)]))
  return candidates
    .map((one) => ({
      ...one,
      worth: one.score * Math.max(activity.get(one.onePersonId) ?? 1, activity.get(one.otherPersonId) ?? 1),
    }))
    .toSorted(
      (one, other) =>
        Number(one.state === 'LATER') - Number(other.state === 'LATER') ||
        other.worth - one.worth ||
        (one.id < other.id ? -1 : 1),
    )
}
