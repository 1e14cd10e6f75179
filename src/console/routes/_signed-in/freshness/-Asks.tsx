import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { z } from 'zod'
import { listAsks, type readFreshness } from '../../../../contract/freshness.ts'
import { DateCell, PersonCell } from '../../../../ui/data-table/cells.tsx'
import type { Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Link } from '../../../../ui/link.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { StatCard, StatRow } from '../../../../ui/StatCard.tsx'
import { StatusBadge, type Tone } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { words } from './-words.ts'

type Answers = z.output<(typeof readFreshness)['response']>['answers']
type Ask = z.output<(typeof listAsks)['response']>['asks'][number]

const asks = queryOptions({ queryKey: [listAsks.id], queryFn: () => call(listAsks, { query: { limit: 50 } }) })

/** What came of asking: the counts of the last days, and each question with its answer. */
export function Asks({ answers }: { answers: Answers }) {
  const text = useText(words)
  const format = useFormat()
  const { data, error } = useQuery(asks)
  const columns = useAskColumns()
  const { sent, confirmed, changed, notInterested, silent, waiting } = answers
  const answered = confirmed + changed + notInterested
  return (
    <Section title={text.answersTitle} note={text.answersNote(answers.days)} bare>
      <StatRow>
        <StatCard label={text.sent} value={sent} unit={text.unit} note={`${text.waiting} ${format.number(waiting)}`} />
        <StatCard
          label={text.rate}
          value={sent - waiting > 0 ? format.percent(answered / (answered + silent || 1)) : null}
          note={`${format.number(answered)} / ${format.number(answered + silent)}`}
        />
        <StatCard label={text.confirmed} value={confirmed} unit={text.unit} />
        <StatCard label={text.changed} value={changed} unit={text.unit} />
        <StatCard label={text.notInterested} value={notInterested} unit={text.unit} />
        <StatCard label={text.silent} value={silent} unit={text.unit} />
      </StatRow>
      <DataTable
        id="freshness-asks"
        label={text.answersTitle}
        columns={columns}
        rows={data?.asks}
        rowId={({ id }) => id}
        rowLabel={({ name }) => name ?? text.nobody}
        error={error}
        empty={<EmptyState title={text.noAsks} compact />}
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
      {
        id: 'person',
        header: text.person,
        card: 'title',
        cell: ({ personId, name }) => (
          <Link href={`/people/${personId}`}>
            <PersonCell name={name ?? text.nobody} />
          </Link>
        ),
      },
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
