import { queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { readTrial, type TrialReport } from '../../../../../contract/relay/letter-trials.ts'
import { readRelaySettings } from '../../../../../contract/relay/relay.ts'
import { ErrorNotice, InlineNotice } from '../../../../../ui/feedback/Notice.tsx'
import { PageHeader, Section } from '../../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../../../../ui/text/TextProvider.tsx'
import { Waiting } from '../../../../../ui/feedback/Waiting.tsx'
import { call } from '../../../../api.ts'
import { useCan } from '../../../../session.ts'
import styles from '../-letters.module.css'
import { Wording } from '../-Wording.tsx'
import { EndTrial } from './-EndTrial.tsx'
import { useKindName } from './-kind-name.ts'
import { Measures } from './-Measures.tsx'
import { words } from './-words.ts'

const report = (id: string) =>
  queryOptions({ queryKey: [readTrial.id, id], queryFn: () => call(readTrial, { params: { id } }) })
const relay = queryOptions({ queryKey: [readRelaySettings.id], queryFn: () => call(readRelaySettings, {}) })

export const Route = createFileRoute('/_signed-in/letters/trials/$id')({
  staticData: { crumb: { ja: '比較の結果', en: 'How it goes' } },
  params: { parse: ({ id }) => ({ id: z.uuid().parse(id) }) },
  component: Page,
})

function Page() {
  const text = useText(words)
  const nameOf = useKindName()
  const { id } = Route.useParams()
  const { data, error } = useQuery(report(id))
  const canEnd = useCan()('relay:configure')
  if (error) return <ErrorNotice error={error} />
  if (!data) return <Waiting />
  const { trial } = data
  return (
    <>
      <PageHeader
        title={nameOf(trial)}
        description={<About report={data} />}
        actions={canEnd && trial.state === 'RUNNING' && <EndTrial report={data} />}
      />
      <div className={styles.notices}>
        <Verdict report={data} />
      </div>
      <Measures report={data} />
      {data.excluded > 0 && <p className={styles.soft}>{text.excluded(data.excluded)}</p>}
      <Section title={text.rule}>
        <p className={styles.lead}>{text.ruleText}</p>
      </Section>
      <div className={styles.editor}>
        {data.variants.map(({ variant, subject, body }) => (
          <Section key={variant} title={text.wordsOf(text.variant[variant])}>
            <p className={styles.subject}>
              <Wording text={subject} />
            </p>
            <p className={styles.words}>
              <Wording text={body} />
            </p>
          </Section>
        ))}
      </div>
    </>
  )
}

function About({ report: { trial } }: { report: TrialReport }) {
  const text = useText(words)
  const format = useFormat()
  const switches = useQuery(relay).data?.switches ?? []
  const source = switches.find((one) => one.scope === trial.scope)?.name ?? ''
  const reach =
    trial.preflightId !== null
      ? text.campaign
      : trial.scope === null
        ? text.everything
        : trial.scope === 'BY_HAND'
          ? text.byHand
          : text.source(source)
  return (
    <>
      <StatusBadge tone={trial.state === 'RUNNING' ? 'busy' : 'neutral'}>{text.states[trial.state]}</StatusBadge>{' '}
      {`${text.started} ${format.date(trial.startedAt)}　${text.reach}: ${reach}　${text.decides}: ${text.outcomes[trial.outcome]}`}
    </>
  )
}

const mostPeople = 20_000

/** What can be said, and nothing more. */
function Verdict({ report: { trial, better, peopleToTell, supposed } }: { report: TrialReport }) {
  const text = useText(words)
  const format = useFormat()
  return (
    <>
      {trial.kept !== null && <InlineNotice tone="neutral">{text.endedNote(text.variant[trial.kept])}</InlineNotice>}
      {better !== null ? (
        <InlineNotice tone="good" title={`${text.outcomes[trial.outcome]}: ${text.better[better]}`}>
          {text.betterNote}
        </InlineNotice>
      ) : (
        <InlineNotice tone="wait" title={text.tooEarly}>
          {peopleToTell === null
            ? text.tooMany(trial.points, format.number(mostPeople))
            : text.about(format.number(rounded(peopleToTell)), trial.points, format.percent(supposed))}{' '}
          {text.watching}
        </InlineNotice>
      )}
    </>
  )
}

/** A forecast to two figures: more would pretend to know. */
function rounded(people: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, people))) - 1)
  return Math.ceil(people / unit) * unit
}
