import { TextAreaField } from '../../ui/form/fields.tsx'
import type { Fields } from '../../ui/form/use-fields.ts'
import { useText } from '../../ui/text/TextProvider.tsx'
import { disputeWords } from './dispute-words.ts'

type Statement = { text: string; evidence: string }

export const noStatement: Statement = { text: '', evidence: '' }

/** What one side says, as the API takes it: one reference on each line of the evidence. */
export const statementOf = ({ text, evidence }: Statement) => ({
  text,
  evidence: evidence
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== ''),
})

/** What one side of a dispute says, and what it points to. */
export function StatementFields({ fields }: { fields: Fields<Statement> }) {
  const text = useText(disputeWords)
  return (
    <>
      <TextAreaField {...fields.field('text')} label={text.text} help={text.textHelp} minRows={5} autosize isRequired />
      <TextAreaField
        {...fields.field('evidence')}
        label={text.evidence}
        help={text.evidenceHelp}
        minRows={2}
        autosize
      />
    </>
  )
}
