import { NativeSelect, Textarea } from '@mantine/core'
import { useState } from 'react'
import { gateReasons, GateReason } from '../../../../contract/introductions/gate-standing.ts'
import { refuseGate, type GatedRequest } from '../../../../contract/introductions/introduction-gate.ts'
import { ConfirmDialog } from '../../../../ui/feedback/ConfirmDialog.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call } from '../../../api.ts'
import { refresh } from '../../../queries.ts'
import { gateWords } from './-words.ts'

/** Refuses a request with a reason, and says what the company is told. */
export function RefuseRequest({ request, onClose }: { request: GatedRequest; onClose: () => void }) {
  const text = useText(gateWords)
  const toast = useToast()
  const [reason, choose] = useState<GateReason>('CONDITIONS_UNCLEAR')
  const [note, write] = useState('')
  const isMissing = reason === 'OTHER' && note.trim() === ''
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      danger
      title={text.refuseTitle}
      confirmLabel={text.refuse}
      isFilledIn={!isMissing}
      consequences={[
        { kind: 'happens', text: text.refuseHappens },
        { kind: 'final', text: text.refuseFinal },
      ]}
      onConfirm={async () => {
        await call(refuseGate, { params: { id: request.id }, body: { reason, note } })
        await refresh()
        toast.tell(text.refused)
      }}
    >
      <NativeSelect
        label={text.reason}
        value={reason}
        onChange={({ currentTarget }) => choose(GateReason.parse(currentTarget.value))}
        data={gateReasons.map((value) => ({ value, label: text.reasons[value] }))}
      />
      <Textarea
        mt="sm"
        label={text.note}
        description={text.noteHelp}
        error={isMissing ? text.noteNeeded : undefined}
        value={note}
        maxLength={500}
        autosize
        minRows={2}
        onChange={({ currentTarget }) => write(currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
