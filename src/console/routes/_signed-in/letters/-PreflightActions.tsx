import { Button } from '@mantine/core'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import {
  approvePreflight,
  discardPreflight,
  listPreflightRows,
  readPreflight,
  type Preflight,
} from '../../../../contract/relay/preflights.ts'
import { listLetters, readRelaySettings } from '../../../../contract/relay/relay.ts'
import { ConfirmDialog } from '../../../../ui/feedback/ConfirmDialog.tsx'
import { Link } from '../../../../ui/link.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { useCan } from '../../../session.ts'
import { words } from './-preflight-words.ts'
import { words as trialWords } from './trials/-words.ts'

/** Puts a pre-flight aside, or approves it as it is shown. */
export function PreflightActions({ preflight: { id, kind, sends, state, fingerprint } }: { preflight: Preflight }) {
  const text = useText(words)
  const compare = useText(trialWords)
  const toast = useToast()
  const router = useRouter()
  const can = useCan()
  const [asking, ask] = useState(false)
  const refresh = () =>
    Promise.all(
      [readPreflight.id, listPreflightRows.id, readRelaySettings.id, listLetters.id].map((key) =>
        queries.invalidateQueries({ queryKey: [key] }),
      ),
    )
  const discard = async () => {
    try {
      await call(discardPreflight, { params: { id } })
      await refresh()
      router.history.push('/letters/settings')
    } catch (error) {
      toast.refuse(error)
    }
  }
  return (
    <>
      {can('relay:send') && (
        <Button variant="default" onClick={() => void discard()}>
          {text.discard}
        </Button>
      )}
      {can('relay:configure') && kind === 'CAMPAIGN' && (
        <Button component={Link} href={`/letters/trials/new?preflight=${id}`} variant="default">
          {compare.compareHere}
        </Button>
      )}
      {can('relay:configure') && (
        <Button onClick={() => ask(true)} disabled={state !== 'OPEN' || (kind === 'CAMPAIGN' && sends === 0)}>
          {text.approve[kind]}
        </Button>
      )}
      <ConfirmDialog
        opened={asking}
        onClose={() => ask(false)}
        title={text.ask[kind]}
        confirmLabel={text.approve[kind]}
        consequences={[
          { kind: 'happens', text: text.happens[kind](sends) },
          { kind: 'reversible', text: text.reversible },
        ]}
        onConfirm={async () => {
          const shown = { fingerprint: fingerprint ?? '' }
          const { scheduled, waiting } = await call(approvePreflight, { params: { id }, body: shown })
          await refresh()
          toast.tell(kind === 'CAMPAIGN' ? text.scheduled(scheduled, waiting) : text.started)
        }}
      />
    </>
  )
}
