import { Button } from '@mantine/core'
import { createFileRoute, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { FileDrop } from '../../../../ui/FileDrop.tsx'
import { Link } from '../../../../ui/link.tsx'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { PageHeader } from '../../../../ui/PageHeader.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { Wizard } from '../../../../ui/Wizard.tsx'
import { queries } from '../../../api.ts'
import styles from './-imports.module.css'
import { importQuery, upload } from './-queries.ts'
import { words } from './-words.ts'

export const Route = createFileRoute('/_signed-in/imports/new')({
  staticData: { crumb: { ja: 'ファイルを取り込む', en: 'Import a file' } },
  component: NewImport,
})

/** The limit where nobody configured another; the server has the last word. */
const usualLimitMb = 100

function NewImport() {
  const text = useText(words)
  const navigate = useNavigate()
  const [files, setFiles] = useState<readonly File[]>([])
  const [error, setError] = useState<unknown>(null)
  const [isSending, setSending] = useState(false)
  const send = async () => {
    const [file] = files
    if (!file) return
    setError(null)
    setSending(true)
    try {
      const found = await upload(file)
      queries.setQueryData(importQuery(found.id).queryKey, found)
      await navigate({ to: '/imports/$id', params: { id: found.id } })
    } catch (refused) {
      setError(refused)
    } finally {
      setSending(false)
    }
  }
  return (
    <>
      <PageHeader title={text.new} description={text.description} />
      <Wizard
        label={text.wizard}
        steps={Object.entries(text.steps).map(([id, label]) => ({ id, label }))}
        current="upload"
        actions={
          <>
            <Button component={Link} href="/imports" variant="default">
              {text.back}
            </Button>
            <Button onClick={() => void send()} loading={isSending} disabled={files.length === 0}>
              {text.uploadAction}
            </Button>
          </>
        }
      >
        <div className={styles.stack}>
          {error !== null && <ErrorNotice error={error} />}
          <FileDrop
            label={text.drop}
            files={files}
            onFiles={setFiles}
            maxBytes={usualLimitMb * 1024 * 1024}
            hint={text.hint(`${usualLimitMb} MB`)}
          />
        </div>
      </Wizard>
    </>
  )
}
