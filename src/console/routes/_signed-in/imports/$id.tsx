import { Button } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { cancelImport, listImports, type Import } from '../../../../contract/intake/imports.ts'
import { Link } from '../../../../ui/link.tsx'
import { PageHeader, Section } from '../../../../ui/PageHeader.tsx'
import { ProgressPanel } from '../../../../ui/feedback/ProgressPanel.tsx'
import { StatCard, StatRow } from '../../../../ui/StatCard.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useLanguage, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { Wizard } from '../../../../ui/Wizard.tsx'
import { call, queries } from '../../../api.ts'
import { download } from '../../../../program/download.ts'
import { Columns } from './-Columns.tsx'
import styles from './-imports.module.css'
import { phaseTones } from './-phases.ts'
import { Findings, Preview } from './-Preview.tsx'
import { importQuery, previewQuery } from './-queries.ts'
import { words } from './-words.ts'

export const Route = createFileRoute('/_signed-in/imports/$id')({
  loader: async ({ context, params }) => {
    const { label } = await context.queries.ensureQueryData(importQuery(params.id))
    return { crumb: label }
  },
  component: OneImport,
})

const stepOf = (found: Import, isCorrecting: boolean) => {
  if (found.phase === 'UPLOADED' || found.phase === 'REFUSED' || isCorrecting) return 'columns'
  if (found.phase === 'CHECKING' || found.phase === 'CHECKED') return 'preview'
  return found.phase === 'DONE' ? 'result' : 'run'
}

function OneImport() {
  const text = useText(words)
  const toast = useToast()
  const navigate = useNavigate()
  const { id } = Route.useParams()
  const { data: found } = useSuspenseQuery(importQuery(id))
  const [isCorrecting, setCorrecting] = useState(false)
  const step = stepOf(found, isCorrecting && found.phase === 'CHECKED')
  const giveUp = async () => {
    try {
      await call(cancelImport, { params: { id } })
      await queries.invalidateQueries({ queryKey: [listImports.id] })
      toast.tell(text.gaveUp)
      await navigate({ to: '/imports' })
    } catch (error) {
      toast.refuse(error)
    }
  }
  const canGiveUp = ['UPLOADED', 'CHECKED', 'REFUSED'].includes(found.phase)
  return (
    <>
      <PageHeader
        title={found.label}
        aside={<StatusBadge tone={phaseTones[found.phase]}>{text.phases[found.phase]}</StatusBadge>}
        actions={
          canGiveUp && (
            <Button variant="subtle" color="gray" onClick={() => void giveUp()}>
              {text.give}
            </Button>
          )
        }
      />
      <Wizard
        label={text.wizard}
        steps={Object.entries(text.steps).map(([key, label]) => ({ id: key, label }))}
        current={step}
        {...(found.phase === 'CHECKED' && { onStep: (to: string) => setCorrecting(to === 'columns') })}
      >
        {step === 'columns' && <Columns key={found.encoding} found={found} />}
        {step === 'preview' &&
          (found.phase === 'CHECKING' ? (
            <ProgressPanel title={text.checking} state="RUNNING" done={found.rowsChecked} />
          ) : (
            <Preview found={found} onBack={() => setCorrecting(true)} />
          ))}
        {step === 'run' && <Running found={found} />}
        {step === 'result' && <Result found={found} />}
      </Wizard>
    </>
  )
}

function Running({ found }: { found: Import }) {
  const text = useText(words)
  const { outcome } = found
  const isLinking = found.phase === 'LINKING'
  return (
    <ProgressPanel
      title={isLinking ? text.linking : text.running}
      state="RUNNING"
      done={isLinking ? found.rowsLinked : found.rowsDone}
      total={isLinking ? outcome.created + outcome.changed : found.rowsTotal}
      counts={(['created', 'changed', 'unchanged', 'refused', 'joined'] as const).map((key) => ({
        label: text.outcomes[key],
        value: outcome[key],
      }))}
    >
      <p className={styles.soft}>{text.leave}</p>
    </ProgressPanel>
  )
}

function Result({ found }: { found: Import }) {
  const text = useText(words)
  const format = useFormat()
  const toast = useToast()
  const [language] = useLanguage()
  const { outcome } = found
  const { data, isPlaceholderData } = useQuery({ ...previewQuery(found.id, 100), enabled: outcome.refused > 0 })
  return (
    <div className={styles.stack}>
      <StatRow>
        {(['created', 'changed', 'unchanged', 'refused', 'joined'] as const).map((key) => (
          <StatCard
            key={key}
            label={text.outcomes[key]}
            value={outcome[key]}
            tone={key === 'refused' && outcome.refused > 0 ? 'bad' : key === 'created' ? 'good' : 'neutral'}
            {...(key === 'created' && found.finishedAt && { note: format.dateTime(found.finishedAt) })}
          />
        ))}
      </StatRow>
      {outcome.refused > 0 && (
        <Section
          bare
          title={text.outcomes.refused}
          note={text.downloadNote}
          actions={
            <Button
              variant="default"
              size="xs"
              onClick={() =>
                void download(`/api/v1/imports/${found.id}/refused.csv?lang=${language}`, 'refused-rows.csv').catch(
                  toast.refuse,
                )
              }
            >
              {text.download}
            </Button>
          }
        >
          <Findings rows={data?.found} isRefreshing={isPlaceholderData} />
        </Section>
      )}
      <div className={styles.foot}>
        <Button component={Link} href="/imports/new" variant="default">
          {text.another}
        </Button>
        <div className={styles.footEnd}>
          <Button component={Link} href="/people">
            {text.openPeople}
          </Button>
        </div>
      </div>
    </div>
  )
}
