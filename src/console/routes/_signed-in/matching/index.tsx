import { Button, SegmentedControl } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { MatchPool } from '../../../../contract/matching.ts'
import { listOpenings, readOpening } from '../../../../contract/selection/openings.ts'
import { Stage } from '../../../../contract/selection/selection-terms.ts'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { SelectField } from '../../../../ui/form/fields.tsx'
import { Link } from '../../../../ui/link.tsx'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { noticesQuery } from '../../../../program/Notices.tsx'
import { call } from '../../../api.ts'
import { ModeNotice, relayRuns } from '../../../ModeNotice.tsx'
import { useMembership } from '../../../session.ts'
import { MatchList, type Search } from './-MatchList.tsx'
import { OpeningNews } from './-OpeningNews.tsx'
import styles from './-matching.module.css'
import { words } from './-words.ts'

const openings = queryOptions({
  queryKey: [listOpenings.id, { statuses: ['OPEN'] }],
  queryFn: () => call(listOpenings, { query: { statuses: ['OPEN'] } }),
})

export const Route = createFileRoute('/_signed-in/matching/')({
  staticData: { crumb: { ja: 'マッチング', en: 'Matching' } },
  validateSearch: z.object({
    opening: z.uuid().optional(),
    pool: MatchPool.default('OWN'),
    page: z.int().min(1).default(1),
    region: z.string().optional(),
    stage: Stage.optional(),
    occupation: z.string().optional(),
    places: z.string().optional(),
  }),
  component: Matching,
})

function Matching() {
  const text = useText(words)
  const { opening, ...search } = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const { data, error } = useQuery(openings)
  const closed = useClosed(
    data && opening !== undefined && !data.items.some(({ id }) => id === opening) ? opening : undefined,
  )
  const isUnverified = useQuery(noticesQuery).data?.standing === 'UNVERIFIED'
  const runs = relayRuns(useMembership().operatingMode)
  const go = (change: Partial<Search> & { opening?: string | undefined }) =>
    void navigate({ search: (now) => ({ ...now, ...change }) })
  return (
    <>
      <PageHeader title={text.title} description={text.description} />
      {error && <ErrorNotice error={error} />}
      <div className={styles.choose}>
        <SelectField
          label={text.opening}
          placeholder={text.choose}
          value={opening ?? null}
          onChange={(id) => void navigate({ search: { pool: search.pool, ...(id && { opening: id }) } })}
          data={[
            ...(data?.items.map(({ id, title }) => ({ value: id, label: title })) ?? []),
            ...(closed ? [{ value: closed.id, label: text.notOpenMark(closed.title) }] : []),
          ]}
        />
        <SegmentedControl
          aria-label={text.pools}
          value={search.pool}
          onChange={(pool) => void navigate({ search: { pool: MatchPool.parse(pool), ...(opening && { opening }) } })}
          data={[
            { value: 'OWN', label: text.own },
            { value: 'RELAY', label: text.relay },
          ]}
        />
      </div>
      {search.pool === 'RELAY' && <ModeNotice />}
      {search.pool === 'RELAY' && runs && isUnverified ? (
        <EmptyState
          title={text.unverified}
          actions={
            <Button component={Link} href="/settings/company" variant="default">
              {text.toCompany}
            </Button>
          }
        >
          {text.unverifiedText}
        </EmptyState>
      ) : search.pool === 'RELAY' && !runs ? null : search.pool === 'RELAY' && closed ? (
        <EmptyState
          title={text.notOpen(closed.title)}
          actions={
            <Button component={Link} href={`/openings/${closed.id}`} variant="default">
              {text.toOpening}
            </Button>
          }
        >
          {text.notOpenText}
        </EmptyState>
      ) : opening ? (
        <MatchList openingId={opening} search={search} onSearch={go} />
      ) : data?.items.length === 0 ? (
        <EmptyState
          title={text.noOpenings}
          actions={
            <Button component={Link} href="/openings" variant="default">
              {text.toOpenings}
            </Button>
          }
        >
          {text.noOpeningsText}
        </EmptyState>
      ) : (
        <OpeningNews />
      )}
    </>
  )
}

/** An opening that the address names and that is not among the open ones. */
function useClosed(id: string | undefined) {
  const { data } = useQuery({
    queryKey: [readOpening.id, id],
    queryFn: () => call(readOpening, { params: { id: id ?? '' } }),
    enabled: id !== undefined,
  })
  return id === undefined || data?.status === 'OPEN' ? undefined : data
}
