import { Button } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { readFirstSteps, type FirstStep } from '../../contract/accounts/first-steps.ts'
import { Link } from '../../ui/link.tsx'
import { Section } from '../../ui/PageHeader.tsx'
import { messages } from '../../ui/text/messages.ts'
import { useText } from '../../ui/text/TextProvider.tsx'
import { call } from '../api.ts'
import { useMembership } from '../session.ts'
import styles from './home.module.css'

const words = messages({
  ja: {
    title: 'はじめの準備',
    progress: (done: number, all: number) => `${all}項目中 ${done}項目が完了`,
    done: '完了',
    next: '次にすること',
    hide: '表示しない',
    steps: {
      COMPANY: ['会社の情報を入力する', '所在地と問い合わせ先は、お見送りメールと応募者向けの画面に表示されます。'],
      DATA: [
        '応募者のデータを取り込む',
        'CSV(UTF-8・Shift_JIS)をそのまま置くか、採用管理システムと連携します。過去の応募者にメールは送られません。',
      ],
      STAFF: ['一緒に使う方を招待する', '採用担当、面接官など、役割ごとにできることが決まっています。'],
      PURPOSE: ['利用目的と根拠を記録する', '記録するまで、お見送りメールは1通も送られません。'],
      TEMPLATE: ['お見送りメールの文面を確かめる', '用意された文面を確かめ、必要なら自社の言葉に直します。'],
      PREFLIGHT: [
        '事前確認をして送信を開始する',
        '誰に届き、誰に届かないかを見てから開始します。いつでも止められます。',
      ],
    },
  },
  en: {
    title: 'Before the first letter',
    progress: (done: number, all: number) => `${done} of ${all} done`,
    done: 'Done',
    next: 'Next',
    hide: 'Hide this list',
    steps: {
      COMPANY: ['Say who you are', 'Address and contact stand in letters and on the pages for applicants.'],
      DATA: [
        'Bring in your applicants',
        'Drop a CSV (UTF-8 or Shift_JIS) as it is, or connect your tracking system. Nobody of the past is written to.',
      ],
      STAFF: ['Invite your colleagues', 'Recruiters, interviewers and others, each with a role.'],
      PURPOSE: ['Record the purpose and basis', 'Until then not a single letter is sent.'],
      TEMPLATE: ['Look at the words of the letters', 'Use those we wrote, or make them yours.'],
      PREFLIGHT: [
        'Check who gets a letter, and switch on',
        'You see who gets one and who does not, and can stop at any time.',
      ],
    },
  },
} satisfies Record<'ja' | 'en', { steps: Record<FirstStep, [string, string]> } & Record<string, unknown>>)

const pages: Record<FirstStep, string> = {
  COMPANY: '/settings/company',
  DATA: '/imports',
  STAFF: '/settings/staff',
  PURPOSE: '/letters/settings',
  TEMPLATE: '/letters/templates',
  PREFLIGHT: '/letters/settings',
}

const firstStepsQuery = queryOptions({
  queryKey: [readFirstSteps.id],
  queryFn: () => call(readFirstSteps, {}),
  // Who comes back to the home page has just done one of them.
  refetchOnMount: 'always',
})

/** What an admin has yet to do before the first letter; gone once all is done, or when it was hidden in this browser. */
export function FirstSteps() {
  const text = useText(words)
  const { companyId } = useMembership()
  const key = `tasuki.first-steps-hidden.${companyId}`
  const [isHidden, setHidden] = useState(() => localStorage.getItem(key) !== null)
  const { data } = useQuery({ ...firstStepsQuery, enabled: !isHidden })
  if (isHidden || !data || data.steps.every(({ isDone }) => isDone)) return null
  const next = data.steps.find(({ isDone }) => !isDone)?.step
  const done = data.steps.filter(({ isDone }) => isDone).length
  return (
    <Section
      title={text.title}
      note={text.progress(done, data.steps.length)}
      bare
      actions={
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          onClick={() => {
            localStorage.setItem(key, 'hidden')
            setHidden(true)
          }}
        >
          {text.hide}
        </Button>
      }
    >
      <ol className={styles.steps} aria-label={text.title}>
        {data.steps.map(({ step, isDone }) => {
          const [title, help] = text.steps[step]
          return (
            <li key={step}>
              <Link
                href={pages[step]}
                className={styles.step ?? ''}
                data-done={isDone}
                {...(step === next && { 'aria-current': 'step' as const })}
              >
                <strong>{title}</strong>
                {isDone ? (
                  <span className={styles.stepDone}>
                    <IconCircleCheck size={15} stroke={1.8} /> {text.done}
                  </span>
                ) : (
                  step === next && <span className={styles.stepNext}>{text.next}</span>
                )}
                <span>{help}</span>
              </Link>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
