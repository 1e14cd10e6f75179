import { Button } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { putNoticeAway, readNotices, type Notice, type Notices as Told } from '../contract/accounts/notices.ts'
import { Link } from '../ui/link.tsx'
import { InlineNotice } from '../ui/feedback/Notice.tsx'
import type { Tone } from '../ui/StatusBadge.tsx'
import { useFormat, useText } from '../ui/text/TextProvider.tsx'
import { useToast } from '../ui/feedback/toast.tsx'
import { call, queries } from './api.ts'
import { noticeWords } from './notice-words.ts'
import styles from './notices.module.css'

/** How the company stands in the network, and its news. */
export const noticesQuery = queryOptions({
  queryKey: [readNotices.id],
  queryFn: () => call(readNotices, {}),
  staleTime: 60_000,
})

type Line = { key: string; tone: Tone; title: string; text?: ReactNode; notice?: Notice; href?: string }

/** Over every page: how the company stands in the network, and papers about to end; at home also what was decided lately. */
export function Notices() {
  const text = useText(noticeWords)
  const { data } = useQuery(noticesQuery)
  const stands = useStanding(data)
  const told = useNews(data)
  // What is to be read once does not follow the reader from page to page.
  const news = useLocation({ select: ({ pathname }) => pathname }) === '/' ? told : []
  const toast = useToast()
  if (data === undefined || stands.length + news.length === 0) return null
  const putAway = async ({ id }: Notice) => {
    await call(putNoticeAway, { params: { id } })
    await queries.invalidateQueries({ queryKey: noticesQuery.queryKey })
  }
  return (
    <div className={styles.notices}>
      {[...stands, ...news].map(({ key, tone, title, text: body, notice, href }) => (
        <InlineNotice
          key={key}
          tone={tone}
          title={title}
          role="status"
          actions={
            (notice ?? href) && (
              <>
                {href && (
                  <Button size="xs" variant="default" component={Link} href={href}>
                    {text.look}
                  </Button>
                )}
                {notice && (
                  <Button size="xs" variant="subtle" onClick={() => void putAway(notice).catch(toast.refuse)}>
                    {text.away}
                  </Button>
                )}
              </>
            )
          }
        >
          {body}
        </InlineNotice>
      ))}
    </div>
  )
}

/** What lasts: shown until it is over. */
function useStanding(told: Told | undefined): Line[] {
  const text = useText(noticeWords)
  const format = useFormat()
  if (told === undefined || !told.takesPart) return []
  const lines: Line[] = []
  if (told.isStopped) lines.push({ key: 'stopped', tone: 'bad', title: text.stopped, text: text.outside })
  if (told.standing === 'SUSPENDED') {
    const why = told.reason ? text.reasons[told.reason] : text.papersOver
    lines.push({ key: 'suspended', tone: 'bad', title: text.suspended(why), text: text.outside })
  }
  if (told.standing === 'UNVERIFIED')
    lines.push({ key: 'unverified', tone: 'wait', title: text.unverified, text: text.unverifiedText })
  if (told.standing !== 'SUSPENDED')
    for (const { paper, until, days } of told.papers)
      lines.push({
        key: paper,
        tone: days <= 7 ? 'bad' : 'wait',
        title: text.ends(text.papers[paper], format.date(`${until}T00:00:00Z`), Math.max(0, days)),
        text: text.endsText,
      })
  return lines
}

/** What happened: shown until the reader puts it away. */
function useNews(told: Told | undefined): Line[] {
  const text = useText(noticeWords)
  const format = useFormat()
  return (told?.notices ?? []).flatMap((notice): Line[] => {
    const { kind, detail, at, id } = notice
    const line = { key: id, notice }
    const when = format.date(at)
    switch (kind) {
      case 'VERIFIED':
      case 'RESUMED':
      case 'CONTINUED':
        return [{ ...line, tone: 'good', title: text.news[kind], text: when }]
      case 'MODE_CHANGED':
        return [
          {
            ...line,
            tone: 'busy',
            title: text.modeChanged(text.modes[detail.from ?? 'IN_HOUSE'], text.modes[detail.to ?? 'IN_HOUSE']),
            text: when,
          },
        ]
      case 'PAPER_ENDS':
      case 'PAPER_ENDED': {
        // A company's own papers stand above by their dates; the operator reads here whose they are.
        if (detail.employerId === undefined || detail.paper === undefined || detail.until === undefined) return []
        const [name, until] = [detail.employerName ?? '', format.date(`${detail.until}T00:00:00Z`)]
        const paper = text.papers[detail.paper]
        const isOver = kind === 'PAPER_ENDED'
        const title = isOver ? text.theirsOver(name, paper, until) : text.theirsEnds(name, paper, until)
        return [{ ...line, tone: isOver ? 'bad' : 'wait', title, text: when, href: `/companies/${detail.employerId}` }]
      }
      case 'DISPUTE_OPENED':
      case 'DISPUTE_ASKED':
      case 'DISPUTE_DECIDED': {
        const place = kind === 'DISPUTE_OPENED' ? '/disputes' : '/relay/disputes'
        const until = detail.until ? format.date(`${detail.until}T00:00:00Z`) : ''
        return [
          {
            ...line,
            tone: kind === 'DISPUTE_DECIDED' ? 'busy' : 'wait',
            title: text.disputes[kind](until),
            text: when,
            href: `${place}/${detail.caseId ?? ''}`,
          },
        ]
      }
      case 'COMPANY_TO_VERIFY': {
        const title = text.theirsChanged(detail.employerName ?? '')
        return [{ ...line, tone: 'wait', title, text: when, href: `/companies/${detail.employerId ?? ''}` }]
      }
      case 'INDUSTRY_SET': {
        const title = text.industrySet(detail.industry ? text.industries[detail.industry] : undefined)
        const body = detail.because ? `${detail.because} (${when})` : when
        return [{ ...line, tone: 'busy', title, text: body, href: '/settings/company' }]
      }
      // What lasts is told above for as long as it does.
      case 'TO_VERIFY_AGAIN':
      case 'SUSPENDED':
      case 'STOPPED':
        return []
    }
  })
}
