import type { Connection } from '../../../../contract/intake/connections.ts'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { words } from './-words.ts'

/** Whether what a system sends is taken now. */
export function StateBadge({ connection }: { connection: Connection }) {
  const text = useText(words)
  if (connection.isPaused) return <StatusBadge tone="neutral">{text.paused}</StatusBadge>
  if (connection.secretSetAt === null) return <StatusBadge tone="wait">{text.noSecret}</StatusBadge>
  return <StatusBadge tone="good">{text.active}</StatusBadge>
}
