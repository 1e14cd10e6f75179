import type { DataRequest } from '../../../../../contract/requests/data-requests.ts'
import {
  handovers,
  handoverWords,
  meetsWish,
  type Handover,
} from '../../../../../contract/requests/disclosure-forms.ts'
import { DateField, PlainSelectField, TextField } from '../../../../../ui/form/fields.tsx'
import { FieldRow } from '../../../../../ui/form/Form.tsx'
import type { Fields } from '../../../../../ui/form/use-fields.ts'
import { useLanguage, useText } from '../../../../../ui/text/TextProvider.tsx'
import { answerWords } from './-answer-words.ts'

type Held = { handover: string; handedOn: string; handoverNote: string }
type HandoverFieldsProps<Values extends Held> = { request: DataRequest; fields: Fields<Values> }

/** How and when what is disclosed was handed over, and why not as the person wished, where it was not. */
export function HandoverFields<Values extends Held>({ request, fields }: HandoverFieldsProps<Values>) {
  const text = useText(answerWords)
  const [language] = useLanguage()
  const { handover } = fields.values
  return (
    <>
      <FieldRow>
        <PlainSelectField
          {...fields.field('handover')}
          label={text.handover}
          help={text.handoverHelp}
          data={handovers.map((value) => ({ value, label: handoverWords[language][value] }))}
        />
        {handover !== 'PORTAL' && <DateField {...fields.field('handedOn')} label={text.handoverOn} />}
      </FieldRow>
      {!meetsWish(handover as Handover, request.wish) && (
        <TextField
          {...fields.field('handoverNote')}
          label={text.handoverNote}
          help={text.handoverNoteHelp}
          isRequired
        />
      )}
    </>
  )
}
