import { Button, NativeSelect, NumberInput } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { listTrials, startTrial, trialOutcomes } from '../../../../../contract/relay/letter-trials.ts'
import { LetterOffer, LetterStage, listLetterTemplates } from '../../../../../contract/messages.ts'
import { readRelaySettings } from '../../../../../contract/relay/relay.ts'
import { ErrorNotice, InlineNotice } from '../../../../../ui/feedback/Notice.tsx'
import { FieldRow } from '../../../../../ui/form/Form.tsx'
import { PageHeader } from '../../../../../ui/PageHeader.tsx'
import { Link } from '../../../../../ui/link.tsx'
import { useFormat, useText } from '../../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../../api.ts'
import styles from '../-letters.module.css'
import { templateWords } from '../-template-words.ts'
import { usePreview, WordsEditor, type Template, type Words } from '../-WordsEditor.tsx'
import { words } from './-words.ts'

const templates = queryOptions({
  queryKey: [listLetterTemplates.id],
  queryFn: () => call(listLetterTemplates, {}),
})
/** There are fewer kinds of letters than this, and each has one comparison at a time. */
const running = queryOptions({
  queryKey: [listTrials.id, 'RUNNING'],
  queryFn: () => call(listTrials, { query: { state: 'RUNNING', limit: 200 } }),
})
const relay = queryOptions({ queryKey: [readRelaySettings.id], queryFn: () => call(readRelaySettings, {}) })

export const Route = createFileRoute('/_signed-in/letters/trials/new')({
  staticData: { crumb: { ja: '新しい比較', en: 'A comparison' } },
  validateSearch: z.object({
    stage: LetterStage.default('INTERVIEW'),
    offer: LetterOffer.optional(),
    language: z.enum(['ja', 'en']).default('ja'),
    preflight: z.uuid().optional(),
  }),
  component: Page,
})

type LetterKind = Pick<Template, 'stage' | 'offer' | 'language'>

function Page() {
  const text = useText(words)
  const format = useFormat()
  const kinds = useText(templateWords)
  const navigate = useNavigate({ from: Route.fullPath })
  const { stage, offer: chosen, language, preflight } = Route.useSearch()
  const mode = useQuery(relay).data?.mode
  const offer = chosen ?? (mode === 'GROUP' ? 'IN_HOUSE' : mode)
  const go = (changed: { stage?: LetterStage; offer?: LetterOffer; language?: 'ja' | 'en' }) =>
    void navigate({ search: (now) => ({ ...now, ...changed }) })
  const { data, error } = useQuery(templates)
  const under = useQuery(running)
  const isOfKind = (one: LetterKind) => one.stage === stage && one.offer === offer && one.language === language
  const template = data?.templates.find(isOfKind)
  const before = under.data?.trials.find(isOfKind)
  return (
    <>
      <PageHeader title={text.starting} description={text.startNote} />
      <div className={styles.notices}>
        <FieldRow>
          <NativeSelect
            label={kinds.stage}
            value={stage}
            data={LetterStage.options.map((value) => ({ value, label: kinds.stages[value] }))}
            onChange={(event) => go({ stage: LetterStage.parse(event.currentTarget.value) })}
          />
          <NativeSelect
            label={kinds.offer}
            value={offer}
            data={LetterOffer.exclude(['NONE']).options.map((value) => ({ value, label: kinds.offers[value] }))}
            onChange={(event) => go({ offer: LetterOffer.parse(event.currentTarget.value) })}
          />
          <NativeSelect
            label={kinds.language}
            value={language}
            data={(['ja', 'en'] as const).map((value) => ({ value, label: kinds.languages[value] }))}
            onChange={(event) => go({ language: event.currentTarget.value === 'en' ? 'en' : 'ja' })}
          />
        </FieldRow>
      </div>
      {(error ?? under.error) && <ErrorNotice error={error ?? under.error} />}
      {offer === 'NONE' && <InlineNotice tone="wait">{text.missing}</InlineNotice>}
      {before && (
        <InlineNotice
          tone="wait"
          title={text.underWay}
          actions={
            <Button component={Link} href={`/letters/trials/${before.id}`} size="xs" variant="default">
              {text.openUnderWay}
            </Button>
          }
        >
          {text.underWayText(format.date(before.startedAt))}
        </InlineNotice>
      )}
      {offer !== 'NONE' && !before && under.data && template && (
        <Draft
          key={`${template.stage}/${template.offer}/${template.language}`}
          template={template}
          preflightId={preflight ?? null}
        />
      )}
    </>
  )
}

function Draft({ template, preflightId }: { template: Template; preflightId: string | null }) {
  const text = useText(words)
  const toast = useToast()
  const router = useRouter()
  const switches = useQuery(relay).data?.switches ?? []
  const [draft, setDraft] = useState<Words>({ subject: template.subject, body: template.body })
  const [scope, setScope] = useState('')
  const [outcome, setOutcome] = useState<(typeof trialOutcomes)[number]>('REGISTERED')
  const [windowDays, setWindowDays] = useState(14)
  const [points, setPoints] = useState(10)
  const preview = usePreview(template, draft)
  const { stage, offer, language } = template
  if (offer === 'NONE') return null
  const isSame = draft.subject === template.subject && draft.body === template.body
  const start = async () => {
    try {
      const made = await call(startTrial, {
        body: {
          id: crypto.randomUUID(),
          stage,
          offer,
          language,
          scope: scope === '' ? null : scope,
          preflightId,
          outcome,
          windowDays,
          points,
          ...draft,
        },
      })
      await queries.invalidateQueries({ queryKey: [listTrials.id] })
      toast.tell(text.begun)
      router.history.push(`/letters/trials/${made.id}`)
    } catch (error) {
      toast.refuse(error)
    }
  }
  const sources = switches.map((one) => ({
    value: one.scope,
    label: one.scope === 'BY_HAND' ? text.byHand : text.source(one.name ?? one.scope.slice(0, 8)),
  }))
  return (
    <WordsEditor
      template={template}
      draft={draft}
      onDraft={setDraft}
      preview={preview}
      above={
        <>
          <FieldRow>
            {preflightId === null ? (
              <NativeSelect
                label={text.reach}
                value={scope}
                onChange={(event) => setScope(event.currentTarget.value)}
                data={[{ value: '', label: text.everything }, ...sources]}
              />
            ) : (
              <NativeSelect label={text.reach} disabled data={[text.campaign]} />
            )}
            <NativeSelect
              label={text.decides}
              value={outcome}
              onChange={(event) => setOutcome(event.currentTarget.value === 'OPENED' ? 'OPENED' : 'REGISTERED')}
              data={trialOutcomes.map((value) => ({ value, label: text.outcomes[value] }))}
            />
          </FieldRow>
          <FieldRow>
            <NumberInput
              label={text.windowDays}
              value={windowDays}
              min={1}
              max={60}
              onChange={(value) => setWindowDays(Number(value) || 14)}
            />
            <NumberInput
              label={text.points}
              value={points}
              min={1}
              max={50}
              onChange={(value) => setPoints(Number(value) || 10)}
            />
          </FieldRow>
          <span className={styles.soft}>{text.pointsHelp}</span>
          <strong>{text.b}</strong>
        </>
      }
      below={
        <div className={styles.stack}>
          {isSame && <span className={styles.soft}>{text.change}</span>}
          <Button style={{ justifySelf: 'start' }} onClick={() => void start()} disabled={isSame || preview.isError}>
            {text.start}
          </Button>
        </div>
      }
    />
  )
}
