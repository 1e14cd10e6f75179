import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listOwnInterviews, type OwnInterview } from '../../../../contract/selection/interviews.ts'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { PageHeader, Section } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { selectionWords } from '../../../selection-words.ts'
import { useMembership } from '../../../session.ts'
import { EvaluationDialog } from './-EvaluationDialog.tsx'
import { interviewWords } from './-interview-words.ts'
import styles from './-selection.module.css'
import { wallClock } from './-zoned.ts'

/** The page of who only interviews. */
export function OwnInterviews() {
  const text = useText(interviewWords)
  return (
    <>
      <PageHeader title={text.title} description={text.description} />
      <OwnInterviewList />
    </>
  )
}

type Group = 'today' | 'waiting' | 'upcoming' | 'past'
const groups: readonly Group[] = ['today', 'waiting', 'upcoming', 'past']

/** What needs an evaluation stands before what is to come, unless it is today's. */
function groupOf({ startsAt, state, evaluation }: OwnInterview, now: Date, zone: string): Group {
  if (state === 'CANCELLED') return 'past'
  const day = startsAt === null ? undefined : wallClock(startsAt, zone).day
  if (day === wallClock(now, zone).day) return 'today'
  if (evaluation !== null) return 'past'
  return state === 'DONE' || (startsAt !== null && Date.parse(startsAt) < now.getTime()) ? 'waiting' : 'upcoming'
}

/** The interviews one holds, and one's evaluations of them. */
export function OwnInterviewList() {
  const text = useText(interviewWords)
  const { zone } = useMembership()
  const [evaluating, evaluate] = useState<OwnInterview>()
  const { data, error, refetch } = useQuery({
    queryKey: [listOwnInterviews.id],
    queryFn: ({ signal }) => call(listOwnInterviews, {}, { signal }),
  })
  const now = new Date()
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (data?.items.length === 0) return <EmptyState title={text.none}>{text.noneText}</EmptyState>
  return (
    <>
      {groups.map((group) => {
        const own = (data?.items ?? []).filter((one) => groupOf(one, now, zone) === group)
        const sorted = own.toSorted((a, b) => (a.startsAt ?? '9').localeCompare(b.startsAt ?? '9'))
        if (own.length === 0) return null
        return (
          <Section key={group} title={text[group]} note={String(own.length)}>
            <div>
              {(group === 'past' ? sorted.toReversed() : sorted).map((one) => (
                <Row
                  key={one.id}
                  interview={one}
                  isPrimary={group !== 'upcoming'}
                  hasBegun={one.startsAt === null || Date.parse(one.startsAt) <= now.getTime()}
                  onEvaluate={() => evaluate(one)}
                />
              ))}
            </div>
          </Section>
        )
      })}
      <EvaluationDialog interview={evaluating} onClose={() => evaluate(undefined)} />
    </>
  )
}

type RowProps = { interview: OwnInterview; isPrimary: boolean; hasBegun: boolean; onEvaluate: () => void }

function Row({ interview, isPrimary, hasBegun, onEvaluate }: RowProps) {
  const text = useText(interviewWords)
  const format = useFormat()
  const { stage } = useText(selectionWords)
  const { evaluation, startsAt, endsAt, state } = interview
  const name = interview.personName ?? text.unnamed
  return (
    <article className={styles.interview} aria-label={name}>
      <div className={styles.when}>
        {startsAt === null ? (
          text.undecided
        ) : (
          <>
            <span>{format.longDate(startsAt)}</span>
            <b>{[format.time(startsAt), endsAt && format.time(endsAt)].filter(Boolean).join('–')}</b>
          </>
        )}
      </div>
      <div>
        <div className={styles.panelHead}>
          <strong>{name}</strong>
          <span className={styles.soft}>{[interview.employer, interview.title].filter(Boolean).join(' / ')}</span>
          {state === 'CANCELLED' && <StatusBadge tone="neutral">{text.states.CANCELLED}</StatusBadge>}
          {evaluation && (
            <StatusBadge tone={evaluation.recommendation.endsWith('YES') ? 'good' : 'neutral'}>
              {text.grades[evaluation.recommendation]}
            </StatusBadge>
          )}
        </div>
        <div className={styles.soft}>
          {[interview.openingTitle, stage[interview.stage], interview.place].filter(Boolean).join(' / ')}
        </div>
      </div>
      {state !== 'CANCELLED' && (
        <Button
          disabled={!hasBegun}
          title={hasBegun ? undefined : text.notBegun}
          size="xs"
          variant={evaluation === null && isPrimary ? 'filled' : 'default'}
          aria-label={evaluation ? text.correctFor(name) : text.evaluateFor(name)}
          onClick={onEvaluate}
        >
          {evaluation ? text.correct : text.evaluate}
        </Button>
      )}
    </article>
  )
}
