import { IconListSearch } from '@tabler/icons-react'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { z } from 'zod'
import { listRetentionRuns, makeRetentionRun, type RetentionRun } from '../../../../../contract/retention.ts'
import { retentionWords } from '../../../../../contract/retention-words.ts'
import { DateCell, NumberCell, TextCell } from '../../../../../ui/data-table/cells.tsx'
import { pagesInUrl, type Column } from '../../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../../ui/EmptyState.tsx'
import { PageHeader, Section } from '../../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../../ui/StatusBadge.tsx'
import { useFormat, useLanguage, useText } from '../../../../../ui/text/TextProvider.tsx'
import { call } from '../../../../api.ts'
import { MakeButton } from '../../../../MakeButton.tsx'
import { useCan } from '../../../../session.ts'
import { isWorking, refreshRuns, staffQuery } from './-queries.ts'
import { Rules } from './-Rules.tsx'
import { phaseTones, totalOf } from './-standing.ts'
import { words } from './-words.ts'

const Search = z.object({ cursor: z.uuid().optional() })

const runs = (search: z.output<typeof Search>) =>
  queryOptions({
    queryKey: [listRetentionRuns.id, search],
    queryFn: () => call(listRetentionRuns, { query: { ...search, limit: 20 } }),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.runs.some(isWorking) ? 2_000 : false),
  })

export const Route = createFileRoute('/_signed-in/privacy/retention/')({
  staticData: { crumb: { ja: '保存期間と削除', en: 'Retention' } },
  validateSearch: Search,
  component: Retention,
})

function Retention() {
  const text = useText(words)
  const canManage = useCan()('consent:manage')
  return (
    <>
      <PageHeader title={text.title} description={text.description} actions={canManage && <Make />} />
      <Section title={text.runs} bare>
        <Runs />
      </Section>
      <Section title={text.rules} note={text.rulesNote} bare>
        <Rules />
      </Section>
    </>
  )
}

function Make() {
  return (
    <MakeButton
      label={useText(words).make}
      leftSection={<IconListSearch size={16} />}
      make={async () => {
        const { id } = await call(makeRetentionRun, { body: { id: crypto.randomUUID() } })
        await refreshRuns()
        return `/privacy/retention/${id}`
      }}
    />
  )
}

function Runs() {
  const text = useText(words)
  const format = useFormat()
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const { data, error, isPlaceholderData } = useQuery(runs(search))
  const columns = useColumns()
  return (
    <DataTable
      id="retention-runs"
      label={text.runs}
      columns={columns}
      rows={data?.runs}
      rowId={(run) => run.id}
      rowLabel={(run) => text.open(format.dateTime(run.madeAt))}
      rowHref={(run) => `/privacy/retention/${run.id}`}
      isRefreshing={isPlaceholderData}
      error={error}
      paging={pagesInUrl({
        cursor: search.cursor,
        next: data?.nextCursor,
        onNext: (cursor) => void navigate({ search: { cursor } }),
      })}
      empty={<EmptyState title={text.noRuns}>{text.noRunsText}</EmptyState>}
    />
  )
}

function useColumns(): Column<RetentionRun>[] {
  const text = useText(words)
  const [language] = useLanguage()
  const canSeeStaff = useCan()('staff:read')
  const { data: staff } = useQuery({ ...staffQuery, enabled: canSeeStaff })
  return useMemo<Column<RetentionRun>[]>(() => {
    const names = new Map(staff?.items.map(({ id, name }) => [id, name]))
    return [
      {
        id: 'made',
        header: text.when,
        card: 'title',
        cell: ({ madeAt }) => <DateCell value={madeAt} kind="dateTime" />,
      },
      {
        id: 'phase',
        header: text.phase,
        width: 170,
        card: 'corner',
        cell: ({ phase }) => (
          <StatusBadge tone={phaseTones[phase]}>{retentionWords[language].phases[phase]}</StatusBadge>
        ),
      },
      ...(['deletes', 'kept', 'deleted'] as const).map((count): Column<RetentionRun> => ({
        id: count,
        header: text[count],
        width: 120,
        align: 'end',
        cell: (run) => <NumberCell value={totalOf(run, count)} />,
      })),
      {
        id: 'who',
        header: text.who,
        width: 170,
        cell: ({ scheduledBy, madeBy }) => <TextCell value={names.get(scheduledBy ?? madeBy) ?? text.program} />,
      },
    ]
  }, [text, language, staff])
}
