import type { LanguageLevel } from './opening.ts'

export type SkillLevel = 'BEGINNER' | 'INTERMEDIATE' | 'ADVANCED'

export interface HeldSkill {
  readonly skill: string
  readonly level?: SkillLevel
  readonly years?: number
  /** Not listed by the person as a skill, but named in what they write of their work. */
  readonly mentioned?: boolean
}

export interface HeldRole {
  /** As it was written: `法人営業（主任）`. */
  readonly title: string
  /** What they do today; unknown counts as today. */
  readonly isPast?: boolean
}

export type SignalKind = 'OPEN_TO_OFFERS' | 'REGISTERED' | 'ANSWERED' | 'PROFILE_UPDATED' | 'WORK_HISTORY_CHANGED'

export interface Signal {
  readonly kind: SignalKind
  readonly observedAt: Date
}

/** In the order in which a selection passes through them: further on is nearer to an offer. */
export const SELECTION_STAGES = [
  'APPLIED',
  'CASUAL_MEETING',
  'DOCUMENT_SCREENING',
  'APTITUDE_TEST',
  'INTERVIEW_1',
  'INTERVIEW_2',
  'INTERVIEW_3',
  'FINAL_INTERVIEW',
  'REFERENCE_CHECK',
  'OFFER_MEETING',
  'OFFER',
] as const
export type SelectionStage = (typeof SELECTION_STAGES)[number]

/**
 * All that filter and rank may know of a person. An absent fact is unknown: it is asked about, and never excludes.
 * An empty list is a fact ("nowhere else", "blocks nobody"). There is no age, gender, name, nationality, photograph or
 * school here, and a test keeps it so.
 */
export interface Candidate {
  readonly id: string
  readonly prefecture?: string
  /** Beside the own prefecture. */
  readonly willingPrefectures?: readonly string[]
  readonly remoteWish?: 'ONLY' | 'WELCOME' | 'NO'
  readonly occupations?: readonly string[]
  readonly employmentTypes?: readonly string[]
  /** Least wished, yen per year. */
  readonly desiredSalary?: number
  readonly workPermit?: 'UNRESTRICTED' | 'RESTRICTED' | 'NONE'
  readonly languages?: readonly { readonly language: string; readonly level?: LanguageLevel }[]
  /** ISO date. */
  readonly availableFrom?: string
  /** Key of the present employer, as `employersLeftAlone` has it. */
  readonly employer?: string
  readonly skills?: readonly HeldSkill[]
  readonly roles?: readonly HeldRole[]
  readonly experienceYears?: number
  readonly stageReached?: SelectionStage
  /** 0 to 1; only where the person consented to its use here. */
  readonly evaluation?: number
  readonly updatedAt: Date
  /** Only consented ones. */
  readonly signals: readonly Signal[]
  /** Corporate numbers of companies that must never see this person. */
  readonly blockedCompanies: readonly string[]
}

export type Fact = Exclude<keyof Candidate, 'id' | 'updatedAt' | 'signals' | 'blockedCompanies'> | 'age'
