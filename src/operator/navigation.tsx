import { IconNetwork } from '@tabler/icons-react'
import type { NavigationGroup } from '../ui/shell/Navigation.tsx'
import { messages } from '../ui/text/messages.ts'
import { useText } from '../ui/text/TextProvider.tsx'

const words = messages({
  ja: { network: 'ネットワーク概況' },
  en: { network: 'Network' },
})

const look = { size: 18, stroke: 1.6 } as const

/** The pages of the operator's program. */
export function useNavigation(): NavigationGroup[] {
  const text = useText(words)
  const items = [{ href: '/', label: text.network, icon: <IconNetwork {...look} />, keywords: ['network'] }]
  return [{ id: 'network', items }]
}
