import { Button } from '@mantine/core'
import { IconExternalLink, IconSparkles } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { keepNoticeDraft, publishPrivacyNotice, suggestPrivacyNotice } from '../../contract/consent/privacy-notices.ts'
import { ConfirmDialog } from '../../ui/feedback/ConfirmDialog.tsx'
import { DateField, TextAreaField } from '../../ui/form/fields.tsx'
import { FieldRow, Form } from '../../ui/form/Form.tsx'
import { useFields } from '../../ui/form/use-fields.ts'
import { Link } from '../../ui/link.tsx'
import { PageHeader, Section } from '../../ui/PageHeader.tsx'
import { useFormat, useText } from '../../ui/text/TextProvider.tsx'
import { useToast } from '../../ui/feedback/toast.tsx'
import { call, queries } from '../api.ts'
import { Changes } from './Changes.tsx'
import styles from './notice.module.css'
import { noticesQuery } from './notice-queries.ts'
import { privacyNoticeWords } from './privacy-notice-words.ts'

type Publishing = z.output<typeof publishPrivacyNotice.body>

/** Writes the next version: kept as a draft, seen as people would see it, and published after a look at what changes. */
export function WriteNoticePage({ base }: { base: string }) {
  const text = useText(privacyNoticeWords)
  const toast = useToast()
  const navigate = useNavigate()
  const { data } = useSuspenseQuery(noticesQuery)
  const [newest] = data.notices
  const [id] = useState(() => crypto.randomUUID())
  const [asked, ask] = useState<Publishing>()
  const begin = data.draft ?? {
    bodyJa: newest?.bodyJa ?? '',
    bodyEn: newest?.bodyEn ?? '',
    effectiveOn: null,
    summary: '',
  }
  const fields = useFields({
    initial: {
      bodyJa: begin.bodyJa,
      bodyEn: begin.bodyEn,
      effectiveOn: begin.effectiveOn ?? '',
      summary: begin.summary,
    },
    schema: publishPrivacyNotice.body,
    prepare: (values) => ({ ...values, id, after: newest?.version ?? 0 }),
    onSubmit: ask,
  })
  const refresh = () => queries.invalidateQueries({ queryKey: noticesQuery.queryKey })
  const keep = async () => {
    const { effectiveOn, ...rest } = fields.values
    await call(keepNoticeDraft, { body: { ...rest, effectiveOn: effectiveOn === '' ? null : effectiveOn } })
    await refresh()
  }
  const suggest = async () => {
    fields.setAll(await call(suggestPrivacyNotice, {}))
    toast.tell(text.suggested)
  }
  const preview = async () => {
    // Opened by the press itself: a browser keeps pages from opening others later.
    const shown = window.open('about:blank', '_blank')
    await keep()
    const { draft } = await queries.fetchQuery({ ...noticesQuery, staleTime: 0 })
    if (shown && draft) shown.location.href = draft.previewUrl
  }
  return (
    <>
      <PageHeader
        title={text.version((newest?.version ?? 0) + 1)}
        description={text.bodyHelp}
        actions={
          <>
            <Button
              variant="default"
              leftSection={<IconSparkles size={16} />}
              onClick={() => void suggest().catch(toast.refuse)}
            >
              {text.suggest}
            </Button>
            <Button component={Link} href={base} variant="subtle">
              {text.back}
            </Button>
          </>
        }
      />
      <Form
        fields={fields}
        submitLabel={text.publish}
        actions={
          <>
            <Button variant="default" onClick={() => void keep().then(() => toast.tell(text.kept), toast.refuse)}>
              {text.keep}
            </Button>
            <Button
              variant="default"
              leftSection={<IconExternalLink size={15} />}
              title={text.previewHelp}
              onClick={() => void preview().catch(toast.refuse)}
            >
              {text.preview}
            </Button>
          </>
        }
      >
        <Inputs fields={fields} />
      </Form>
      <div className={styles.below}>
        <Section title={text.changes}>
          <Changes before={newest?.bodyJa ?? ''} after={fields.values.bodyJa} label={text.changes} />
        </Section>
        <Section title={text.mailFoot}>
          <p className={styles.foot}>
            {text.mailLink}
            <br />
            {data.noticeUrl}
          </p>
        </Section>
      </div>
      <Publish
        asked={asked}
        before={newest?.bodyJa ?? ''}
        onClose={() => ask(undefined)}
        onDone={async () => {
          await refresh()
          toast.tell(text.published)
          await navigate({ to: base })
        }}
      />
    </>
  )
}

type Typed = { bodyJa: string; bodyEn: string; effectiveOn: string; summary: string }

function Inputs({ fields }: { fields: ReturnType<typeof useFields<Typed, Publishing>> }) {
  const text = useText(privacyNoticeWords)
  return (
    <>
      <TextAreaField {...fields.field('bodyJa')} label={text.bodyJa} isRequired autosize minRows={14} maxRows={30} />
      <TextAreaField
        {...fields.field('bodyEn')}
        label={text.bodyEn}
        help={text.bodyEnHelp}
        autosize
        minRows={6}
        maxRows={30}
      />
      <FieldRow>
        <DateField {...fields.field('effectiveOn')} label={text.effectiveOn} help={text.effectiveHelp} isRequired />
        <TextAreaField {...fields.field('summary')} label={text.summary} help={text.summaryHelp} autosize minRows={2} />
      </FieldRow>
    </>
  )
}

type PublishProps = {
  asked: Publishing | undefined
  before: string
  onClose: () => void
  onDone: () => Promise<unknown>
}

function Publish({ asked, before, onClose, onDone }: PublishProps) {
  const text = useText(privacyNoticeWords)
  const format = useFormat()
  return (
    <ConfirmDialog
      opened={asked !== undefined}
      onClose={onClose}
      title={text.publishTitle((asked?.after ?? 0) + 1)}
      consequences={[
        { kind: 'happens', text: asked ? text.publishShown(format.date(asked.effectiveOn)) : '' },
        { kind: 'final', text: text.publishFinal },
      ]}
      confirmLabel={text.publish}
      onConfirm={async () => {
        if (asked) await call(publishPrivacyNotice, { body: asked })
        await onDone()
      }}
    >
      {asked && <Changes before={before} after={asked.bodyJa} label={text.changes} />}
    </ConfirmDialog>
  )
}
