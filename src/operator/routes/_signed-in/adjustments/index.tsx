import { Button } from '@mantine/core'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import {
  decideAdjustment,
  listAdjustments,
  type CreditAdjustment,
} from '../../../../contract/credits/credit-adjustments.ts'
import { ConfirmDialog } from '../../../../ui/feedback/ConfirmDialog.tsx'
import { pagesInUrl } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { adjustmentWords } from '../../../adjustment-words.ts'
import { call } from '../../../api.ts'
import { OpenOrAll, openOrAllQuery, OpenOrAllSearch } from '../../../OpenOrAll.tsx'
import { refresh } from '../../../queries.ts'
import { useCan } from '../../../session.ts'
import { networkWords } from '../../../words.ts'
import { Propose } from './-Propose.tsx'
import { useAdjustmentColumns, type Asked } from './-use-columns.tsx'

const adjustments = (search: z.output<typeof OpenOrAllSearch>) => {
  const query = openOrAllQuery(search)
  return queryOptions({
    queryKey: [listAdjustments.id, query],
    queryFn: () => call(listAdjustments, { query }),
    placeholderData: keepPreviousData,
  })
}

export const Route = createFileRoute('/_signed-in/adjustments/')({
  staticData: { crumb: { ja: '台帳の調整', en: 'Adjustments' } },
  validateSearch: OpenOrAllSearch,
  component: Adjustments,
})

function Adjustments() {
  const text = useText(adjustmentWords)
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const canDecide = useCan()('network:decide')
  const { data, error, isPlaceholderData, refetch } = useQuery(adjustments(search))
  const [isProposing, propose] = useState(false)
  const [asked, ask] = useState<Asked>()
  const columns = useAdjustmentColumns({ canDecide, onAsk: ask })
  const isAll = search.show === 'ALL'
  return (
    <>
      <PageHeader
        title={text.title}
        description={text.description}
        actions={canDecide && <Button onClick={() => propose(true)}>{text.propose}</Button>}
      />
      <DataTable
        id="network-adjustments"
        label={text.title}
        columns={columns}
        rows={data?.adjustments}
        rowId={(row) => row.id}
        rowLabel={(row) => row.reason}
        isRefreshing={isPlaceholderData}
        error={error}
        onRetry={() => void refetch()}
        paging={pagesInUrl({
          cursor: search.cursor,
          next: data?.nextCursor,
          onNext: (cursor) => void navigate({ search: (now) => ({ ...now, cursor }) }),
        })}
        toolbar={<OpenOrAll search={search} onSearch={(shown) => void navigate({ search: shown })} text={text} />}
        empty={<EmptyState title={isAll ? text.noneAtAll : text.none}>{text.noneText}</EmptyState>}
      />
      <Propose opened={isProposing} onClose={() => propose(false)} />
      <Decide asked={asked} onClose={() => ask(undefined)} />
    </>
  )
}

const titleOf = { APPROVE: 'approveTitle', REJECT: 'rejectTitle', WITHDRAW: 'withdrawTitle' } as const
const labelOf = { APPROVE: 'approve', REJECT: 'reject', WITHDRAW: 'withdraw' } as const

function Decide({ asked, onClose }: { asked: Asked | undefined; onClose: () => void }) {
  const text = useText(adjustmentWords)
  const common = useText(networkWords)
  const toast = useToast()
  if (asked === undefined) return null
  const { adjustment, decision } = asked
  const company = adjustment.employerName ?? common.formerCompany
  const title = text[titleOf[decision]]
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={typeof title === 'function' ? title(company) : title}
      confirmLabel={text[labelOf[decision]]}
      consequences={
        decision === 'APPROVE'
          ? [
              { kind: 'happens', text: text.approveHappens(text.change(adjustment.unit, adjustment.amount)) },
              { kind: 'final', text: text.approveFinal },
            ]
          : [{ kind: 'happens', text: text.rejectHappens }]
      }
      onConfirm={async () => {
        await call(decideAdjustment, { params: { id: adjustment.id }, body: { decision } })
        await refresh()
        toast.tell(text.decided)
      }}
    >
      <Reason {...adjustment} />
    </ConfirmDialog>
  )
}

const Reason = ({ reason }: CreditAdjustment) => <p style={{ margin: 0 }}>{reason}</p>
