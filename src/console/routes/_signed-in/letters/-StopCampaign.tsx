import { Button } from '@mantine/core'
import { readPreflight, retryPreflight, stopPreflight, type Preflight } from '../../../../contract/relay/preflights.ts'
import { listLetters } from '../../../../contract/relay/relay.ts'
import { ConfirmButton } from '../../../../ui/feedback/ConfirmButton.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { useCan } from '../../../session.ts'
import { words } from './-preflight-words.ts'

const refresh = () =>
  Promise.all([readPreflight.id, listLetters.id].map((key) => queries.invalidateQueries({ queryKey: [key] })))

/** Stops an approved campaign half way. */
export function StopCampaign({ preflight: { id, kind, state } }: { preflight: Preflight }) {
  const text = useText(words)
  const toast = useToast()
  const canSend = useCan()('relay:send')
  if (kind !== 'CAMPAIGN' || state !== 'APPROVED' || !canSend) return null
  return (
    <ConfirmButton
      label={text.stop}
      danger
      title={text.stopAsk}
      consequences={[
        { kind: 'happens', text: text.stopHappens },
        { kind: 'final', text: text.stopLeft },
        { kind: 'reversible', text: text.stopAgain },
      ]}
      onConfirm={async () => {
        const { takenBack, left } = await call(stopPreflight, { params: { id } })
        await refresh()
        toast.tell(text.stopped(takenBack, left))
      }}
    />
  )
}

/** Goes on with work that was given up. */
export function Retry({ id }: { id: string }) {
  const text = useText(words)
  const toast = useToast()
  const canSend = useCan()('relay:send')
  const retry = () =>
    void call(retryPreflight, { params: { id } })
      .then(refresh)
      .then(() => toast.tell(text.retried))
      .catch(toast.refuse)
  return canSend ? (
    <Button size="xs" mt="sm" variant="default" onClick={retry}>
      {text.retry}
    </Button>
  ) : null
}
