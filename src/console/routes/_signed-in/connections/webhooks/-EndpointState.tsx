import type { Endpoint } from '../../../../../contract/webhooks.ts'
import { StatusBadge } from '../../../../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../../../../ui/text/TextProvider.tsx'
import { words } from './-words.ts'

/** Whether an endpoint is told what happens, and since when it does not hear. */
export function EndpointState({ endpoint: { state, failingSince } }: { endpoint: Endpoint }) {
  const text = useText(words)
  const format = useFormat()
  if (state === 'GONE') return <StatusBadge tone="bad">{text.states.GONE}</StatusBadge>
  if (state === 'PAUSED') return <StatusBadge tone="neutral">{text.states.PAUSED}</StatusBadge>
  if (failingSince !== null) return <StatusBadge tone="wait">{text.failing(format.date(failingSince))}</StatusBadge>
  return <StatusBadge tone="good">{text.states.ACTIVE}</StatusBadge>
}
