import { createFileRoute } from '@tanstack/react-router'
import { EntrancePage } from '../../ui/entrance/EntrancePage.tsx'
import { InlineNotice } from '../../ui/feedback/Notice.tsx'
import { messages } from '../../ui/text/messages.ts'
import { useText } from '../../ui/text/TextProvider.tsx'

const words = messages({
  ja: {
    part: '運営',
    title: 'まだ設定されていません',
    text: '先に、企業向けの画面(console)か「tasuki setup」で、最初の会社と管理者を登録してください。',
  },
  en: {
    part: 'Operator',
    title: 'Not set up yet',
    text: 'Make the first company and its administrator in the console, or with “tasuki setup”.',
  },
})

export const Route = createFileRoute('/set-up')({
  staticData: { crumb: { ja: 'はじめの設定', en: 'Set up' } },
  component: Page,
})

function Page() {
  const text = useText(words)
  return (
    <EntrancePage title={text.title} part={text.part}>
      <InlineNotice tone="wait">{text.text}</InlineNotice>
    </EntrancePage>
  )
}
