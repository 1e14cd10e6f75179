import { Button, Modal } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import type { z } from 'zod'
import {
  CostPerHire,
  dropCost,
  keepCost,
  listCosts,
  readCostPerHire,
  type Cost,
} from '../../../../contract/selection/insight-outcomes.ts'
import type { Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call } from '../../../api.ts'
import { selectionWords } from '../../../selection-words.ts'
import { useCan } from '../../../session.ts'
import { behindHref } from './-behind.ts'
import { CountLink } from './-CountLink.tsx'
import { CostForm } from './-CostForm.tsx'
import { refreshCosts } from './-refresh-costs.ts'
import type { Counted } from './index.tsx'
import { outcomeWords } from './-outcome-words.ts'

type PerHire = z.output<typeof CostPerHire>

/** What a hire costs by channel, and the costs it is made of. */
export function Costs({ counted: { from, until } }: { counted: Counted }) {
  const text = useText(outcomeWords)
  const terms = useText(selectionWords)
  const format = useFormat()
  const can = useCan()
  const [isOpen, open] = useState(false)
  const query = { from, until }
  const { data, error } = useQuery(
    queryOptions({ queryKey: [readCostPerHire.id, query], queryFn: () => call(readCostPerHire, { query }) }),
  )
  const columns = useMemo<Column<PerHire>[]>(
    () => [
      {
        id: 'channel',
        header: text.channel,
        card: 'title',
        cell: ({ channel }) => (channel === null ? text.allChannels : (terms.channel[channel] ?? channel)),
      },
      { id: 'amount', header: text.amount, align: 'end', cell: ({ amountYen }) => format.yen(amountYen) },
      {
        id: 'hires',
        header: text.hires,
        align: 'end',
        cell: ({ hires, channel }) => (
          <CountLink
            count={hires}
            href={behindHref({
              measure: 'HIRED',
              basis: 'EVENT_DATE',
              ...months({ from, until }),
              channel: channel ?? undefined,
            })}
          />
        ),
      },
      {
        id: 'perHire',
        header: text.perHire,
        align: 'end',
        cell: ({ perHireYen }) => (perHireYen === null ? '—' : <strong>{format.yen(perHireYen)}</strong>),
      },
      {
        id: 'interval',
        header: text.interval,
        align: 'end',
        cell: ({ interval }) =>
          interval === null
            ? '—'
            : format.range(format.yen(interval.low), interval.high === null ? '' : format.yen(interval.high)),
      },
    ],
    [text, terms, format, from, until],
  )
  if (error) return <ErrorNotice error={error} />
  const hasCosts = (data?.total.amountYen ?? 0) > 0
  return (
    <Section
      title={text.costTitle}
      note={text.costNote}
      bare
      actions={
        can('selection:write') && (
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={() => open(true)}>
            {text.costAdd}
          </Button>
        )
      }
    >
      <DataTable
        id="cost-per-hire"
        label={text.costTitle}
        columns={columns}
        rows={data && (hasCosts || data.total.hires !== 0 ? [data.total, ...data.channels] : [])}
        rowId={({ channel }) => channel ?? 'all'}
        rowLabel={({ channel }) => (channel === null ? text.allChannels : (terms.channel[channel] ?? channel))}
        empty={<p>{text.noCosts}</p>}
      />
      {data && data.sharedYen > 0 && <p>{text.shared(format.yen(data.sharedYen))}</p>}
      <Modal opened={isOpen} onClose={() => open(false)} size="lg" title={<strong>{text.costAdd}</strong>}>
        <CostForm />
        <CostList />
      </Modal>
    </Section>
  )
}

/** Whole months, as costs are told. */
function months({ from, until }: { from: string | undefined; until: string | undefined }) {
  const [year = 0, month = 0] = (until ?? '').split('-').map(Number)
  return {
    from: from && `${from.slice(0, 7)}-01`,
    until: until && new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10),
  }
}

function CostList() {
  const text = useText(outcomeWords)
  const terms = useText(selectionWords)
  const format = useFormat()
  const toast = useToast()
  const [cursors, setCursors] = useState<readonly string[]>([])
  const query = { limit: 20, cursor: cursors.at(-1) }
  const { data } = useQuery({ queryKey: [listCosts.id, query], queryFn: () => call(listCosts, { query }) })
  const columns = useMemo<Column<Cost>[]>(() => {
    const drop = async ({ id, ...facts }: Cost) => {
      await call(dropCost, { params: { id } })
      await refreshCosts()
      const onUndo = () => call(keepCost, { params: { id }, body: facts }).then(refreshCosts)
      toast.undoable({ message: text.dropped, onUndo })
    }
    return [
      { id: 'month', header: text.month, card: 'title', width: 90, cell: ({ month }) => month },
      { id: 'kind', header: text.kind, cell: ({ kind }) => text.kinds[kind] },
      {
        id: 'channel',
        header: text.channel,
        cell: ({ channel }) => (channel ? terms.channel[channel] : text.noChannel),
      },
      { id: 'amount', header: text.amount, align: 'end', cell: ({ amountYen }) => format.yen(amountYen) },
      {
        id: 'drop',
        header: '',
        width: 70,
        optional: false,
        cell: (cost) => (
          <Button size="compact-xs" variant="subtle" color="beni" onClick={() => void drop(cost).catch(toast.refuse)}>
            {text.drop}
          </Button>
        ),
      },
    ]
  }, [text, terms, format, toast])
  return (
    <DataTable
      id="costs"
      label={text.costList}
      columns={columns}
      rows={data?.items}
      rowId={({ id }) => id}
      rowLabel={({ month, kind }) => `${month} ${text.kinds[kind]}`}
      paging={{
        kind: 'cursor',
        hasPrevious: cursors.length > 0,
        hasNext: Boolean(data?.nextCursor),
        onPrevious: () => setCursors(cursors.slice(0, -1)),
        onNext: () => setCursors(data?.nextCursor ? [...cursors, data.nextCursor] : cursors),
      }}
      empty={<p>{text.noCosts}</p>}
    />
  )
}
