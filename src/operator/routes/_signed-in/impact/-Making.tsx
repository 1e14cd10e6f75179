import { Button, Checkbox, Group, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { makeImpactReport } from '../../../../contract/impact/impact.ts'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call } from '../../../api.ts'
import { refresh } from '../../../queries.ts'
import { words } from './-words.ts'

/** Counts a period that is over; where it cannot be counted, the reason stands in the place. */
export function Making({ nextFrom, lastUntil }: { nextFrom: string | null; lastUntil: string }) {
  const text = useText(words)
  const format = useFormat()
  const toast = useToast()
  const navigate = useNavigate()
  const [from, begin] = useState(nextFrom ?? '')
  const [until, end] = useState(lastUntil)
  const [excludesBelowTwoPercent, exclude] = useState(false)
  const [reason, say] = useState('')
  const [error, fail] = useState<unknown>(null)
  const [isBusy, work] = useState(false)
  const isReady =
    from !== '' && until !== '' && from <= until && (!excludesBelowTwoPercent || reason.trim().length >= 10)
  const make = async () => {
    work(true)
    fail(null)
    try {
      const exclusionReason = excludesBelowTwoPercent ? reason : null
      const body = { id: crypto.randomUUID(), from, until, excludesBelowTwoPercent, exclusionReason }
      const { id } = await call(makeImpactReport, { body })
      await refresh()
      toast.tell(text.made)
      await navigate({ to: '/impact/$reportId', params: { reportId: id } })
    } catch (problem) {
      fail(problem)
    } finally {
      work(false)
    }
  }
  return (
    <Section title={text.make} note={text.makeNote(format.date(lastUntil))}>
      {error !== null && <ErrorNotice error={error} />}
      <Group align="end" mb="sm">
        <TextInput
          type="date"
          label={text.from}
          value={from}
          max={lastUntil}
          onChange={({ currentTarget }) => begin(currentTarget.value)}
        />
        <TextInput
          type="date"
          label={text.until}
          value={until}
          max={lastUntil}
          onChange={({ currentTarget }) => end(currentTarget.value)}
        />
        <Button onClick={() => void make()} disabled={!isReady} loading={isBusy}>
          {text.make}
        </Button>
      </Group>
      <Checkbox
        label={text.exclude}
        checked={excludesBelowTwoPercent}
        onChange={({ currentTarget }) => exclude(currentTarget.checked)}
      />
      {excludesBelowTwoPercent && (
        <TextInput
          mt="sm"
          label={text.excludeReason}
          value={reason}
          onChange={({ currentTarget }) => say(currentTarget.value)}
          maxLength={1000}
          required
        />
      )}
    </Section>
  )
}
