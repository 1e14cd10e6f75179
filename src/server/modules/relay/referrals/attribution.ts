/** A letter whose link the member has used to register. */
export type UsedLetter = { id: string; sentAt: Date; usedAt: Date; refused: boolean }
export type AttributionRule = 'FIRST_LETTER' | 'LAST_LETTER'
/** To which letter the member counts so far; a referral that is held may still move, one that counted may not. */
export type Standing = { letterId: string; state: 'HELD' | 'COUNTED' }

/** The letter that this member counts to: of those used and not refused, the one sent first or last. */
export function attributedLetter(letters: readonly UsedLetter[], rule: AttributionRule): UsedLetter | undefined {
  const bySending = letters
    .filter((letter) => !letter.refused)
    .toSorted((one, other) => one.sentAt.getTime() - other.sentAt.getTime() || (one.id < other.id ? -1 : 1))
  return rule === 'FIRST_LETTER' ? bySending[0] : bySending.at(-1)
}

export type Attribution = {
  /** The letter whose held referral comes to nothing. */
  drop: string | null
  /** The letter for which a referral is held from now on. */
  hold: UsedLetter | null
}

const asItIs: Attribution = { drop: null, hold: null }

/**
 * What must change so that one member is one referral. `letters` are all that the member used, in any order; a member
 * who left counts to nobody, unless it counted before.
 */
export function attribution({
  letters,
  rule,
  standing,
  isActive,
}: {
  letters: readonly UsedLetter[]
  rule: AttributionRule
  standing: Standing | undefined
  isActive: boolean
}): Attribution {
  if (standing?.state === 'COUNTED') return asItIs
  const wanted = isActive ? attributedLetter(letters, rule) : undefined
  if (wanted?.id === standing?.letterId) return asItIs
  return { drop: standing?.letterId ?? null, hold: wanted ?? null }
}
