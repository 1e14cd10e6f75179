import { z } from 'zod'
import {
  changeProcessing,
  processingFields,
  type ProcessingActivity,
  type ProcessingEntry,
  type ProcessingField,
} from '../../../../../contract/consent/processing.ts'
import { processingWords } from '../../../../../contract/consent/processing-words.ts'
import { Quiet } from '../../../../../ui/Entry.tsx'
import { TextAreaField, TextField } from '../../../../../ui/form/fields.tsx'
import { Form } from '../../../../../ui/form/Form.tsx'
import { useFields } from '../../../../../ui/form/use-fields.ts'
import { useLanguage, useText } from '../../../../../ui/text/TextProvider.tsx'
import { call } from '../../../../api.ts'
import { registerWords } from './-words.ts'

type Typed = { name: string } & Record<ProcessingField, string>

const shape = z.object({
  name: z.string().trim().min(1).max(120),
  ...(Object.fromEntries(processingFields.map((field) => [field, z.string().max(4_000)])) as Record<
    ProcessingField,
    z.ZodString
  >),
})

/** Says an entry in own words; without one, begins an entry of the company's own. */
export function EntryForm({ entry, onSaved }: { entry: ProcessingEntry | undefined; onSaved: () => Promise<unknown> }) {
  const text = useText(registerWords)
  const [language] = useLanguage()
  const words = processingWords[language]
  const said = (field: ProcessingField) => (entry?.fields[field].isChanged ? entry.fields[field].words : '')
  const fields = useFields<Typed>({
    initial: {
      name: entry?.name ?? '',
      ...(Object.fromEntries(processingFields.map((field) => [field, said(field)])) as Record<ProcessingField, string>),
    },
    schema: shape,
    onSubmit: async ({ name, ...typed }) => {
      const activity = (entry?.activity ?? crypto.randomUUID()) as ProcessingActivity
      const kept = processingFields.filter((field) => typed[field].trim() !== '').map((field) => [field, typed[field]])
      const isOwn = entry?.isOwn ?? true
      await call(changeProcessing, {
        params: { activity },
        body: { ...(isOwn && { name }), fields: Object.fromEntries(kept) as Partial<Typed> },
      })
      await onSaved()
    },
  })
  return (
    <Form fields={fields} submitLabel={text.save}>
      {(entry?.isOwn ?? true) && <TextField {...fields.field('name')} label={text.name} isRequired maxLength={120} />}
      {entry && !entry.isOwn && <Quiet>{text.filled}</Quiet>}
      {processingFields.map((field) => (
        <TextAreaField
          key={field}
          {...fields.field(field)}
          label={words.fields[field]}
          {...(entry?.fields[field].filledIn && { placeholder: entry.fields[field].filledIn })}
          autosize
          minRows={2}
          maxRows={10}
        />
      ))}
    </Form>
  )
}
