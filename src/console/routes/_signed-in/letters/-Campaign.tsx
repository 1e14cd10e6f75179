import { Button } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { makePreflight } from '../../../../contract/relay/preflights.ts'
import { DateField } from '../../../../ui/form/fields.tsx'
import { FieldRow } from '../../../../ui/form/Form.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call } from '../../../api.ts'
import { instantOf } from '../../../../program/zoned-day.ts'
import { useMembership } from '../../../session.ts'
import styles from './-letters.module.css'
import { words } from './-settings-words.ts'

/** Asks for a pre-flight of people rejected in the past; nothing is sent before it is approved. */
export function Campaign({ isReady }: { isReady: boolean }) {
  const text = useText(words)
  const toast = useToast()
  const router = useRouter()
  const { zone } = useMembership()
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const check = async () => {
    const filter = {
      ...(from !== '' && { endedFrom: instantOf(from, zone) }),
      ...(until !== '' && { endedUntil: instantOf(until, zone, 1) }),
    }
    try {
      const made = await call(makePreflight, { body: { kind: 'CAMPAIGN', id: crypto.randomUUID(), filter } })
      router.history.push(`/letters/preflights/${made.id}`)
    } catch (error) {
      toast.refuse(error)
    }
  }
  return (
    <Section title={text.campaign} note={text.campaignNote}>
      <div className={styles.stack}>
        <FieldRow>
          <DateField label={text.endedFrom} value={from} onChange={(event) => setFrom(event.currentTarget.value)} />
          <DateField label={text.endedUntil} value={until} onChange={(event) => setUntil(event.currentTarget.value)} />
        </FieldRow>
        <div>
          <Button variant="default" disabled={!isReady} onClick={() => void check()}>
            {text.check}
          </Button>
        </div>
      </div>
    </Section>
  )
}
