import type { PersonFile } from '../../../../contract/people/files.ts'
import { ConfirmDialog } from '../../../../ui/feedback/ConfirmDialog.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { fileWords } from './-file-words.ts'

type Props = { file: PersonFile | undefined; onClose: () => void; onSeen: (file: PersonFile) => Promise<void> }

/** What to know before a file is opened that holds what may not be collected. */
export function FileWarning({ file, onClose, onSeen }: Props) {
  const text = useText(fileWords)
  const kinds = (file?.maskedKinds ?? []).map((kind) => text.kind[kind]).join(text.comma)
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
      {text.warnKinds(kinds)}
    </ConfirmDialog>
  )
}
