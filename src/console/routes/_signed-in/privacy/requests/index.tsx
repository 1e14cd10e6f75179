import { Button, SegmentedControl } from '@mantine/core'
import { IconEraser, IconPlus } from '@tabler/icons-react'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useCallback, useMemo, useState } from 'react'
import { z } from 'zod'
import {
  DataRequestFilter,
  listDataRequests,
  requestsDue,
  type DataRequest,
} from '../../../../../contract/requests/data-requests.ts'
import { requestKinds } from '../../../../../contract/requests/request-grounds.ts'
import { formWords } from '../../../../../contract/requests/disclosure-forms.ts'
import { remarkIn } from '../../../../../contract/requests/request-remarks.ts'
import { fieldNames } from '../../../../../contract/people/field-words.ts'
import { receiptNumber } from '../../../../../contract/consent/receipt-number.ts'
import { DateCell } from '../../../../../ui/data-table/cells.tsx'
import { pagesInUrl, type BulkAction, type Column } from '../../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../../ui/feedback/EmptyState.tsx'
import { PlainSelectField } from '../../../../../ui/form/fields.tsx'
import { InlineNotice } from '../../../../../ui/feedback/Notice.tsx'
import { PageHeader } from '../../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../../ui/StatusBadge.tsx'
import { useLanguage, useText } from '../../../../../ui/text/TextProvider.tsx'
import { call } from '../../../../api.ts'
import { SearchText } from '../../../../SearchText.tsx'
import { useCan } from '../../../../session.ts'
import styles from '../-privacy.module.css'
import { BulkErasure } from './-BulkErasure.tsx'
import { dueTone, stateTones, useDaysLeft } from './-clock.ts'
import { NewRequestDialog } from './-NewRequestDialog.tsx'
import { answerWords } from './-answer-words.ts'
import { words } from './-words.ts'

const states = ['OPEN', 'ANSWERED', 'PARTIAL', 'DECLINED', 'ALL'] as const
const Search = DataRequestFilter.extend({ state: z.enum(states).default('OPEN'), cursor: z.uuid().optional() })
type Search = z.output<typeof Search>

const requests = ({ state, ...search }: Search) =>
  queryOptions({
    queryKey: [listDataRequests.id, state, search],
    queryFn: () => call(listDataRequests, { query: { ...search, state: state === 'ALL' ? undefined : state } }),
    placeholderData: keepPreviousData,
    // While people are being erased the page shows how far.
    refetchInterval: ({ state: held }) => ((held.data?.erasures.waiting ?? 0) > 0 ? 3000 : false),
  })

export const Route = createFileRoute('/_signed-in/privacy/requests/')({
  staticData: { crumb: { ja: '請求対応', en: 'Requests' } },
  validateSearch: Search,
  component: Requests,
})

function Requests() {
  const text = useText(words)
  const { bulkErase } = useText(answerWords)
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const can = useCan()
  const { data, error, isPlaceholderData } = useQuery(requests(search))
  const columns = useColumns()
  const [isEntering, setEntering] = useState(false)
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const [erasing, erase] = useState<readonly string[]>([])
  const isFiltered =
    search.kind !== undefined ||
    search.due !== undefined ||
    search.identity !== undefined ||
    search.number !== undefined ||
    search.personId !== undefined
  const bulk: BulkAction[] = [
    { id: 'erase', label: bulkErase, icon: <IconEraser size={15} />, danger: true, run: erase },
  ]
  const { waiting = 0, failed = 0 } = data?.erasures ?? {}
  return (
    <>
      <PageHeader
        title={text.title}
        description={text.description}
        actions={
          can('consent:manage') && (
            <Button leftSection={<IconPlus size={16} />} onClick={() => setEntering(true)}>
              {text.enter}
            </Button>
          )
        }
      />
      {waiting > 0 && <InlineNotice tone="busy">{text.erasing(waiting)}</InlineNotice>}
      {failed > 0 && <InlineNotice tone="bad">{text.erasingFailed(failed)}</InlineNotice>}
      <DataTable
        id="data-requests"
        label={text.title}
        columns={columns}
        rows={data?.requests}
        rowId={(request) => request.id}
        rowLabel={(request) => `${text.kinds[request.kind]} ${request.personName ?? ''}`}
        rowHref={(request) => `/privacy/requests/${request.id}`}
        isRefreshing={isPlaceholderData}
        error={error}
        {...(can('people:erase') && { selection: chosen, onSelection: choose, bulkActions: bulk })}
        toolbar={
          <Filters
            search={search}
            onChange={(change) => {
              choose(new Set())
              void navigate({ search: { ...search, cursor: undefined, ...change } })
            }}
          />
        }
        paging={pagesInUrl({
          cursor: search.cursor,
          next: data?.nextCursor,
          onNext: (next) => void navigate({ search: { ...search, cursor: next } }),
        })}
        empty={
          isFiltered || search.state !== 'OPEN' ? (
            <EmptyState title={text.emptyFiltered}>{text.emptyFilteredText}</EmptyState>
          ) : (
            <EmptyState title={text.empty}>{text.emptyText}</EmptyState>
          )
        }
      />
      <NewRequestDialog opened={isEntering} onClose={() => setEntering(false)} />
      <BulkErasure
        ids={erasing}
        onClose={(isDone) => {
          erase([])
          if (isDone) choose(new Set())
        }}
      />
    </>
  )
}

function Filters({ search, onChange }: { search: Search; onChange: (change: Partial<Search>) => void }) {
  const text = useText(words)
  return (
    <div className={styles.filters}>
      <SearchText
        label={text.numberSearch}
        value={search.number}
        // Who looks for one request does not know whether it is answered.
        onValue={(number) => onChange({ number, ...(number !== undefined && { state: 'ALL' }) })}
      />
      <SegmentedControl
        size="xs"
        aria-label={text.state}
        value={search.state}
        onChange={(state) => onChange({ state: z.enum(states).parse(state) })}
        data={[
          ...(['OPEN', 'ANSWERED', 'PARTIAL', 'DECLINED'] as const).map((value) => ({
            value,
            label: text.states[value],
          })),
          { value: 'ALL', label: text.all },
        ]}
      />
      <PlainSelectField
        size="xs"
        label=""
        aria-label={text.kind}
        value={search.kind ?? ''}
        onChange={(event) =>
          onChange({ kind: DataRequestFilter.shape.kind.parse(event.currentTarget.value || undefined) })
        }
        data={[
          { value: '', label: text.allKinds },
          ...requestKinds.map((value) => ({ value, label: text.kinds[value] })),
        ]}
      />
      <PlainSelectField
        size="xs"
        label=""
        aria-label={text.dueFilter}
        value={search.due ?? ''}
        onChange={(event) =>
          onChange({ due: DataRequestFilter.shape.due.parse(event.currentTarget.value || undefined) })
        }
        data={[
          { value: '', label: text.dues.ALL },
          ...requestsDue.map((value) => ({ value, label: text.dues[value] })),
        ]}
      />
    </div>
  )
}

/** The clock of a request: how many days are left, or how many it is late. */
function Clock({ request }: { request: DataRequest }) {
  const text = useText(words)
  const days = useDaysLeft()(request)
  const [language] = useLanguage()
  if (request.state !== 'OPEN') return <DateCell value={request.dueAt} />
  return (
    <span className={styles.clock}>
      <StatusBadge tone={dueTone(days)}>{days < 0 ? text.overdue(-days) : text.daysLeft(days)}</StatusBadge>
      {/* Electronic data is what the program hands over by itself; paper needs somebody in time for the day. */}
      {request.wish === 'PAPER' && (
        <StatusBadge tone="wait" plain>
          {text.wishes(formWords[language].PAPER)}
        </StatusBadge>
      )}
    </span>
  )
}

/** What is asked: the person's words in the reader's language, or the entries that they say are wrong. */
function useAsked(): (request: DataRequest) => string {
  const text = useText(words)
  const [language] = useLanguage()
  return useCallback(
    ({ said, remark, corrections }) =>
      [
        remark ? remarkIn(remark, language) : '',
        said,
        corrections.map(({ field }) => fieldNames[language][field]).join(text.between),
      ]
        .filter((part) => part !== '')
        .join('\n'),
    [language, text],
  )
}

function useColumns(): Column<DataRequest>[] {
  const text = useText(words)
  const asked = useAsked()
  return useMemo<Column<DataRequest>[]>(
    () => [
      { id: 'kind', header: text.kind, width: 100, cell: (request) => text.kinds[request.kind], card: 'title' },
      {
        id: 'number',
        header: text.receiptNumber,
        width: 120,
        cell: (request) => <code>{receiptNumber(request.id)}</code>,
      },
      {
        id: 'who',
        header: text.who,
        width: 105,
        cell: ({ personName, personId }) => personName ?? (personId === null ? text.personNone : text.personGone),
      },
      { id: 'said', header: text.said, cell: asked },
      {
        id: 'identity',
        header: text.identity,
        width: 95,
        cell: (request) => (
          <StatusBadge tone={request.identity === null ? 'wait' : 'good'} plain>
            {request.identity === null ? text.identityOf.UNCHECKED : text.identityOf.CHECKED}
          </StatusBadge>
        ),
      },
      { id: 'opened', header: text.opened, width: 95, cell: (request) => <DateCell value={request.openedAt} /> },
      { id: 'due', header: text.due, width: 115, cell: (request) => <Clock request={request} /> },
      {
        id: 'state',
        header: text.state,
        width: 95,
        card: 'corner',
        cell: (request) => (
          <StatusBadge tone={stateTones[request.state]} plain>
            {text.states[request.state]}
          </StatusBadge>
        ),
      },
    ],
    [text, asked],
  )
}
