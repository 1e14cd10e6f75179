import { useCallback } from 'react'
import { useFormat, useText } from '../text/TextProvider.tsx'
import { messages } from '../text/messages.ts'
import { Chart } from './Chart.tsx'
import { axisStyle, baseOption, type ChartColors } from './colors.ts'

const words = messages({
  ja: { interval: '95%信頼区間', n: '母数', tooFew: '少数のため非表示', rate: '割合' },
  en: { interval: '95% interval', n: 'n', tooFew: 'Hidden: too few', rate: 'Rate' },
})

export type IntervalBar = {
  label: string
  /** 0 to 1; null where too few people are behind it. */
  rate: number | null
  /** The interval's ends, 0 to 1 (Wilson's for a proportion). */
  low?: number
  high?: number
  n: number
}

export type IntervalBarChartProps = {
  label: string
  bars: readonly IntervalBar[]
  /** The head of the first column in the table. */
  category: string
  /** Opens the people behind the bar. */
  onPick?: (bar: IntervalBar) => void
}

/** Rates side by side, each with its interval, so that small samples look as uncertain as they are. */
export function IntervalBarChart({ label, bars, category, onPick }: IntervalBarChartProps) {
  const format = useFormat()
  const text = useText(words)
  const option = useCallback(
    (colors: ChartColors) => intervalOption(bars, colors, text, format.percent),
    [bars, text, format],
  )
  const interval = (bar: IntervalBar) =>
    bar.low === undefined || bar.high === undefined ? '—' : `${format.percent(bar.low)} – ${format.percent(bar.high)}`
  return (
    <Chart
      label={label}
      option={option}
      height={Math.max(140, bars.length * 36 + 44)}
      table={{
        headers: [category, text.rate, text.interval, text.n],
        rows: bars.map((bar) => [
          bar.label,
          bar.rate === null ? text.tooFew : format.percent(bar.rate),
          bar.rate === null ? '—' : interval(bar),
          format.number(bar.n),
        ]),
      }}
      {...(onPick === undefined
        ? {}
        : {
            onPick: (index: number) => {
              const bar = bars[index]
              if (bar !== undefined) onPick(bar)
            },
          })}
    />
  )
}

type Words = { interval: string; n: string; tooFew: string }

type Drawing = { value: (index: number) => number; coord: (point: [number, number]) => [number, number] }

function intervalOption(
  bars: readonly IntervalBar[],
  colors: ChartColors,
  text: Words,
  percent: (share: number) => string,
) {
  const base = baseOption(colors)
  const axis = axisStyle(colors)
  return {
    ...base,
    grid: { left: 8, right: 56, top: 8, bottom: 8, containLabel: true },
    tooltip: {
      ...base.tooltip,
      trigger: 'axis',
      axisPointer: { type: 'none' },
      formatter: (hovered: { dataIndex: number }[]) => {
        const bar = bars[hovered[0]?.dataIndex ?? 0]
        if (bar === undefined) return ''
        if (bar.rate === null) return `${bar.label}\n${text.tooFew} (${text.n} ${bar.n})`
        const ends =
          bar.low === undefined || bar.high === undefined
            ? ''
            : `\n${text.interval} ${percent(bar.low)} – ${percent(bar.high)}`
        return `${bar.label}\n${percent(bar.rate)}${ends}\n${text.n} ${bar.n}`
      },
    },
    xAxis: {
      type: 'value',
      min: 0,
      max: topOf(bars),
      ...axis,
      axisLabel: { ...axis.axisLabel, formatter: (share: number) => percent(share) },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map((bar) => bar.label),
      triggerEvent: true,
      ...axis,
      axisLabel: { ...axis.axisLabel, color: colors.ink, width: 150, overflow: 'truncate' },
    },
    series: [
      {
        type: 'bar',
        barWidth: 16,
        itemStyle: { color: colors.series[0], opacity: 0.62, borderRadius: [0, 3, 3, 0] },
        data: bars.map((bar) => bar.rate ?? '-'),
      },
      {
        type: 'custom',
        silent: true,
        z: 3,
        data: bars.map((bar, at) => [
          bar.rate === null ? Number.NaN : (bar.low ?? Number.NaN),
          at,
          bar.high ?? Number.NaN,
        ]),
        encode: { x: [0, 2], y: 1 },
        renderItem: (_: unknown, drawing: Drawing) => whisker(drawing, colors),
      },
    ],
  }
}

/** Rounded up to the next tenth, so that small rates use the width. */
function topOf(bars: readonly IntervalBar[]): number {
  const highest = Math.max(0.1, ...bars.map((bar) => (bar.rate === null ? 0 : (bar.high ?? bar.rate))))
  return Math.min(1, Math.ceil(highest * 10) / 10)
}

function whisker(drawing: Drawing, colors: ChartColors) {
  const [low, at, high] = [drawing.value(0), drawing.value(1), drawing.value(2)]
  if (Number.isNaN(low) || Number.isNaN(high)) return undefined
  const [from, y] = drawing.coord([low, at])
  const [to] = drawing.coord([high, at])
  const style = { stroke: colors.ink, lineWidth: 1.5, opacity: 0.75 }
  const stroke = (x1: number, y1: number, x2: number, y2: number) => ({
    type: 'line',
    shape: { x1, y1, x2, y2 },
    style,
  })
  return {
    type: 'group',
    children: [stroke(from, y, to, y), stroke(from, y - 4, from, y + 4), stroke(to, y - 4, to, y + 4)],
  }
}
