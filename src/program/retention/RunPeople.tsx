import { Button, NativeSelect } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { z } from 'zod'
import {
  classesOf,
  listRetentionPeople,
  RetentionFilter,
  type KeptReason,
  type RetentionPerson,
  type RetentionRun,
} from '../../contract/retention/retention.ts'
import { retentionWords } from '../../contract/retention/retention-words.ts'
import { download } from '../download.ts'
import { DateCell, PersonCell } from '../../ui/data-table/cells.tsx'
import { pagesInUrl, type Column } from '../../ui/data-table/column.ts'
import { DataTable } from '../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { StatusBadge } from '../../ui/StatusBadge.tsx'
import { useFormat, useLanguage, useText } from '../../ui/text/TextProvider.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'
import { call } from '../api.ts'
import type { ProgramSession } from '../session.ts'
import styles from './retention.module.css'
import { totalOf } from './run-standing.ts'
import { memberRunWords, useRunWords } from './run-words.ts'

/** Which of the people are shown. */
export const PeopleSearch = RetentionFilter.extend({ cursor: z.uuid().optional() })
export type PeopleSearch = z.output<typeof PeopleSearch>

/** Asked for again with each step of the work, which the number of those that are settled stands for. */
const peopleQuery = (run: RetentionRun, search: PeopleSearch) =>
  queryOptions({
    queryKey: [
      listRetentionPeople.id,
      run.id,
      search,
      run.phase,
      totalOf(run, 'asked') + totalOf(run, 'deleted') + totalOf(run, 'spared'),
    ],
    queryFn: () => call(listRetentionPeople, { params: { id: run.id }, query: { ...search, limit: 50 } }),
    placeholderData: keepPreviousData,
    enabled: run.phase !== 'LISTING',
  })

type PeopleProps = {
  session: ProgramSession
  run: RetentionRun
  search: PeopleSearch
  onSearch: (search: PeopleSearch) => void
}

/** Everybody on a run who is past their time, page by page, by verdict, class and reason. */
export function RunPeople({ session, run, search, onSearch }: PeopleProps) {
  const text = useRunWords(run.kind)
  const nameOf = useNameOf(run)
  const { data, error, isPlaceholderData, refetch } = useQuery(peopleQuery(run, search))
  const columns = useColumns(run)
  // Who stands for a member on a list leads to nobody.
  const canOpen = session.useCan()('people:read') && run.kind !== 'MEMBERS'
  const isFiltered = Object.values({ ...search, cursor: undefined }).some((value) => value !== undefined)
  return (
    <DataTable
      id="retention-people"
      label={text.people}
      columns={columns}
      rows={run.phase === 'LISTING' ? undefined : data?.people}
      rowId={(row) => row.personId}
      rowLabel={nameOf}
      {...(canOpen && { rowHref: (row: RetentionPerson) => `/people/${row.personId}` })}
      isRefreshing={isPlaceholderData}
      error={error}
      onRetry={() => void refetch()}
      toolbar={<Filters run={run} search={search} onSearch={onSearch} />}
      toolbarEnd={<Csv run={run} search={search} />}
      paging={pagesInUrl({
        cursor: search.cursor,
        next: data?.nextCursor,
        onNext: (cursor) => onSearch({ ...search, cursor }),
      })}
      empty={
        isFiltered ? (
          <EmptyState title={text.none}>{text.noneText}</EmptyState>
        ) : (
          <EmptyState title={text.empty}>{text.emptyText}</EmptyState>
        )
      }
    />
  )
}

function Csv({ run: { id, kind }, search }: Pick<PeopleProps, 'run' | 'search'>) {
  const text = useRunWords(kind)
  const toast = useToast()
  const [language] = useLanguage()
  const save = () => {
    const given = Object.entries({ ...search, cursor: undefined }).filter(([, value]) => value !== undefined) as [
      string,
      string,
    ][]
    const query = new URLSearchParams([...given, ['language', language]])
    void download(`/api/v1/consent/retention/runs/${id}/people.csv?${query}`, `retention-${id.slice(-8)}.csv`).catch(
      toast.refuse,
    )
  }
  return (
    <Button size="xs" variant="default" leftSection={<IconDownload size={14} />} onClick={save}>
      {text.csv}
    </Button>
  )
}

/** Every verdict that occurs, with how many people it stands for. */
function Filters({ run, search, onSearch }: Omit<PeopleProps, 'session'>) {
  const text = useRunWords(run.kind)
  const [language] = useLanguage()
  const named = retentionWords[language]
  const format = useFormat()
  const option = (value: string, label: string, count: number) => ({
    value,
    label: `${label} (${format.number(count)})`,
  })
  const isOfMembers = run.kind === 'MEMBERS'
  const [asks, deletes, kept] = [totalOf(run, 'asks'), totalOf(run, 'deletes'), totalOf(run, 'kept')]
  const reasons = Object.entries({ ...run.sparedReasons, ...run.reasons }).map(([reason]) => reason as KeptReason)
  const chosen = (['verdict', 'outcome', 'reason'] as const).find((key) => search[key] !== undefined)
  const onChange = (value: string) => {
    const [key = '', of] = value.split(':')
    onSearch(PeopleSearch.parse({ class: search.class, ...(of !== undefined && { [key]: of }) }))
  }
  return (
    <div className={styles.filters}>
      <NativeSelect
        size="xs"
        aria-label={text.filter}
        value={chosen ? `${chosen}:${search[chosen]}` : ''}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
        data={[
          { value: '', label: text.all(format.number(asks + deletes + kept)) },
          ...(isOfMembers ? [option('verdict:ASK', named.asks, asks)] : []),
          option('verdict:DELETE', named.deletes, deletes),
          option('verdict:KEEP', named.keeps, kept),
          ...(run.startsAt === null
            ? []
            : [
                ...(isOfMembers ? [option('outcome:ASKED', named.outcomes.ASKED, totalOf(run, 'asked'))] : []),
                option('outcome:DELETED', named.outcomes.DELETED, totalOf(run, 'deleted')),
                option('outcome:KEPT', text.spared, totalOf(run, 'spared')),
              ]),
          ...reasons.map((reason) =>
            option(
              `reason:${reason}`,
              named.reasons[reason],
              (run.reasons[reason] ?? 0) + (run.sparedReasons[reason] ?? 0),
            ),
          ),
        ]}
      />
      {!isOfMembers && (
        <NativeSelect
          size="xs"
          aria-label={text.class}
          value={search.class ?? ''}
          onChange={({ currentTarget }) =>
            onSearch(PeopleSearch.parse({ ...search, cursor: undefined, class: currentTarget.value || undefined }))
          }
          data={[
            { value: '', label: text.allClasses },
            ...classesOf(run.kind).map((value) => ({ value, label: named.classes[value] })),
          ]}
        />
      )}
    </div>
  )
}

/** What a row is called: a person's name, or the end of the number that stands for a member on this list alone. */
function useNameOf({ kind }: Pick<RetentionRun, 'kind'>): (row: RetentionPerson) => string {
  const text = useRunWords(kind)
  const { memberNo } = useText(memberRunWords)
  return useCallback(
    ({ personId, personName }) => (kind === 'MEMBERS' ? memberNo(personId.slice(-8)) : (personName ?? text.gone)),
    [kind, text, memberNo],
  )
}

const verdictTones = { ASK: 'wait', DELETE: 'bad' } as const

function useColumns({ kind, startsAt }: Pick<RetentionRun, 'kind' | 'startsAt'>): Column<RetentionPerson>[] {
  const hasOutcome = startsAt !== null
  const text = useRunWords(kind)
  const nameOf = useNameOf({ kind })
  const [language] = useLanguage()
  const format = useFormat()
  return useMemo<Column<RetentionPerson>[]>(() => {
    const named = retentionWords[language]
    const because = (reasons: readonly KeptReason[]) =>
      reasons.map((reason) => named.reasons[reason]).join(language === 'ja' ? '、' : ', ')
    return [
      {
        id: 'person',
        header: text.person,
        card: 'title',
        cell: (row) => <PersonCell name={nameOf(row)} note={kind === 'MEMBERS' ? null : named.classes[row.class]} />,
      },
      {
        id: 'verdict',
        header: text.verdict,
        width: 120,
        card: 'corner',
        cell: ({ reasons, step }) => (
          <StatusBadge tone={reasons.length === 0 ? verdictTones[step] : 'good'} plain>
            {reasons.length > 0 ? named.keeps : step === 'ASK' ? named.asks : named.deletes}
          </StatusBadge>
        ),
      },
      {
        id: 'why',
        header: text.why,
        wraps: true,
        cell: ({ reasons, keptUntil }) =>
          [because(reasons), keptUntil && `(${text.until(format.date(keptUntil))})`].filter(Boolean).join(' '),
      },
      { id: 'since', header: text.since, width: 120, cell: ({ since }) => <DateCell value={since} /> },
      { id: 'past', header: text.past, width: 120, cell: ({ pastAt }) => <DateCell value={pastAt} /> },
      ...(hasOutcome
        ? [
            {
              id: 'outcome',
              header: text.outcome,
              width: 210,
              wraps: true,
              cell: ({ outcome, outcomeReasons }: RetentionPerson) =>
                outcome === null
                  ? text.waiting
                  : [named.outcomes[outcome], because(outcomeReasons)].filter(Boolean).join(': '),
            },
          ]
        : []),
    ]
  }, [text, nameOf, kind, language, format, hasOutcome])
}
