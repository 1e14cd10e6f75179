import { z } from 'zod'
import {
  ContactBudgetRule,
  KAnonymityRule,
  defaultRules,
  type changeRules,
  type CompanyRule,
  type CompanyRules,
} from '../../../../contract/rules.ts'
import { NumberField } from '../../../../ui/form/fields.tsx'
import { FieldRow } from '../../../../ui/form/Form.tsx'
import { useFields } from '../../../../ui/form/use-fields.ts'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { RuleSection } from './-RuleSection.tsx'
import { words } from './-rules-words.ts'
import styles from './-settings.module.css'

export type RuleProps = {
  rules: CompanyRules
  keep: (change: z.input<(typeof changeRules)['body']>) => Promise<void>
  canChange: boolean
}

/** Goes back to the default of one rule; nothing to do where it is in force. */
export function resetOf(rule: CompanyRule, { rules, keep }: Pick<RuleProps, 'rules' | 'keep'>) {
  const isDefault = JSON.stringify(rules[rule]) === JSON.stringify(defaultRules[rule])
  return isDefault ? undefined : () => void keep({ [rule]: null })
}

/** How often the company may write to one person by its own wish. */
export function BudgetRule({ rules, keep, canChange }: RuleProps) {
  const text = useText(words)
  const fields = useFields({
    initial: rules.contactBudget as Record<'contacts' | 'days', number | string>,
    schema: ContactBudgetRule,
    onSubmit: (contactBudget: CompanyRules['contactBudget']) => keep({ contactBudget }),
  })
  return (
    <RuleSection
      title={text.budget}
      note={text.budgetNote}
      fields={fields}
      canChange={canChange}
      byDefault={text.budgetDefault}
      onReset={resetOf('contactBudget', { rules, keep })}
    >
      <p className={styles.help}>{text.budgetHelp}</p>
      <FieldRow>
        <NumberField {...fields.field('contacts')} label={text.contacts} min={0} max={50} disabled={!canChange} />
        <NumberField {...fields.field('days')} label={text.period} min={1} max={366} disabled={!canChange} />
      </FieldRow>
    </RuleSection>
  )
}

const schema = z.object({ kAnonymity: KAnonymityRule })

/** The least people a figure may stand for. */
export function LeastPeopleRule({ rules, keep, canChange }: RuleProps) {
  const text = useText(words)
  const fields = useFields({
    initial: { kAnonymity: rules.kAnonymity as number | string },
    schema,
    onSubmit: (change: z.output<typeof schema>) => keep(change),
  })
  return (
    <RuleSection
      title={text.least}
      note=""
      fields={fields}
      canChange={canChange}
      byDefault={text.leastDefault}
      onReset={resetOf('kAnonymity', { rules, keep })}
    >
      <NumberField
        {...fields.field('kAnonymity')}
        label={text.leastLabel}
        help={text.leastHelp}
        min={5}
        max={100}
        disabled={!canChange}
      />
    </RuleSection>
  )
}
