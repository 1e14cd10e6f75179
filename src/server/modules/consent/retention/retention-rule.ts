import type { KeptReason, RetentionClass, RetentionTerms } from '../../../../contract/retention/retention.ts'
import type { RetentionKnowledge } from '../../../kernel/module.ts'
import { addMonths } from '../../../kernel/months.ts'

/**
 * What is proposed while nobody has set a rule; all of them off. Two years let a rejected person be found again for the
 * openings of two more hiring seasons; a list of names without an application is kept for one; what a company must keep
 * of its employees (労働基準法 109条: five years, for the time being three, from when they leave) is in its personnel
 * files, and five years after the hire is what the selection itself may still be asked about. A placement business keeps
 * its register of job seekers for two years (職業安定法 32条の15 and its ordinance); a member not heard of for as long has no
 * use of being kept that they told anybody of (個人情報保護法 22条).
 */
export const defaultTerms: Record<RetentionClass, RetentionTerms> = {
  APPLICANT: { months: 24, startsAt: 'LAST_HEARD', isOn: false },
  EVENT_ATTENDEE: { months: 12, startsAt: 'LAST_HEARD', isOn: false },
  REJECTED: { months: 24, startsAt: 'END', isOn: false },
  WITHDRAWN: { months: 24, startsAt: 'END', isOn: false },
  HIRED: { months: 60, startsAt: 'END', isOn: false },
  MEMBER: { months: 24, startsAt: 'LAST_HEARD', isOn: false },
}

export type Terms = Record<RetentionClass, RetentionTerms>

/**
 * What a list is made by: the rules of the classes, so many days after a question that was not answered, or the rule for
 * members, who are asked before they are deleted.
 */
export type Measure =
  | { kind: 'RULES'; terms: Terms }
  | { kind: 'UNKNOWN_BASIS'; graceDays: number }
  | { kind: 'MEMBERS'; rule: RetentionTerms; now: Date }

export type Verdict = {
  class: RetentionClass
  /** What is done where nothing keeps them. */
  step: 'ASK' | 'DELETE'
  since: Date
  pastAt: Date
  /** Why they are kept though their time is over; empty when nothing keeps them. */
  reasons: KeptReason[]
  /** When the last of the reasons ends by itself; null when one does not. */
  keptUntil: Date | null
}

const latest = (dates: readonly Date[]): Date => new Date(Math.max(...dates.map((date) => date.getTime())))

type Standing = Extract<RetentionKnowledge, { kind: 'STANDING' }>

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
export function judge(facts: readonly RetentionKnowledge[], measure: Measure): Verdict | undefined {
  switch (measure.kind) {
    case 'RULES':
      return byRule(facts, measure.terms)
    case 'UNKNOWN_BASIS':
      return byQuestion(facts, measure.graceDays)
    case 'MEMBERS':
      return ofMember(facts, measure)
  }
}

/** What keeps somebody at this moment: a reason, or that their time is not over. */
export const keptBy = (verdict: Verdict | undefined, now: Date): readonly KeptReason[] =>
  verdict === undefined || verdict.pastAt > now ? ['NOT_DUE', ...(verdict?.reasons ?? [])] : verdict.reasons

const dayMs = 86_400_000

/** Nothing for who was not asked, or has answered: their basis is known then. */
function byQuestion(facts: readonly RetentionKnowledge[], graceDays: number): Verdict | undefined {
  const asked = facts.filter((fact) => fact.kind === 'UNANSWERED')
  if (asked.length === 0) return undefined
  const since = latest(asked.map(({ at }) => at))
  const keeping = facts.filter((fact) => fact.kind === 'KEEPS')
  return {
    class: classOf(facts.filter((fact) => fact.kind === 'STANDING')),
    step: 'DELETE',
    since,
    pastAt: new Date(since.getTime() + graceDays * dayMs),
    reasons: [...new Set(keeping.map(({ reason }) => reason))].toSorted(),
    keptUntil: endOf(keeping),
  }
}

type Keeping = Extract<RetentionKnowledge, { kind: 'KEEPS' }>

/** When the last of these ends by itself; null when one does not. */
const endOf = (keeping: readonly Keeping[]): Date | null =>
  keeping.length === 0 || keeping.some(({ until }) => until === null)
    ? null
    : latest(keeping.flatMap(({ until }) => until ?? []))

function byRule(facts: readonly RetentionKnowledge[], terms: Partial<Terms>): Verdict | undefined {
  const standings = facts.filter((fact) => fact.kind === 'STANDING')
  const heard = facts.filter((fact) => fact.kind === 'HEARD')
  const ofClass = classOf(standings)
  const { months, startsAt, isOn } = terms[ofClass] ?? defaultTerms[ofClass]
  const counted = startsAt === 'END' && standings.length > 0 ? standings : [...standings, ...heard]
  if (counted.length === 0) return undefined
  const since = latest(counted.map(({ at }) => at))
  const keeping = facts.filter((fact) => fact.kind === 'KEEPS')
  const reasons = [...new Set([...keeping.map(({ reason }) => reason), ...(isOn ? [] : (['RULE_OFF'] as const))])]
  return {
    class: ofClass,
    step: 'DELETE',
    since,
    pastAt: addMonths(since, months),
    reasons: reasons.toSorted(),
    keptUntil: isOn ? endOf(keeping) : null,
  }
}

/** So much longer stays whom the question cannot reach; the portal tells them the day all the same. */
const unreachableMonths = 12

/** Somebody past their time is asked first, and deleted once the time to answer is over; who left is not asked. */
function ofMember(
  facts: readonly RetentionKnowledge[],
  { rule, now }: Pick<Extract<Measure, { kind: 'MEMBERS' }>, 'rule' | 'now'>,
): Verdict | undefined {
  const terms = { MEMBER: rule }
  const past = byRule(facts, terms)
  if (!past) return undefined
  const { step, waits } = questionOf(facts, past)
  const isWaiting = waits !== null && (waits.until === null || waits.until > now)
  return { ...past, ...(isWaiting && byRule([...facts, waits], terms)), step }
}

function questionOf(
  facts: readonly RetentionKnowledge[],
  { since, pastAt }: Pick<Verdict, 'since' | 'pastAt'>,
): { step: Verdict['step']; waits: Keeping | null } {
  const waits = (reason: KeptReason, until: Date): Keeping => ({ kind: 'KEEPS', reason, until })
  const asked = facts.find((fact) => fact.kind === 'UNANSWERED' && fact.at >= since)
  if (asked?.kind === 'UNANSWERED')
    return { step: 'DELETE', waits: asked.answerBy ? waits('ANSWER_AWAITED', asked.answerBy) : null }
  const askable = facts.find((fact) => fact.kind === 'ASKABLE')
  if (askable?.kind !== 'ASKABLE') return { step: 'DELETE', waits: null }
  if (askable.from === null)
    return { step: 'DELETE', waits: waits('UNREACHABLE', addMonths(pastAt, unreachableMonths)) }
  return { step: 'ASK', waits: waits('CONTACTS_SPENT', askable.from) }
}
