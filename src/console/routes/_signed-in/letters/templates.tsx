import { Button, NativeSelect, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { z } from 'zod'
import {
  LetterOffer,
  LetterStage,
  listLetterTemplates,
  previewLetterTemplate,
  rewriteLetterTemplate,
  type LetterTemplate,
} from '../../../../contract/messages.ts'
import { readRelaySettings } from '../../../../contract/relay.ts'
import { ErrorNotice } from '../../../../ui/Notice.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { messages } from '../../../../ui/text/messages.ts'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/toast.tsx'
import { call, queries } from '../../../api.ts'
import { useCan } from '../../../session.ts'
import styles from './-letters.module.css'

type Template = z.output<typeof LetterTemplate>

const words = messages({
  ja: {
    title: 'お見送りメールの文面',
    description: '到達した段階ごとの文面です。変更は新しい版として保存され、送信済みのメールは元の文面のまま残ります。',
    stage: '到達した段階',
    stages: { DOCUMENT: '書類選考まで', INTERVIEW: '面接まで', FINAL: '最終面接まで' },
    offer: 'ご案内の内容',
    offers: {
      NONE: 'ご案内なし(リンクなし)',
      IN_HOUSE: '自社のタレントプール',
      INFO_PROVISION: 'キャリアリレー(情報提供)',
      PLACEMENT: 'キャリアリレー(職業紹介)',
    },
    language: '言語',
    subject: '件名',
    body: '本文',
    placeholders: '差し込み項目(押すと本文の末尾に入ります)',
    preview: 'プレビュー(架空の方に宛てたもの)',
    save: '新しい版として保存',
    saved: '文面を保存しました。次に送るメールから使われます。',
    original: '製品の初期文面',
    version: (number: number, when: string) => `第${number}版(${when})`,
  },
  en: {
    title: 'The wording of letters',
    description:
      'One text for each stage reached. A change is kept as the next version; letters already sent keep theirs.',
    stage: 'Stage reached',
    stages: { DOCUMENT: 'Documents', INTERVIEW: 'Interviews', FINAL: 'Final interview' },
    offer: 'What it offers',
    offers: {
      NONE: 'Nothing (no link)',
      IN_HOUSE: 'The company’s own pool',
      INFO_PROVISION: 'The relay (provision of information)',
      PLACEMENT: 'The relay (placement)',
    },
    language: 'Language',
    subject: 'Subject',
    body: 'Text',
    placeholders: 'Placeholders (press to add at the end)',
    preview: 'Preview, for a made-up person',
    save: 'Save as the next version',
    saved: 'Saved. The next letter uses it.',
    original: 'The text the product begins with',
    version: (number: number, when: string) => `Version ${number} (${when})`,
  },
})

const templates = queryOptions({
  queryKey: [listLetterTemplates.id],
  queryFn: () => call(listLetterTemplates, {}),
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
  const { stage, offer: chosen, language } = Route.useSearch()
  const navigate = useNavigate({ from: Route.fullPath })
  const { data, error } = useQuery(templates)
  const mode = useQuery(relay).data?.mode
  const offer = chosen ?? (mode === 'GROUP' ? 'IN_HOUSE' : (mode ?? 'IN_HOUSE'))
  const template = data?.templates.find(
    (one) => one.stage === stage && one.offer === offer && one.language === language,
  )
  const stages = LetterStage.options.map((value) => ({ value, label: text.stages[value] }))
  const offers = LetterOffer.options.map((value) => ({ value, label: text.offers[value] }))
  return (
    <>
      <PageHeader title={text.title} description={text.description} />
      {error && <ErrorNotice error={error} />}
      <div className={styles.stack}>
        <div className={styles.editor}>
          <NativeSelect
            label={text.stage}
            value={stage}
            data={stages}
            onChange={(event) =>
              void navigate({ search: (now) => ({ ...now, stage: LetterStage.parse(event.currentTarget.value) }) })
            }
          />
          <NativeSelect
            label={text.offer}
            value={offer}
            data={offers}
            onChange={(event) =>
              void navigate({ search: (now) => ({ ...now, offer: LetterOffer.parse(event.currentTarget.value) }) })
            }
          />
          <SegmentedControl
            aria-label={text.language}
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
  const [subject, setSubject] = useState(template.subject)
  const [body, setBody] = useState(template.body)
  const [draft] = useDebouncedValue({ subject, body }, 400)
  const { stage, offer, language } = template
  const params = { stage, offer, language }
  const preview = useQuery({
    queryKey: [previewLetterTemplate.id, params, draft],
    queryFn: () => call(previewLetterTemplate, { params, body: draft }),
    placeholderData: keepPreviousData,
    retry: false,
  })
  const save = async () => {
    try {
      await call(rewriteLetterTemplate, { params, body: { subject, body } })
      await queries.invalidateQueries({ queryKey: [listLetterTemplates.id] })
      toast.tell(text.saved)
    } catch (error) {
      toast.refuse(error)
    }
  }
  const isChanged = subject !== template.subject || body !== template.body
  return (
    <div className={styles.editor}>
      <div className={styles.stack}>
        <span className={styles.soft}>
          {template.writtenAt === null
            ? text.original
            : text.version(template.version, format.dateTime(template.writtenAt))}
        </span>
        <TextInput
          label={text.subject}
          value={subject}
          readOnly={!canWrite}
          onChange={(event) => setSubject(event.currentTarget.value)}
        />
        <Textarea
          label={text.body}
          value={body}
          readOnly={!canWrite}
          autosize
          minRows={16}
          maxRows={32}
          onChange={(event) => setBody(event.currentTarget.value)}
        />
        {canWrite && (
          <>
            <span className={styles.soft}>{text.placeholders}</span>
            <ul className={styles.placeholders}>
              {template.allowed.map((name) => (
                <li key={name}>
                  <Button size="compact-xs" variant="default" onClick={() => setBody((now) => `${now}{{${name}}}`)}>
                    {`{{${name}}}`}
                  </Button>
                </li>
              ))}
            </ul>
            <div>
              <Button onClick={() => void save()} disabled={!isChanged || preview.isError}>
                {text.save}
              </Button>
            </div>
          </>
        )}
      </div>
      <section aria-label={text.preview}>
        <p className={styles.soft}>{text.preview}</p>
        {preview.error && <ErrorNotice error={preview.error} />}
        {preview.data && (
          <>
            <p className={styles.subject}>{preview.data.subject}</p>
            <iframe
              className={styles.preview}
              title={text.preview}
              sandbox=""
              srcDoc={withoutSheets(preview.data.html)}
            />
          </>
        )}
      </section>
    </div>
  )
}

/** Style sheets inside of a mail are not let in by this page's policy; its style attributes carry the look. */
const withoutSheets = (html: string) => html.replace(/<style[\s\S]*?<\/style>/gi, '')
