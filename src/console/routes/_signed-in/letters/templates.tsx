import { Button, NativeSelect, SegmentedControl } from '@mantine/core'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import { LetterOffer, LetterStage, listLetterTemplates, rewriteLetterTemplate } from '../../../../contract/messages.ts'
import { listTrials } from '../../../../contract/relay/letter-trials.ts'
import { readRelaySettings } from '../../../../contract/relay/relay.ts'
import { Link } from '../../../../ui/link.tsx'
import { ErrorNotice, InlineNotice } from '../../../../ui/feedback/Notice.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { messages } from '../../../../ui/text/messages.ts'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { useCan } from '../../../session.ts'
import styles from './-letters.module.css'
import { templateWords } from './-template-words.ts'
import { usePreview, WordsEditor, type Template, type Words } from './-WordsEditor.tsx'

const words = messages({
  ja: {
    title: 'お見送りメールの文面',
    description: '到達した段階ごとの文面です。変更は新しい版として保存され、送信済みのメールは元の文面のまま残ります。',
    save: '新しい版として保存',
    saved: '文面を保存しました。次に送るメールから使われます。',
    original: '製品の初期文面',
    version: (number: number, when: string) => `第${number}版(${when})`,
    compare: '別の文面と比べる(A/Bテスト)',
    comparing: 'この文面は比較中です。比較が終わるまで、対象のメールは比較を始めた時点の2つの文面で送られます。',
    toComparison: '比較の結果を見る',
  },
  en: {
    title: 'The wording of letters',
    description:
      'One text for each stage reached. A change is kept as the next version; letters already sent keep theirs.',
    save: 'Save as the next version',
    saved: 'Saved. The next letter uses it.',
    original: 'The text the product begins with',
    version: (number: number, when: string) => `Version ${number} (${when})`,
    compare: 'Compare with other words (A/B test)',
    comparing:
      'These words are being compared. Until that ends, letters in it have one of the two wordings it began with.',
    toComparison: 'See how it goes',
  },
})

const templates = queryOptions({
  queryKey: [listLetterTemplates.id],
  queryFn: () => call(listLetterTemplates, {}),
})
const trials = queryOptions({
  queryKey: [listTrials.id, 'running'],
  queryFn: () => call(listTrials, { query: { state: 'RUNNING', limit: 100 } }),
})
const relay = queryOptions({ queryKey: [readRelaySettings.id], queryFn: () => call(readRelaySettings, {}) })

export const Route = createFileRoute('/_signed-in/letters/templates')({
  staticData: { crumb: { ja: '文面', en: 'Wording' } },
  validateSearch: z.object({
    stage: LetterStage.default('DOCUMENT'),
    offer: LetterOffer.optional(),
    language: z.enum(['ja', 'en']).default('ja'),
  }),
  component: Page,
})

function Page() {
  const text = useText(words)
  const kinds = useText(templateWords)
  const { stage, offer: chosen, language } = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const { data, error } = useQuery(templates)
  const mode = useQuery(relay).data?.mode
  const offer = chosen ?? (mode === 'GROUP' ? 'IN_HOUSE' : (mode ?? 'IN_HOUSE'))
  const template = data?.templates.find(
    (one) => one.stage === stage && one.offer === offer && one.language === language,
  )
  const stages = LetterStage.options.map((value) => ({ value, label: kinds.stages[value] }))
  const offers = LetterOffer.options.map((value) => ({ value, label: kinds.offers[value] }))
  return (
    <>
      <PageHeader title={text.title} description={text.description} />
      {error && <ErrorNotice error={error} />}
      <div className={styles.stack}>
        <div className={styles.editor}>
          <NativeSelect
            label={kinds.stage}
            value={stage}
            data={stages}
            onChange={(event) =>
              void navigate({ search: (now) => ({ ...now, stage: LetterStage.parse(event.currentTarget.value) }) })
            }
          />
          <NativeSelect
            label={kinds.offer}
            value={offer}
            data={offers}
            onChange={(event) =>
              void navigate({ search: (now) => ({ ...now, offer: LetterOffer.parse(event.currentTarget.value) }) })
            }
          />
          <SegmentedControl
            aria-label={kinds.language}
            value={language}
            onChange={(value) =>
              void navigate({ search: (now) => ({ ...now, language: value === 'en' ? 'en' : 'ja' }) })
            }
            data={[
              { value: 'ja', label: '日本語' },
              { value: 'en', label: 'English' },
            ]}
          />
        </div>
        {template && <Comparison template={template} />}
        {template && (
          <Editor
            key={`${template.stage}/${template.offer}/${template.language}/${template.version}`}
            template={template}
          />
        )}
      </div>
    </>
  )
}

function Editor({ template }: { template: Template }) {
  const text = useText(words)
  const format = useFormat()
  const toast = useToast()
  const canWrite = useCan()('relay:configure')
  const [draft, setDraft] = useState<Words>({ subject: template.subject, body: template.body })
  const { stage, offer, language } = template
  const preview = usePreview(template, draft)
  const save = async () => {
    try {
      await call(rewriteLetterTemplate, { params: { stage, offer, language }, body: draft })
      await queries.invalidateQueries({ queryKey: [listLetterTemplates.id] })
      toast.tell(text.saved)
    } catch (error) {
      toast.refuse(error)
    }
  }
  const isChanged = draft.subject !== template.subject || draft.body !== template.body
  return (
    <WordsEditor
      template={template}
      draft={draft}
      preview={preview}
      {...(canWrite && { onDraft: setDraft })}
      above={
        <span className={styles.soft}>
          {template.writtenAt === null
            ? text.original
            : text.version(template.version, format.dateTime(template.writtenAt))}
        </span>
      }
      below={
        canWrite && (
          <div className={styles.buttons}>
            <Button onClick={() => void save()} disabled={!isChanged || preview.isError}>
              {text.save}
            </Button>
          </div>
        )
      }
    />
  )
}

/** A comparison of this kind of letter that runs, or the way to begin one. */
function Comparison({ template: { stage, offer, language } }: { template: Template }) {
  const text = useText(words)
  const canWrite = useCan()('relay:configure')
  const { data } = useQuery(trials)
  const running = data?.trials.find(
    (one) => one.state === 'RUNNING' && one.stage === stage && one.offer === offer && one.language === language,
  )
  if (running)
    return (
      <InlineNotice tone="busy" title={text.comparing}>
        <Link href={`/letters/trials/${running.id}`}>{text.toComparison}</Link>
      </InlineNotice>
    )
  if (offer === 'NONE' || !canWrite || !data) return null
  return (
    <div>
      <Button
        component={Link}
        variant="default"
        href={`/letters/trials/new?stage=${stage}&offer=${offer}&language=${language}`}
      >
        {text.compare}
      </Button>
    </div>
  )
}
