import { queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { readPreflight, type Preflight } from '../../../../contract/relay/preflights.ts'
import { ErrorNotice, InlineNotice } from '../../../../ui/feedback/Notice.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { ProgressPanel } from '../../../../ui/feedback/ProgressPanel.tsx'
import { StatCard, StatRow } from '../../../../ui/StatCard.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { Waiting } from '../../../../ui/feedback/Waiting.tsx'
import { call } from '../../../api.ts'
import styles from './-letters.module.css'
import { words } from './-preflight-words.ts'
import { PreflightActions } from './-PreflightActions.tsx'
import { Retry, StopCampaign } from './-StopCampaign.tsx'
import { PreflightRows, RowSearch } from './-PreflightRows.tsx'

/** One pre-flight; asked for again every second while there is work on it. */
const preflight = (id: string) =>
  queryOptions({
    queryKey: [readPreflight.id, id],
    queryFn: () => call(readPreflight, { params: { id } }),
    refetchInterval: ({ state }) => (state.data?.progress.state === 'RUNNING' ? 1_000 : false),
  })

export const Route = createFileRoute('/_signed-in/letters/preflights/$id')({
  staticData: { crumb: { ja: '事前確認', en: 'Pre-flight' } },
  params: { parse: ({ id }) => ({ id: z.uuid().parse(id) }) },
  validateSearch: RowSearch,
  component: Page,
})

function Page() {
  const text = useText(words)
  const { id } = Route.useParams()
  const search = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const { data, error } = useQuery(preflight(id))
  if (error) return <ErrorNotice error={error} />
  if (!data) return <Waiting />
  const opens = (filter: string) => (data.state === 'JUDGING' ? {} : { href: `/letters/preflights/${id}${filter}` })
  const isDecidable = data.state === 'OPEN' || data.state === 'JUDGING'
  return (
    <>
      <PageHeader
        title={text.titles[data.kind]}
        description={text.descriptions[data.kind]}
        actions={isDecidable ? <PreflightActions preflight={data} /> : <StopCampaign preflight={data} />}
      />
      <div className={styles.notices}>
        <Standing preflight={data} />
        <Working preflight={data} />
      </div>
      <StatRow>
        <StatCard label={text.people} value={data.people} unit={text.unit} {...opens('')} />
        <StatCard label={text.sends} value={data.sends} unit={text.unit} tone="relay" {...opens('?reason=NONE')} />
        <StatCard label={text.keeps} value={data.judged - data.sends} unit={text.unit} />
      </StatRow>
      {data.state !== 'JUDGING' && (
        <PreflightRows preflight={data} search={search} onSearch={(chosen) => void navigate({ search: chosen })} />
      )}
    </>
  )
}

function Standing({ preflight: { state, approvedAt, outcomes } }: { preflight: Preflight }) {
  const text = useText(words)
  const format = useFormat()
  const settled = Object.values(outcomes).reduce((all, people) => all + people, 0)
  const changed = settled - (outcomes['SCHEDULED'] ?? 0)
  if (state === 'APPROVED' && approvedAt !== null)
    return (
      <InlineNotice tone={changed > 0 ? 'wait' : 'good'} title={text.approved(format.dateTime(approvedAt))}>
        {changed > 0 && text.changed(changed)}
      </InlineNotice>
    )
  if (state === 'STOPPED') return <InlineNotice tone="wait">{text.isStopped}</InlineNotice>
  if (state === 'DISCARDED') return <InlineNotice tone="neutral">{text.discarded}</InlineNotice>
  return null
}

/** How far the judging or the scheduling is, while it goes on or when it stopped. */
function Working({ preflight: { id, state, progress, sends, judged, outcomes } }: { preflight: Preflight }) {
  const text = useText(words)
  if (progress.state === 'DONE' || state === 'DISCARDED') return null
  const isJudging = progress.work === 'JUDGING'
  const scheduled = outcomes['SCHEDULED'] ?? 0
  return (
    <ProgressPanel
      title={isJudging ? text.judging : text.scheduling}
      state={progress.state}
      done={progress.done}
      total={progress.total}
      counts={[
        { label: text.sends, value: isJudging ? sends : scheduled },
        { label: text.keeps, value: isJudging ? judged - sends : progress.done - scheduled },
      ]}
    >
      <div className={styles.soft}>{progress.state === 'FAILED' ? text.failed[progress.work] : text.leave}</div>
      {progress.state === 'FAILED' && <Retry id={id} />}
    </ProgressPanel>
  )
}
