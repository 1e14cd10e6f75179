import type { Proportion } from './proportion.ts'
import { seededRandom } from './random-draws.ts'

export type Variant = 'A' | 'B'
/** One person, in the order in which their outcomes became final. */
export interface Outcome {
  readonly variant: Variant
  readonly success: boolean
}

export interface SequentialComparison {
  readonly a: Proportion
  readonly b: Proportion
  /** Log of the bet's wealth after the last person; under no difference it is above 0 only by luck. */
  readonly logWealth: number
  /** Which variant has more successes, once that could be said; it stays said. */
  readonly better: Variant | null
}

export interface ComparisonOptions {
  /** How often a difference may be claimed where there is none, however often one looks. */
  readonly alpha?: number
}

const usualAlpha = 0.05
/** So many made-up people of the common rate steady the first guesses: among 3 to 30 it changes how soon one knows little. */
const steadying = 10

export const nothingSeen: SequentialComparison = {
  a: { successes: 0, trials: 0 },
  b: { successes: 0, trials: 0 },
  logWealth: 0,
  better: null,
}

/**
 * Whether two variants differ, to be looked at after every person without being misled. Each person came to A or B by an
 * even chance of their own. Before each, one bets on what the people so far suggest; where the variants do not differ, the
 * bet is fair whatever the rate and however it drifts, so that its wealth passes 1/alpha with a chance of at most alpha,
 * ever (Ville's inequality).
 * Source: Turner, Ly & Grünwald, "Generic E-variables for exact sequential k-sample tests that allow for optional
 * stopping", Journal of Statistical Planning and Inference 230 (2024), with one person to a block.
 */
export function compareSequentially(
  outcomes: Iterable<Outcome>,
  options: ComparisonOptions = {},
  from: SequentialComparison = nothingSeen,
): SequentialComparison {
  let state = from
  for (const outcome of outcomes) state = followed(state, outcome, options.alpha ?? usualAlpha)
  return state
}

function followed(state: SequentialComparison, { variant, success }: Outcome, alpha: number): SequentialComparison {
  const { a, b } = state
  const common = (a.successes + b.successes + 0.5) / (a.trials + b.trials + 1)
  const guess = ({ successes, trials }: Proportion) => (successes + steadying * common) / (trials + steadying)
  const [guessA, guessB] = [guess(a), guess(b)]
  const guessed = variant === 'A' ? guessA : guessB
  const without = (guessA + guessB) / 2
  const logWealth = state.logWealth + Math.log(success ? guessed / without : (1 - guessed) / (1 - without))
  const counted = ({ successes, trials }: Proportion): Proportion => ({
    successes: successes + (success ? 1 : 0),
    trials: trials + 1,
  })
  const next = { a: variant === 'A' ? counted(a) : a, b: variant === 'B' ? counted(b) : b, logWealth }
  if (state.better !== null || logWealth < -Math.log(alpha)) return { ...next, better: state.better }
  return { ...next, better: rateOf(next.a) > rateOf(next.b) ? 'A' : 'B' }
}

const rateOf = ({ successes, trials }: Proportion): number => (trials === 0 ? 0 : successes / trials)

export interface Supposed {
  readonly a: number
  readonly b: number
  readonly most: number
}

const paths = 100

/**
 * After how many more people the difference will have shown in four cases of five, if the rates are as supposed; null
 * where that takes more than `most`. From seeded paths, each going on from what was seen.
 */
export function peopleToTell(
  seen: SequentialComparison,
  { a, b, most }: Supposed,
  options: ComparisonOptions = {},
): number | null {
  if (seen.better !== null) return 0
  const random = seededRandom(1)
  const needed: number[] = []
  for (let path = 0; path < paths; path += 1) {
    let state = seen
    let people = 0
    while (state.better === null && people < most) {
      const variant = random.uniform() < 0.5 ? 'A' : 'B'
      const success = random.uniform() < (variant === 'A' ? a : b)
      state = followed(state, { variant, success }, options.alpha ?? usualAlpha)
      people += 1
    }
    needed.push(state.better === null ? Number.POSITIVE_INFINITY : people)
  }
  const at = needed.toSorted((one, other) => one - other)[Math.ceil(paths * 0.8) - 1] ?? Number.POSITIVE_INFINITY
  return Number.isFinite(at) ? at : null
}
