import { Button, SegmentedControl } from '@mantine/core'
import { IconChecklist } from '@tabler/icons-react'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { gateStates, GateState } from '../../../../contract/introductions/gate-standing.ts'
import { listGate, passGate, type GatedRequest } from '../../../../contract/introductions/introduction-gate.ts'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { Link } from '../../../../ui/link.tsx'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call } from '../../../api.ts'
import { refresh, termsQuery } from '../../../queries.ts'
import { useCan } from '../../../session.ts'
import { RefuseRequest } from './-RefuseRequest.tsx'
import { RequestCard } from './-RequestCard.tsx'
import { gateWords } from './-words.ts'
import styles from './gate.module.css'

const Search = z.object({ state: GateState.optional(), cursor: z.uuid().optional() })

const requests = ({ state, cursor }: z.output<typeof Search>) =>
  queryOptions({
    queryKey: [listGate.id, state, cursor],
    queryFn: () => call(listGate, { query: { state, cursor, limit: 10 } }),
    placeholderData: keepPreviousData,
  })

export const Route = createFileRoute('/_signed-in/gate/')({
  staticData: { crumb: { ja: '依頼の確認', en: 'Requests to check' } },
  validateSearch: Search,
  component: Gate,
})

function Gate() {
  const text = useText(gateWords)
  const toast = useToast()
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const canDecide = useCan()('network:decide')
  const { data, error, refetch } = useQuery(requests(search))
  const [refusing, refuse] = useState<GatedRequest>()
  const pass = async ({ id }: GatedRequest) => {
    try {
      await call(passGate, { params: { id } })
      toast.tell(text.passed)
    } catch (refused) {
      toast.refuse(refused)
    }
    await refresh()
  }
  return (
    <>
      <PageHeader title={text.title} description={text.description} />
      <SegmentedControl
        size="xs"
        aria-label={text.state}
        value={search.state ?? 'WAITING'}
        onChange={(value) => void navigate({ search: value === 'WAITING' ? {} : { state: GateState.parse(value) } })}
        data={gateStates.map((state) => ({ value: state, label: text.states[state] }))}
      />
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data?.requests.length === 0 && <Nothing isQueue={search.state === undefined} />}
      <ul className={styles.requests}>
        {data?.requests.map((request) => (
          <RequestCard
            key={request.id}
            request={request}
            {...(canDecide &&
              request.state === 'WAITING' && { onPass: () => pass(request), onRefuse: () => refuse(request) })}
          />
        ))}
      </ul>
      <div className={styles.pages}>
        {search.cursor && (
          <Button size="xs" variant="default" onClick={() => void navigate({ search: ({ state }) => ({ state }) })}>
            {text.first}
          </Button>
        )}
        {data?.nextCursor && (
          <Button
            size="xs"
            variant="default"
            onClick={() => void navigate({ search: { ...search, cursor: data.nextCursor ?? undefined } })}
          >
            {text.more}
          </Button>
        )}
      </div>
      {refusing && <RefuseRequest request={refusing} onClose={() => refuse(undefined)} />}
    </>
  )
}

function Nothing({ isQueue }: { isQueue: boolean }) {
  const text = useText(gateWords)
  const { data: terms } = useQuery(termsQuery)
  const icon = <IconChecklist size={22} stroke={1.5} />
  if (!isQueue) return <EmptyState title={text.emptyOther} icon={icon} />
  if (terms?.introductionGate !== false)
    return (
      <EmptyState title={text.empty} icon={icon}>
        {text.emptyOn}
      </EmptyState>
    )
  return (
    <EmptyState
      title={text.empty}
      icon={icon}
      actions={
        <Button component={Link} href="/terms" variant="default">
          {text.toTerms}
        </Button>
      }
    >
      {text.emptyOff}
    </EmptyState>
  )
}
