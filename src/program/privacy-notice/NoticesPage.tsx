import { Button } from '@mantine/core'
import { IconExternalLink, IconPencil } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PrivacyNotice } from '../../contract/consent/privacy-notices.ts'
import { dayIn } from '../zoned-day.ts'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Entries, Entry, Quiet } from '../../ui/Entry.tsx'
import { Link } from '../../ui/link.tsx'
import { ErrorNotice } from '../../ui/feedback/Notice.tsx'
import { PageHeader, Section } from '../../ui/PageHeader.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { useFormat, useLanguage, useText } from '../../ui/text/TextProvider.tsx'
import type { ProgramSession } from '../session.ts'
import { Changes } from './Changes.tsx'
import styles from './notice.module.css'
import { noticesQuery } from './notice-queries.ts'
import { privacyNoticeWords } from './privacy-notice-words.ts'

type Props = {
  session: ProgramSession
  /** Where this page stands in its program. */
  base: string
  /** Where the program records purposes, if it does. */
  purposesHref?: string
  /** Whether the decisions that stand on a version are the company's to count: those of members stay with the members. */
  countsDecisions: boolean
}

/** The versions of the privacy notice, what changed between them, and whether it says what was recorded. */
export function NoticesPage({ session, base, purposesHref, countsDecisions }: Props) {
  const text = useText(privacyNoticeWords)
  const format = useFormat()
  const canManage = session.useCan()('consent:manage')
  const { data, error, refetch } = useQuery(noticesQuery)
  return (
    <>
      <PageHeader
        title={text.title}
        description={text.description}
        actions={
          canManage && (
            <Button component={Link} href={`${base}/write`} leftSection={<IconPencil size={16} />}>
              {data?.draft ? text.goOn : text.edit}
            </Button>
          )
        }
      />
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data?.draft && <Quiet>{text.draftAt(format.dateTime(data.draft.changedAt))}</Quiet>}
      {data?.notices.length === 0 && (
        <EmptyState title={text.none} framed>
          {text.noneText}
        </EmptyState>
      )}
      <Entries>
        {data?.notices.map((notice, at) => (
          <Version
            key={notice.id}
            notice={notice}
            before={data.notices[at + 1]}
            noticeUrl={data.noticeUrl}
            countsDecisions={countsDecisions}
          />
        ))}
      </Entries>
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
            {purposesHref !== undefined && (
              <Quiet>
                <Link href={purposesHref}>{text.toPurposes}</Link>
              </Quiet>
            )}
          </Section>
        </div>
      )}
    </>
  )
}

type VersionProps = {
  notice: PrivacyNotice
  before: PrivacyNotice | undefined
  noticeUrl: string
  countsDecisions: boolean
}

function Version({ notice, before, noticeUrl, countsDecisions }: VersionProps) {
  const text = useText(privacyNoticeWords)
  const format = useFormat()
  const [language] = useLanguage()
  const [isCompared, compare] = useState(false)
  const isUpcoming = !notice.isInForce && notice.effectiveOn > dayIn(new Date(), format.zone)
  const state = notice.isInForce ? 'inForce' : isUpcoming ? 'upcoming' : 'past'
  const tones = { inForce: 'good', upcoming: 'wait', past: 'neutral' } as const
  return (
    <Entry
      title={text.version(notice.version)}
      aside={
        <>
          <StatusBadge tone={tones[state]}>{text[state]}</StatusBadge>
          <span>{text.since(format.date(notice.effectiveOn))}</span>
        </>
      }
      end={text.by(format.dateTime(notice.recordedAt))}
      actions={
        <>
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
        </>
      }
    >
      {notice.summary !== '' && <p>{notice.summary}</p>}
      {countsDecisions && <Quiet>{text.decisions(format.number(notice.decisions))}</Quiet>}
      <Quiet>
        {text.hash}:{' '}
        <code className={styles.hash}>{language === 'en' ? (notice.hashEn ?? notice.hashJa) : notice.hashJa}</code>
      </Quiet>
      {isCompared && <Changes before={before?.bodyJa ?? ''} after={notice.bodyJa} label={text.compare} />}
    </Entry>
  )
}
