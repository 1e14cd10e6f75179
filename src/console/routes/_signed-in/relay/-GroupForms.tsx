import { NumberInput, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { declareSubsidiary, sendSlots, type CreditGroupLink } from '../../../../contract/credits/credit-group.ts'
import { ConfirmDialog } from '../../../../ui/feedback/ConfirmDialog.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { nameOf, refreshGroup } from './-GroupDialogs.tsx'
import { groupWords } from './-group-words.ts'

export function DeclareDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const text = useText(groupWords)
  const toast = useToast()
  const [number, enter] = useState('')
  const isWhole = /^\d{13}$/.test(number.trim())
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={text.declareTitle}
      confirmLabel={text.declare}
      isFilledIn={isWhole}
      consequences={[
        { kind: 'happens', text: text.declareHappens },
        { kind: 'reversible', text: text.declareUndo },
      ]}
      onConfirm={async () => {
        await call(declareSubsidiary, { body: { id: crypto.randomUUID(), corporateNumber: number.trim() } })
        await refreshGroup()
        enter('')
        toast.tell(text.declared)
      }}
    >
      <TextInput
        label={text.number}
        description={text.numberHelp}
        inputMode="numeric"
        maxLength={13}
        value={number}
        error={number.length > 0 && /\D/.test(number) && text.numberWrong}
        onChange={({ currentTarget }) => enter(currentTarget.value)}
      />
    </ConfirmDialog>
  )
}

export function SendDialog({ link, onClose }: { link: CreditGroupLink | undefined; onClose: () => void }) {
  return <>{link && <Sending key={link.id} link={link} onClose={onClose} />}</>
}

function Sending({ link, onClose }: { link: CreditGroupLink; onClose: () => void }) {
  const text = useText(groupWords)
  const toast = useToast()
  const [id] = useState<string>(() => crypto.randomUUID())
  const [slots, choose] = useState<number | string>(1)
  const [reason, say] = useState('')
  const isWhole = typeof slots === 'number' && Number.isInteger(slots) && slots >= 1 && slots <= 50
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={text.sendTitle(nameOf(link))}
      confirmLabel={text.send}
      isFilledIn={isWhole && reason.trim() !== ''}
      consequences={[
        { kind: 'happens', text: text.sendHappens(isWhole ? slots : 0) },
        { kind: 'reversible', text: text.sendBack },
        { kind: 'final', text: text.sendFinal },
      ]}
      onConfirm={async () => {
        await call(sendSlots, { params: { id: link.id }, body: { id, slots: Number(slots), reason } })
        await queries.invalidateQueries({ refetchType: 'active' })
        toast.tell(text.sent)
      }}
    >
      <NumberInput
        label={text.slots}
        min={1}
        max={50}
        value={slots}
        error={!isWhole && text.slotsWrong}
        onChange={choose}
        maw={160}
      />
      <Textarea
        label={text.reason}
        description={text.reasonHelp}
        autosize
        minRows={2}
        maxLength={300}
        required
        value={reason}
        onChange={({ currentTarget }) => say(currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
