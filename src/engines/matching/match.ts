import type { Candidate, Fact } from './candidate.ts'
import { eligibility, stillFails } from './eligibility.ts'
import type { AgeOf, Eligibility } from './eligibility.ts'
import type { Opening } from './opening.ts'
import { isStep, relaxationsOf } from './relaxations.ts'
import { score } from './score.ts'
import type { ScorePart, Weights } from './score.ts'
import type { ConditionId, Reason } from './verdict.ts'

export interface MatchOptions {
  readonly asOf: Date
  readonly weights?: Weights
  readonly ageOf?: AgeOf
  /** How many people a candidate stands for; one each unless said. Only what a near miss gains depends on it. */
  readonly countOf?: (candidateId: string) => number
}

export interface Match {
  readonly openingId: string
  readonly candidateId: string
  readonly score: number
  readonly parts: readonly ScorePart[]
  readonly missingFacts: readonly Fact[]
  readonly toVerify: readonly Reason[]
  /** Every condition is known to be met; otherwise one of the points to verify is about a condition. */
  readonly isKnown: boolean
}

export interface Exclusion {
  readonly openingId: string
  readonly candidateId: string
  readonly failed: Eligibility['failed']
}

/** "2 more if remote is allowed": who would pass if exactly this were loosened. */
export interface NearMiss {
  readonly condition: ConditionId
  readonly relaxation: Reason
  readonly gained: number
  readonly candidateIds: readonly string[]
}

export interface OpeningMatches {
  /** Best first; equal scores in the order of their ids, so that the same question has the same answer. */
  readonly matches: readonly Match[]
  readonly excluded: readonly Exclusion[]
  /** Most gained first. */
  readonly nearMisses: readonly NearMiss[]
}

/** Filters and ranks candidates for one opening. A rank orders a list for a human; it decides nothing. */
export function matchOpening(
  opening: Opening,
  candidates: readonly Candidate[],
  options: MatchOptions,
): OpeningMatches {
  const { matches, excluded } = pairUp(
    candidates.map((candidate) => ({ opening, candidate })),
    options,
  )
  return { matches, excluded, nearMisses: nearMisses(opening, candidates, excluded, options) }
}

/** The other direction: the openings that fit one candidate, under the same conditions and the same score. */
export function matchCandidate(
  candidate: Candidate,
  openings: readonly Opening[],
  options: MatchOptions,
): Omit<OpeningMatches, 'nearMisses'> {
  return pairUp(
    openings.map((opening) => ({ opening, candidate })),
    options,
  )
}

function pairUp(pairs: readonly { opening: Opening; candidate: Candidate }[], options: MatchOptions) {
  const matches: Match[] = []
  const excluded: Exclusion[] = []
  for (const { opening, candidate } of pairs) {
    const ids = { openingId: opening.id, candidateId: candidate.id }
    const checked = eligibility(opening, candidate, options.ageOf)
    if (checked.eligible) matches.push({ ...ids, ...scored(opening, candidate, checked, options) })
    else excluded.push({ ...ids, failed: checked.failed })
  }
  const order = (match: Match): string => `${match.openingId} ${match.candidateId}`
  return { matches: matches.toSorted((a, b) => b.score - a.score || (order(a) < order(b) ? -1 : 1)), excluded }
}

function scored(opening: Opening, candidate: Candidate, checked: Eligibility, { asOf, weights }: MatchOptions) {
  const found = score({ opening, candidate, asOf, ...(weights ? { weights } : {}) })
  return {
    score: found.score,
    parts: found.parts,
    isKnown: checked.toVerify.length === 0,
    missingFacts: [...new Set([...checked.missingFacts, ...found.missingFacts])],
    toVerify: [...checked.toVerify.map(({ reason }) => reason), ...found.toVerify],
  }
}

function nearMisses(
  opening: Opening,
  candidates: readonly Candidate[],
  excluded: readonly Exclusion[],
  { countOf = () => 1 }: MatchOptions,
): NearMiss[] {
  const byId = new Map(candidates.map((candidate) => [candidate.id, candidate]))
  const single = excluded.filter((exclusion) => exclusion.failed.length === 1)
  const byCondition = Map.groupBy(single, (exclusion) => exclusion.failed[0]!.condition)
  const found: NearMiss[] = []
  for (const [condition, exclusions] of byCondition) {
    const failing = exclusions.flatMap(({ candidateId }) => byId.get(candidateId) ?? [])
    for (const relaxation of relaxationsOf(condition, opening, failing)) {
      // They fail on this condition alone, and nothing else is loosened.
      const candidateIds = failing.flatMap((one) => (stillFails(condition, relaxation.opening, one) ? [] : [one.id]))
      const gained = candidateIds.reduce((sum, id) => sum + countOf(id), 0)
      const { reason } = relaxation
      const smaller = found.findLast((miss) => miss.relaxation.code === reason.code && isStep(reason))
      if (gained === 0 || smaller?.gained === gained) continue
      found.push({ condition, relaxation: reason, gained, candidateIds })
    }
  }
  return found.toSorted((a, b) => b.gained - a.gained)
}
