export type DifferencingVerdict =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: 'TOO_FEW' | 'TOO_CLOSE_TO_AN_ANSWER_GIVEN'; readonly answerId?: string }

/**
 * Whether an answer about a set of people may be given beside those given before. Two answers whose sets differ by 1 to
 * k − 1 people tell about those few; so do one person more and one fewer, since it is the sets that are compared, not
 * the counts. The same set again, and the empty set, are harmless.
 * It compares pairs only: combinations of three and more answers are for the suppression of whole tables and for limits
 * on questions. Source: Denning, Cryptography and Data Security (1982), ch. 6 (trackers).
 */
export function differencingGuard(input: {
  readonly asked: ReadonlySet<string>
  readonly given: readonly { readonly id: string; readonly members: ReadonlySet<string> }[]
  readonly k: number
}): DifferencingVerdict {
  const { asked, given, k } = input
  if (asked.size > 0 && asked.size < k) return { allowed: false, reason: 'TOO_FEW' }
  for (const { id, members } of given) {
    if (members.size === 0 || asked.size === 0) continue
    const more = [...asked].filter((member) => !members.has(member)).length
    const fewer = [...members].filter((member) => !asked.has(member)).length
    const isClose = (more > 0 && more < k) || (fewer > 0 && fewer < k)
    if (isClose) return { allowed: false, reason: 'TOO_CLOSE_TO_AN_ANSWER_GIVEN', answerId: id }
  }
  return { allowed: true }
}

/** Counts for the public, to the nearest multiple (5 by default), so that two answers cannot be subtracted exactly. */
export function roundedCount(count: number, multiple = 5): number {
  return Math.round(count / multiple) * multiple
}
