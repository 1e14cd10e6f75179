import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { z } from 'zod'
import type { readPassages } from '../../../../contract/selection/insights.ts'
import { stages } from '../../../../contract/selection/selection-terms.ts'
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
        bars={barsOf(groups, { stage, names: by === 'channel' ? terms.channel : {} })}
      />
    </div>
  )
}

type Asked = { stage: string; names: Record<string, string> }

function barsOf(groups: Groups, { stage, names }: Asked): IntervalBar[] {
  return groups.slice(0, mostBars).flatMap(({ key, label, stages: own }) => {
    const rate = own.find((one) => one.stage === stage)?.passRate
    if (!rate) return []
    const name = names[key] ?? label
    return [
      {
        label: name,
        n: rate.trials ?? 0,
        ...(rate.suppressed ? { rate: null } : { rate: rate.value, ...rate.interval }),
      },
    ]
  })
}
