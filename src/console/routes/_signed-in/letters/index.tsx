import { Button, NativeSelect } from '@mantine/core'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useMemo } from 'react'
import { z } from 'zod'
import { Letter, LetterFilter, listLetters } from '../../../../contract/relay/relay.ts'
import { letterStates, LetterState } from '../../../../contract/relay/relay-terms.ts'
import { download } from '../../../../program/download.ts'
import { DateCell, PersonCell } from '../../../../ui/data-table/cells.tsx'
import { pagesInUrl, sortFromText, sortToText, type Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { Link } from '../../../../ui/link.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { StatCard, StatRow } from '../../../../ui/StatCard.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { messages } from '../../../../ui/text/messages.ts'
import { useLanguage, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call } from '../../../api.ts'
import { SearchText } from '../../../SearchText.tsx'
import { Evidence, LetterActions } from './-LetterActions.tsx'
import styles from './-letters.module.css'
import { letterTones, letterWords } from './-words.ts'

const words = messages({
  ja: {
    title: 'お見送りメール',
    description: '不採用となった方への通知です。送信の直前にもう一度、送ってよい状況かどうかを確認します。',
    person: 'お名前',
    nobody: '(消去済み)',
    state: '状態',
    due: '送信予定・送信日時',
    reason: '理由',
    unit: '通',
    search: 'お名前・メールアドレス',
    kind: '送り方',
    everyKind: 'すべての送り方',
    clear: '条件を外す',
    csv: 'CSVで書き出す',
    none: '条件に合うお見送りメールはありません',
    empty: 'お見送りメールはまだありません',
    emptyText: '「送信の設定」で送信を開始すると、以後の不採用から3営業日後に送信されます。',
    settings: '送信の設定へ',
  },
  en: {
    title: 'Letters',
    description: 'What rejected people are told. Each letter is judged once more at the moment it leaves.',
    person: 'Name',
    nobody: '(erased)',
    state: 'State',
    due: 'Leaves or left',
    reason: 'Reason',
    unit: '',
    search: 'Name or address',
    kind: 'How',
    everyKind: 'Every way',
    clear: 'Clear',
    csv: 'Export as CSV',
    none: 'No letter fits',
    empty: 'No letters yet',
    emptyText: 'Once letters are on, each rejection from then on is told after three business days.',
    settings: 'To the settings',
  },
})

const Search = z.object({
  state: LetterState.optional(),
  kind: Letter.shape.kind.optional(),
  text: LetterFilter.shape.text,
  sort: z.enum(['NEWEST', 'DUE']).optional(),
  cursor: z.string().max(100).optional(),
})
type Search = z.output<typeof Search>

const letters = (search: Search) =>
  queryOptions({
    queryKey: [listLetters.id, search],
    queryFn: () => call(listLetters, { query: search }),
    placeholderData: keepPreviousData,
  })

export const Route = createFileRoute('/_signed-in/letters/')({
  validateSearch: Search,
  component: Page,
})

function Page() {
  const text = useText(words)
  const named = useText(letterWords)
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const change = (changed: Search) => void navigate({ search: (now) => ({ ...now, cursor: undefined, ...changed }) })
  const { data, error, isPlaceholderData, refetch } = useQuery(letters(search))
  const columns = useColumns()
  const isFiltered = [search.state, search.kind, search.text].some((one) => one !== undefined)
  return (
    <>
      <PageHeader title={text.title} description={text.description} />
      <StatRow>
        {letterStates.map((state) => (
          <StatCard
            key={state}
            label={named.state[state]}
            value={data && (data.counts[state] ?? 0)}
            unit={text.unit}
            href={search.state === state ? '/letters' : `/letters?state=${state}`}
          />
        ))}
      </StatRow>
      <DataTable
        id="letters"
        label={text.title}
        columns={columns}
        rows={data?.letters}
        rowId={(letter) => letter.id}
        rowLabel={(letter) => letter.personName ?? text.nobody}
        rowHref={(letter) => `/letters/${letter.id}`}
        isRefreshing={isPlaceholderData}
        error={error}
        onRetry={() => void refetch()}
        sort={search.sort === 'DUE' ? sortFromText('dueAt') : undefined}
        onSort={(sort) => change({ sort: sort && sortToText(sort) === 'dueAt' ? 'DUE' : undefined })}
        toolbar={<Filters search={search} onChange={change} />}
        toolbarEnd={<Export search={search} />}
        paging={pagesInUrl({
          cursor: search.cursor,
          next: data?.nextCursor,
          onNext: (cursor) => void navigate({ search: (now) => ({ ...now, cursor }) }),
        })}
        empty={isFiltered ? <EmptyState title={text.none} compact /> : <NoLetters />}
      />
    </>
  )
}

function NoLetters() {
  const text = useText(words)
  return (
    <EmptyState
      title={text.empty}
      actions={
        <Button component={Link} href="/letters/settings" variant="default">
          {text.settings}
        </Button>
      }
    >
      {text.emptyText}
    </EmptyState>
  )
}

function Filters({ search, onChange }: { search: Search; onChange: (changed: Search) => void }) {
  const text = useText(words)
  const named = useText(letterWords)
  return (
    <div className={styles.filters}>
      <SearchText label={text.search} value={search.text} onValue={(value) => onChange({ text: value })} />
      <NativeSelect
        size="xs"
        aria-label={text.kind}
        value={search.kind ?? ''}
        onChange={({ currentTarget }) =>
          onChange({ kind: Letter.shape.kind.safeParse(currentTarget.value).data ?? undefined })
        }
        data={[
          { value: '', label: text.everyKind },
          ...Letter.shape.kind.options.map((value) => ({ value, label: named.kind[value] })),
        ]}
      />
      {search.state !== undefined && (
        <Button size="compact-xs" variant="light" onClick={() => onChange({ state: undefined })}>
          {`${named.state[search.state]} ×`}
        </Button>
      )}
    </div>
  )
}

/** The list as it is filtered, as a file. */
function Export({ search: { cursor: _cursor, ...filter } }: { search: Search }) {
  const text = useText(words)
  const toast = useToast()
  const [language] = useLanguage()
  const asked = new URLSearchParams({ lang: language })
  for (const [key, value] of Object.entries(filter)) if (value !== undefined) asked.set(key, value)
  return (
    <Button
      size="xs"
      variant="default"
      onClick={() => void download(`/api/v1/relay/letters.csv?${asked}`, 'letters.csv').catch(toast.refuse)}
    >
      {text.csv}
    </Button>
  )
}

function useColumns(): Column<Letter>[] {
  const text = useText(words)
  const named = useText(letterWords)
  return useMemo<Column<Letter>[]>(
    () => [
      {
        id: 'person',
        header: text.person,
        cell: (letter) => <PersonCell name={letter.personName ?? text.nobody} note={letter.openingTitle} />,
        card: 'title',
      },
      {
        id: 'state',
        header: text.state,
        width: 120,
        card: 'corner',
        cell: (letter) => (
          <StatusBadge tone={letterTones[letter.state]} plain>
            {named.state[letter.state]}
          </StatusBadge>
        ),
      },
      {
        id: 'dueAt',
        header: text.due,
        width: 180,
        sortable: true,
        cell: (letter) => <DateCell value={letter.sentAt ?? letter.dueAt} kind="dateTime" />,
      },
      {
        id: 'reason',
        header: text.reason,
        width: 200,
        cell: (letter) => (letter.kind === 'LINK' ? named.kind.LINK : named.reason(letter.reason)),
      },
      {
        id: 'actions',
        header: '',
        width: 270,
        optional: false,
        cell: (letter: Letter) => (
          <span className={styles.buttons}>
            <LetterActions letter={letter} look="row" />
            <Evidence letter={letter} look="row" />
          </span>
        ),
      },
    ],
    [text, named],
  )
}
