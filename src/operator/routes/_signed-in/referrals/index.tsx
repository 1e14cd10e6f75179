import { SegmentedControl } from '@mantine/core'
import { IconGavel } from '@tabler/icons-react'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import {
  countNetworkReferral,
  listNetworkReferrals,
  ReferralState,
  type NetworkReferral,
} from '../../../../contract/network/network-referrals.ts'
import { pagesInUrl } from '../../../../ui/data-table/column.ts'
import { DataTable } from '../../../../ui/data-table/DataTable.tsx'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call } from '../../../api.ts'
import { refresh } from '../../../queries.ts'
import { referralWords } from '../../../referral-words.ts'
import { useCan } from '../../../session.ts'
import { networkWords } from '../../../words.ts'
import { Patterns } from './-Patterns.tsx'
import { TakeBack } from './-TakeBack.tsx'
import { isOpenToDecision, useReferralColumns } from './-use-columns.tsx'

const Search = z.object({
  show: z.enum(['ALL', ...ReferralState.options]).optional(),
  employerId: z.uuid().optional(),
  cursor: z.uuid().optional(),
  state: ReferralState.optional(),
})
type Search = z.output<typeof Search>

const referrals = ({ show, state, employerId, cursor }: Search) => {
  const wanted = state ?? show
  const query = {
    employerId,
    cursor,
    limit: 25,
    ...(wanted === undefined ? { review: 'true' } : wanted === 'ALL' ? {} : { states: wanted }),
  }
  return queryOptions({
    queryKey: [listNetworkReferrals.id, query],
    queryFn: () => call(listNetworkReferrals, { query }),
    placeholderData: keepPreviousData,
  })
}

export const Route = createFileRoute('/_signed-in/referrals/')({
  staticData: { crumb: { ja: '紹介の審査', en: 'Referral review' } },
  validateSearch: Search,
  component: Referrals,
})

function Referrals() {
  const text = useText(referralWords)
  const common = useText(networkWords)
  const toast = useToast()
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const canDecide = useCan()('network:decide')
  const { data, error, isPlaceholderData, refetch } = useQuery(referrals(search))
  const [taking, take] = useState<NetworkReferral>()
  const shown = search.state ?? search.show ?? 'QUEUE'
  const count = (referral: NetworkReferral) =>
    void call(countNetworkReferral, { params: { id: referral.id } })
      .then(refresh)
      .then(() => toast.tell(text.counted))
      .catch(toast.refuse)
  const columns = useReferralColumns({ canDecide, onCount: count, onTake: take })
  return (
    <>
      <PageHeader title={text.title} description={text.description} />
      <DataTable
        id="network-referrals"
        label={text.title}
        columns={columns}
        rows={data?.referrals}
        rowId={(row) => row.id}
        rowLabel={(row) => `${row.employerName ?? common.formerCompany} ${common.states[row.state]}`}
        {...(canDecide && { onOpen: (row: NetworkReferral) => (isOpenToDecision(row) ? take(row) : undefined) })}
        isRefreshing={isPlaceholderData}
        error={error}
        onRetry={() => void refetch()}
        toolbar={
          <SegmentedControl
            size="xs"
            aria-label={text.state}
            value={shown}
            onChange={(value) => {
              const { employerId } = search
              const show = value === 'QUEUE' ? undefined : (value as NonNullable<Search['show']>)
              void navigate({ search: { ...(employerId && { employerId }), ...(show && { show }) } })
            }}
            data={[
              { value: 'QUEUE', label: text.queue },
              ...(['HELD', 'COUNTED', 'REFUSED', 'REVERSED'] as const).map((state) => ({
                value: state,
                label: common.states[state],
              })),
              { value: 'ALL', label: text.all },
            ]}
          />
        }
        paging={pagesInUrl({
          cursor: search.cursor,
          next: data?.nextCursor,
          onNext: (next) => void navigate({ search: { ...search, cursor: next } }),
        })}
        empty={
          <EmptyState
            title={shown === 'QUEUE' ? text.empty : text.emptyAll}
            icon={<IconGavel size={22} stroke={1.5} />}
          >
            {shown === 'QUEUE' ? text.emptyText : undefined}
          </EmptyState>
        }
      />
      <div style={{ marginTop: '2rem' }}>
        <Patterns />
      </div>
      <TakeBack referral={taking} onClose={() => take(undefined)} />
    </>
  )
}
