import { Button } from '@mantine/core'
import { IconDownload, IconFileText, IconPlus, IconTrash } from '@tabler/icons-react'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listFiles, removeFile, type PersonFile } from '../../../../contract/people/files.ts'
import { download } from '../../../../program/download.ts'
import { ConfirmDialog } from '../../../../ui/feedback/ConfirmDialog.tsx'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { Section } from '../../../../ui/PageHeader.tsx'
import { StatusBadge } from '../../../../ui/StatusBadge.tsx'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { useCan } from '../../../session.ts'
import { FileText } from './-FileText.tsx'
import { FileUpload } from './-FileUpload.tsx'
import { FileWarning } from './-FileWarning.tsx'
import { fileWords } from './-file-words.ts'
import styles from './-people.module.css'

const files = (personId: string) =>
  queryOptions({ queryKey: [listFiles.id, personId], queryFn: () => call(listFiles, { params: { id: personId } }) })

/** Saves the file as it was handed in; `isWarned` tells that the reader saw what is in it. */
const save = ({ id, name }: PersonFile, isWarned: boolean) =>
  download(`/api/v1/files/${id}/content${isWarned ? '?warned=yes' : ''}`, name)

type Asked = { what: 'ADD' } | { what: 'READ' | 'WARN' | 'REMOVE'; file: PersonFile }

/** The résumés of a person: what was read from them, the files themselves, and adding one. */
export function Files({ personId }: { personId: string }) {
  const text = useText(fileWords)
  const toast = useToast()
  const canWrite = useCan()('people:write')
  const { data, error } = useQuery(files(personId))
  const [asked, ask] = useState<Asked>()
  const refresh = () => queries.invalidateQueries({ queryKey: files(personId).queryKey })
  if (error) return <ErrorNotice error={error} />
  const close = () => ask(undefined)
  const of = (what: Exclude<Asked['what'], 'ADD'>) => (asked?.what === what ? asked.file : undefined)
  return (
    <Section
      title={text.title}
      note={text.note}
      actions={
        canWrite && (
          <Button size="xs" variant="default" leftSection={<IconPlus size={14} />} onClick={() => ask({ what: 'ADD' })}>
            {text.add}
          </Button>
        )
      }
    >
      {data?.items.length === 0 && <p className={styles.soft}>{text.none}</p>}
      <ul className={styles.list}>
        {data?.items.map((file) => (
          <Row
            key={file.id}
            file={file}
            onRead={() => ask({ what: 'READ', file })}
            onSave={() => (file.masked > 0 ? ask({ what: 'WARN', file }) : void save(file, false).catch(toast.refuse))}
            {...(canWrite && { onRemove: () => ask({ what: 'REMOVE', file }) })}
          />
        ))}
      </ul>
      <FileUpload personId={personId} opened={asked?.what === 'ADD'} onClose={close} onKept={refresh} />
      <FileText file={of('READ')} onClose={close} />
      <FileWarning file={of('WARN')} onClose={close} onSeen={(file) => save(file, true)} />
      <ConfirmDialog
        opened={asked?.what === 'REMOVE'}
        onClose={close}
        title={text.removeTitle(of('REMOVE')?.name ?? '')}
        consequences={[{ kind: 'final', text: text.removeFinal }]}
        confirmLabel={text.remove}
        danger
        onConfirm={async () => {
          await call(removeFile, { params: { id: of('REMOVE')?.id ?? '' } })
          await refresh()
          toast.tell(text.removed)
        }}
      />
    </Section>
  )
}

type RowProps = { file: PersonFile; onRead: () => void; onSave: () => void; onRemove?: () => void }

function Row({ file, onRead, onSave, onRemove }: RowProps) {
  const text = useText(fileWords)
  const format = useFormat()
  return (
    <li className={styles.file}>
      <div className={styles.entry}>
        <span className={styles.fileName}>{file.name}</span>
        {file.masked > 0 && <StatusBadge tone="wait">{text.masked(file.masked)}</StatusBadge>}
        {!file.hasText && <StatusBadge tone="neutral">{text.noText}</StatusBadge>}
      </div>
      <span className={styles.soft}>
        {text.by[file.givenBy]} · {format.date(file.recordedAt)} · {format.bytes(file.byteSize)}
      </span>
      <div className={styles.fileActions}>
        {file.hasText && (
          <Button size="compact-xs" variant="subtle" leftSection={<IconFileText size={14} />} onClick={onRead}>
            {text.read}
          </Button>
        )}
        <Button size="compact-xs" variant="subtle" leftSection={<IconDownload size={14} />} onClick={onSave}>
          {text.download}
        </Button>
        {onRemove && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="beni"
            leftSection={<IconTrash size={14} />}
            onClick={onRemove}
          >
            {text.remove}
          </Button>
        )}
      </div>
    </li>
  )
}
