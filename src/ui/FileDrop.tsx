import { CloseButton, VisuallyHidden } from '@mantine/core'
import { IconFileText, IconUpload } from '@tabler/icons-react'
import { useRef, useState, type ReactNode } from 'react'
import { InlineNotice } from './feedback/Notice.tsx'
import styles from './pieces.module.css'
import { messages } from './text/messages.ts'
import { useFormat, useText } from './text/TextProvider.tsx'

const words = messages({
  ja: {
    drop: 'ファイルをここにドロップ',
    choose: 'またはクリックして選択',
    tooLarge: (name: string, limit: string) => `「${name}」は上限(${limit})を超えています。`,
    wrongKind: (name: string) => `「${name}」は対応していない形式です。`,
    remove: (name: string) => `${name}を外す`,
  },
  en: {
    drop: 'Drop files here',
    choose: 'or click to choose',
    tooLarge: (name: string, limit: string) => `“${name}” is over the limit of ${limit}.`,
    wrongKind: (name: string) => `“${name}” is of a kind that cannot be read.`,
    remove: (name: string) => `Remove ${name}`,
  },
})

export type FileDropProps = {
  label: string
  files: readonly File[]
  onFiles: (files: readonly File[]) => void
  /** Endings: `['.csv', '.tsv']`. */
  accept?: readonly string[]
  maxBytes?: number
  multiple?: boolean
  /** Under the invitation: formats, limits, encodings. */
  hint?: ReactNode
}

/** Chooses files by dropping or clicking; what does not fit is refused by name and reason. */
export function FileDrop({ label, files, onFiles, accept, maxBytes, multiple = false, hint }: FileDropProps) {
  const [isOver, setOver] = useState(false)
  const [refusals, setRefusals] = useState<readonly string[]>([])
  const input = useRef<HTMLInputElement>(null)
  const text = useText(words)
  const format = useFormat()
  const take = (list: FileList | null) => {
    const offered = [...(list ?? [])].slice(0, multiple ? undefined : 1)
    const reasons: string[] = []
    const fitting = offered.filter((file) => {
      const reason = refusalOf(file)
      if (reason !== undefined) reasons.push(reason)
      return reason === undefined
    })
    setRefusals(reasons)
    if (fitting.length > 0) onFiles(multiple ? [...files, ...fitting] : fitting)
  }
  const refusalOf = (file: File) => {
    if (maxBytes !== undefined && file.size > maxBytes) return text.tooLarge(file.name, format.bytes(maxBytes))
    const isAccepted = accept?.some((ending) => file.name.toLowerCase().endsWith(ending.toLowerCase())) ?? true
    return isAccepted ? undefined : text.wrongKind(file.name)
  }
  return (
    <div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the input inside does the same by click and key */}
      <label
        className={styles.drop}
        data-over={isOver || undefined}
        onDragOver={(event) => {
          event.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault()
          setOver(false)
          take(event.dataTransfer.files)
        }}
      >
        <IconUpload size={24} stroke={1.5} aria-hidden="true" />
        <strong>{text.drop}</strong>
        <span>{text.choose}</span>
        {hint !== undefined && <span>{hint}</span>}
        <VisuallyHidden>
          <input
            ref={input}
            type="file"
            aria-label={label}
            multiple={multiple}
            accept={accept?.join(',')}
            onChange={(event) => {
              take(event.currentTarget.files)
              event.currentTarget.value = ''
            }}
          />
        </VisuallyHidden>
      </label>
      {refusals.map((refusal) => (
        <InlineNotice key={refusal} tone="bad" role="alert">
          {refusal}
        </InlineNotice>
      ))}
      {files.length > 0 && (
        <ul className={styles.files}>
          {files.map((file) => (
            <li key={`${file.name}:${file.size}:${file.lastModified}`} className={styles.file}>
              <IconFileText size={18} stroke={1.5} aria-hidden="true" />
              <span>{file.name}</span>
              <span className={styles.fileSize}>{format.bytes(file.size)}</span>
              <CloseButton
                size="sm"
                aria-label={text.remove(file.name)}
                onClick={() => onFiles(files.filter((kept) => kept !== file))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
