import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { z } from 'zod'
import { askOutcomes, listAsks, type AskOutcome, type readFreshness } from '../../../../contract/pool/freshness.ts'
import { DateCell } from '../../../../ui/data-table/cells.tsx'
import { pagesInUrl, type Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { Link } from '../../../../ui/link.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { StatCard, StatRow } from '../../../../ui/StatCard.tsx'
import { StatusBadge, type Tone } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { personColumn } from './-person-column.tsx'
import { words } from './-words.ts'

type Answers = z.output<(typeof readFreshness)['response']>['answers']
type Ask = z.output<(typeof listAsks)['response']>['asks'][number]

/** Fewer answers than this say more about chance than about the people asked. */
const leastForARate = 10

type Chosen = { cursor?: string | undefined; outcome?: AskOutcome | undefined }
export type AsksProps = Chosen & { answers: Answers; onPage: (cursor: string | undefined) => void }

const asks = (chosen: Chosen) =>
  queryOptions({
    queryKey: [listAsks.id, chosen],
    queryFn: () => call(listAsks, { query: { ...chosen, limit: 20 } }),
    placeholderData: keepPreviousData,
  })

/** What came of asking: counts of the last days that open their people, and each question with its answer. */
export function Asks({ answers: { days, counts }, cursor, outcome, onPage }: AsksProps) {
  const text = useText(words)
  const format = useFormat()
  const { data, error, isPlaceholderData } = useQuery(asks({ cursor, outcome }))
  const columns = useAskColumns()
  const answered = counts.confirmed + counts.changed + counts.notInterested
  const ended = answered + counts.silent
  return (
    <Section title={text.answersTitle} note={text.answersNote(days)} bare>
      <StatRow>
        <StatCard
          label={text.rate}
          value={ended < leastForARate ? null : format.percent(answered / ended)}
          note={`${format.number(answered)} / ${format.number(ended)}`}
          {...(ended < leastForARate && { withheldBelow: leastForARate })}
        />
        {askOutcomes.map((one) => (
          <StatCard
            key={one}
            label={text[one]}
            value={counts[one]}
            unit={text.unit}
            {...(counts[one] > 0 && { href: `/freshness?outcome=${one}` })}
            {...(one === outcome && { tone: 'accent' as const })}
          />
        ))}
      </StatRow>
      {outcome && (
        <p>
          <Link href="/freshness">{text.showAll}</Link>
        </p>
      )}
      <DataTable
        id="freshness-asks"
        label={text.answersTitle}
        columns={columns}
        rows={data?.asks}
        rowId={({ id }) => id}
        rowLabel={({ name }) => name ?? text.nobody}
        isRefreshing={isPlaceholderData}
        error={error}
        paging={pagesInUrl({ cursor, next: data?.nextCursor, onNext: onPage })}
        empty={<EmptyState title={outcome ? text.nobodyHere : text.noAsks} compact />}
      />
    </Section>
  )
}

const toneOf = ({ state, answer }: Ask): Tone => {
  if (state === 'ANSWERED') return answer === 'NOT_INTERESTED' || answer === 'LEAVES' ? 'neutral' : 'good'
  return state === 'REFUSED' ? 'bad' : state === 'LAPSED' ? 'wait' : 'busy'
}

function useAskColumns(): Column<Ask>[] {
  const text = useText(words)
  return useMemo<Column<Ask>[]>(() => {
    const result = ({ state, answer, hindrance }: Ask) => {
      if (state === 'ANSWERED') return answer === null ? '' : text.answer[answer]
      return state === 'REFUSED' ? (hindrance === null ? '' : text.hindrance[hindrance]) : text.state[state]
    }
    return [
      personColumn(text),
      { id: 'kind', header: text.kind, width: 140, cell: ({ kind }) => text.kinds[kind] },
      {
        id: 'result',
        header: text.result,
        width: 220,
        card: 'corner',
        cell: (ask) => <StatusBadge tone={toneOf(ask)}>{result(ask)}</StatusBadge>,
      },
      { id: 'plannedAt', header: text.plannedAt, width: 130, cell: ({ plannedAt }) => <DateCell value={plannedAt} /> },
      {
        id: 'endedAt',
        header: text.endedAt,
        width: 130,
        cell: ({ endedAt, state }) => (endedAt !== null && state === 'ANSWERED' ? <DateCell value={endedAt} /> : '—'),
      },
    ]
  }, [text])
}
