import { Button, Select, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { impactWords } from '../../../../contract/impact/impact-words.ts'
import {
  jurisdictions,
  switchImpactAudit,
  type ImpactSwitch,
  type Jurisdiction,
} from '../../../../contract/impact/impact.ts'
import { ConfirmDialog } from '../../../../ui/feedback/ConfirmDialog.tsx'
import { Facts } from '../../../../ui/Facts.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useLanguage, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call } from '../../../api.ts'
import { refresh } from '../../../queries.ts'
import { useCan } from '../../../session.ts'
import { words } from './-words.ts'

type Audit = { isOn: boolean; switches: readonly ImpactSwitch[] }

/** Whether the audit runs and on what ground; beginning it asks for all three parts of the ground. */
export function Switching({ audit: { isOn, switches } }: { audit: Audit }) {
  const text = useText(words)
  const canDecide = useCan()('network:decide')
  const [opened, open] = useState(false)
  return (
    <Section
      title={text.state}
      actions={<StatusBadge tone={isOn ? 'good' : 'neutral'}>{isOn ? text.on : text.off}</StatusBadge>}
    >
      <p style={{ margin: '0 0 1rem' }}>{isOn ? text.onText : text.offText}</p>
      {switches[0]?.isOn && <Ground one={switches[0]} />}
      {canDecide && (
        <Button variant="default" {...(isOn && { c: 'beni' })} onClick={() => open(true)}>
          {isOn ? text.stop : text.begin}
        </Button>
      )}
      {isOn ? (
        <Ending opened={opened} close={() => open(false)} />
      ) : (
        <Beginning opened={opened} close={() => open(false)} />
      )}
    </Section>
  )
}

function Ground({ one: { jurisdiction, ground, reviewedBy, recordedAt } }: { one: ImpactSwitch }) {
  const text = useText(words)
  const format = useFormat()
  const names = impactWords[useLanguage()[0]].jurisdictions
  const facts = [
    [text.jurisdiction, jurisdiction && names[jurisdiction]],
    [text.ground, ground],
    [text.reviewedBy, reviewedBy],
    [text.history, format.date(recordedAt)],
  ] as const
  return <Facts facts={facts} layout="tiles" />
}

type Dialog = { opened: boolean; close: () => void }

function Beginning({ opened, close }: Dialog) {
  const text = useText(words)
  const toast = useToast()
  const names = impactWords[useLanguage()[0]].jurisdictions
  const [jurisdiction, place] = useState<Jurisdiction | null>(null)
  const [ground, say] = useState('')
  const [reviewedBy, name] = useState('')
  const begin = async () => {
    if (!jurisdiction) return
    await call(switchImpactAudit, { body: { isOn: true, jurisdiction, ground, reviewedBy } })
    await refresh()
    toast.tell(text.began)
  }
  return (
    <ConfirmDialog
      opened={opened}
      onClose={close}
      title={text.beginTitle}
      confirmLabel={text.begin}
      consequences={[
        { kind: 'happens', text: text.beginHappens },
        { kind: 'happens', text: text.beginRecorded },
      ]}
      isFilledIn={jurisdiction !== null && ground.trim().length >= 30 && reviewedBy.trim().length >= 3}
      onConfirm={begin}
    >
      <Select
        label={text.jurisdiction}
        data={jurisdictions.map((value) => ({ value, label: names[value] }))}
        value={jurisdiction}
        onChange={(value) => place(value)}
        required
      />
      <Textarea
        label={text.ground}
        description={text.groundHint}
        value={ground}
        onChange={({ currentTarget }) => say(currentTarget.value)}
        maxLength={2000}
        autosize
        minRows={3}
        required
      />
      <TextInput
        label={text.reviewedBy}
        value={reviewedBy}
        onChange={({ currentTarget }) => name(currentTarget.value)}
        maxLength={200}
        required
      />
    </ConfirmDialog>
  )
}

function Ending({ opened, close }: Dialog) {
  const text = useText(words)
  const toast = useToast()
  const end = async () => {
    await call(switchImpactAudit, { body: { isOn: false } })
    await refresh()
    toast.tell(text.stopped)
  }
  return (
    <ConfirmDialog
      opened={opened}
      onClose={close}
      title={text.stopTitle}
      confirmLabel={text.stop}
      danger
      typed={text.stopPhrase}
      consequences={[{ kind: 'happens', text: text.stopHappens }]}
      onConfirm={end}
    />
  )
}
