export { SELECTION_STAGES } from './candidate.ts'
export { AGE_GROUNDS, ageExceptionRefusal } from './age-exception.ts'
export type { AgeExceptionRefusal } from './age-exception.ts'
export type {
  Candidate,
  Fact,
  HeldRole,
  HeldSkill,
  SelectionStage,
  Signal,
  SignalKind,
  SkillLevel,
} from './candidate.ts'
export { eligibility } from './eligibility.ts'
export type { AgeOf, Eligibility } from './eligibility.ts'
export { matchCandidate, matchOpening } from './match.ts'
export type { Exclusion, Match, MatchOptions, NearMiss, OpeningMatches } from './match.ts'
export { ndcg } from './ndcg.ts'
export type { AgeException, AgeGround, AskedLanguage, AskedSkill, LanguageLevel, Opening } from './opening.ts'
export { describeReason } from './reason-text.ts'
export { DEFAULT_WEIGHTS, RANKING_RULES, score } from './score.ts'
export type { PartId, Score, ScorePart, Weights } from './score.ts'
export { canonicalSkill, SKILL_GROUPS, skillCategory, skillName } from './codes/skills.ts'
export type { SkillGroup } from './codes/skills.ts'
export type { ConditionId, Reason } from './verdict.ts'
export { workName, workOf } from './codes/work.ts'
export { emptyPool, poolBytes, poolSize } from './pool/pool.ts'
export type { Facets, Pool, Pooled } from './pool/pool.ts'
export { put, remove } from './pool/put.ts'
export { facetCounts, fittingOf, surveyOf } from './pool/survey.ts'
export type { NearMissCount, PoolSurvey } from './pool/survey.ts'
export { isUntidy, tidied } from './pool/tidy.ts'
export { topOf } from './pool/top.ts'
export type { PoolHit, PoolQuestion } from './pool/top.ts'
