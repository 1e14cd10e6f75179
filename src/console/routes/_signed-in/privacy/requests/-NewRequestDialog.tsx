import { Modal } from '@mantine/core'
import type { z } from 'zod'
import { listDataRequests, openDataRequest } from '../../../../../contract/requests/data-requests.ts'
import { disclosureForms, formWords, isDisclosure } from '../../../../../contract/requests/disclosure-forms.ts'
import { requestKinds } from '../../../../../contract/requests/request-grounds.ts'
import { PlainSelectField, TextAreaField } from '../../../../../ui/form/fields.tsx'
import { FieldRow, Form } from '../../../../../ui/form/Form.tsx'
import { useFields } from '../../../../../ui/form/use-fields.ts'
import { useLanguage, useText } from '../../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../../api.ts'
import { useCan } from '../../../../session.ts'
import { PersonField } from './-PersonField.tsx'
import { words } from './-words.ts'

export type NewRequestDialogProps = { opened: boolean; onClose: () => void }

/** Enters a request that came by telephone, mail or letter, and starts its clock. */
export function NewRequestDialog({ opened, onClose }: NewRequestDialogProps) {
  const text = useText(words)
  return (
    <Modal opened={opened} onClose={onClose} title={<strong>{text.enter}</strong>} size="lg">
      <NewRequest onDone={onClose} />
    </Modal>
  )
}

const vias = ['PHONE', 'MAIL', 'PAPER'] as const

function NewRequest({ onDone }: { onDone: () => void }) {
  const text = useText(words)
  const toast = useToast()
  const [language] = useLanguage()
  const canSeePeople = useCan()('people:read')
  const fields = useFields({
    initial: {
      id: crypto.randomUUID() as string,
      kind: 'DISCLOSURE' as string,
      via: 'PHONE' as string,
      personId: null as string | null,
      said: '',
      wish: '' as string,
    },
    schema: openDataRequest.body,
    prepare: ({ personId, wish, ...values }) => ({
      ...values,
      ...(personId && { personId }),
      ...(wish !== '' && isDisclosure(values.kind) && { wish }),
    }),
    onSubmit: async (body: z.output<typeof openDataRequest.body>) => {
      await call(openDataRequest, { body })
      await queries.invalidateQueries({ queryKey: [listDataRequests.id] })
      toast.tell(text.entered)
      onDone()
    },
  })
  return (
    <Form fields={fields} submitLabel={text.enter}>
      <FieldRow>
        <PlainSelectField
          {...fields.field('kind')}
          label={text.kind}
          data={requestKinds.map((value) => ({ value, label: text.kinds[value] }))}
        />
        <PlainSelectField
          {...fields.field('via')}
          label={text.via}
          data={vias.map((value) => ({ value, label: text.vias[value] }))}
        />
      </FieldRow>
      {canSeePeople && (
        <PersonField value={fields.values.personId} onChange={(personId) => fields.set('personId', personId)} />
      )}
      {isDisclosure(fields.values.kind) && (
        <PlainSelectField
          {...fields.field('wish')}
          label={text.wish}
          data={[
            { value: '', label: text.noWish },
            ...disclosureForms.map((value) => ({ value, label: formWords[language][value] })),
          ]}
        />
      )}
      <TextAreaField {...fields.field('said')} label={text.said} help={text.saidHelp} isRequired autosize minRows={3} />
    </Form>
  )
}
