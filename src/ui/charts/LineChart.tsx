import { useCallback } from 'react'
import { useFormat } from '../text/TextProvider.tsx'
import { Chart } from './Chart.tsx'
import { axisStyle, baseOption, type ChartColors } from './colors.ts'

export type LineSeries = { label: string; values: readonly (number | null)[]; isDashed?: boolean }

export type LineChartProps = {
  label: string
  /** The head of the first column in the table: 月. */
  category: string
  /** Along the bottom: months, weeks, as they are shown. */
  points: readonly string[]
  series: readonly LineSeries[]
  as?: 'number' | 'percent' | 'yen'
  height?: number
  onPick?: (point: string, series: LineSeries) => void
}

/** How numbers moved. A null leaves a gap: nothing is known there. */
export function LineChart({ label, category, points, series, as = 'number', height = 260, onPick }: LineChartProps) {
  const format = useFormat()
  const option = useCallback(
    (colors: ChartColors) => lineOption({ points, series, colors, write: (value: number) => format[as](value) }),
    [points, series, as, format],
  )
  return (
    <Chart
      label={label}
      option={option}
      height={height}
      table={{
        headers: [category, ...series.map((line) => line.label)],
        rows: points.map((point, at) => [point, ...series.map((line) => written(line.values[at], format[as]))]),
      }}
      {...(onPick === undefined
        ? {}
        : {
            onPick: (index: number, at: number) => {
              const [point, line] = [points[index], series[at]]
              if (point !== undefined && line !== undefined) onPick(point, line)
            },
          })}
    />
  )
}

const written = (value: number | null | undefined, write: (value: number) => string) =>
  value === null || value === undefined ? '—' : write(value)

type Shown = {
  points: readonly string[]
  series: readonly LineSeries[]
  colors: ChartColors
  write: (value: number) => string
}

function lineOption({ points, series, colors, write }: Shown) {
  const base = baseOption(colors)
  const axis = axisStyle(colors)
  return {
    ...base,
    grid: { left: 8, right: 20, top: series.length > 1 ? 36 : 14, bottom: 8, containLabel: true },
    legend: {
      show: series.length > 1,
      top: 0,
      left: 0,
      icon: 'roundRect',
      itemWidth: 12,
      itemHeight: 3,
      textStyle: { color: colors.ink, fontSize: 12 },
    },
    tooltip: {
      ...base.tooltip,
      trigger: 'axis',
      valueFormatter: (value: unknown) => (typeof value === 'number' ? write(value) : '—'),
    },
    xAxis: { type: 'category', data: [...points], boundaryGap: false, ...axis, splitLine: { show: false } },
    yAxis: { type: 'value', ...axis, axisLine: { show: false }, axisLabel: { ...axis.axisLabel, formatter: write } },
    series: series.map((line) => ({
      type: 'line',
      name: line.label,
      data: line.values.map((value) => value ?? '-'),
      symbolSize: 7,
      symbol: 'circle',
      showSymbol: points.length <= 24,
      lineStyle: { width: 2, type: line.isDashed === true ? 'dashed' : 'solid' },
    })),
  }
}
