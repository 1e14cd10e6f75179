import { createFileRoute, Outlet, useLocation } from '@tanstack/react-router'
import type { Permission } from '../../../contract/permissions.ts'
import { Link } from '../../../ui/link.tsx'
import { messages } from '../../../ui/text/messages.ts'
import { useText } from '../../../ui/text/TextProvider.tsx'
import { useCan } from '../../session.ts'
import styles from './letters/-letters.module.css'

const words = messages({
  ja: {
    label: 'お見送りメールの分類',
    list: '送信一覧',
    replies: '返信',
    untold: '未通知の方',
    unknown: '結果不明',
    templates: '文面',
    links: '他システムから送る',
    settings: '送信の設定',
  },
  en: {
    label: 'Letters',
    list: 'Letters',
    replies: 'Replies',
    untold: 'Never told',
    unknown: 'Unknown outcome',
    templates: 'Wording',
    links: 'Other systems',
    settings: 'Sending',
  },
})

type Page = {
  path: string
  word: 'list' | 'replies' | 'untold' | 'unknown' | 'templates' | 'links' | 'settings'
  needs: Permission
}

const pages: readonly Page[] = [
  { path: '/letters', word: 'list', needs: 'relay:read' },
  { path: '/letters/replies', word: 'replies', needs: 'messages:read' },
  { path: '/letters/untold', word: 'untold', needs: 'relay:read' },
  { path: '/letters/unknown', word: 'unknown', needs: 'messages:read' },
  { path: '/letters/templates', word: 'templates', needs: 'messages:read' },
  { path: '/letters/links', word: 'links', needs: 'relay:read' },
  { path: '/letters/settings', word: 'settings', needs: 'relay:read' },
]

export const Route = createFileRoute('/_signed-in/letters')({
  staticData: { crumb: { ja: 'お見送りメール', en: 'Letters' } },
  component: Letters,
})

function Letters() {
  const text = useText(words)
  const can = useCan()
  const path = useLocation({ select: (location) => location.pathname.replace(/\/$/, '') })
  return (
    <>
      <nav className={styles.tabs} aria-label={text.label}>
        {pages
          .filter(({ needs }) => can(needs))
          .map((page) => (
            <Link
              key={page.path}
              href={page.path}
              className={styles.tab}
              {...(path === page.path && { 'aria-current': 'page' as const })}
            >
              {text[page.word]}
            </Link>
          ))}
      </nav>
      <Outlet />
    </>
  )
}
