import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { z } from 'zod'
import {
  changeRetentionRule,
  clockStarts,
  RetentionTerms,
  type RetentionRule,
} from '../../contract/retention/retention.ts'
import { retentionWords } from '../../contract/retention/retention-words.ts'
import { Entry, Quiet } from '../../ui/Entry.tsx'
import { NumberField, PlainSelectField, SwitchField } from '../../ui/form/fields.tsx'
import { Form } from '../../ui/form/Form.tsx'
import { useFields } from '../../ui/form/use-fields.ts'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { useFormat, useLanguage, useText } from '../../ui/text/TextProvider.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'
import { call, queries } from '../api.ts'
import type { ProgramSession } from '../session.ts'
import styles from './retention.module.css'
import { rulesQuery } from './retention-queries.ts'
import { ruleWords } from './rule-words.ts'

type Given = {
  session: ProgramSession
  rule: RetentionRule
  /** Who the class is, and what the rule does to them. */
  help: ReactNode
  /** What the switch says, where it does more than permit. */
  switchLabel?: string
  /** Beside the button that saves: to look at what the months being entered would do. */
  beside?: (months: number) => ReactNode
}

/** The rule of one class, to be changed by itself. Members are counted from when they were last heard of, always. */
export function RuleEntry({ session, rule, help, switchLabel, beside }: Given) {
  const text = useText(ruleWords)
  const [language] = useLanguage()
  const names = retentionWords[language]
  const format = useFormat()
  const toast = useToast()
  const canChange = session.useCan()('consent:manage')
  const fields = useFields({
    initial: { months: rule.months as number | string, startsAt: rule.startsAt as string, isOn: rule.isOn },
    schema: RetentionTerms,
    onSubmit: async (terms: z.output<typeof RetentionTerms>) => {
      await call(changeRetentionRule, { params: { class: rule.class }, body: { ...terms, version: rule.version } })
      await queries.invalidateQueries({ queryKey: rulesQuery.queryKey })
      toast.tell(text.saved)
    },
  })
  return (
    <Entry
      title={names.classes[rule.class]}
      aside={<StatusBadge tone={rule.isOn ? 'good' : 'neutral'}>{rule.isOn ? text.on : text.off}</StatusBadge>}
      end={rule.changedAt === null ? text.byDefault : text.changedAt(format.dateTime(rule.changedAt))}
    >
      <Quiet>{help}</Quiet>
      <Form
        fields={fields}
        label={names.classes[rule.class]}
        actions={
          canChange ? (
            <>
              <Button type="submit" variant="default" size="sm" loading={fields.isSubmitting}>
                {text.save}
              </Button>
              {beside?.(Number(fields.values.months))}
            </>
          ) : null
        }
      >
        <div className={styles.terms}>
          <NumberField {...fields.field('months')} label={text.months} min={1} max={240} disabled={!canChange} />
          {rule.class !== 'MEMBER' && (
            <PlainSelectField
              {...fields.field('startsAt')}
              label={text.starts}
              disabled={!canChange}
              data={clockStarts.map((value) => ({ value, label: begun(names.starts[value]) }))}
            />
          )}
        </div>
        <SwitchField
          label={switchLabel ?? text.isOn}
          checked={fields.values.isOn}
          disabled={!canChange}
          onChange={(event) => fields.set('isOn', event.currentTarget.checked)}
        />
      </Form>
    </Entry>
  )
}

/** Words that elsewhere stand in the middle of a sentence. */
const begun = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
