import { Button, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { retryDelivery, settleDelivery, type Delivery } from '../../../../contract/intake/connections.ts'
import { messageOf } from '../../../../contract/messages/index.ts'
import { DateCell } from '../../../../ui/data-table/cells.tsx'
import { pagesInUrl, type Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { StatusBadge, type Tone } from '../../../../ui/StatusBadge.tsx'
import { useLanguage, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call } from '../../../api.ts'
import styles from '../imports/-imports.module.css'
import { deliveriesQuery, refresh, type View } from './-queries.ts'
import { words } from './-words.ts'

const tones: Record<Delivery['state'], Tone> = {
  READY: 'busy',
  DONE: 'good',
  UNUSED: 'neutral',
  WAITING: 'wait',
  DEAD: 'bad',
}

type DeliveriesProps = {
  id: string
  view: View
  cursor: string | undefined
  onView: (view: View) => void
  onCursor: (cursor: string | undefined) => void
}

/** What a system delivered; what waits says why and offers what can be done. */
export function Deliveries({ id, view, cursor, onView, onCursor }: DeliveriesProps) {
  const text = useText(words)
  const [language] = useLanguage()
  const { data, error, isPlaceholderData, refetch } = useQuery(deliveriesQuery(id, { view, cursor }))
  const columns = useMemo<Column<Delivery>[]>(
    () => [
      {
        id: 'kind',
        header: text.kind,
        width: 230,
        card: 'title',
        cell: (row) => <code className={styles.code}>{row.kind}</code>,
      },
      {
        id: 'state',
        header: text.state,
        width: 130,
        card: 'corner',
        cell: (row) => <StatusBadge tone={tones[row.state]}>{text.states[row.state]}</StatusBadge>,
      },
      {
        id: 'reason',
        header: text.reason,
        wraps: true,
        cell: (row) => row.reason && (messageOf(language, { code: `intake.delivery.${row.reason}` }) ?? row.reason),
      },
      { id: 'received', header: text.received, width: 150, cell: (row) => <DateCell value={row.receivedAt} /> },
      { id: 'actions', header: '', width: 300, optional: false, cell: (row) => <Actions delivery={row} /> },
    ],
    [text, language],
  )
  return (
    <Section
      bare
      title={text.deliveries}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={text.deliveries}
          value={view}
          data={(['ALL', 'WAITING', 'UNUSED'] as const).map((value) => ({ value, label: text.views[value] }))}
          onChange={(value) => onView(value as View)}
        />
      }
    >
      <DataTable
        id="deliveries"
        label={text.deliveries}
        columns={columns}
        rows={data?.deliveries}
        rowId={(row) => row.id}
        rowLabel={(row) => row.kind}
        isRefreshing={isPlaceholderData}
        error={error}
        onRetry={() => void refetch()}
        paging={pagesInUrl({ cursor, next: data?.nextCursor, onNext: (next) => onCursor(next) })}
        empty={<EmptyState title={text.noDeliveries}>{text.noDeliveriesText}</EmptyState>}
      />
    </Section>
  )
}

function Actions({ delivery }: { delivery: Delivery }) {
  const text = useText(words)
  const toast = useToast()
  const params = { id: delivery.id }
  if (delivery.state !== 'WAITING' && delivery.state !== 'DEAD') return null
  const run = (doing: () => Promise<unknown>, done: string) => () => {
    void doing()
      .then(refresh)
      .then(() => toast.tell(done), toast.refuse)
  }
  const settle = (party?: 'COMPANY' | 'PERSON') =>
    run(() => call(settleDelivery, { params, body: party ? { party } : {} }), text.closed)
  if (delivery.reason === 'PARTY_UNSPECIFIED') {
    return (
      <Button.Group>
        <Button size="compact-xs" variant="default" onClick={settle('COMPANY')}>
          {text.byCompany}
        </Button>
        <Button size="compact-xs" variant="default" onClick={settle('PERSON')}>
          {text.byPerson}
        </Button>
      </Button.Group>
    )
  }
  return (
    <Button.Group>
      <Button size="compact-xs" variant="default" onClick={run(() => call(retryDelivery, { params }), text.retried)}>
        {text.retry}
      </Button>
      <Button size="compact-xs" variant="default" onClick={settle()}>
        {text.close}
      </Button>
    </Button.Group>
  )
}
