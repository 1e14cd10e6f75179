import type { Candidate, HeldSkill, SkillLevel } from '../candidate.ts'
import type { AskedSkill } from '../opening.ts'
import { canonicalSkill, relatedCategory, withImplied } from './skills.ts'

/** A candidate's skills by canonical name, what they imply included, and the categories they fall in. */
export interface SkillProfile {
  readonly held: ReadonlyMap<string, HeldSkill>
  readonly related: ReadonlyMap<string, string>
}

export interface SkillFit {
  readonly skill: string
  /** 0 to 1. */
  readonly credit: number
  readonly basis: 'HELD' | 'YEARS_SHORT' | 'YEARS_UNKNOWN' | 'MENTIONED' | 'RELATED' | 'UNKNOWN'
  /** The related skill that gave the credit. */
  readonly through?: string
}

/** A skill of the same category is worth a quarter: enough to order those who lack it, never enough to pass for it. */
export const RELATED_CREDIT = 0.25

/** Named in the story of their work, not among their skills: likely, and to be confirmed. */
export const MENTIONED_CREDIT = 0.8

/** Years asked but unknown: the level that the person gave stands in. */
export const LEVEL_CREDIT: Readonly<Record<SkillLevel | 'UNKNOWN', number>> = {
  BEGINNER: 0.4,
  INTERMEDIATE: 0.7,
  ADVANCED: 0.9,
  UNKNOWN: 0.7,
}

export function skillProfile(skills: Candidate['skills'] = []): SkillProfile {
  const held = new Map<string, HeldSkill>()
  for (const skill of skills) {
    const canonical = canonicalSkill(skill.skill)
    for (const name of withImplied(canonical)) {
      const before = held.get(name)
      // A listed skill says more than a mentioned one; the years of an implied one are at least those of what implies it.
      if (!before || strength(skill) > strength(before)) held.set(name, skill)
    }
  }
  const related = new Map<string, string>()
  for (const name of held.keys()) {
    const category = relatedCategory(name)
    if (category !== undefined && !related.has(category)) related.set(category, name)
  }
  return { held, related }
}

const strength = ({ mentioned, years }: HeldSkill): number => (mentioned ? -2 : (years ?? -1))

export function skillFit(asked: AskedSkill, profile: SkillProfile): SkillFit {
  const skill = canonicalSkill(asked.skill)
  const held = profile.held.get(skill)
  if (held?.mentioned) return { skill, credit: MENTIONED_CREDIT, basis: 'MENTIONED' }
  if (held) {
    if (asked.years === undefined || asked.years <= 0) return { skill, credit: 1, basis: 'HELD' }
    if (held.years === undefined)
      return { skill, credit: LEVEL_CREDIT[held.level ?? 'UNKNOWN'], basis: 'YEARS_UNKNOWN' }
    if (held.years >= asked.years) return { skill, credit: 1, basis: 'HELD' }
    return { skill, credit: Math.max(RELATED_CREDIT, held.years / asked.years), basis: 'YEARS_SHORT' }
  }
  const through = profile.related.get(relatedCategory(skill) ?? '')
  if (through !== undefined) return { skill, credit: RELATED_CREDIT, basis: 'RELATED', through }
  return { skill, credit: 0, basis: 'UNKNOWN' }
}
