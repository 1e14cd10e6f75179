import { Button, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import {
  linkWritingStates,
  retryLinkWriting,
  type LinkField,
  type LinkWriting,
} from '../../../../../contract/relay/link-field.ts'
import { noLetterReasonNames } from '../../../../../contract/relay/letter-words.ts'
import { messageOf } from '../../../../../contract/messages/index.ts'
import { DateCell, PersonCell } from '../../../../../ui/data-table/cells.tsx'
import { pagesInUrl, type Column } from '../../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../../ui/feedback/EmptyState.tsx'
import { Link } from '../../../../../ui/link.tsx'
import { Section } from '../../../../../ui/PageHeader.tsx'
import { StatusBadge, type Tone } from '../../../../../ui/StatusBadge.tsx'
import { useFormat, useLanguage, useText } from '../../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../../ui/feedback/toast.tsx'
import { call } from '../../../../api.ts'
import { refresh, writingsQuery, type View } from './-queries.ts'
import { words } from './-words.ts'

const tones: Record<LinkWriting['state'], Tone> = {
  WAITING: 'busy',
  WRITTEN: 'good',
  EMPTIED: 'neutral',
  HELD: 'wait',
  REFUSED: 'neutral',
  FAILED: 'bad',
}

type Props = {
  id: string
  counts: LinkField['counts']
  state: View
  cursor: string | undefined
  onView: (state: View) => void
  onCursor: (cursor: string | undefined) => void
}

/** Whose link stands in the field, whose does not, and why. */
export function Writings({ id, counts, state, cursor, onView, onCursor }: Props) {
  const text = useText(words)
  const { data, error, isPlaceholderData, refetch } = useQuery(writingsQuery(id, { state, cursor }))
  const columns = useColumns()
  return (
    <Section
      bare
      title={text.list}
      actions={
        <NativeSelect
          size="xs"
          aria-label={text.state}
          value={state ?? ''}
          onChange={(event) => onView(linkWritingStates.find((one) => one === event.currentTarget.value))}
          data={[
            { value: '', label: text.all },
            ...linkWritingStates.map((value) => ({ value, label: `${text.writing[value]} (${counts[value]})` })),
          ]}
        />
      }
    >
      <DataTable
        id="link-writings"
        label={text.list}
        columns={columns}
        rows={data?.writings}
        rowId={(row) => row.id}
        rowLabel={(row) => row.personName ?? text.erased}
        isRefreshing={isPlaceholderData}
        error={error}
        onRetry={() => void refetch()}
        paging={pagesInUrl({ cursor, next: data?.nextCursor, onNext: (next) => onCursor(next) })}
        empty={<EmptyState title={text.none}>{text.noneText}</EmptyState>}
      />
    </Section>
  )
}

function useColumns(): Column<LinkWriting>[] {
  const text = useText(words)
  const format = useFormat()
  const [language] = useLanguage()
  return useMemo(() => {
    const why = ({ reason }: LinkWriting): string => {
      if (reason === null) return ''
      const named: Record<string, string> = noLetterReasonNames[language]
      const codes = [`relay.link-writing.${reason}`, `intake.access.${reason}`]
      return named[reason] ?? codes.flatMap((code) => messageOf(language, { code }) ?? [])[0] ?? reason
    }
    return [
      {
        id: 'person',
        header: text.person,
        width: 220,
        card: 'title',
        cell: (row) =>
          row.personId ? (
            <Link href={`/people/${row.personId}`}>
              <PersonCell name={row.personName ?? ''} note={row.openingTitle ?? undefined} />
            </Link>
          ) : (
            text.erased
          ),
      },
      {
        id: 'state',
        header: text.state,
        width: 150,
        card: 'corner',
        cell: (row) => <StatusBadge tone={tones[row.state]}>{text.writing[row.state]}</StatusBadge>,
      },
      {
        id: 'reason',
        header: text.reason,
        wraps: true,
        cell: (row) =>
          row.nextTryAt && row.tries > 0 ? `${why(row)} ${text.nextTry(format.dateTime(row.nextTryAt))}` : why(row),
      },
      { id: 'changed', header: text.changed, width: 150, cell: (row) => <DateCell value={row.changedAt} /> },
      { id: 'actions', header: '', width: 170, optional: false, cell: (row) => <Retry writing={row} /> },
    ]
  }, [text, format, language])
}

function Retry({ writing: { id, state } }: { writing: LinkWriting }) {
  const text = useText(words)
  const toast = useToast()
  if (state === 'WRITTEN' || state === 'EMPTIED') return null
  const retry = () =>
    call(retryLinkWriting, { params: { id } })
      .then(refresh)
      .then(() => toast.tell(text.retried), toast.refuse)
  return (
    <Button size="compact-xs" variant="default" onClick={() => void retry()}>
      {state === 'REFUSED' ? text.judge : text.retry}
    </Button>
  )
}
