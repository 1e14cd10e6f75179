import { useState } from 'react'
import { costKinds, CostFacts, keepCost } from '../../../../contract/selection/insight-outcomes.ts'
import { channels } from '../../../../contract/selection/selection-terms.ts'
import { FieldRow, Form } from '../../../../ui/form/Form.tsx'
import { NumberField, PlainSelectField, TextField } from '../../../../ui/form/fields.tsx'
import { useFields } from '../../../../ui/form/use-fields.ts'
import { dayIn } from '../../../../program/zoned-day.ts'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call } from '../../../api.ts'
import { selectionWords } from '../../../selection-words.ts'
import { refreshCosts } from './-refresh-costs.ts'
import { outcomeWords } from './-outcome-words.ts'

/** One cost of hiring; the form stays open for the next. */
export function CostForm() {
  const text = useText(outcomeWords)
  const terms = useText(selectionWords)
  const toast = useToast()
  const { zone } = useFormat()
  const [id, setId] = useState(() => crypto.randomUUID())
  const fields = useFields({
    initial: {
      month: dayIn(new Date(), zone).slice(0, 7),
      kind: 'ADVERTISING',
      channel: '',
      amountYen: '' as number | '',
    },
    schema: CostFacts,
    prepare: ({ channel, ...rest }) => ({ ...rest, channel: channel || null }),
    onSubmit: async (body) => {
      await call(keepCost, { params: { id }, body })
      setId(crypto.randomUUID())
      fields.set('amountYen', '')
      await refreshCosts()
      toast.tell(text.costSaved)
    },
  })
  return (
    <Form fields={fields} submitLabel={text.costSave} label={text.costAdd}>
      <FieldRow>
        <TextField {...fields.field('month')} label={text.month} type="month" isRequired />
        <PlainSelectField
          {...fields.field('kind')}
          label={text.kind}
          data={costKinds.map((value) => ({ value, label: text.kinds[value] }))}
        />
      </FieldRow>
      <FieldRow>
        <PlainSelectField
          {...fields.field('channel')}
          label={text.channel}
          data={[
            { value: '', label: text.noChannel },
            ...channels.map((value) => ({ value, label: terms.channel[value] ?? value })),
          ]}
        />
        <NumberField {...fields.field('amountYen')} label={text.amountYen} min={1} thousandSeparator="," isRequired />
      </FieldRow>
    </Form>
  )
}
