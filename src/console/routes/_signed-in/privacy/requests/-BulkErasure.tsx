import { useState } from 'react'
import { answerErasures, listDataRequests } from '../../../../../contract/requests/data-requests.ts'
import { ConfirmDialog } from '../../../../../ui/feedback/ConfirmDialog.tsx'
import { TextAreaField } from '../../../../../ui/form/fields.tsx'
import { useText } from '../../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../../api.ts'
import { answerWords } from './-answer-words.ts'

type BulkErasureProps = { ids: readonly string[]; onClose: (isDone: boolean) => void }

/** Grants many requests to erase with one answer; the people are erased one after the other. */
export function BulkErasure({ ids, onClose }: BulkErasureProps) {
  const text = useText(answerWords)
  const toast = useToast()
  const [answer, setAnswer] = useState<string>(text.suggested.ERASURE)
  return (
    <ConfirmDialog
      opened={ids.length > 0}
      onClose={() => onClose(false)}
      title={text.bulkTitle(ids.length)}
      confirmLabel={text.bulkErase}
      danger
      typed={text.erasePhrase}
      consequences={[
        { kind: 'happens', text: text.bulkText },
        { kind: 'happens', text: text.willMail },
        { kind: 'final', text: text.willErase },
      ]}
      onConfirm={async () => {
        const { accepted, left } = await call(answerErasures, { body: { ids: [...ids], answer, told: 'MAIL' } })
        await queries.invalidateQueries({ queryKey: [listDataRequests.id] })
        toast.tell(text.bulkDone(accepted, left.length))
        onClose(true)
      }}
    >
      <TextAreaField
        label={text.answerText}
        value={answer}
        onChange={(event) => setAnswer(event.currentTarget.value)}
        autosize
        minRows={3}
      />
    </ConfirmDialog>
  )
}
