import { useQuery } from '@tanstack/react-query'
import { readFileText, type PersonFile } from '../../../../contract/files.ts'
import { ConfirmDialog } from '../../../../ui/ConfirmDialog.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { call } from '../../../api.ts'
import { fileWords } from './-file-words.ts'

type Props = { file: PersonFile | undefined; onClose: () => void; onSeen: (file: PersonFile) => Promise<void> }

/** What to know before a file is opened that holds what may not be collected. */
export function FileWarning({ file, onClose, onSeen }: Props) {
  const text = useText(fileWords)
  const { data } = useQuery({
    queryKey: [readFileText.id, file?.id],
    queryFn: () => call(readFileText, { params: { id: file?.id ?? '' } }),
    enabled: file !== undefined,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
  const kinds = [...new Set(data?.masked.map(({ kind }) => text.kind[kind]))].join(text.comma)
  return (
    <ConfirmDialog
      opened={file !== undefined}
      onClose={onClose}
      title={text.warnTitle}
      consequences={[
        { kind: 'happens', text: text.warnUse },
        { kind: 'happens', text: text.warnAudit },
      ]}
      confirmLabel={text.warnGo}
      onConfirm={() => (file ? onSeen(file) : undefined)}
    >
      {kinds === '' ? file?.name : text.warnKinds(kinds)}
    </ConfirmDialog>
  )
}
