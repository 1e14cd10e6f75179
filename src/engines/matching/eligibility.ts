import { ageExceptionRefusal } from './age-exception.ts'
import type { Candidate, Fact } from './candidate.ts'
import { CONDITIONS } from './conditions.ts'
import type { Opening } from './opening.ts'
import { failed, notAsked, passed, unknown } from './verdict.ts'
import type { ConditionId, Reason, Verdict } from './verdict.ts'

/** Asked only where the opening carries a recorded exception; full years on the day that the caller counts by. */
export type AgeOf = (candidateId: string) => number | undefined

export interface Eligibility {
  readonly eligible: boolean
  readonly failed: readonly { readonly condition: ConditionId; readonly reason: Reason }[]
  readonly toVerify: readonly { readonly condition: ConditionId; readonly reason: Reason }[]
  readonly missingFacts: readonly Fact[]
}

/** Checks every hard condition. What the person has not said never excludes: it becomes a point to verify. */
export function eligibility(opening: Opening, candidate: Candidate, ageOf?: AgeOf): Eligibility {
  const verdicts: [ConditionId, Verdict][] = conditionIds().map((id) => [id, CONDITIONS[id](opening, candidate)])
  verdicts.push(['AGE', ageVerdict(opening, candidate, ageOf)])
  const failures = verdicts.flatMap(([condition, verdict]) =>
    verdict.kind === 'FAILED' ? [{ condition, reason: verdict.reason }] : [],
  )
  const toVerify = verdicts.flatMap(([condition, verdict]) =>
    verdict.kind === 'TO_VERIFY' ? [{ condition, reason: verdict.reason }] : [],
  )
  const missing = verdicts.flatMap(([, verdict]) =>
    verdict.kind === 'TO_VERIFY' && verdict.missing !== undefined ? [verdict.missing] : [],
  )
  return { eligible: failures.length === 0, failed: failures, toVerify, missingFacts: missing }
}

/** Whether somebody who failed a condition fails it in another opening as well; nobody loosens an age exception. */
export const stillFails = (condition: ConditionId, opening: Opening, candidate: Candidate): boolean =>
  condition === 'AGE' || CONDITIONS[condition](opening, candidate).kind === 'FAILED'

function conditionIds(): Exclude<ConditionId, 'AGE'>[] {
  return Object.keys(CONDITIONS) as Exclude<ConditionId, 'AGE'>[]
}

function ageVerdict({ ageException }: Opening, candidate: Candidate, ageOf: AgeOf | undefined): Verdict {
  if (ageException === undefined) return notAsked
  const refusal = ageExceptionRefusal(ageException)
  if (refusal) throw new RangeError(`an age exception that the law does not allow: ${refusal}`)
  const age = ageOf?.(candidate.id)
  if (age === undefined) return unknown('age')
  const { minimumAge = 0, maximumAge = Number.POSITIVE_INFINITY } = ageException
  // The reason carries neither the age nor the distance to the bound.
  return age >= minimumAge && age <= maximumAge ? passed : failed('OUTSIDE_RECORDED_AGE_EXCEPTION')
}
