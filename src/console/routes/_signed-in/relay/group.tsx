import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { CreditGroupLink, CreditGroupTransfer } from '../../../../contract/credits/credit-group.ts'
import { DateCell } from '../../../../ui/data-table/cells.tsx'
import type { Column } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { PageHeader, Section } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useCan } from '../../../session.ts'
import { groupQuery, nameOf, Settling, type Asked } from './-GroupDialogs.tsx'
import { DeclareDialog, SendDialog } from './-GroupForms.tsx'
import { groupWords, linkTones, transferTones } from './-group-words.ts'

export const Route = createFileRoute('/_signed-in/relay/group')({
  staticData: { crumb: { ja: 'グループ会社', en: 'Group companies' } },
  component: Page,
})

function Page() {
  const text = useText(groupWords)
  const canAdjust = useCan()('credits:adjust')
  const [isDeclaring, declare] = useState(false)
  const [asked, ask] = useState<Asked>()
  const [to, sendTo] = useState<CreditGroupLink>()
  const { data, error, refetch } = useQuery(groupQuery)
  const columns = useLinkColumns({ canAdjust, onAsk: ask, onSend: sendTo })
  return (
    <>
      <PageHeader
        title={text.title}
        description={text.description}
        actions={canAdjust && <Button onClick={() => declare(true)}>{text.declare}</Button>}
      />
      <Section bare title={text.companies}>
        <DataTable
          id="credit-group"
          label={text.companies}
          columns={columns}
          rows={data?.links}
          rowId={(link) => link.id}
          rowLabel={nameOf}
          error={error}
          onRetry={() => void refetch()}
          empty={<EmptyState title={text.none}>{text.noneText}</EmptyState>}
        />
      </Section>
      <Transfers transfers={data?.transfers} links={data?.links ?? []} />
      <DeclareDialog opened={isDeclaring} onClose={() => declare(false)} />
      <SendDialog link={to} onClose={() => sendTo(undefined)} />
      <Settling asked={asked} onClose={() => ask(undefined)} />
    </>
  )
}

type Acting = { canAdjust: boolean; onAsk: (asked: Asked) => void; onSend: (link: CreditGroupLink) => void }

function useLinkColumns({ canAdjust, onAsk, onSend }: Acting): Column<CreditGroupLink>[] {
  const text = useText(groupWords)
  return useMemo<Column<CreditGroupLink>[]>(
    () => [
      { id: 'company', header: text.company, cell: (link) => link.otherName ?? text.unnamed, card: 'title' },
      { id: 'number', header: text.number, width: 170, cell: (link) => link.otherNumber },
      { id: 'relation', header: text.relation, width: 100, cell: (link) => text.relations[link.other] },
      {
        id: 'state',
        header: text.state,
        width: 170,
        cell: ({ state }) => <StatusBadge tone={linkTones[state]}>{text.states[state]}</StatusBadge>,
        card: 'corner',
      },
      {
        id: 'declaredAt',
        header: text.declaredAt,
        width: 130,
        cell: (link) => <DateCell value={link.declaredAt} />,
      },
      {
        id: 'actions',
        header: text.actions,
        width: 190,
        cell: (link) => canAdjust && <Actions link={link} onAsk={onAsk} onSend={onSend} />,
      },
    ],
    [text, canAdjust, onAsk, onSend],
  )
}

function Actions({ link, onAsk, onSend }: Omit<Acting, 'canAdjust'> & { link: CreditGroupLink }) {
  const text = useText(groupWords)
  const asks = (settle: Asked['settle']) => (
    <Button size="compact-xs" variant="subtle" onClick={() => onAsk({ link, settle })}>
      {settle === 'AGREED' ? text.agree : settle === 'REFUSED' ? text.refuse : text.end}
    </Button>
  )
  if (link.state === 'DECLARED' && link.other === 'PARENT')
    return (
      <>
        {asks('AGREED')}
        {asks('REFUSED')}
      </>
    )
  if (link.state === 'AGREED')
    return (
      <>
        <Button size="compact-xs" variant="subtle" onClick={() => onSend(link)}>
          {text.send}
        </Button>
        {asks('ENDED')}
      </>
    )
  return link.state === 'DECLARED' || link.state === 'NOT_FOUND' ? asks('ENDED') : null
}

type Listed = { transfers: CreditGroupTransfer[] | undefined; links: CreditGroupLink[] }

function Transfers({ transfers, links }: Listed) {
  const text = useText(groupWords)
  const columns = useMemo<Column<CreditGroupTransfer>[]>(() => {
    const names = new Map(links.map((link) => [link.id, nameOf(link)]))
    return [
      { id: 'sentAt', header: text.when, width: 150, cell: (one) => <DateCell value={one.sentAt} />, card: 'corner' },
      {
        id: 'company',
        header: text.company,
        cell: (one) => names.get(one.linkId) ?? text.unnamed,
        card: 'title',
      },
      { id: 'direction', header: text.direction, width: 110, cell: (one) => text.directions[one.direction] },
      { id: 'slots', header: text.slots, width: 90, align: 'end', cell: (one) => text.unit(one.slots) },
      { id: 'reason', header: text.reason, cell: (one) => one.reason, wraps: true },
      {
        id: 'state',
        header: text.state,
        width: 130,
        cell: ({ state }) => <StatusBadge tone={transferTones[state]}>{text.transferStates[state]}</StatusBadge>,
      },
    ]
  }, [text, links])
  return (
    <Section bare title={text.transfers} note={text.transfersNote}>
      <DataTable
        id="credit-group-transfers"
        label={text.transfers}
        columns={columns}
        rows={transfers}
        rowId={(one) => one.id}
        rowLabel={(one) => one.reason}
        hasKeys={false}
        empty={<EmptyState title={text.noTransfers}>{text.noTransfersText}</EmptyState>}
      />
    </Section>
  )
}
