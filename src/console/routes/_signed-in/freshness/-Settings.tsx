import { Button } from '@mantine/core'
import {
  changeFreshness,
  FreshnessSettings,
  readFreshness,
  readRefreshPlan,
} from '../../../../contract/pool/freshness.ts'
import { NumberField, PlainSelectField } from '../../../../ui/form/fields.tsx'
import { FieldRow, Form } from '../../../../ui/form/Form.tsx'
import { useFields } from '../../../../ui/form/use-fields.ts'
import { Section } from '../../../../ui/PageHeader.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { useCan } from '../../../session.ts'
import { words } from './-words.ts'

const Schema = FreshnessSettings.pick({ mode: true, dailyLimit: true, restDays: true })

/** How people are asked; an administrator changes it, and stops it at once. */
export function Settings({ settings }: { settings: FreshnessSettings }) {
  const text = useText(words)
  const toast = useToast()
  const canChange = useCan()('company:manage')
  const keep = async (body: Partial<FreshnessSettings>) => {
    await call(changeFreshness, { body })
    for (const { id } of [readFreshness, readRefreshPlan]) await queries.invalidateQueries({ queryKey: [id] })
    toast.tell(text.saved)
  }
  const { mode, dailyLimit, restDays } = settings
  const fields = useFields({
    initial: { mode: mode as string, dailyLimit: dailyLimit as number | string, restDays: restDays as number | string },
    schema: Schema,
    onSubmit: keep,
  })
  if (!canChange) return null
  return (
    <Section
      title={text.settingsTitle}
      note={text.settingsNote}
      actions={
        settings.isOn && (
          <Button size="xs" variant="default" onClick={() => void keep({ isOn: false }).catch(toast.refuse)}>
            {text.turnOff}
          </Button>
        )
      }
    >
      <Form fields={fields} submitLabel={text.save}>
        <PlainSelectField
          {...fields.field('mode')}
          label={text.mode}
          data={(['BY_HAND', 'EVERY_DAY'] as const).map((value) => ({ value, label: text.modes[value] }))}
        />
        <FieldRow>
          <NumberField {...fields.field('dailyLimit')} label={text.dailyLimit} min={1} max={200} />
          <NumberField {...fields.field('restDays')} label={text.restDays} min={30} max={730} />
        </FieldRow>
      </Form>
    </Section>
  )
}
