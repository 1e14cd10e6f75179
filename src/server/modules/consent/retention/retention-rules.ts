import {
  retentionClasses,
  type RetentionClass,
  type RetentionRule,
  type RetentionTerms,
} from '../../../../contract/retention/retention.ts'
import type { Work } from '../../../kernel/work.ts'
import { record } from '../../audit/index.ts'
import { company } from '../../accounts/index.ts'
import { onlyOperator, ruleChanged } from '../errors.ts'
import { defaultTerms, type Terms } from './retention-rule.ts'
import * as store from './store-retention-rules.ts'

const isOperator = async (work: Work): Promise<boolean> => (await company(work)).kind === 'OPERATOR'

/** Members belong to the relay, so that their retention is its operator's alone (`consent.only-operator`). */
export async function requireOperator(work: Work): Promise<void> {
  if (!(await isOperator(work))) throw onlyOperator({})
}

/** The rule of each class: as set, or the default, which is off. The one for members is the operator's. */
export async function rules(work: Work): Promise<RetentionRule[]> {
  const kept = new Map((await store.listRules(work)).map((rule) => [rule.class, rule]))
  const classes = (await isOperator(work)) ? (['MEMBER', ...retentionClasses] as const) : retentionClasses
  return classes.map((name) => {
    const rule = kept.get(name)
    return {
      class: name,
      ...(rule ? termsOf(rule) : defaultTerms[name]),
      version: rule?.version ?? 0,
      changedBy: rule?.changedBy ?? null,
      changedAt: rule?.changedAt.toISOString() ?? null,
    }
  })
}

const termsOf = ({ months, startsAt, isOn }: RetentionTerms): RetentionTerms => ({ months, startsAt, isOn })

/** The terms in force for each class. */
export async function terms(work: Work): Promise<Terms> {
  const found = (await rules(work)).map((rule) => [rule.class, termsOf(rule)] as const)
  return { ...defaultTerms, ...Object.fromEntries(found) }
}

/**
 * Sets the rule of a class; refused when somebody else changed it since it was read (`consent.rule-changed`). Members are
 * counted from when they were last heard of, whatever is asked for.
 */
export async function changeRule(
  work: Work,
  { class: name, version, ...changed }: RetentionTerms & { class: RetentionClass; version: number },
): Promise<RetentionRule> {
  if (name === 'MEMBER') await requireOperator(work)
  const after: RetentionTerms = { ...changed, ...(name === 'MEMBER' && { startsAt: 'LAST_HEARD' }) }
  const before = (await terms(work))[name]
  if (!(await store.putRule(work, { class: name, version, ...after }))) throw ruleChanged({})
  await record(work, { action: 'consent.retention-rule-changed', detail: { class: name, before, after } })
  return (await rules(work)).find((rule) => rule.class === name)!
}
