import type { LinkReason } from '../../../contract/linkage-terms.ts'
import { nameKey } from '../../../engines/japanese/index.ts'
import type { Stated } from '../people/index.ts'

/** How two persons compare by what is shown of them and the exact keys they share. */
export type Comparison = { shared: readonly LinkReason[]; against: readonly LinkReason[] }

/** What speaks against two profiles being of one human. What is missing on one side speaks neither way. */
export function contradictions(one: Stated, other: Stated): LinkReason[] {
  const found: LinkReason[] = []
  if (differs(one, other, 'name') || differs(one, other, 'nameKana')) found.push('DIFFERENT_NAME')
  if (both(one.birthDate, other.birthDate) && one.birthDate !== other.birthDate) found.push('DIFFERENT_BIRTH')
  return found
}

function differs(one: Stated, other: Stated, field: 'name' | 'nameKana'): boolean {
  const [left, right] = [one[field], other[field]]
  if (typeof left !== 'string' || typeof right !== 'string') return false
  // A reading and kanji cannot be compared; `nameKey` gives them keys of different scripts.
  if (isSound(left) !== isSound(right)) return false
  return nameKey(left) !== nameKey(right)
}

const isSound = (text: string) => !/\p{Script=Han}/u.test(text)
const both = (one: unknown, other: unknown) =>
  one !== undefined && other !== undefined && one !== null && other !== null

export type Verdict = { outcome: 'MERGE' | 'REVIEW' | 'NOTHING'; reasons: LinkReason[]; score: number }

/** Which exact keys join two persons by themselves; a company may switch either off. */
export type Automatic = { mail: boolean; kanaBirth: boolean }

const weight: Partial<Record<LinkReason, number>> = {
  SAME_MAIL: 0.7,
  SAME_KANA_BIRTH: 0.9,
  SAME_NAME_BIRTH: 0.85,
  SAME_PHONE: 0.5,
  SAME_KANA: 0.3,
  SAME_NAME: 0.3,
  DIFFERENT_NAME: -0.3,
  DIFFERENT_BIRTH: -0.4,
}

/**
 * What to do with two persons. The same mail, or the same reading with the same birth date, makes them one unless
 * something speaks against it; anything less goes to a human. A phone never suffices: families share them.
 */
export function judge({ shared, against }: Comparison, automatic: Automatic): Verdict {
  const reasons = [...shared, ...against]
  const missing = shared.reduce((share, reason) => share * (1 - (weight[reason] ?? 0)), 1)
  const score = Math.max(0, 1 - missing + against.reduce((sum, reason) => sum + (weight[reason] ?? 0), 0))
  const identifies =
    (automatic.mail && shared.includes('SAME_MAIL')) || (automatic.kanaBirth && shared.includes('SAME_KANA_BIRTH'))
  if (identifies && against.length === 0) return { outcome: 'MERGE', reasons, score: 1 }
  // One reading, or one name, with another name or birth date beside it, is just two people of a common name.
  const weak = shared.every((reason) => reason === 'SAME_KANA' || reason === 'SAME_NAME')
  if (shared.length === 0 || (weak && against.length > 0)) return { outcome: 'NOTHING', reasons, score: 0 }
  return { outcome: 'REVIEW', reasons, score }
}
