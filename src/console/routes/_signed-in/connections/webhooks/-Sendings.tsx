import { Button, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { messageOf } from '../../../../../contract/messages/index.ts'
import { replaySendings, retrySending, type Endpoint, type Sending } from '../../../../../contract/webhooks.ts'
import { pagesInUrl, type Column } from '../../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../../ui/feedback/EmptyState.tsx'
import { Section } from '../../../../../ui/PageHeader.tsx'
import { StatusBadge, type Tone } from '../../../../../ui/StatusBadge.tsx'
import { useFormat, useLanguage, useText } from '../../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../../ui/feedback/toast.tsx'
import { call } from '../../../../api.ts'
import { refresh, sendingsQuery, type View } from './-queries.ts'
import { words } from './-words.ts'

const tones: Record<Sending['state'], Tone> = { READY: 'busy', HELD: 'neutral', DONE: 'good', DEAD: 'bad' }

type Props = {
  endpoint: Endpoint
  view: View
  cursor: string | undefined
  onView: (view: View) => void
  onCursor: (cursor: string | undefined) => void
}

/** What an endpoint was sent, how each try ended, and how to send it again. */
export function Sendings({ endpoint, view, cursor, onView, onCursor }: Props) {
  const text = useText(words)
  const { data, error, isPlaceholderData, refetch } = useQuery(sendingsQuery(endpoint.id, { view, cursor }))
  const columns = useColumns()
  return (
    <Section
      bare
      title={text.sendings}
      actions={
        <>
          {endpoint.dead > 0 && <Replay endpoint={endpoint} />}
          <SegmentedControl
            size="xs"
            aria-label={text.sendings}
            value={view}
            data={(['ALL', 'WAITING', 'DEAD'] as const).map((value) => ({ value, label: text.views[value] }))}
            onChange={(value) => onView(value as View)}
          />
        </>
      }
    >
      <DataTable
        id="sendings"
        label={text.sendings}
        columns={columns}
        rows={data?.sendings}
        rowId={(row) => row.id}
        rowLabel={(row) => text.kindNames[row.kind]}
        isRefreshing={isPlaceholderData}
        error={error}
        onRetry={() => void refetch()}
        paging={pagesInUrl({ cursor, next: data?.nextCursor, onNext: (next) => onCursor(next) })}
        empty={<EmptyState title={text.noSendings}>{text.noSendingsText}</EmptyState>}
      />
    </Section>
  )
}

function useColumns(): Column<Sending>[] {
  const text = useText(words)
  const format = useFormat()
  const [language] = useLanguage()
  return useMemo(() => {
    const result = ({ lastStatus, lastError, dueAt, tries }: Sending) =>
      [
        lastStatus !== null && text.status(lastStatus),
        lastError && messageOf(language, { code: `webhooks.failed.${lastError}` }),
        dueAt !== null && tries > 0 && text.next(format.dateTime(dueAt)),
      ]
        .filter(Boolean)
        .join(' · ')
    return [
      { id: 'kind', header: text.kind, width: 260, card: 'title', cell: (row) => text.kindNames[row.kind] },
      {
        id: 'state',
        header: text.state,
        width: 120,
        card: 'corner',
        cell: (row) => <StatusBadge tone={tones[row.state]}>{text.sendingStates[row.state]}</StatusBadge>,
      },
      { id: 'tries', header: text.tries, width: 70, align: 'end', cell: (row) => format.number(row.tries) },
      { id: 'result', header: text.result, wraps: true, cell: result },
      { id: 'when', header: text.when, width: 150, cell: (row) => format.dateTime(row.recordedAt) },
      { id: 'actions', header: '', width: 130, optional: false, cell: (row) => <Again sending={row} /> },
    ]
  }, [text, format, language])
}

function Again({ sending: { id, state } }: { sending: Sending }) {
  const text = useText(words)
  const toast = useToast()
  if (state !== 'DONE' && state !== 'DEAD') return null
  const again = () =>
    void call(retrySending, { params: { id } })
      .then(refresh)
      .then(() => toast.tell(text.againDone), toast.refuse)
  return (
    <Button size="compact-xs" variant="default" onClick={again}>
      {text.again}
    </Button>
  )
}

function Replay({ endpoint: { id, recordedAt } }: { endpoint: Endpoint }) {
  const text = useText(words)
  const toast = useToast()
  const replay = async () => {
    try {
      const { sendings } = await call(replaySendings, { params: { id }, body: { since: recordedAt, only: 'DEAD' } })
      await refresh()
      toast.tell(text.replayed(sendings))
    } catch (error) {
      toast.refuse(error)
    }
  }
  return (
    <Button size="xs" variant="default" onClick={() => void replay()}>
      {text.replay}
    </Button>
  )
}
