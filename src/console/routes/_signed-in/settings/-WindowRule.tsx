import { Checkbox, Input } from '@mantine/core'
import { SendWindowRule, type CompanyRules } from '../../../../contract/rules.ts'
import { PlainSelectField, SwitchField, TextAreaField } from '../../../../ui/form/fields.tsx'
import { FieldRow } from '../../../../ui/form/Form.tsx'
import { useFields } from '../../../../ui/form/use-fields.ts'
import { useFormat, useText } from '../../../../ui/text/TextProvider.tsx'
import { readClosedDays, writeClosedDays } from './-closed-days.ts'
import { RuleSection } from './-RuleSection.tsx'
import { words } from './-rules-words.ts'
import { resetOf, type RuleProps } from './-SimpleRules.tsx'
import styles from './-settings.module.css'

const fromHours = Array.from({ length: 24 }, (_, hour) => hour)
/** Monday first, as calendars of work are read. */
const week = [1, 2, 3, 4, 5, 6, 0]

/** When mail to people may leave. */
export function WindowRule({ rules, keep, canChange, zone }: RuleProps & { zone: string }) {
  const text = useText(words)
  const format = useFormat()
  const { sendWindow: rule } = rules
  const fields = useFields({
    initial: {
      fromHour: String(rule.fromHour),
      untilHour: String(rule.untilHour),
      weekdays: rule.weekdays.map(String),
      onHolidays: rule.onHolidays,
      closedDays: writeClosedDays(rule.closedDays),
    },
    schema: SendWindowRule,
    prepare: ({ fromHour, untilHour, weekdays, onHolidays, closedDays }) => ({
      fromHour: Number(fromHour),
      untilHour: Number(untilHour),
      weekdays: weekdays.map(Number).toSorted((one, other) => one - other),
      onHolidays,
      closedDays: readClosedDays(closedDays).days,
    }),
    check: ({ fromHour, untilHour, weekdays, closedDays }) => {
      const { unread } = readClosedDays(closedDays)
      return {
        ...(Number(fromHour) >= Number(untilHour) && { untilHour: text.windowOrder }),
        ...(weekdays.length === 0 && { weekdays: text.weekdaysNeeded }),
        ...(unread.length > 0 && { closedDays: text.closedUnread(format.list(unread)) }),
      }
    },
    onSubmit: (sendWindow: CompanyRules['sendWindow']) => keep({ sendWindow }),
  })
  const hours = (from: number) =>
    fromHours.map((hour) => ({ value: String(hour + from), label: text.hour(hour + from) }))
  const { error } = fields.field('weekdays')
  return (
    <RuleSection
      title={text.window}
      note={text.windowNote}
      fields={fields}
      canChange={canChange}
      byDefault={text.windowDefault}
      onReset={resetOf('sendWindow', { rules, keep })}
    >
      <p className={styles.help}>{text.windowHelp(zone)}</p>
      <FieldRow>
        <PlainSelectField {...fields.field('fromHour')} label={text.from} data={hours(0)} disabled={!canChange} />
        <PlainSelectField {...fields.field('untilHour')} label={text.until} data={hours(1)} disabled={!canChange} />
      </FieldRow>
      <Checkbox.Group
        label={text.weekdays}
        value={fields.values.weekdays}
        onChange={(weekdays) => fields.set('weekdays', weekdays)}
      >
        <div className={styles.weekdays}>
          {week.map((day) => (
            <Checkbox
              key={day}
              value={String(day)}
              label={text.weekdayNames[day]}
              disabled={!canChange}
              size="sm"
              name="weekdays"
            />
          ))}
        </div>
      </Checkbox.Group>
      {error !== undefined && error !== null && error !== false && <Input.Error>{error}</Input.Error>}
      <SwitchField
        {...fields.box('onHolidays')}
        label={text.onHolidays}
        help={text.onHolidaysHelp}
        disabled={!canChange}
      />
      <TextAreaField {...fields.field('closedDays')} label={text.closed} help={text.closedHelp} disabled={!canChange} />
    </RuleSection>
  )
}
