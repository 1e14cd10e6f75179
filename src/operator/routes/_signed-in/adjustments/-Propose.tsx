import { NumberInput, SegmentedControl, Select, Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { proposeAdjustment } from '../../../../contract/credits/credit-adjustments.ts'
import { ConfirmDialog } from '../../../../ui/feedback/ConfirmDialog.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { adjustmentWords } from '../../../adjustment-words.ts'
import { call } from '../../../api.ts'
import { companiesQuery, refresh } from '../../../queries.ts'

type Opened = { opened: boolean; onClose: () => void }

/** Proposes to give or take slots or referrals: what, to whom and why. */
export function Propose({ opened, onClose }: Opened) {
  return opened ? <Proposing onClose={onClose} /> : null
}

function Proposing({ onClose }: Pick<Opened, 'onClose'>) {
  const text = useText(adjustmentWords)
  const toast = useToast()
  const { data } = useQuery(companiesQuery)
  const [id] = useState<string>(() => crypto.randomUUID())
  const [employerId, chooseCompany] = useState<string | null>(null)
  const [unit, chooseUnit] = useState<'slots' | 'referrals'>('slots')
  const [kind, chooseKind] = useState<'give' | 'take'>('give')
  const [size, enter] = useState<number | string>(1)
  const [reason, say] = useState('')
  const isWhole = typeof size === 'number' && Number.isInteger(size) && size >= 1 && size <= 100
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={text.proposeTitle}
      confirmLabel={text.propose}
      isFilledIn={employerId !== null && isWhole && reason.trim().length >= 5}
      consequences={[
        { kind: 'happens', text: text.proposeHappens },
        { kind: 'reversible', text: text.proposeExpires },
      ]}
      onConfirm={async () => {
        const amount = kind === 'give' ? Number(size) : 0 - Number(size)
        await call(proposeAdjustment, { body: { id, employerId: employerId ?? '', unit, amount, reason } })
        await refresh()
        toast.tell(text.proposed)
      }}
    >
      <Select
        label={text.company}
        searchable
        value={employerId}
        onChange={chooseCompany}
        data={data?.companies.map((company) => ({ value: company.id, label: company.name })) ?? []}
      />
      <SegmentedControl
        mt="sm"
        aria-label={text.unit}
        value={unit}
        onChange={(value) => chooseUnit(value as typeof unit)}
        data={(['slots', 'referrals'] as const).map((value) => ({ value, label: text.units[value] }))}
      />
      <SegmentedControl
        mt="sm"
        ml="sm"
        aria-label={text.kind}
        value={kind}
        onChange={(value) => chooseKind(value as typeof kind)}
        data={(['give', 'take'] as const).map((value) => ({ value, label: text.kinds[value] }))}
      />
      <NumberInput
        mt="sm"
        maw={160}
        label={text.amount}
        description={text.amountHelp}
        min={1}
        max={100}
        value={size}
        onChange={enter}
      />
      <Textarea
        mt="sm"
        label={text.reason}
        description={text.reasonHelp}
        autosize
        minRows={2}
        maxLength={300}
        value={reason}
        onChange={({ currentTarget }) => say(currentTarget.value)}
      />
    </ConfirmDialog>
  )
}
