import type { Candidate, Fact, SelectionStage, SignalKind } from './candidate.ts'
import type { Opening } from './opening.ts'
import { skillFit, skillProfile } from './codes/skill-fit.ts'
import type { SkillFit, SkillProfile } from './codes/skill-fit.ts'
import type { Reason } from './verdict.ts'
import { workFit } from './codes/work.ts'

export type PartId =
  | 'REQUIRED_SKILLS'
  | 'PREFERRED_SKILLS'
  | 'WORK'
  | 'EXPERIENCE'
  | 'STAGE_REACHED'
  | 'EVALUATION'
  | 'FRESHNESS'
  | 'SIGNALS'

/** Points each part can give; whole numbers. */
export type Weights = Readonly<Record<PartId, number>>

/**
 * Grows with every change by which the same facts under the same weights make other points, so that a log of lists tells
 * which rules made them. 2: what is not known earns nothing, and what an opening does not ask gives nobody points.
 */
export const RANKING_RULES = 2

export const DEFAULT_WEIGHTS: Weights = {
  REQUIRED_SKILLS: 300,
  PREFERRED_SKILLS: 120,
  WORK: 240,
  EXPERIENCE: 80,
  STAGE_REACHED: 90,
  EVALUATION: 70,
  FRESHNESS: 60,
  SIGNALS: 40,
}

/**
 * The most that each part can give for one opening: what the opening asks nothing of gives nobody anything, so that having
 * met everything never looks like having been asked nothing.
 */
export const weightsAsked = (opening: Opening, weights: Weights): Weights => ({
  ...weights,
  REQUIRED_SKILLS: opening.requiredSkills.length === 0 ? 0 : weights.REQUIRED_SKILLS,
  PREFERRED_SKILLS: opening.preferredSkills.length === 0 ? 0 : weights.PREFERRED_SKILLS,
  WORK: opening.title === undefined ? 0 : weights.WORK,
  EXPERIENCE: opening.experienceYears === undefined || opening.experienceYears <= 0 ? 0 : weights.EXPERIENCE,
})

export interface ScorePart {
  readonly part: PartId
  /** Whole points, 0 to `maximum`. */
  readonly contribution: number
  readonly maximum: number
  readonly reasons: readonly Reason[]
}

export interface Score {
  /** Exactly the sum of the contributions. */
  readonly score: number
  readonly parts: readonly ScorePart[]
  readonly missingFacts: readonly Fact[]
  /** Skills that nobody has confirmed. */
  readonly toVerify: readonly Reason[]
}

export const STAGE_SHARE: Readonly<Record<SelectionStage, number>> = {
  APPLIED: 0,
  CASUAL_MEETING: 0.1,
  DOCUMENT_SCREENING: 0.1,
  APTITUDE_TEST: 0.2,
  INTERVIEW_1: 0.4,
  INTERVIEW_2: 0.6,
  INTERVIEW_3: 0.7,
  FINAL_INTERVIEW: 0.9,
  REFERENCE_CHECK: 0.95,
  OFFER_MEETING: 1,
  OFFER: 1,
}

export const SIGNAL_SHARE: Readonly<Record<SignalKind, number>> = {
  OPEN_TO_OFFERS: 1,
  REGISTERED: 0.8,
  WORK_HISTORY_CHANGED: 0.6,
  ANSWERED: 0.6,
  PROFILE_UPDATED: 0.4,
}

export const FRESHNESS_HALF_LIFE_DAYS = 180
export const SIGNAL_HALF_LIFE_DAYS = 60

/** A share from 0 to 1, or undefined where the fact is unknown (worth nothing, and asked about). */
interface Share {
  readonly part: PartId
  readonly share: number | undefined
  readonly missing?: Fact
  readonly reasons: readonly Reason[]
}

/** The score of one candidate for one opening: parts that add up, each with its reasons. */
export function score(input: {
  readonly opening: Opening
  readonly candidate: Candidate
  readonly asOf: Date
  readonly weights?: Weights
}): Score {
  const { opening, candidate, asOf, weights = DEFAULT_WEIGHTS } = input
  const profile = skillProfile(candidate.skills)
  const required = fits(opening.requiredSkills, profile)
  const preferred = fits(opening.preferredSkills, profile)
  const shares: Share[] = [
    skillShare('REQUIRED_SKILLS', required, candidate),
    skillShare('PREFERRED_SKILLS', preferred, candidate),
    workShare(opening, candidate),
    experienceShare(opening, candidate),
    stageShare(candidate),
    evaluationShare(candidate),
    freshnessShare(candidate, asOf),
    signalShare(candidate, asOf),
  ]
  const most = weightsAsked(opening, weights)
  const parts = shares.map(({ part, share = 0, reasons }) => {
    const maximum = most[part]
    return { part, contribution: Math.round(maximum * share), maximum, reasons }
  })
  // What counts for nothing here is not asked about, unless the opening itself asks for it.
  const isAsked = (part: PartId) => weights[part] > 0 || part === 'EXPERIENCE'
  const missing = shares.flatMap(({ part, missing: fact }) => (fact === undefined || !isAsked(part) ? [] : [fact]))
  const missingFacts = [...new Set(missing)]
  const toVerify = required.filter(({ basis }) => basis !== 'HELD').map(skillReason)
  return { score: parts.reduce((sum, part) => sum + part.contribution, 0), parts, missingFacts, toVerify }
}

function fits(asked: Opening['requiredSkills'], profile: SkillProfile): SkillFit[] {
  return asked.map((skill) => skillFit(skill, profile))
}

function skillReason({ skill, basis, through }: SkillFit): Reason {
  return { code: `SKILL_${basis}`, values: { skill, ...(through === undefined ? {} : { through }) } }
}

function skillShare(part: PartId, asked: readonly SkillFit[], candidate: Candidate): Share {
  if (asked.length === 0) return { part, share: 0, reasons: [] }
  if (candidate.skills === undefined) return { part, share: undefined, missing: 'skills', reasons: [] }
  const share = asked.reduce((sum, { credit }) => sum + credit, 0) / asked.length
  return { part, share, reasons: asked.map(skillReason) }
}

/** How near the work that the person does, or did, is to the opening's, by its class. */
function workShare({ title }: Opening, { roles }: Candidate): Share {
  const part = 'WORK'
  if (title === undefined) return { part, share: 0, reasons: [] }
  if (roles === undefined) return { part, share: undefined, missing: 'roles', reasons: [] }
  const fit = workFit(title, roles)
  if (fit === undefined) return { part, share: 0, reasons: [] }
  return { part, share: fit.share, reasons: [{ code: `WORK_${fit.basis}`, values: { work: fit.work } }] }
}

function experienceShare({ experienceYears: asked }: Opening, { experienceYears: held }: Candidate): Share {
  const part = 'EXPERIENCE'
  if (asked === undefined || asked <= 0) return { part, share: 0, reasons: [] }
  if (held === undefined) return { part, share: undefined, missing: 'experienceYears', reasons: [] }
  // More years than asked earn nothing: they would stand in for age.
  return { part, share: Math.min(1, held / asked), reasons: [{ code: 'EXPERIENCE', values: { asked, held } }] }
}

function stageShare({ stageReached }: Candidate): Share {
  const part = 'STAGE_REACHED'
  if (stageReached === undefined) return { part, share: undefined, missing: 'stageReached', reasons: [] }
  const reasons = [{ code: 'STAGE_REACHED', values: { stage: stageReached } }]
  return { part, share: STAGE_SHARE[stageReached], reasons }
}

function evaluationShare({ evaluation }: Candidate): Share {
  const part = 'EVALUATION'
  if (evaluation === undefined) return { part, share: undefined, reasons: [] }
  const share = Math.min(1, Math.max(0, evaluation))
  return { part, share, reasons: [{ code: 'EVALUATION', values: { percent: Math.round(share * 100) } }] }
}

function freshnessShare({ updatedAt }: Candidate, asOf: Date): Share {
  const days = daysBetween(updatedAt, asOf)
  const reasons = [{ code: 'UPDATED', values: { days } }]
  return { part: 'FRESHNESS', share: 0.5 ** (days / FRESHNESS_HALF_LIFE_DAYS), reasons }
}

/** The strongest signal counts; many weak ones do not add up to a strong one. */
function signalShare({ signals }: Candidate, asOf: Date): Share {
  let best: Share = { part: 'SIGNALS', share: 0, reasons: [] }
  for (const { kind, observedAt } of signals) {
    const days = daysBetween(observedAt, asOf)
    const share = SIGNAL_SHARE[kind] * 0.5 ** (days / SIGNAL_HALF_LIFE_DAYS)
    if (share <= (best.share ?? 0)) continue
    const reason = { code: 'SIGNAL', values: { kind, days } }
    best = { part: 'SIGNALS', share, reasons: [reason] }
  }
  return best
}

/** Whole days between two days in UTC, so that an order holds for a day. */
function daysBetween(from: Date, until: Date): number {
  return Math.max(0, dayNumber(until) - dayNumber(from))
}

export const dayNumber = (moment: Date): number => Math.floor(moment.getTime() / 86_400_000)
