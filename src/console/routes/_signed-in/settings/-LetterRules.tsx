import type { z } from 'zod'
import { changeRelaySettings, readRelaySettings, type RelaySettings } from '../../../../contract/relay/relay.ts'
import { NumberField } from '../../../../ui/form/fields.tsx'
import { FieldRow } from '../../../../ui/form/Form.tsx'
import { useFields } from '../../../../ui/form/use-fields.ts'
import { Link } from '../../../../ui/link.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { useToast } from '../../../../ui/feedback/toast.tsx'
import { call, queries } from '../../../api.ts'
import { useCan } from '../../../session.ts'
import { RuleSection } from './-RuleSection.tsx'
import { words } from './-rules-words.ts'
import styles from './-settings.module.css'

const schema = changeRelaySettings.body.pick({
  delayBusinessDays: true,
  undoMinutes: true,
  reapplyCooldownMonths: true,
})

/** How long letters wait, how long they can be taken back, and when people may apply again. */
export function LetterRules({ settings }: { settings: RelaySettings }) {
  const text = useText(words)
  const toast = useToast()
  const canChange = useCan()('relay:configure')
  const fields = useFields({
    initial: {
      delayBusinessDays: settings.delayBusinessDays as number | string,
      undoMinutes: settings.undoMinutes as number | string,
      reapplyCooldownMonths: (settings.reapplyCooldownMonths ?? '') as number | string,
    },
    schema,
    prepare: (values) => ({
      ...values,
      reapplyCooldownMonths: values.reapplyCooldownMonths === '' ? null : values.reapplyCooldownMonths,
    }),
    onSubmit: async (body: z.output<typeof schema>) => {
      await call(changeRelaySettings, { body })
      await queries.invalidateQueries({ queryKey: [readRelaySettings.id] })
      toast.tell(text.saved)
    },
  })
  const number = (name: 'delayBusinessDays' | 'undoMinutes' | 'reapplyCooldownMonths') => ({
    ...fields.field(name),
    disabled: !canChange,
    min: 0,
  })
  return (
    <RuleSection title={text.letters} note={text.lettersNote} fields={fields} canChange={canChange}>
      <FieldRow>
        <NumberField
          {...number('delayBusinessDays')}
          label={text.delay}
          help={`${text.delayHelp} ${text.byDefault(text.days(3))}`}
          max={30}
        />
        <NumberField
          {...number('undoMinutes')}
          label={text.undo}
          help={`${text.undoHelp} ${text.byDefault(text.minutes(15))}`}
          max={1440}
        />
      </FieldRow>
      <NumberField
        {...number('reapplyCooldownMonths')}
        label={text.cooldown}
        help={`${text.cooldownHelp} ${text.byDefault(text.none)}`}
        max={60}
      />
      <p className={styles.help}>
        {text.lettersElsewhere} <Link href="/letters/settings">{text.lettersLink}</Link>
      </p>
    </RuleSection>
  )
}
