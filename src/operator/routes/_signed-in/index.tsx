import { IconNetwork } from '@tabler/icons-react'
import { createFileRoute } from '@tanstack/react-router'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { PageHeader, Section } from '../../../ui/PageHeader.tsx'
import { messages } from '../../../ui/text/messages.ts'
import { useText } from '../../../ui/text/TextProvider.tsx'

const words = messages({
  ja: {
    title: 'ネットワーク概況',
    description: '参加企業、登録者、紹介と枠の動きを見守ります。',
    recent: '最近の動き',
    empty: 'まだ動きがありません',
    emptyText: '企業がお見送りメールを送り、登録が始まると、ここに表示されます。',
  },
  en: {
    title: 'Network',
    description: 'Employers, members, introductions and slots at a glance.',
    recent: 'Recent activity',
    empty: 'Nothing has happened yet',
    emptyText: 'It shows here once an employer sends letters and people register.',
  },
})

export const Route = createFileRoute('/_signed-in/')({
  staticData: { crumb: { ja: 'ネットワーク概況', en: 'Network' } },
  component: Network,
})

function Network() {
  const text = useText(words)
  return (
    <>
      <PageHeader title={text.title} description={text.description} />
      <Section title={text.recent}>
        <EmptyState compact title={text.empty} icon={<IconNetwork size={22} stroke={1.5} />}>
          {text.emptyText}
        </EmptyState>
      </Section>
    </>
  )
}
