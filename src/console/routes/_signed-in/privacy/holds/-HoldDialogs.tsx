import { Modal } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import {
  liftLegalHold,
  listLegalHolds,
  placeLegalHold,
  type LegalHold,
} from '../../../../../contract/retention/retention.ts'
import { ConfirmDialog } from '../../../../../ui/feedback/ConfirmDialog.tsx'
import { Quiet } from '../../../../../ui/Entry.tsx'
import { TextAreaField } from '../../../../../ui/form/fields.tsx'
import { Form } from '../../../../../ui/form/Form.tsx'
import { useFields } from '../../../../../ui/form/use-fields.ts'
import { useText } from '../../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../../ui/feedback/toast.tsx'
import { refreshRuns } from '../../../../../program/retention/retention-queries.ts'
import { call, queries } from '../../../../api.ts'
import { PersonField } from '../requests/-PersonField.tsx'
import { words } from './-words.ts'

/** A hold counts at once, also on lists that wait to be carried out. */
const refresh = () => Promise.all([queries.invalidateQueries({ queryKey: [listLegalHolds.id] }), refreshRuns()])

/** Chooses a person and says why they must not be deleted. */
export function PlaceHold({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const text = useText(words)
  return (
    <Modal opened={opened} onClose={onClose} title={<strong>{text.place}</strong>} size="lg">
      <Place onDone={onClose} />
    </Modal>
  )
}

function Place({ onDone }: { onDone: () => void }) {
  const text = useText(words)
  const toast = useToast()
  const fields = useFields({
    initial: { id: crypto.randomUUID() as string, personId: null as string | null, reason: '' },
    schema: placeLegalHold.body,
    onSubmit: async (body: z.output<typeof placeLegalHold.body>) => {
      await call(placeLegalHold, { body })
      await refresh()
      toast.tell(text.placed)
      onDone()
    },
  })
  return (
    <Form fields={fields} submitLabel={text.place}>
      <Quiet>{text.placeText}</Quiet>
      <PersonField value={fields.values.personId} onChange={(personId) => fields.set('personId', personId)} />
      <TextAreaField {...fields.field('reason')} label={text.reason} help={text.reasonHelp} isRequired minRows={2} />
    </Form>
  )
}

/** Asks why a hold is lifted, and says what follows. */
export function LiftHold({ hold, onClose }: { hold: LegalHold | undefined; onClose: () => void }) {
  const text = useText(words)
  const toast = useToast()
  const [because, explain] = useState('')
  return (
    <ConfirmDialog
      opened={hold !== undefined}
      onClose={onClose}
      title={text.liftAsk(hold?.personName ?? text.nobody)}
      confirmLabel={text.lift}
      danger
      isFilledIn={because.trim() !== ''}
      consequences={[
        { kind: 'happens', text: text.liftRule },
        { kind: 'final', text: text.liftHappens },
      ]}
      onConfirm={async () => {
        if (!hold) return
        await call(liftLegalHold, { params: { id: hold.id }, body: { because } })
        await refresh()
        explain('')
        toast.tell(text.liftedToast)
      }}
    >
      <TextAreaField
        label={text.because}
        value={because}
        onChange={(event) => explain(event.currentTarget.value)}
        minRows={2}
        isRequired
      />
    </ConfirmDialog>
  )
}
