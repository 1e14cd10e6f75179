import { Button, Group, SegmentedControl, Select } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { z } from 'zod'
import { impactWords } from '../../../../contract/impact/impact-words.ts'
import {
  impactKinds,
  impactSteps,
  ImpactStep,
  readImpactReport,
  type ImpactKind,
  type ImpactLine,
  type ImpactReport,
} from '../../../../contract/impact/impact.ts'
import { Link } from '../../../../ui/link.tsx'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { PageHeader, Section } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useLanguage, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import styles from '../../../operator.module.css'
import { words } from './-words.ts'

const report = (id: string) =>
  queryOptions({ queryKey: [readImpactReport.id, id], queryFn: () => call(readImpactReport, { params: { id } }) })

export const Route = createFileRoute('/_signed-in/impact/$reportId')({
  staticData: { crumb: { ja: '影響比率の集計表', en: 'Impact ratios' } },
  validateSearch: z.object({ step: ImpactStep.optional(), by: z.enum(impactKinds).optional() }),
  component: Page,
})

function Page() {
  const { reportId } = Route.useParams()
  const text = useText(words)
  const format = useFormat()
  const [language] = useLanguage()
  const { data, error, refetch } = useQuery(report(reportId))
  if (error) return <ErrorNotice error={error} onRetry={() => void refetch()} />
  if (!data) return null
  const { from, until, jurisdiction } = data
  return (
    <>
      <PageHeader
        title={`${format.date(from)} – ${format.date(until)}`}
        description={impactWords[language].jurisdictions[jurisdiction]}
        actions={
          <Group gap="sm">
            <Link href="/impact">{text.back}</Link>
            <Button
              component="a"
              variant="default"
              href={`/api/v1/network/impact/reports/${reportId}/table.csv?lang=${language}`}
            >
              {text.file}
            </Button>
          </Group>
        }
      />
      <Table report={data} />
    </>
  )
}

function Table({ report: { tables, k, exclusionReason } }: { report: ImpactReport }) {
  const text = useText(words)
  const format = useFormat()
  const named = impactWords[useLanguage()[0]]
  const { step = 'SCORED', by = 'SEX' } = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const show = (search: { step?: ImpactStep; by?: ImpactKind }) =>
    void navigate({ search: { step, by, ...search }, replace: true })
  const table = tables.find((one) => one.step === step && one.kind === by)
  if (!table) return null
  const heads = [text.category, text.assessed, text.selected, text.rate, text.ratio, text.verdict]
  return (
    <Section
      title={named.steps[step]}
      note={text.note(k)}
      actions={
        <Group gap="sm">
          <Select
            size="xs"
            aria-label={text.step}
            w={220}
            allowDeselect={false}
            value={step}
            data={impactSteps.map((value) => ({ value, label: named.steps[value] }))}
            onChange={(value) => value && show({ step: value })}
          />
          <SegmentedControl
            size="xs"
            aria-label={text.kind}
            value={by}
            data={impactKinds.map((value) => ({ value, label: named.kinds[value] }))}
            onChange={(value) => show({ by: value as ImpactKind })}
          />
        </Group>
      }
    >
      <div className={styles.scrolls}>
        <table className={styles.compare}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.lines.map((line) => (
              <Line key={`${line.race}/${line.sex}`} line={line} />
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.soft}>
        {text.unknown(table.unknown === null ? named.withheld : format.number(table.unknown))}
      </p>
      {exclusionReason !== null && <p className={styles.soft}>{text.excluded(exclusionReason)}</p>}
    </Section>
  )
}

const tones = { BELOW: 'bad', NOT_BELOW: 'good', UNCLEAR: 'neutral' } as const

function Line({ line }: { line: ImpactLine }) {
  const format = useFormat()
  const named = impactWords[useLanguage()[0]]
  const { race, sex, assessed, selected, fourFifths, isReference, leftOut } = line
  const count = (value: number | null) => (value === null ? <small>{named.withheld}</small> : format.number(value))
  const name = [race && named.races[race], sex && named.sexes[sex]].filter(Boolean).join(' · ')
  const two = (value: number) => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{count(assessed)}</td>
      <td>{count(selected)}</td>
      <td>
        <Estimate value={line.rate} interval={line.rateInterval} written={format.percent} />
      </td>
      <td>
        <Estimate value={line.ratio} interval={line.ratioInterval} written={two} />
      </td>
      <td>
        {isReference && <small>{named.reference}</small>}
        {fourFifths && <StatusBadge tone={tones[fourFifths]}>{named.fourFifths[fourFifths]}</StatusBadge>}
        {leftOut && <small>{named.leftOut[leftOut]}</small>}
      </td>
    </tr>
  )
}

type Estimated = { value: number | null; interval: ImpactLine['ratioInterval']; written: (value: number) => string }

function Estimate({ value, interval, written }: Estimated) {
  if (value === null) return <>—</>
  return (
    <>
      {written(value)}
      {interval && (
        <>
          {' '}
          <small>
            ({written(interval.low)}–{interval.high === null ? '∞' : written(interval.high)})
          </small>
        </>
      )}
    </>
  )
}
