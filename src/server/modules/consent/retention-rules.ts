import {
  retentionClasses,
  type RetentionClass,
  type RetentionRule,
  type RetentionTerms,
} from '../../../contract/retention.ts'
import type { Work } from '../../kernel/work.ts'
import { record } from '../audit/index.ts'
import { ruleChanged } from './errors.ts'
import { defaultTerms, type Terms } from './retention-rule.ts'
import * as store from './store-retention-rules.ts'

/** The rule of each class: as set, or the default, which is off. */
export async function rules(work: Work): Promise<RetentionRule[]> {
  const kept = new Map((await store.listRules(work)).map((rule) => [rule.class, rule]))
  return retentionClasses.map((name) => {
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
  return Object.fromEntries(found) as Terms
}

/** Sets the rule of a class; refused when somebody else changed it since it was read (`consent.rule-changed`). */
export async function changeRule(
  work: Work,
  { class: name, version, ...changed }: RetentionTerms & { class: RetentionClass; version: number },
): Promise<RetentionRule> {
  const before = (await terms(work))[name]
  if (!(await store.putRule(work, { class: name, version, ...changed }))) throw ruleChanged({})
  await record(work, { action: 'consent.retention-rule-changed', detail: { class: name, before, after: changed } })
  return (await rules(work)).find((rule) => rule.class === name)!
}
