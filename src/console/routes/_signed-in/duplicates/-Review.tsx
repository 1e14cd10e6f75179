import { Button } from '@mantine/core'
import { useMemo, type ReactNode } from 'react'
import type { Duplicate } from '../../../../contract/linkage/linkage.ts'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { PageHeader, Section } from '../../../../ui/PageHeader.tsx'
import { useShortcuts } from '../../../../ui/shortcuts.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { BulkAccept, Runs } from './-BulkAccept.tsx'
import { Key } from './-Key.tsx'
import { Pair } from './-Pair.tsx'
import { useReview } from './-use-review.ts'
import { undoKey } from './-ways-back.ts'
import { probabilityText } from './-figures.ts'
import { Waterfall } from './-Waterfall.tsx'
import { asText } from '../../../field-text.ts'
import styles from './-duplicates.module.css'
import { words } from './-words.ts'

/** Pair after pair, decided by one key each. */
export function Review({ tabs }: { tabs: ReactNode }) {
  const text = useText(words)
  const format = useFormat()
  const review = useReview()
  const { pairs, place, isLoaded, error, refetch, undoLast } = review
  const pair = pairs[place]
  // Here, since the last decision of all leaves no pair.
  useShortcuts(
    useMemo(
      () => [{ keys: [undoKey.toLowerCase()], label: text.undoLast, group: text.keys, run: undoLast }],
      [text, undoLast],
    ),
  )
  return (
    <>
      <PageHeader
        title={text.title}
        description={text.description}
        aside={isLoaded && review.open > 0 ? text.open(format.number(review.open)) : undefined}
        actions={isLoaded && <BulkAccept hasOpen={review.open > 0} />}
      />
      {tabs}
      <Runs />
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {isLoaded && !pair && <EmptyState title={text.emptyTitle}>{text.emptyText}</EmptyState>}
      {pair && <Reviewed key={pair.id} pair={pair} review={review} />}
    </>
  )
}

function Reviewed({ pair, review }: { pair: Duplicate; review: ReturnType<typeof useReview> }) {
  const text = useText(words)
  const { decide, turn, pairs, place, goTo } = review
  useShortcuts(
    useMemo(
      () => [
        { keys: ['s'], label: text.same, group: text.keys, run: () => decide(pair, 'SAME') },
        { keys: ['d'], label: text.different, group: text.keys, run: () => decide(pair, 'NOT_SAME') },
        { keys: ['l'], label: text.later, group: text.keys, run: () => decide(pair, 'LATER') },
        { keys: ['j'], label: text.next, group: text.keys, run: () => turn(1) },
        { keys: ['k'], label: text.previous, group: text.keys, run: () => turn(-1) },
      ],
      [text, pair, decide, turn],
    ),
  )
  return (
    <div className={styles.review}>
      <div>
        <Pair pair={pair} onGroup={() => review.decideGroup(pair)} />
        <div className={styles.decide}>
          <Button onClick={() => decide(pair, 'SAME')}>
            {text.same}
            <Key>S</Key>
          </Button>
          <Button variant="default" onClick={() => decide(pair, 'NOT_SAME')}>
            {text.different}
            <Key>D</Key>
          </Button>
          <Button variant="subtle" onClick={() => decide(pair, 'LATER')}>
            {text.later}
            <Key>L</Key>
          </Button>
          <span className={styles.turn}>
            <Button variant="subtle" color="gray" size="compact-sm" disabled={place === 0} onClick={() => turn(-1)}>
              {text.previous}
              <Key>K</Key>
            </Button>
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              disabled={place >= pairs.length - 1}
              onClick={() => turn(1)}
            >
              {text.next}
              <Key>J</Key>
            </Button>
          </span>
        </div>
      </div>
      <div className={styles.side}>
        {pair.evidence && (
          <Section title={text.why}>
            <Waterfall evidence={pair.evidence} />
          </Section>
        )}
        <Upcoming pairs={pairs} place={place} onChoose={goTo} />
      </div>
    </div>
  )
}

const mostUpcoming = 8

function Upcoming({
  pairs,
  place,
  onChoose,
}: {
  pairs: readonly Duplicate[]
  place: number
  onChoose: (at: number) => void
}) {
  const text = useText(words)
  const format = useFormat()
  if (pairs.length < 2) return null
  const from = Math.max(0, Math.min(place - 1, pairs.length - mostUpcoming))
  const named = ({ fields }: Duplicate['one']) => (fields.name ? asText(fields.name.value) : text.nobody)
  return (
    <div className={styles.upcomingSection}>
      <Section title={text.upcoming}>
        <ul className={styles.upcoming}>
          {pairs.slice(from, from + mostUpcoming).map((pair, nth) => (
            <li key={pair.id}>
              <button type="button" aria-current={from + nth === place} onClick={() => onChoose(from + nth)}>
                <span>{[...new Set([named(pair.one), named(pair.other)])].join(' / ')}</span>
                <span>{probabilityText(pair.evidence?.probability ?? pair.score, format)}</span>
              </button>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  )
}
