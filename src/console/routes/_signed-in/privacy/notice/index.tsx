import { Button } from '@mantine/core'
import { IconExternalLink, IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useState } from 'react'
import type { PrivacyNotice } from '../../../../../contract/privacy-notices.ts'
import { EmptyState } from '../../../../../ui/EmptyState.tsx'
import { Link } from '../../../../../ui/link.tsx'
import { ErrorNotice } from '../../../../../ui/Notice.tsx'
import { PageHeader, Section } from '../../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../../ui/StatusBadge.tsx'
import { useFormat, useLanguage, useText } from '../../../../../ui/text/TextProvider.tsx'
import { useCan } from '../../../../session.ts'
import { Changes } from './-Changes.tsx'
import styles from './-notice.module.css'
import { noticesQuery } from './-queries.ts'
import { noticeWords } from './-words.ts'

export const Route = createFileRoute('/_signed-in/privacy/notice/')({
  staticData: { crumb: { ja: '公開する文書', en: 'Privacy notice' } },
  component: Notices,
})

function Notices() {
  const text = useText(noticeWords)
  const format = useFormat()
  const canManage = useCan()('consent:manage')
  const { data, error, refetch } = useQuery(noticesQuery)
  return (
    <>
      <PageHeader
        title={text.title}
        description={text.description}
        actions={
          canManage && (
            <Button component={Link} href="/privacy/notice/write" leftSection={<IconPencil size={16} />}>
              {data?.draft ? text.goOn : text.edit}
            </Button>
          )
        }
      />
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data?.draft && <p className={styles.soft}>{text.draftAt(format.dateTime(data.draft.changedAt))}</p>}
      {data?.notices.length === 0 && <EmptyState title={text.none}>{text.noneText}</EmptyState>}
      <ul className={styles.list}>
        {data?.notices.map((notice, at) => (
          <Version key={notice.id} notice={notice} before={data.notices[at + 1]} noticeUrl={data.noticeUrl} />
        ))}
      </ul>
      {data && data.purposes.length > 0 && (
        <div className={styles.below}>
          <Section title={text.purposes} note={text.purposesText}>
            <ul className={styles.list}>
              {data.purposes.map(({ kind, purpose, isSaid }) => (
                <li key={kind} className={styles.purpose}>
                  <StatusBadge tone={isSaid ? 'good' : 'wait'}>{isSaid ? text.said : text.unsaid}</StatusBadge>
                  <span>{purpose}</span>
                </li>
              ))}
            </ul>
            <p className={styles.soft}>
              <Link href="/privacy/purposes">{text.toPurposes}</Link>
            </p>
          </Section>
        </div>
      )}
    </>
  )
}

type VersionProps = { notice: PrivacyNotice; before: PrivacyNotice | undefined; noticeUrl: string }

function Version({ notice, before, noticeUrl }: VersionProps) {
  const text = useText(noticeWords)
  const format = useFormat()
  const [language] = useLanguage()
  const [isCompared, compare] = useState(false)
  const isUpcoming = !notice.isInForce && notice.effectiveOn > new Date().toISOString().slice(0, 10)
  const state = notice.isInForce ? 'inForce' : isUpcoming ? 'upcoming' : 'past'
  const tones = { inForce: 'good', upcoming: 'wait', past: 'neutral' } as const
  return (
    <li className={styles.version}>
      <header>
        <strong>{text.version(notice.version)}</strong>
        <StatusBadge tone={tones[state]}>{text[state]}</StatusBadge>
        <span>{text.since(format.date(notice.effectiveOn))}</span>
        <span className={styles.soft}>{text.by(format.dateTime(notice.recordedAt))}</span>
      </header>
      {notice.summary !== '' && <p>{notice.summary}</p>}
      <p className={styles.soft}>{text.decisions(format.number(notice.decisions))}</p>
      <p className={styles.soft}>
        {text.hash}: <code>{language === 'en' ? (notice.hashEn ?? notice.hashJa) : notice.hashJa}</code>
      </p>
      {isCompared && <Changes before={before?.bodyJa ?? ''} after={notice.bodyJa} label={text.compare} />}
      <div className={styles.actions}>
        <Button
          component="a"
          size="xs"
          variant="default"
          href={notice.isInForce ? noticeUrl : `${noticeUrl}/versions/${notice.version}`}
          target="_blank"
          rel="noreferrer"
          leftSection={<IconExternalLink size={14} />}
        >
          {text.open}
        </Button>
        {before && (
          <Button size="xs" variant="subtle" aria-expanded={isCompared} onClick={() => compare(!isCompared)}>
            {text.compare}
          </Button>
        )}
      </div>
    </li>
  )
}
