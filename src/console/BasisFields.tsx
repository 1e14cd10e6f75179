import { legalBases, mailPermissions } from '../contract/consent/consent.ts'
import { PlainSelectField, TextAreaField } from '../ui/form/fields.tsx'
import { FieldRow } from '../ui/form/Form.tsx'
import type { Fields } from '../ui/form/use-fields.ts'
import { useText } from '../ui/text/TextProvider.tsx'
import { basisWords } from './basis-words.ts'

/** What is entered of a basis before anything was chosen. */
export const emptyBasis = {
  purpose: '',
  legalBasis: 'PUBLISHED_PURPOSE' as string,
  mailPermission: 'ADDRESS_GIVEN' as string,
  explanation: '',
}

type BasisFieldsProps = {
  field: Fields<typeof emptyBasis>['field']
  /** What the page says in its own way, for what it asks of the reader. */
  words: { purposeHelp: string; legalBasis: string; explanationHelp: string }
  purposeRows: number
}

/** The inputs of a basis: for what purpose, on what ground, why the mail law permits it, and where that is published. */
export function BasisFields({ field, words, purposeRows }: BasisFieldsProps) {
  const text = useText(basisWords)
  return (
    <>
      <TextAreaField
        {...field('purpose')}
        label={text.purpose}
        help={words.purposeHelp}
        isRequired
        autosize
        minRows={purposeRows}
      />
      <FieldRow>
        <PlainSelectField
          {...field('legalBasis')}
          label={words.legalBasis}
          data={legalBases.map((value) => ({ value, label: text.legalBases[value] }))}
        />
        <PlainSelectField
          {...field('mailPermission')}
          label={text.mailPermission}
          data={mailPermissions.map((value) => ({ value, label: text.mailPermissions[value] }))}
        />
      </FieldRow>
      <TextAreaField
        {...field('explanation')}
        label={text.explanation}
        help={words.explanationHelp}
        isRequired
        autosize
        minRows={2}
      />
    </>
  )
}
