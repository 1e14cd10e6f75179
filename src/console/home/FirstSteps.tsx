import { IconBriefcase, IconFileImport, IconPlugConnected } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/PageHeader.tsx'
import { messages } from '../../ui/text/messages.ts'
import { useText } from '../../ui/text/TextProvider.tsx'
import { useCan } from '../session.ts'
import styles from './home.module.css'

const words = messages({
  ja: {
    start: 'はじめの3ステップ',
    import: '応募者のファイルを取り込む',
    importText: 'CSV(UTF-8・Shift_JIS)をそのまま読み込めます。列の対応と文字コードは自動で判定します。',
    connect: '採用管理システムと連携する',
    connectText: '応募・選考の動きが自動で反映されます。過去のデータから、お見送りメールが送られることはありません。',
    openings: '求人を登録する',
    openingsText: '条件を登録すると、人材プールとリレーから合う方が見つかります。',
  },
  en: {
    start: 'Three first steps',
    import: 'Import a file of applicants',
    importText: 'CSV in UTF-8 or Shift_JIS as it is: columns and encoding are recognised.',
    connect: 'Connect your applicant tracking system',
    connectText: 'Applications and stages then follow by themselves. History never sends a letter.',
    openings: 'Add an opening',
    openingsText: 'With its conditions, fitting people are found in the pool and in the relay.',
  },
})

/** What to do in an installation where nobody is yet. */
export function FirstSteps() {
  const text = useText(words)
  const can = useCan()
  return (
    <Section title={text.start} bare>
      <ol className={styles.steps}>
        {can('intake:import') && (
          <Step href="/imports" icon={<IconFileImport size={20} stroke={1.6} />} title={text.import}>
            {text.importText}
          </Step>
        )}
        {can('intake:connect') && (
          <Step href="/connections" icon={<IconPlugConnected size={20} stroke={1.6} />} title={text.connect}>
            {text.connectText}
          </Step>
        )}
        {can('selection:write') && (
          <Step href="/openings" icon={<IconBriefcase size={20} stroke={1.6} />} title={text.openings}>
            {text.openingsText}
          </Step>
        )}
      </ol>
    </Section>
  )
}

type StepProps = { href: string; icon: ReactNode; title: string; children: ReactNode }

function Step({ href, icon, title, children }: StepProps) {
  return (
    <li>
      <Link href={href} className={styles.step ?? ''}>
        <span className={styles.icon}>{icon}</span>
        <strong>{title}</strong>
        <span>{children}</span>
      </Link>
    </li>
  )
}
