import { Button, Textarea, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRef, type ReactNode } from 'react'
import type { z } from 'zod'
import { previewLetterTemplate, type LetterTemplate } from '../../../../contract/messages.ts'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { messages } from '../../../../ui/text/messages.ts'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import styles from './-letters.module.css'
import { templateWords } from './-template-words.ts'

export type Template = z.output<typeof LetterTemplate>
export type Words = { subject: string; body: string }

const words = messages({
  ja: {
    subject: '件名',
    body: '本文',
    placeholders: '差し込み項目(押すと、本文のカーソルの位置に入ります)',
    preview: 'プレビュー(架空の方に宛てたもの)',
  },
  en: {
    subject: 'Subject',
    body: 'Text',
    placeholders: 'Placeholders (put in where the cursor is)',
    preview: 'Preview, for a made-up person',
  },
})

/** The mail that words would make, for a made-up person, as they are typed. */
export function usePreview(template: Template, draft: Words) {
  const { stage, offer, language } = template
  const params = { stage, offer, language }
  const [settled] = useDebouncedValue(draft, 400)
  return useQuery({
    queryKey: [previewLetterTemplate.id, params, settled],
    queryFn: () => call(previewLetterTemplate, { params, body: settled }),
    placeholderData: keepPreviousData,
    retry: false,
  })
}

type WordsEditorProps = {
  template: Template
  draft: Words
  /** Absent: the words are only read. */
  onDraft?: (draft: Words) => void
  preview: ReturnType<typeof usePreview>
  above?: ReactNode
  below?: ReactNode
}

/** Subject and text of a letter beside the mail that they make. */
export function WordsEditor({ template, draft, onDraft, preview, above, below }: WordsEditorProps) {
  const text = useText(words)
  const { placeholders: names } = useText(templateWords)
  const area = useRef<HTMLTextAreaElement>(null)
  const insert = (name: string) => {
    const at = area.current?.selectionStart ?? draft.body.length
    onDraft?.({ ...draft, body: `${draft.body.slice(0, at)}{{${name}}}${draft.body.slice(at)}` })
    area.current?.focus()
  }
  return (
    <div className={styles.editor}>
      <div className={styles.stack}>
        {above}
        <TextInput
          label={text.subject}
          value={draft.subject}
          readOnly={!onDraft}
          onChange={(event) => onDraft?.({ ...draft, subject: event.currentTarget.value })}
        />
        <Textarea
          ref={area}
          label={text.body}
          value={draft.body}
          readOnly={!onDraft}
          autosize
          minRows={16}
          maxRows={32}
          onChange={(event) => onDraft?.({ ...draft, body: event.currentTarget.value })}
        />
        {onDraft && (
          <>
            <span className={styles.soft}>{text.placeholders}</span>
            <ul className={styles.placeholders}>
              {template.allowed.map((name) => (
                <li key={name}>
                  <Button size="compact-xs" variant="default" title={`{{${name}}}`} onClick={() => insert(name)}>
                    {names[name] ?? `{{${name}}}`}
                  </Button>
                </li>
              ))}
            </ul>
          </>
        )}
        {below}
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
