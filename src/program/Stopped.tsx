import { Button } from '@mantine/core'
import { IconMap2 } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { EmptyState } from '../ui/feedback/EmptyState.tsx'
import { Link } from '../ui/link.tsx'
import { ErrorNotice } from '../ui/feedback/Notice.tsx'
import { messages } from '../ui/text/messages.ts'
import { useText } from '../ui/text/TextProvider.tsx'

const words = messages({
  ja: {
    lost: 'ページが見つかりません',
    lostText: 'URLが変わったか、削除された可能性があります。',
    home: 'ホームへ戻る',
  },
  en: { lost: 'There is no such page', lostText: 'It may have moved or been removed.', home: 'Back to home' },
})

/** Instead of a page whose data could not be had. */
export function Stopped({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const router = useRouter()
  const retry = () => {
    onRetry()
    void router.invalidate()
  }
  return (
    <div style={{ maxWidth: '40rem', margin: '2rem auto', padding: '0 1rem' }}>
      <ErrorNotice error={error} onRetry={retry} />
    </div>
  )
}

/** Instead of a page that does not exist. */
export function Lost() {
  const text = useText(words)
  return (
    <EmptyState
      title={text.lost}
      icon={<IconMap2 size={22} stroke={1.5} />}
      actions={
        <Button component={Link} href="/" variant="default">
          {text.home}
        </Button>
      }
    >
      {text.lostText}
    </EmptyState>
  )
}
