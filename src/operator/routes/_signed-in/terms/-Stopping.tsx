import { Button, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { stopNetwork } from '../../../../contract/network/network-companies.ts'
import { ConfirmDialog } from '../../../../ui/feedback/ConfirmDialog.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call } from '../../../api.ts'
import { companiesQuery, refresh } from '../../../queries.ts'
import { useCan } from '../../../session.ts'
import { termsWords } from '../../../terms-words.ts'

/** The switch for the day on which everything has to stop: asks for a reason and for a typed word. */
export function Stopping() {
  const text = useText(termsWords)
  const toast = useToast()
  const canDecide = useCan()('network:decide')
  const { data } = useQuery(companiesQuery)
  const [opened, open] = useState(false)
  const [reason, say] = useState('')
  if (data === undefined) return null
  const { isStopped, switchedBecause } = data
  const change = async () => {
    await call(stopNetwork, { body: { isStopped: !isStopped, reason } })
    await refresh()
    say('')
    toast.tell(isStopped ? text.wentOn : text.stopped)
  }
  return (
    <Section
      title={text.stop}
      actions={<StatusBadge tone={isStopped ? 'bad' : 'good'}>{isStopped ? text.isStopped : text.running}</StatusBadge>}
    >
      <p style={{ margin: '0 0 1rem' }}>{text.stopText}</p>
      {switchedBecause !== null && (
        <p style={{ margin: '0 0 1rem' }}>
          {isStopped ? text.stoppedBecause : text.wentOnBecause}: {switchedBecause}
        </p>
      )}
      {canDecide && (
        <Button variant="default" {...(!isStopped && { c: 'beni' })} onClick={() => open(true)}>
          {isStopped ? text.goOnButton : text.stopButton}
        </Button>
      )}
      <ConfirmDialog
        opened={opened}
        onClose={() => open(false)}
        title={isStopped ? text.goOnTitle : text.stopTitle}
        confirmLabel={isStopped ? text.goOnButton : text.stopButton}
        danger={!isStopped}
        isFilledIn={reason.trim() !== ''}
        {...(!isStopped && { typed: text.stopPhrase })}
        consequences={
          isStopped
            ? [{ kind: 'happens', text: text.goOnHappens }]
            : [
                { kind: 'happens', text: text.stopHappens },
                { kind: 'final', text: text.stopEnds },
                { kind: 'happens', text: text.stopKept },
                { kind: 'reversible', text: text.stopUndo },
              ]
        }
        onConfirm={change}
      >
        <TextInput
          label={text.stopReason}
          value={reason}
          onChange={({ currentTarget }) => say(currentTarget.value)}
          maxLength={300}
          required
        />
      </ConfirmDialog>
    </Section>
  )
}
