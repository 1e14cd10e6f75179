import type { z } from 'zod'
import { recordBasis } from '../../../../contract/consent/consent.ts'
import { readRelaySettings } from '../../../../contract/relay/relay.ts'
import { Form } from '../../../../ui/form/Form.tsx'
import { useFields } from '../../../../ui/form/use-fields.ts'
import { Section } from '../../../../ui/PageHeader.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { BasisFields, emptyBasis } from '../../../BasisFields.tsx'
import styles from './-letters.module.css'
import { words } from './-settings-words.ts'

/** The form without which no letter goes: for what purpose and on what ground. */
export function Basis() {
  const text = useText(words)
  const toast = useToast()
  const fields = useFields({
    initial: emptyBasis,
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
          <BasisFields field={fields.field} words={text} purposeRows={2} />
        </div>
      </Section>
    </Form>
  )
}
