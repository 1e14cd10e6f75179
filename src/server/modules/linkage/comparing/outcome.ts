import { barringReasons, type LinkageRules, type LinkReason } from '../../../../contract/linkage/linkage-terms.ts'
import type { SourceKind } from '../../../../contract/people/person-fields.ts'

/** What becomes of a pair: it is linked by itself, waits for a human, or is forgotten. */
export type Outcome = 'JOIN' | 'WAIT' | 'FORGET'

/** A pair as it is judged: how probable it is that the two are one, and what speaks for and against it. */
export type Judged = { probability: number; route: SourceKind; reasons: readonly LinkReason[] }

/** What rules make of a pair: it joins where it is certain on its route and nothing bars it (`barringReasons`). */
export function outcomeUnder({ likelyFrom, routes }: LinkageRules, { probability, route, reasons }: Judged): Outcome {
  if (probability < likelyFrom) return 'FORGET'
  const { treat, certainFrom } = routes[route]
  const isBarred = reasons.some((reason) => barringReasons.includes(reason))
  return treat === 'AUTO_MERGE' && probability >= certainFrom && !isBarred ? 'JOIN' : 'WAIT'
}
