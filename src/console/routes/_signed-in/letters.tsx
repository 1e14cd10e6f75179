import { createFileRoute } from '@tanstack/react-router'
import { messages } from '../../../ui/text/messages.ts'
import { useText } from '../../../ui/text/TextProvider.tsx'
import { SectionTabs } from '../../SectionTabs.tsx'

const words = messages({
  ja: {
    label: 'お見送りメールの分類',
    list: '送信一覧',
    replies: '返信',
    untold: '未通知の方',
    unknown: '結果不明',
    templates: '文面',
    trials: '文面の比較',
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
    trials: 'Comparisons',
    links: 'Other systems',
    settings: 'Sending',
  },
})

const pages = [
  { path: '/letters', word: 'list', needs: 'relay:read' },
  { path: '/letters/replies', word: 'replies', needs: 'messages:read' },
  { path: '/letters/untold', word: 'untold', needs: 'relay:read' },
  { path: '/letters/unknown', word: 'unknown', needs: 'messages:read' },
  { path: '/letters/templates', word: 'templates', needs: 'messages:read' },
  { path: '/letters/trials', word: 'trials', needs: 'relay:read' },
  { path: '/letters/links', word: 'links', needs: 'relay:read' },
  { path: '/letters/settings', word: 'settings', needs: 'relay:read' },
] as const

export const Route = createFileRoute('/_signed-in/letters')({
  staticData: { crumb: { ja: 'お見送りメール', en: 'Letters' } },
  component: Letters,
})

function Letters() {
  return <SectionTabs pages={pages} text={useText(words)} />
}
