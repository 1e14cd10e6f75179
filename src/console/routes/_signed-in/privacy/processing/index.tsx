import { Button, Modal } from '@mantine/core'
import { IconDownload, IconPlus } from '@tabler/icons-react'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { createFileRoute } from '@tanstack/react-router'
import { useState } from 'react'
import {
  listProcessing,
  processingFields,
  removeProcessing,
  type ProcessingEntry,
} from '../../../../../contract/consent/processing.ts'
import { processingWords } from '../../../../../contract/consent/processing-words.ts'
import { download } from '../../../../../program/download.ts'
import { ConfirmDialog } from '../../../../../ui/feedback/ConfirmDialog.tsx'
import { Entries, Entry } from '../../../../../ui/Entry.tsx'
import { Facts } from '../../../../../ui/Facts.tsx'
import { Link } from '../../../../../ui/link.tsx'
import { ErrorNotice } from '../../../../../ui/feedback/Notice.tsx'
import { PageHeader } from '../../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../../ui/StatusBadge.tsx'
import { useFormat, useLanguage, useText } from '../../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../../api.ts'
import { useCan } from '../../../../session.ts'
import { EntryForm } from './-EntryForm.tsx'
import styles from './-processing.module.css'
import { registerWords } from './-words.ts'

const register = (language: 'ja' | 'en') =>
  queryOptions({
    queryKey: [listProcessing.id, language],
    queryFn: () => call(listProcessing, { query: { language } }),
  })

export const Route = createFileRoute('/_signed-in/privacy/processing/')({
  staticData: { crumb: { ja: '処理台帳', en: 'Register of processing' } },
  component: Register,
})

type Asked = { what: 'ADD' } | { what: 'EDIT' | 'REMOVE'; entry: ProcessingEntry }

function Register() {
  const text = useText(registerWords)
  const toast = useToast()
  const [language] = useLanguage()
  const canManage = useCan()('consent:manage')
  const { data, error, refetch } = useQuery(register(language))
  const [asked, ask] = useState<Asked>()
  const close = () => ask(undefined)
  const refresh = () => queries.invalidateQueries({ queryKey: [listProcessing.id] })
  const save = (format: 'pdf' | 'csv') => {
    const name = `processing-register.${format}`
    void download(`/api/v1/consent/processing/register.${format}?language=${language}`, name).catch(toast.refuse)
  }
  const removed = asked?.what === 'REMOVE' ? asked.entry : undefined
  const edited = asked?.what === 'EDIT' ? asked.entry : undefined
  return (
    <>
      <PageHeader
        title={text.title}
        description={text.description}
        actions={
          <>
            <Button variant="default" leftSection={<IconDownload size={15} />} onClick={() => save('pdf')}>
              {text.pdf}
            </Button>
            <Button variant="default" leftSection={<IconDownload size={15} />} onClick={() => save('csv')}>
              {text.csv}
            </Button>
            {canManage && (
              <Button leftSection={<IconPlus size={16} />} onClick={() => ask({ what: 'ADD' })}>
                {text.add}
              </Button>
            )}
          </>
        }
      />
      <p className={styles.links}>
        {text.basedOn}
        <Link href="/privacy/purposes">{text.purposes}</Link>
        <Link href="/privacy/retention">{text.retention}</Link>
        <Link href="/privacy/notice">{text.notice}</Link>
      </p>
      {error && <ErrorNotice error={error} onRetry={() => void refetch()} />}
      <Entries>
        {data?.entries.map((entry) => (
          <Activity
            key={entry.activity}
            entry={entry}
            {...(canManage && { onEdit: () => ask({ what: 'EDIT', entry }) })}
            {...(canManage && entry.isOwn && { onRemove: () => ask({ what: 'REMOVE', entry }) })}
          />
        ))}
      </Entries>
      <Modal
        opened={asked !== undefined && !removed}
        onClose={close}
        size="lg"
        title={<strong>{edited ? text.editTitle(edited.name) : text.addTitle}</strong>}
      >
        <EntryForm
          key={edited?.activity ?? 'own'}
          entry={edited}
          onSaved={async () => {
            await refresh()
            close()
            toast.tell(text.saved)
          }}
        />
      </Modal>
      <ConfirmDialog
        opened={removed !== undefined}
        onClose={close}
        title={text.removeTitle(removed?.name ?? '')}
        consequences={[{ kind: 'happens', text: text.removeText }]}
        confirmLabel={text.remove}
        danger
        onConfirm={async () => {
          await call(removeProcessing, { params: { activity: removed?.activity ?? '' } })
          await refresh()
          toast.tell(text.removed)
        }}
      />
    </>
  )
}

type ActivityProps = { entry: ProcessingEntry; onEdit?: () => void; onRemove?: () => void }

function Activity({ entry, onEdit, onRemove }: ActivityProps) {
  const text = useText(registerWords)
  const format = useFormat()
  const [language] = useLanguage()
  const words = processingWords[language]
  const isChanged = processingFields.some((field) => entry.fields[field].isChanged)
  return (
    <Entry
      title={entry.name}
      aside={
        <>
          <StatusBadge tone={isChanged ? 'accent' : 'neutral'}>
            {isChanged ? text.changed : text.fromSettings}
          </StatusBadge>
          {entry.changedAt && <span>{text.changedAt(format.dateTime(entry.changedAt))}</span>}
        </>
      }
      end={
        <>
          {onEdit && (
            <Button size="xs" variant="default" onClick={onEdit}>
              {text.edit}
            </Button>
          )}
          {onRemove && (
            <Button size="xs" variant="subtle" color="beni" onClick={onRemove}>
              {text.remove}
            </Button>
          )}
        </>
      }
    >
      <Facts
        layout="columns"
        facts={processingFields.map((field) => [words.fields[field], entry.fields[field].words || '—'])}
      />
    </Entry>
  )
}
