import { Button, NativeSelect } from '@mantine/core'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate, useRouter } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { z } from 'zod'
import { makePreflight, type CampaignFilter } from '../../../../contract/relay/preflights.ts'
import { listUntold, recordTold, type UntoldPerson } from '../../../../contract/relay/relay.ts'
import { toldHows, ToldHow } from '../../../../contract/relay/relay-terms.ts'
import { download } from '../../../../program/download.ts'
import { ConfirmDialog } from '../../../../ui/feedback/ConfirmDialog.tsx'
import { DateCell, NumberCell, PersonCell } from '../../../../ui/data-table/cells.tsx'
import { pagesInUrl, type Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import type { Selection } from '../../../../ui/data-table/selection.ts'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { StatCard, StatRow } from '../../../../ui/StatCard.tsx'
import { useLanguage, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { useCan } from '../../../session.ts'
import { SearchText } from '../../../SearchText.tsx'
import styles from './-letters.module.css'
import { words } from './-untold-words.ts'
import { letterWords } from './-words.ts'

type Person = z.output<typeof UntoldPerson>

const Search = z.object({
  text: z.string().max(200).optional(),
  overdue: z.boolean().optional(),
  cursor: z.string().max(500).optional(),
})
type Search = z.output<typeof Search>

const untold = ({ overdue, ...search }: Search) =>
  queryOptions({
    queryKey: [listUntold.id, overdue, search],
    queryFn: () => call(listUntold, { query: { ...search, ...(overdue && { overdue: 'true' }) } }),
    placeholderData: keepPreviousData,
  })

export const Route = createFileRoute('/_signed-in/letters/untold')({
  staticData: { crumb: { ja: '未通知の方', en: 'Never told' } },
  validateSearch: Search,
  component: Page,
})

const overdueMs = 14 * 86_400_000

/** Everybody on the list as it is narrowed, for a pre-flight made now. */
const everybody = ({ overdue }: Search) => ({
  untold: true as const,
  ...(overdue && { endedUntil: new Date(Date.now() - overdueMs).toISOString() }),
})

function Page() {
  const text = useText(words)
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const { data, error, isPlaceholderData } = useQuery(untold(search))
  const columns = useColumns()
  const canSend = useCan()('relay:send')
  const check = usePreflight()
  const [chosen, choose] = useState<Selection>(new Set())
  const [exporting, setExporting] = useState<readonly string[]>()
  const isFiltered = search.text !== undefined || search.overdue === true
  return (
    <>
      <PageHeader
        title={text.title}
        description={text.description}
        actions={
          canSend &&
          data !== undefined &&
          data.people.length > 0 &&
          search.text === undefined && (
            <Button variant="default" title={text.sendAllHint} onClick={() => check(everybody(search))}>
              {text.sendAll}
            </Button>
          )
        }
      />
      <StatRow>
        <StatCard label={text.all} value={data?.count} unit={text.unit} href="/letters/untold" />
        <StatCard
          label={text.overdue}
          value={data?.overdue}
          unit={text.unit}
          href="/letters/untold?overdue=true"
          {...(data !== undefined && data.overdue > 0 && { tone: 'bad' as const })}
        />
      </StatRow>
      <DataTable
        id="untold"
        label={text.title}
        columns={columns}
        rows={data?.people}
        rowId={(person) => person.applicationId}
        rowLabel={(person) => person.personName ?? text.nobody}
        rowHref={(person) => `/people/${person.personId}`}
        toolbar={
          <SearchText
            label={text.search}
            value={search.text}
            onValue={(value) => void navigate({ search: (now) => ({ ...now, cursor: undefined, text: value }) })}
          />
        }
        toolbarEnd={<ListFile search={search} />}
        isRefreshing={isPlaceholderData}
        {...(canSend && {
          selection: chosen,
          onSelection: choose,
          bulkActions: [
            { id: 'send', label: text.send, run: (ids) => check({ applicationIds: [...ids] }) },
            { id: 'csv', label: text.csv, run: setExporting },
          ],
        })}
        error={error}
        paging={pagesInUrl({
          cursor: search.cursor,
          next: data?.nextCursor,
          onNext: (cursor) => void navigate({ search: (now) => ({ ...now, cursor }) }),
        })}
        empty={
          isFiltered ? (
            <EmptyState title={text.none} compact />
          ) : (
            <EmptyState title={text.empty}>{text.emptyText}</EmptyState>
          )
        }
      />
      <ExportLinks applicationIds={exporting} onClose={() => setExporting(undefined)} />
    </>
  )
}

function useColumns(): Column<Person>[] {
  const text = useText(words)
  const named = useText(letterWords)
  const canSend = useCan()('relay:send')
  return useMemo<Column<Person>[]>(
    () => [
      {
        id: 'person',
        header: text.person,
        cell: (person) => <PersonCell name={person.personName ?? text.nobody} note={person.openingTitle} />,
        card: 'title',
      },
      { id: 'endedAt', header: text.ended, width: 110, cell: (person) => <DateCell value={person.endedAt} /> },
      {
        id: 'businessDays',
        header: text.waiting,
        width: 110,
        align: 'end',
        cell: (person) => <NumberCell value={person.businessDays} />,
      },
      {
        id: 'reason',
        header: text.why,
        wraps: true,
        cell: (person) => (person.reason === null ? text.coming : named.reason(person.reason)),
      },
      {
        id: 'owner',
        header: text.owner,
        width: 110,
        cell: (person) => person.ownerName ?? text.noOwner,
      },
      ...(canSend
        ? [{ id: 'send', header: text.send, width: 120, cell: (person: Person) => <Send person={person} /> }]
        : []),
      ...(canSend
        ? [{ id: 'tell', header: text.tell, width: 170, cell: (person: Person) => <Tell person={person} /> }]
        : []),
    ],
    [text, named, canSend],
  )
}

/** One click makes the pre-flight of these people; what leaves is decided on its page. */
function usePreflight() {
  const toast = useToast()
  const router = useRouter()
  return (filter: z.input<typeof CampaignFilter>) =>
    void call(makePreflight, { body: { kind: 'CAMPAIGN', id: crypto.randomUUID(), filter } })
      .then(({ id }) => router.history.push(`/letters/preflights/${id}`))
      .catch(toast.refuse)
}

function Send({ person }: { person: Person }) {
  const text = useText(words)
  const check = usePreflight()
  if (!person.canSend) return person.reason === null ? null : <span className={styles.soft}>{text.cannot}</span>
  return (
    <Button size="compact-xs" variant="subtle" onClick={() => check({ applicationIds: [person.applicationId] })}>
      {text.send}
    </Button>
  )
}

/** The list as it is filtered, as a file. */
function ListFile({ search: { text: sought, overdue } }: { search: Search }) {
  const text = useText(words)
  const toast = useToast()
  const [language] = useLanguage()
  const asked = new URLSearchParams({
    lang: language,
    ...(sought && { text: sought }),
    ...(overdue && { overdue: 'true' }),
  })
  return (
    <Button
      size="xs"
      variant="default"
      onClick={() => void download(`/api/v1/relay/untold.csv?${asked}`, 'untold.csv').catch(toast.refuse)}
    >
      {text.file}
    </Button>
  )
}

type Exporting = { applicationIds: readonly string[] | undefined; onClose: () => void }

/** Asks before links leave as a file, because they count as letters from then on. */
function ExportLinks({ applicationIds, onClose }: Exporting) {
  const text = useText(words)
  const toast = useToast()
  const [language] = useLanguage()
  return (
    <ConfirmDialog
      opened={applicationIds !== undefined}
      onClose={onClose}
      title={text.csvAsk(applicationIds?.length ?? 0)}
      confirmLabel={text.csv}
      consequences={[
        { kind: 'happens', text: text.csvHappens },
        { kind: 'happens', text: text.csvTold },
        { kind: 'reversible', text: text.csvFinal },
      ]}
      onConfirm={async () => {
        const applications = (applicationIds ?? []).map((applicationId) => ({ applicationId }))
        await download(`/api/v1/relay/links.csv?lang=${language}`, 'links.csv', { applications })
        await queries.invalidateQueries({ queryKey: [listUntold.id] })
        toast.tell(text.saved)
      }}
    />
  )
}

function Tell({ person }: { person: Person }) {
  const text = useText(words)
  const named = useText(letterWords)
  const toast = useToast()
  const tell = async (how: string) => {
    const read = ToldHow.safeParse(how)
    if (!read.success) return
    try {
      await call(recordTold, { params: { id: person.applicationId }, body: { how: read.data } })
      toast.tell(text.told)
    } catch (error) {
      toast.refuse(error)
    }
    await queries.invalidateQueries({ queryKey: [listUntold.id] })
  }
  return (
    <NativeSelect
      size="xs"
      aria-label={`${text.tell}: ${person.personName ?? text.nobody}`}
      value=""
      onChange={(event) => void tell(event.currentTarget.value)}
      data={[{ value: '', label: text.choose }, ...toldHows.map((value) => ({ value, label: named.told[value] }))]}
    />
  )
}
