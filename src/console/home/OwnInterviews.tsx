import { queryOptions, useQuery } from '@tanstack/react-query'
import { IconCalendarCheck } from '@tabler/icons-react'
import { useMemo } from 'react'
import { listOwnInterviews, type OwnInterview } from '../../contract/selection/interviews.ts'
import { DateCell, PersonCell, TextCell } from '../../ui/data-table/cells.tsx'
import type { Column } from '../../ui/data-table/column.ts'
import { DataTable } from '../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { Section } from '../../ui/PageHeader.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { messages } from '../../ui/text/messages.ts'
import { useText } from '../../ui/text/TextProvider.tsx'
import { call } from '../api.ts'
import { selectionWords } from '../selection-words.ts'

const words = messages({
  ja: {
    title: 'あなたの面接',
    person: 'お名前',
    nobody: '(お名前なし)',
    stage: '選考段階',
    when: '日時',
    place: '場所',
    evaluation: '評価',
    due: '評価が未入力',
    done: '入力済み',
    coming: '予定',
    empty: '担当する面接はありません',
    emptyText: '面接官に指定されると、ここに表示されます。',
  },
  en: {
    title: 'Your interviews',
    person: 'Name',
    nobody: '(no name)',
    stage: 'Stage',
    when: 'When',
    place: 'Where',
    evaluation: 'Evaluation',
    due: 'Missing',
    done: 'Recorded',
    coming: 'Planned',
    empty: 'No interviews',
    emptyText: 'They show here once you are named as interviewer.',
  },
})

const own = queryOptions({ queryKey: [listOwnInterviews.id], queryFn: () => call(listOwnInterviews, {}) })

const isOver = ({ startsAt, state }: OwnInterview) =>
  state === 'DONE' || (startsAt !== null && Date.parse(startsAt) < Date.now())
const isDue = (interview: OwnInterview) => interview.evaluation === null && isOver(interview)

/**
 * The interviews that the reader holds: those whose evaluation is missing first. Who recruits sees the list only while
 * there is something to do; an interviewer always.
 */
export function OwnInterviews({ onlyIfAny }: { onlyIfAny: boolean }) {
  const text = useText(words)
  const { data, error } = useQuery(own)
  const columns = useColumns()
  const open = data?.items.filter((one) => one.evaluation === null || !isOver(one))
  const rows = onlyIfAny ? open : data?.items
  const sorted = rows?.toSorted((one, other) => Number(isDue(other)) - Number(isDue(one))).slice(0, 50)
  if (onlyIfAny && (sorted === undefined || sorted.length === 0)) return null
  return (
    <Section title={text.title} bare>
      <DataTable
        id="own-interviews"
        label={text.title}
        columns={columns}
        rows={sorted}
        rowId={(one) => one.id}
        rowLabel={(one) => one.personName ?? text.nobody}
        rowHref={(one) => `/selection?interview=${one.id}`}
        error={error}
        empty={
          <EmptyState title={text.empty} icon={<IconCalendarCheck size={22} stroke={1.5} />}>
            {text.emptyText}
          </EmptyState>
        }
      />
    </Section>
  )
}

function useColumns(): Column<OwnInterview>[] {
  const text = useText(words)
  const named = useText(selectionWords)
  return useMemo<Column<OwnInterview>[]>(
    () => [
      {
        id: 'person',
        header: text.person,
        cell: (one) => <PersonCell name={one.personName ?? text.nobody} note={one.openingTitle} />,
        card: 'title',
      },
      { id: 'stage', header: text.stage, width: 150, cell: (one) => named.stage[one.stage] ?? one.stage },
      { id: 'when', header: text.when, width: 165, cell: (one) => <DateCell value={one.startsAt} kind="dateTime" /> },
      { id: 'place', header: text.place, width: 180, cell: (one) => <TextCell value={one.place} /> },
      {
        id: 'evaluation',
        header: text.evaluation,
        width: 150,
        card: 'corner',
        cell: (one) =>
          one.evaluation ? (
            <StatusBadge tone="good">{text.done}</StatusBadge>
          ) : isOver(one) ? (
            <StatusBadge tone="wait">{text.due}</StatusBadge>
          ) : (
            <StatusBadge tone="neutral">{text.coming}</StatusBadge>
          ),
      },
    ],
    [text, named],
  )
}
