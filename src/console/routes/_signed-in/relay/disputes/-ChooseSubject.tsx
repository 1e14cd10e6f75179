import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { daysToContest, listDisputes } from '../../../../../contract/disputes/disputes.ts'
import { listIntroductions } from '../../../../../contract/introductions/introductions.ts'
import { listReferrals } from '../../../../../contract/relay/referrals.ts'
import { disputeWords } from '../../../../../program/dispute/dispute-words.ts'
import { EmptyState } from '../../../../../ui/feedback/EmptyState.tsx'
import { Link } from '../../../../../ui/link.tsx'
import { ErrorNotice, InlineNotice } from '../../../../../ui/feedback/Notice.tsx'
import { PageHeader, Section } from '../../../../../ui/PageHeader.tsx'
import { useFormat, useText } from '../../../../../ui/text/TextProvider.tsx'
import { Waiting } from '../../../../../ui/feedback/Waiting.tsx'
import { call } from '../../../../api.ts'
import { isContestable } from '../-Referrals.tsx'
import { referralWords } from '../-referral-words.ts'
import styles from './disputes.module.css'
import { words } from './-words.ts'

/** As many of each as a page of the API has. */
const most = 200

/** What can be contested: referrals that were refused or taken back, and introductions whose slot was spent. */
export function ChooseSubject() {
  const text = useText(words)
  const common = useText(disputeWords)
  const referral = useText(referralWords)
  const format = useFormat()
  const [now] = useState(() => Date.now())
  const referrals = useQuery({
    queryKey: [listReferrals.id, 'contestable'],
    queryFn: () => call(listReferrals, { query: { step: 'NOT_COUNTED', limit: most } }),
  })
  const introductions = useQuery({
    queryKey: [listIntroductions.id, 'contestable'],
    queryFn: () => call(listIntroductions, { query: { state: 'ACCEPTED', limit: most } }),
  })
  const disputes = useQuery({
    queryKey: [listDisputes.id, 'contested'],
    queryFn: () => call(listDisputes, { query: { limit: most } }),
  })
  const error = referrals.error ?? introductions.error ?? disputes.error
  if (error) return <ErrorNotice error={error} />
  if (!referrals.data || !introductions.data || !disputes.data) return <Waiting />
  const contested = new Set(disputes.data.disputes.map(({ subjectId }) => subjectId))
  const isOpen = (id: string, since: string | null) =>
    !contested.has(id) && now - Date.parse(since ?? '') <= daysToContest * 86_400_000
  const refused = referrals.data.referrals.filter(
    (line) => isContestable(line) && isOpen(line.letterId, line.settledAt),
  )
  const spent = introductions.data.introductions.filter(({ id, endedAt }) => isOpen(id, endedAt))
  // What lies behind the newest is not looked through here, and must not be taken for nothing.
  const areMore = referrals.data.nextCursor !== null || introductions.data.nextCursor !== null
  return (
    <>
      <PageHeader title={text.newTitle} description={text.choose} />
      {areMore && <InlineNotice>{text.older(most)}</InlineNotice>}
      {!areMore && refused.length === 0 && spent.length === 0 && (
        <EmptyState framed title={text.nothing}>
          {text.noneText}
        </EmptyState>
      )}
      {refused.length > 0 && (
        <Section title={common.kinds.REFERRAL}>
          <ul className={styles.subjects}>
            {refused.map((line) => (
              <li key={line.letterId}>
                <Link href={`/relay/disputes/new?kind=REFERRAL&subjectId=${line.letterId}`}>
                  {line.personName ?? referral.nobody}
                </Link>
                <span>
                  {line.openingTitle} · {format.date(line.settledAt ?? line.sentAt)} · {referral.reason(line)}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {spent.length > 0 && (
        <Section title={common.kinds.SLOT}>
          <ul className={styles.subjects}>
            {spent.map(({ id, person, openingTitle, endedAt, askedAt }) => (
              <li key={id}>
                <Link href={`/relay/disputes/new?kind=SLOT&subjectId=${id}`}>{person?.name ?? text.unnamed}</Link>
                <span>
                  {openingTitle} · {format.date(endedAt ?? askedAt)}
                </span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  )
}
