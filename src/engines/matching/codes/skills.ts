import { BUSINESS_SKILLS, IMPLIED_SKILLS, QUALIFICATIONS } from './skill-rows-business.ts'
import { TECHNOLOGY_SKILLS } from './skill-rows-technology.ts'
import { normalised, remembered } from './spelling.ts'

export interface SkillGroup {
  readonly id: string
  readonly category: string
  readonly en: string
  readonly ja: string
  readonly spellings: readonly string[]
}

/** Categories in which one skill says nothing about another. */
const UNRELATED_CATEGORIES: ReadonlySet<string> = new Set(['certificate', 'office', 'tool', 'enterprise'])

export const SKILL_GROUPS: readonly SkillGroup[] = [TECHNOLOGY_SKILLS, BUSINESS_SKILLS, QUALIFICATIONS].flatMap(
  (rows) => rows.trim().split('\n').map(parseRow),
)

const BY_ID = new Map(SKILL_GROUPS.map((group) => [group.id, group]))
const BY_SPELLING = new Map(
  SKILL_GROUPS.flatMap((group) =>
    [group.en, group.ja, ...group.spellings].map((spelling) => [normalised(spelling), group.id] as const),
  ),
)
const IMPLIED = Map.groupBy(IMPLIED_SKILLS, ([holder]) => holder)

/** The group's id for any known spelling (width, case, spaces and hyphens aside); else the text itself, normalised. */
export const canonicalSkill = remembered((text): string => {
  const key = normalised(text)
  return BY_SPELLING.get(key) ?? key
})

/** The skill itself and all it implies: grade 1 has grades 2 and 3. */
export const withImplied = remembered((skill): ReadonlySet<string> => {
  const found = new Set([skill])
  for (const holder of found) for (const [, implied] of IMPLIED.get(holder) ?? []) found.add(implied)
  return found
})

/** The category shared with related skills, or undefined where kinship proves nothing (certificates) or is unknown. */
export function relatedCategory(skill: string): string | undefined {
  const category = BY_ID.get(skill)?.category
  return category === undefined || UNRELATED_CATEGORIES.has(category) ? undefined : category
}

/** The category of a known skill: also the generalisation of a skill in anonymous profiles. */
export function skillCategory(text: string): string | undefined {
  return BY_ID.get(canonicalSkill(text))?.category
}

export function skillName(skill: string, locale: 'ja' | 'en'): string {
  return BY_ID.get(skill)?.[locale] ?? skill
}

function parseRow(row: string): SkillGroup {
  const [id = '', category = '', en = '', ja = '', spellings = ''] = row.split('|').map((cell) => cell.trim())
  return { id, category, en, ja, spellings: spellings.split(',').map((spelling) => spelling.trim()) }
}
