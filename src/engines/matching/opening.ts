export interface AskedSkill {
  readonly skill: string
  readonly years?: number
}

export type LanguageLevel = 'A1' | 'A2' | 'B1' | 'B2' | 'C1' | 'C2' | 'NATIVE'

export interface AskedLanguage {
  /** BCP 47, such as `en`. */
  readonly language: string
  readonly level?: LanguageLevel
}

/**
 * What an opening asks. An empty list asks nothing. Dates are ISO (`2026-04-01`), salaries yen per year, occupations
 * codes of any scheme whose levels are joined by `-` (a shorter code covers the longer ones below it).
 */
export interface Opening {
  readonly id: string
  /** What the work is called; people are compared with it by what they did. */
  readonly title?: string
  /** Of the employer and of its group: none of them may stand on the candidate's block-list. */
  readonly corporateNumbers: readonly string[]
  /** Keys of employers whose people the company does not approach: competitors under an agreement, customers. */
  readonly employersLeftAlone?: readonly string[]
  readonly prefectures: readonly string[]
  readonly remoteAllowed: boolean
  readonly occupations: readonly string[]
  readonly employmentTypes: readonly string[]
  readonly salaryOffered?: { readonly minimum?: number; readonly maximum: number }
  readonly workPermitRequired: boolean
  readonly languages: readonly AskedLanguage[]
  readonly startBy?: string
  readonly requiredSkills: readonly AskedSkill[]
  readonly preferredSkills: readonly AskedSkill[]
  readonly experienceYears?: number
  /** Only what an admin recorded. Without it age is not looked at; with it, only in the filter, never in the rank. */
  readonly ageException?: AgeException
}

export interface AgeException {
  readonly ground: AgeGround
  /** Inclusive. */
  readonly minimumAge?: number
  /** Inclusive. */
  readonly maximumAge?: number
}

/**
 * The exceptions of 労働施策総合推進法施行規則 第1条の3 第1項: 第1号 (mandatory retirement age), 第2号 (age limits set by
 * law), 第3号 イ (long-term career of the young, open-ended contract), ロ (an age band short of people for handing on
 * skills), ハ (art and performance), ニ (60 and over, or a state programme).
 */
export type AgeGround = 'ITEM_1' | 'ITEM_2' | 'ITEM_3_I' | 'ITEM_3_RO' | 'ITEM_3_HA' | 'ITEM_3_NI'
