import { NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { z } from 'zod'
import type { readPassages } from '../../../../contract/insights.ts'
import { stages } from '../../../../contract/selection-terms.ts'
import { IntervalBarChart, type IntervalBar } from '../../../../ui/charts/IntervalBarChart.tsx'
import { useText } from '../../../../ui/text/TextProvider.tsx'
import { selectionWords } from '../../../selection-words.ts'
import styles from './-insights.module.css'
import { words } from './-words.ts'

type Groups = z.output<(typeof readPassages)['response']>['groups']

const mostBars = 15

/** Openings or channels side by side at one stage, those with the most people first. */
export function GroupComparison({ groups = [], by }: { groups: Groups | undefined; by: 'opening' | 'channel' }) {
  const text = useText(words)
  const terms = useText(selectionWords)
  const [chosen, choose] = useState<string>()
  const reached = stages.filter((stage) => groups.some((group) => group.stages.some((one) => one.stage === stage)))
  const stage = chosen ?? reached.find((one) => one === 'DOCUMENT_SCREENING') ?? reached[0]
  const bars = useMemo<IntervalBar[]>(
    () =>
      groups.slice(0, mostBars).flatMap((group) => {
        const found = group.stages.find((one) => one.stage === stage)
        if (!found) return []
        const { passRate } = found
        const label = by === 'channel' ? (terms.channel[group.key] ?? group.label) : group.label
        return [
          {
            label,
            n: passRate.trials,
            rate: passRate.suppressed ? null : passRate.value,
            ...(!passRate.suppressed && passRate.interval),
          },
        ]
      }),
    [groups, stage, by, terms],
  )
  if (stage === undefined) return null
  return (
    <div className={styles.compare}>
      <NativeSelect
        size="xs"
        w={220}
        label={text.compareAt}
        value={stage}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
        data={reached.map((value) => ({ value, label: terms.stage[value] ?? value }))}
      />
      <IntervalBarChart
        label={`${terms.stage[stage] ?? stage} ${text.passRate}`}
        category={by === 'channel' ? text.byChannel : text.byOpening}
        bars={bars}
      />
    </div>
  )
}
