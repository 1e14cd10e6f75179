import type { z } from 'zod'
import { legalBases, mailPermissions, recordBasis } from '../../../../contract/consent.ts'
import { readRelaySettings } from '../../../../contract/relay.ts'
import { PlainSelectField, TextAreaField } from '../../../../ui/form/fields.tsx'
import { FieldRow, Form } from '../../../../ui/form/Form.tsx'
import { useFields } from '../../../../ui/form/use-fields.ts'
import { Section } from '../../../../ui/PageHeader.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/toast.tsx'
import { call, queries } from '../../../api.ts'
import styles from './-letters.module.css'
import { words } from './-settings-words.ts'

/** The form without which no letter goes: for what purpose and on what ground. */
export function Basis() {
  const text = useText(words)
  const toast = useToast()
  const fields = useFields({
    initial: {
      purpose: '',
      legalBasis: 'PUBLISHED_PURPOSE' as string,
      mailPermission: 'ADDRESS_GIVEN' as string,
      explanation: '',
    },
    schema: recordBasis.body,
    prepare: (values) => ({ ...values, id: crypto.randomUUID(), kind: 'LETTER' }),
    onSubmit: async (body: z.output<typeof recordBasis.body>) => {
      await call(recordBasis, { body })
      await queries.invalidateQueries({ queryKey: [readRelaySettings.id] })
      toast.tell(text.recorded)
    },
  })
  return (
    <Form fields={fields} submitLabel={text.record}>
      <Section title={text.basis} note={text.basisNote}>
        <div className={styles.stack}>
          <TextAreaField
            {...fields.field('purpose')}
            label={text.purpose}
            help={text.purposeHelp}
            isRequired
            autosize
            minRows={2}
          />
          <FieldRow>
            <PlainSelectField
              {...fields.field('legalBasis')}
              label={text.legalBasis}
              data={legalBases.map((value) => ({ value, label: text.legalBases[value] }))}
            />
            <PlainSelectField
              {...fields.field('mailPermission')}
              label={text.mailPermission}
              data={mailPermissions.map((value) => ({ value, label: text.mailPermissions[value] }))}
            />
          </FieldRow>
          <TextAreaField
            {...fields.field('explanation')}
            label={text.explanation}
            help={text.explanationHelp}
            isRequired
            autosize
            minRows={2}
          />
        </div>
      </Section>
    </Form>
  )
}
