import { SegmentedControl, VisuallyHidden } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import {
  healthDimensions,
  readNetworkHealth,
  type HealthDimension,
  type HealthGroup,
  type HealthRate,
  type NetworkHealth,
} from '../../../../contract/network/network-health.ts'
import { groupWords } from '../../../../program/group-words.ts'
import { LineChart } from '../../../../ui/charts/LineChart.tsx'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { PageHeader, Section } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { Waiting } from '../../../../ui/feedback/Waiting.tsx'
import { call } from '../../../api.ts'
import styles from '../../../operator.module.css'
import { PromiseRecords } from './-PromiseRecords.tsx'
import { words } from './-words.ts'

const health = queryOptions({ queryKey: [readNetworkHealth.id], queryFn: () => call(readNetworkHealth, {}) })

export const Route = createFileRoute('/_signed-in/health/')({
  staticData: { crumb: { ja: '健全性・公平性', en: 'Health and fairness' } },
  validateSearch: z.object({ by: z.enum(healthDimensions).optional() }),
  component: Page,
})

function Page() {
  const text = useText(words)
  const { data, error, refetch } = useQuery(health)
  return (
    <>
      <PageHeader title={text.title} description={text.description} />
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && <Fairness health={data} />}
      <PromiseRecords />
      {data && <Months months={data.months} k={data.k} />}
    </>
  )
}

function Fairness({ health: { groups, whole, minimum, k } }: { health: NetworkHealth }) {
  const text = useText(words)
  const { by = 'size' } = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  return (
    <Section
      title={text.fairness}
      note={`${text.fairnessNote(minimum.companies, minimum.referrals)} ${text.withheld(k)}`}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={text.dimension}
          value={by}
          onChange={(value) => void navigate({ search: { by: value as HealthDimension }, replace: true })}
          data={healthDimensions.map((value) => ({ value, label: text.dimensions[value] }))}
        />
      }
    >
      <div className={styles.scrolls}>
        <table className={styles.compare}>
          <thead>
            <tr>
              {[
                text.group,
                text.companies,
                text.given,
                text.received,
                text.perTen,
                text.acceptedShare,
                text.countedShare,
                text.verdict,
              ].map((head) => (
                <th key={head} scope="col">
                  {head === text.verdict ? <VisuallyHidden>{head}</VisuallyHidden> : head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups[by].map((group) => (
              <Line key={group.key} by={by} group={group} />
            ))}
            <Line group={whole} />
          </tbody>
        </table>
      </div>
    </Section>
  )
}

const tones = { LOW: 'wait', HIGH: 'busy', UNCLEAR: 'neutral' } as const

function Line({ by, group }: { by?: HealthDimension; group: HealthGroup }) {
  const text = useText(words)
  const format = useFormat()
  const name = useName()
  const one = (value: number) => format.number(value, { maximumFractionDigits: 1 })
  return (
    <tr>
      <th scope="row">{by ? name(by, group.key) : text.whole}</th>
      <td>{format.number(group.companies)}</td>
      <td>
        <Count value={group.given} />
      </td>
      <td>
        <Count value={group.received} />
      </td>
      <td>
        <Estimate rate={group.perTen} written={one} />
      </td>
      <td>
        <Estimate rate={group.accepted} written={format.percent} />
      </td>
      <td>
        <Estimate rate={group.counted} written={format.percent} />
      </td>
      <td>{group.stands && <StatusBadge tone={tones[group.stands]}>{text.stands[group.stands]}</StatusBadge>}</td>
    </tr>
  )
}

function Count({ value }: { value: number | null }) {
  const text = useText(words)
  const format = useFormat()
  return value === null ? <small>{text.few}</small> : <>{format.number(value)}</>
}

function Estimate({ rate: { value, interval }, written }: { rate: HealthRate; written: (value: number) => string }) {
  const text = useText(words)
  if (value === null || interval === null) return <small>{text.few}</small>
  return (
    <>
      {written(value)}{' '}
      <small>
        ({written(interval.low)}–{written(interval.high)})
      </small>
    </>
  )
}

/** What a group is called; companies that have not said it have a name, too. */
function useName(): (by: HealthDimension, key: string | null) => string {
  const text = useText(words)
  const groups = useText(groupWords)
  const names: Record<HealthDimension, Record<string, string>> = {
    size: groups.sizes,
    industry: groups.industries,
    region: groups.regions,
    mode: text.modes,
  }
  return (by, key) => (key === null ? groups.untold : (names[by][key] ?? key))
}

function Months({ months, k }: { months: NetworkHealth['months']; k: number }) {
  const text = useText(words)
  const points = months.map(({ month }) => month.replace('-', '/'))
  const days = (hours: number | null) => (hours === null ? null : Math.round((hours / 24) * 10) / 10)
  return (
    <>
      <Section title={text.months} note={`${text.monthsNote} ${text.withheld(k)}`}>
        <LineChart
          label={text.months}
          category={text.month}
          points={points}
          series={(['registrations', 'counted', 'asked', 'accepted'] as const).map((key) => ({
            label: text[key],
            values: months.map((month) => month[key]),
          }))}
        />
      </Section>
      <Section title={text.hours}>
        {months.every(({ medianHours }) => medianHours === null) ? (
          <p>{text.noHours(k)}</p>
        ) : (
          <LineChart
            label={text.hours}
            category={text.month}
            height={200}
            points={points}
            series={[{ label: text.hours, values: months.map(({ medianHours }) => days(medianHours)) }]}
          />
        )}
      </Section>
    </>
  )
}
