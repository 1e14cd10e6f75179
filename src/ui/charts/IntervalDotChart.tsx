import { useCallback } from 'react'
import { useFormat, useText } from '../text/TextProvider.tsx'
import { messages } from '../text/messages.ts'
import { Chart } from './Chart.tsx'
import { axisStyle, baseOption, type ChartColors } from './colors.ts'

const words = messages({
  ja: { interval: '95%区間', tooFew: '少数のため非表示' },
  en: { interval: '95% interval', tooFew: 'Hidden: too few' },
})

/** A value with its interval; `value` is null where too few are behind it. */
export type IntervalDot = { value: number | null; low?: number; high?: number; n: number }

export type IntervalDotChartProps = {
  label: string
  /** The head of the first column in the table. */
  category: string
  /** The names of the dots of each row, in their order. */
  series: readonly string[]
  rows: readonly { label: string; dots: readonly IntervalDot[] }[]
  /** How a value is written. */
  write: (value: number) => string
  /** Both sides of zero are of interest: a line at zero, and the axis goes as far to either side. */
  aroundZero?: boolean
  onPick?: (row: number, series: number) => void
}

/** Dots with their intervals, several to a row: the same rate counted two ways, or differences around zero. */
export function IntervalDotChart(props: IntervalDotChartProps) {
  const { label, category, series, rows, write, aroundZero = false, onPick } = props
  const format = useFormat()
  const text = useText(words)
  const option = useCallback(
    (colors: ChartColors) => dotOption({ series, rows, write, aroundZero, text, colors }),
    [series, rows, write, aroundZero, text],
  )
  const interval = ({ low, high }: IntervalDot) =>
    low === undefined || high === undefined ? '' : ` (${write(low)} – ${write(high)})`
  return (
    <Chart
      label={label}
      option={option}
      height={rows.length * (18 + series.length * 14) + (series.length > 1 ? 84 : 48)}
      table={{
        headers: [category, ...series.flatMap((name) => [`${name} (${text.interval})`, 'n'])],
        rows: rows.map((row) => [
          row.label,
          ...row.dots.flatMap((dot) => [
            dot.value === null ? text.tooFew : `${write(dot.value)}${interval(dot)}`,
            format.number(dot.n),
          ]),
        ]),
      }}
      {...(onPick && { onPick })}
    />
  )
}

type Drawn = Required<Pick<IntervalDotChartProps, 'series' | 'rows' | 'write' | 'aroundZero'>> & {
  text: { interval: string; tooFew: string }
  colors: ChartColors
}
type Drawing = { value: (index: number) => number; coord: (point: [number, number]) => [number, number] }

function dotOption({ series, rows, write, aroundZero, text, colors }: Drawn) {
  const base = baseOption(colors)
  const axis = axisStyle(colors)
  const ends = rows.flatMap(({ dots }) => dots.flatMap(({ value, low, high }) => [value ?? 0, low ?? 0, high ?? 0]))
  const furthest = Math.max(0.1, ...ends.map(Math.abs))
  const most = aroundZero ? Math.ceil(furthest * 5) / 5 : Math.min(1, Math.ceil(furthest * 10) / 10)
  return {
    ...base,
    grid: { left: 8, right: 24, top: series.length > 1 ? 36 : 8, bottom: 8, containLabel: true },
    ...(series.length > 1 && {
      legend: { top: 0, left: 0, icon: 'circle', itemHeight: 9, textStyle: { color: colors.ink }, data: [...series] },
    }),
    tooltip: {
      ...base.tooltip,
      trigger: 'item',
      formatter: ({ dataIndex, seriesIndex }: { dataIndex: number; seriesIndex: number }) => {
        const row = rows[dataIndex]
        const dot = row?.dots[seriesIndex]
        if (!row || !dot) return ''
        const head = series.length > 1 ? `${row.label}\n${series[seriesIndex]}` : row.label
        if (dot.value === null) return `${head}\n${text.tooFew} (n ${dot.n})`
        return `${head}\n${write(dot.value)}\n${text.interval} ${write(dot.low ?? dot.value)} – ${write(dot.high ?? dot.value)}\nn ${dot.n}`
      },
    },
    xAxis: {
      type: 'value',
      min: aroundZero ? -most : 0,
      max: most,
      ...axis,
      axisLabel: { ...axis.axisLabel, formatter: write, hideOverlap: true },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((row) => row.label),
      ...axis,
      axisLabel: { ...axis.axisLabel, color: colors.ink, width: 150, overflow: 'truncate' },
    },
    series: series.map((name, at) => ({
      type: 'custom',
      name,
      itemStyle: { color: colors.series[at] },
      data: rows.map(({ dots }, row) => {
        const dot = dots[at]
        const value = dot?.value ?? Number.NaN
        return [value, row, dot?.low ?? value, dot?.high ?? value]
      }),
      encode: { x: [0, 2, 3], y: 1 },
      renderItem: (_: unknown, drawing: Drawing) =>
        dotWithWhisker(drawing, {
          color: colors.series[at] ?? colors.ink,
          offset: (at - (series.length - 1) / 2) * 14,
        }),
      ...(aroundZero && {
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { color: colors.soft, type: 'solid', width: 1 },
          data: [{ xAxis: 0 }],
        },
      }),
    })),
  }
}

function dotWithWhisker(drawing: Drawing, { color, offset }: { color: string; offset: number }) {
  const [value, row, low, high] = [drawing.value(0), drawing.value(1), drawing.value(2), drawing.value(3)]
  if (Number.isNaN(value)) return undefined
  const [x, middle] = drawing.coord([value, row])
  const [from] = drawing.coord([low, row])
  const [to] = drawing.coord([high, row])
  const y = middle + offset
  const style = { stroke: color, lineWidth: 2, opacity: 0.85 }
  const stroke = (x1: number, y1: number, x2: number, y2: number) => ({
    type: 'line',
    shape: { x1, y1, x2, y2 },
    style,
  })
  return {
    type: 'group',
    children: [
      stroke(from, y, to, y),
      stroke(from, y - 4, from, y + 4),
      stroke(to, y - 4, to, y + 4),
      { type: 'circle', shape: { cx: x, cy: y, r: 4.5 }, style: { fill: color } },
    ],
  }
}
