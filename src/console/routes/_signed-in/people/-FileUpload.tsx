import { Button, Modal } from '@mantine/core'
import { useState } from 'react'
import { Refused } from '../../../../contract/client.ts'
import { largestFileMb, PersonFile } from '../../../../contract/people/files.ts'
import { Problem } from '../../../../contract/route.ts'
import { chosenCompany } from '../../../../program/chosen-company.ts'
import { FileDrop } from '../../../../ui/FileDrop.tsx'
import { ErrorNotice } from '../../../../ui/feedback/Notice.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { fileWords } from './-file-words.ts'
import styles from './-people.module.css'

/** Sends a file about a person; answers what was found in it. Throws `Refused`. */
async function upload(personId: string, file: File): Promise<PersonFile> {
  const body = new FormData()
  body.append('file', file)
  const answer = await fetch(`/api/v1/people/${personId}/files`, {
    method: 'POST',
    body,
    headers: { accept: 'application/json', 'tasuki-company': chosenCompany() ?? '' },
  })
  const answered: unknown = await answer.json()
  if (!answer.ok) throw new Refused(answer.status, Problem.parse(answered))
  return PersonFile.parse((answered as { file: unknown }).file)
}

type Props = { personId: string; opened: boolean; onClose: () => void; onKept: () => Promise<unknown> }

export function FileUpload({ opened, onClose, ...props }: Props) {
  const text = useText(fileWords)
  return (
    <Modal opened={opened} onClose={onClose} title={<strong>{text.addTitle}</strong>} size="md">
      {opened && <Chosen onClose={onClose} {...props} />}
    </Modal>
  )
}

function Chosen({ personId, onClose, onKept }: Omit<Props, 'opened'>) {
  const text = useText(fileWords)
  const toast = useToast()
  const [files, choose] = useState<readonly File[]>([])
  const [error, setError] = useState<unknown>()
  const [isSending, setSending] = useState(false)
  const send = async () => {
    const [file] = files
    if (!file) return
    setError(undefined)
    setSending(true)
    try {
      const { masked } = await upload(personId, file)
      await onKept()
      onClose()
      toast.tell(masked > 0 ? text.keptMasked(masked) : text.kept)
    } catch (refused) {
      setError(refused)
    } finally {
      setSending(false)
    }
  }
  return (
    <div className={styles.stack}>
      {error !== undefined && <ErrorNotice error={error} />}
      <FileDrop
        label={text.drop}
        files={files}
        onFiles={choose}
        accept={['.pdf', '.docx', '.txt']}
        maxBytes={largestFileMb * 1024 * 1024}
        hint={text.hint}
      />
      <p className={styles.soft}>{text.duty}</p>
      <div className={styles.decide}>
        <Button onClick={() => void send()} loading={isSending} disabled={files.length === 0}>
          {text.send}
        </Button>
      </div>
    </div>
  )
}
