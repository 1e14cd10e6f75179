import { queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { readImpactAudit, type ImpactReportHead } from '../../../../contract/impact/impact.ts'
import { EmptyState } from '../../../../ui/feedback/EmptyState.tsx'
import { Link } from '../../../../ui/link.tsx'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { PageHeader, Section } from '../../../../ui/PageHeader.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import styles from '../../../operator.module.css'
import { useCan } from '../../../session.ts'
import { Making } from './-Making.tsx'
import { Switching } from './-Switching.tsx'
import { words } from './-words.ts'

const audit = queryOptions({ queryKey: [readImpactAudit.id], queryFn: () => call(readImpactAudit, {}) })

export const Route = createFileRoute('/_signed-in/impact/')({
  staticData: { crumb: { ja: '影響比率の監査', en: 'Impact ratios' } },
  component: Page,
})

function Page() {
  const text = useText(words)
  const canDecide = useCan()('network:decide')
  const { data, error, refetch } = useQuery(audit)
  return (
    <>
      <PageHeader title={text.title} description={text.description} />
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      {data && <Switching audit={data} />}
      {data?.isOn && canDecide && <Making key={data.nextFrom} nextFrom={data.nextFrom} lastUntil={data.lastUntil} />}
      {data && <Reports reports={data.reports} />}
    </>
  )
}

function Reports({ reports }: { reports: readonly ImpactReportHead[] }) {
  const text = useText(words)
  const format = useFormat()
  if (reports.length === 0) return <EmptyState title={text.noReports}>{text.noReportsText}</EmptyState>
  return (
    <Section title={text.reports}>
      <div className={styles.scrolls}>
        <table className={styles.compare}>
          <thead>
            <tr>
              {[text.period, text.assessed, text.madeAt].map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {reports.map(({ id, from, until, assessed, madeAt }) => (
              <tr key={id}>
                <th scope="row">
                  <Link href={`/impact/${id}`}>
                    {format.date(from)} – {format.date(until)}
                  </Link>
                </th>
                <td>{assessed === null ? '—' : format.number(assessed)}</td>
                <td>{format.date(madeAt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
