import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { z } from 'zod'
import {
  changeRetentionRule,
  clockStarts,
  RetentionTerms,
  type RetentionRule,
} from '../../../../../contract/retention.ts'
import { retentionWords } from '../../../../../contract/retention-words.ts'
import { Entries, Entry, Quiet } from '../../../../../ui/Entry.tsx'
import { NumberField, PlainSelectField, SwitchField } from '../../../../../ui/form/fields.tsx'
import { Form } from '../../../../../ui/form/Form.tsx'
import { useFields } from '../../../../../ui/form/use-fields.ts'
import { ErrorNotice } from '../../../../../ui/Notice.tsx'
import { StatusBadge } from '../../../../../ui/StatusBadge.tsx'
import { useFormat, useLanguage, useText } from '../../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../../ui/toast.tsx'
import { call, queries } from '../../../../api.ts'
import { useCan } from '../../../../session.ts'
import styles from '../-privacy.module.css'
import { rulesQuery } from './-queries.ts'
import { words } from './-words.ts'

/** The rule of each class, each changed by itself. */
export function Rules() {
  const { data, error } = useQuery(rulesQuery)
  if (error) return <ErrorNotice error={error} />
  return (
    <Entries isSideBySide>
      {data?.rules.map((rule) => (
        <Rule key={`${rule.class}-${rule.version}`} rule={rule} />
      ))}
    </Entries>
  )
}

function Rule({ rule }: { rule: RetentionRule }) {
  const text = useText(words)
  const [language] = useLanguage()
  const names = retentionWords[language]
  const format = useFormat()
  const toast = useToast()
  const canChange = useCan()('consent:manage')
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
      {rule.class !== 'MEMBER' && <Quiet>{text.classHelp[rule.class]}</Quiet>}
      <Form
        fields={fields}
        label={names.classes[rule.class]}
        {...(canChange
          ? {
              actions: (
                <Button type="submit" variant="default" size="sm" loading={fields.isSubmitting}>
                  {text.save}
                </Button>
              ),
            }
          : { actions: null })}
      >
        <div className={styles.terms}>
          <NumberField {...fields.field('months')} label={text.months} min={1} max={240} disabled={!canChange} />
          <PlainSelectField
            {...fields.field('startsAt')}
            label={text.starts}
            disabled={!canChange}
            data={clockStarts.map((value) => ({ value, label: names.starts[value] }))}
          />
        </div>
        <SwitchField
          label={text.isOn}
          checked={fields.values.isOn}
          disabled={!canChange}
          onChange={(event) => fields.set('isOn', event.currentTarget.checked)}
        />
      </Form>
    </Entry>
  )
}
