import { queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { readLetter, type LetterWhole } from '../../../../contract/relay/letter-page.ts'
import { Facts } from '../../../../ui/Facts.tsx'
import { Link } from '../../../../ui/link.tsx'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { PageHeader, Section } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { Timeline } from '../../../../ui/Timeline.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { Waiting } from '../../../../ui/feedback/Waiting.tsx'
import { call } from '../../../api.ts'
import { referralWords, stepTones } from '../relay/-referral-words.ts'
import { ReferralResult } from '../relay/-Referrals.tsx'
import { Evidence, LetterActions } from './-LetterActions.tsx'
import { useEvents } from './-letter-events.ts'
import styles from './-letters.module.css'
import { pageWords } from './-letter-page-words.ts'
import { letterTones, letterWords } from './-words.ts'

const letterQuery = (id: string) =>
  queryOptions({ queryKey: [readLetter.id, id], queryFn: () => call(readLetter, { params: { id } }) })

export const Route = createFileRoute('/_signed-in/letters/$id')({
  staticData: { crumb: { ja: '1通の詳細', en: 'One letter' } },
  params: { parse: ({ id }) => ({ id: z.uuid().parse(id) }) },
  component: Page,
})

function Page() {
  const text = useText(pageWords)
  const { id } = Route.useParams()
  const { data, error } = useQuery(letterQuery(id))
  const eventsOf = useEvents()
  if (error) return <ErrorNotice error={error} />
  if (!data) return <Waiting />
  const { letter, words } = data
  return (
    <>
      <PageHeader
        title={text.title(letter.personName ?? text.nobody)}
        description={letter.openingTitle}
        actions={
          <>
            <LetterActions letter={letter} look="page" />
            <Evidence letter={letter} look="page" />
          </>
        }
      />
      <div className={styles.editor}>
        <div className={styles.stack}>
          <Section title={text.standing}>
            <Standing whole={data} />
          </Section>
          <Section title={text.course} note={text.courseNote}>
            <Timeline label={text.course} events={eventsOf(data.events)} />
          </Section>
        </div>
        <Section title={text.words} note={words ? text.wordsNote : undefined}>
          {words ? (
            <>
              <p className={styles.subject}>{words.subject}</p>
              <p className={styles.words}>{words.text}</p>
            </>
          ) : (
            <p className={styles.lead}>{letter.kind === 'LINK' ? text.elsewhere : text.notWritten}</p>
          )}
        </Section>
      </div>
    </>
  )
}

type Fact = readonly [string, ReactNode]

/** Where the letter is, by which way it went, and how far it led. */
function Standing({ whole }: { whole: LetterWhole }) {
  const text = useText(pageWords)
  const named = useText(letterWords)
  const steps = useText(referralWords)
  const format = useFormat()
  const { letter, led, linkUntil, recipient, trial, preflightId, ownerName } = whole
  const known: readonly (Fact | false | null)[] = [
    [
      text.state,
      <StatusBadge key="state" tone={letterTones[letter.state]}>
        {named.state[letter.state]}
      </StatusBadge>,
    ],
    letter.reason !== null && [text.reason, named.reason(letter.reason)],
    led && [
      text.led,
      <span key="led">
        <StatusBadge tone={stepTones[led.step]}>{steps.steps[led.step]}</StatusBadge> <ReferralResult line={led} />
      </span>,
    ],
    [
      text.person,
      letter.personName === null ? (
        text.nobody
      ) : (
        <Link key="person" href={`/people/${letter.personId}`}>
          {letter.personName}
        </Link>
      ),
    ],
    recipient !== null && [text.recipient, recipient],
    [letter.sentAt === null ? text.due : text.sent, format.dateTime(letter.sentAt ?? letter.dueAt)],
    [text.kind, named.kind[letter.kind]],
    preflightId !== null && [
      text.campaign,
      <Link key="campaign" href={`/letters/preflights/${preflightId}`}>
        {text.toCampaign}
      </Link>,
    ],
    letter.templateVersion !== null &&
      trial?.variant !== 'B' && [
        text.template,
        letter.templateVersion === 0 ? text.original : text.version(letter.templateVersion),
      ],
    trial !== null && [
      text.trial,
      <Link key="trial" href={`/letters/trials/${trial.id}`}>
        {text.variant(trial.variant)}
      </Link>,
    ],
    linkUntil !== null && [text.linkUntil, format.date(linkUntil)],
    [text.owner, ownerName ?? text.noOwner],
  ]
  const facts = known.filter((fact) => fact !== false && fact !== null)
  return <Facts facts={facts} layout="columns" />
}
