import type { KeptReason, RetentionClass, RetentionTerms } from '../../../contract/retention.ts'
import type { RetentionFact } from '../../kernel/module.ts'
import { addMonths } from '../../kernel/months.ts'

/**
 * What is proposed while nobody has set a rule; all of them off. Two years let a rejected person be found again for the
 * openings of two more hiring seasons; a list of names without an application is kept for one; what a company must keep
 * of its employees (労働基準法 109条: five years, for the time being three, from when they leave) is in its personnel
 * files, and five years after the hire is what the selection itself may still be asked about.
 */
export const defaultTerms: Record<RetentionClass, RetentionTerms> = {
  APPLICANT: { months: 24, startsAt: 'LAST_HEARD', isOn: false },
  EVENT_ATTENDEE: { months: 12, startsAt: 'LAST_HEARD', isOn: false },
  REJECTED: { months: 24, startsAt: 'END', isOn: false },
  WITHDRAWN: { months: 24, startsAt: 'END', isOn: false },
  HIRED: { months: 60, startsAt: 'END', isOn: false },
}

export type Terms = Record<RetentionClass, RetentionTerms>

/** What a list is made by: the rules of the classes, or so many days after a question that was not answered. */
export type Measure = { kind: 'RULES'; terms: Terms } | { kind: 'UNKNOWN_BASIS'; graceDays: number }

export type Verdict = {
  class: RetentionClass
  since: Date
  pastAt: Date
  /** Why they are kept though their time is over; empty when nothing keeps them. */
  reasons: KeptReason[]
  /** When the last of the reasons ends by itself; null when one does not. */
  keptUntil: Date | null
}

const latest = (dates: readonly Date[]): Date => new Date(Math.max(...dates.map((date) => date.getTime())))

type Standing = Extract<RetentionFact, { kind: 'STANDING' }>

/** Whoever was hired is of that class for good; otherwise the last thing that happened decides. */
function classOf(standings: readonly Standing[]): RetentionClass {
  if (standings.some((one) => one.class === 'HIRED')) return 'HIRED'
  const last = standings.toSorted((one, other) => other.at.getTime() - one.at.getTime())[0]
  return last?.class ?? 'EVENT_ATTENDEE'
}

/**
 * Of which class a person is, when their time is over by the terms, and what keeps them all the same. Nothing for
 * somebody of whom no module says when they were heard of: nobody is deleted on a guess.
 */
export function judge(facts: readonly RetentionFact[], measure: Measure): Verdict | undefined {
  return measure.kind === 'RULES' ? byRule(facts, measure.terms) : byQuestion(facts, measure.graceDays)
}

const dayMs = 86_400_000

/** Nothing for who was not asked, or has answered: their basis is known then. */
function byQuestion(facts: readonly RetentionFact[], graceDays: number): Verdict | undefined {
  const asked = facts.filter((fact) => fact.kind === 'UNANSWERED')
  if (asked.length === 0) return undefined
  const since = latest(asked.map(({ at }) => at))
  const keeping = facts.filter((fact) => fact.kind === 'KEEPS')
  return {
    class: classOf(facts.filter((fact) => fact.kind === 'STANDING')),
    since,
    pastAt: new Date(since.getTime() + graceDays * dayMs),
    reasons: [...new Set(keeping.map(({ reason }) => reason))].toSorted(),
    keptUntil: endOf(keeping),
  }
}

type Keeping = Extract<RetentionFact, { kind: 'KEEPS' }>

/** When the last of these ends by itself; null when one does not. */
const endOf = (keeping: readonly Keeping[]): Date | null =>
  keeping.length === 0 || keeping.some(({ until }) => until === null)
    ? null
    : latest(keeping.flatMap(({ until }) => until ?? []))

function byRule(facts: readonly RetentionFact[], terms: Terms): Verdict | undefined {
  const standings = facts.filter((fact) => fact.kind === 'STANDING')
  const heard = facts.filter((fact) => fact.kind === 'HEARD')
  const ofClass = classOf(standings)
  const { months, startsAt, isOn } = terms[ofClass]
  const counted = startsAt === 'END' && standings.length > 0 ? standings : [...standings, ...heard]
  if (counted.length === 0) return undefined
  const since = latest(counted.map(({ at }) => at))
  const keeping = facts.filter((fact) => fact.kind === 'KEEPS')
  const reasons = [...new Set([...keeping.map(({ reason }) => reason), ...(isOn ? [] : (['RULE_OFF'] as const))])]
  return {
    class: ofClass,
    since,
    pastAt: addMonths(since, months),
    reasons: reasons.toSorted(),
    keptUntil: isOn ? endOf(keeping) : null,
  }
}
