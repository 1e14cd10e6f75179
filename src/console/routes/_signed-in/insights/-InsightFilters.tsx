import { Group, NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import type { Counted } from './index.tsx'
import { words } from './-words.ts'

export type InsightFiltersProps = { counted: Counted; onChange: (changed: Partial<Counted>) => void }

/** Which applications are counted, and by which day. */
export function InsightFilters({ counted, onChange }: InsightFiltersProps) {
  const text = useText(words)
  const day = (value: string) => (value === '' ? undefined : value)
  return (
    <Group align="end" gap="sm" mb="md">
      <SegmentedControl
        size="xs"
        aria-label={text.by}
        value={counted.by}
        onChange={(by) => onChange({ by: by as Counted['by'] })}
        data={[
          { value: 'all', label: text.byAll },
          { value: 'opening', label: text.byOpening },
          { value: 'channel', label: text.byChannel },
        ]}
      />
      <NativeSelect
        size="xs"
        label={text.basis}
        value={counted.basis}
        onChange={({ currentTarget }) => onChange({ basis: currentTarget.value as Counted['basis'] })}
        data={[
          { value: 'APPLIED_COHORT', label: text.cohort },
          { value: 'EVENT_DATE', label: text.event },
        ]}
      />
      <TextInput
        size="xs"
        type="date"
        label={text.from}
        value={counted.from ?? ''}
        onChange={({ currentTarget }) => onChange({ from: day(currentTarget.value) })}
      />
      <TextInput
        size="xs"
        type="date"
        label={text.until}
        value={counted.until ?? ''}
        onChange={({ currentTarget }) => onChange({ until: day(currentTarget.value) })}
      />
    </Group>
  )
}
