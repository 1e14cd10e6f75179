import { Button } from '@mantine/core'
import type { z } from 'zod'
import { ageExceptions, recordAgeException, type Company } from '../../../../contract/accounts/accounts.ts'
import { InlineNotice } from '../../../../ui/feedback/Notice.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { ChoiceField } from '../../../../ui/form/fields.tsx'
import { Form } from '../../../../ui/form/Form.tsx'
import { useFields } from '../../../../ui/form/use-fields.ts'
import { Section } from '../../../../ui/PageHeader.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { useCan } from '../../../session.ts'
import { keep } from './-company-query.ts'
import { words } from './-company-words.ts'

/** On which ground the company may ask for an age, as it is recorded. */
export function AgeException({ company: read }: { company: Company }) {
  const text = useText(words)
  const format = useFormat()
  const toast = useToast()
  const canChange = useCan()('company:manage')
  const fields = useFields({
    initial: { kind: read.ageException?.kind ?? ('NONE' as string) },
    prepare: ({ kind }) => ({ kind: kind === 'NONE' ? null : kind }),
    schema: recordAgeException.body,
    onSubmit: async (body: z.output<typeof recordAgeException.body>) => {
      await keep(await call(recordAgeException, { body }))
      toast.tell(text.saved)
    },
  })
  const recorded = read.ageException
  return (
    <Section title={text.age}>
      <Form
        fields={fields}
        actions={
          canChange && (
            <Button type="submit" variant="default" loading={fields.isSubmitting}>
              {text.record}
            </Button>
          )
        }
      >
        <InlineNotice tone="wait">{text.ageText}</InlineNotice>
        {recorded && <p>{text.recorded(recorded.recordedBy, format.dateTime(recorded.recordedAt))}</p>}
        <ChoiceField
          {...fields.field('kind')}
          label={text.ageLabel}
          choices={(['NONE', ...ageExceptions] as const).map((value) => ({
            value,
            label: text.ageKinds[value],
            isDisabled: !canChange,
          }))}
        />
      </Form>
    </Section>
  )
}
