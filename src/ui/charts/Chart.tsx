import { Skeleton, Switch } from '@mantine/core'
import { useComputedColorScheme } from '@mantine/core'
import type { EChartsCoreOption, EChartsType } from 'echarts/core'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { messages } from '../text/messages.ts'
import { useText } from '../text/TextProvider.tsx'
import styles from './charts.module.css'
import { chartColors, type ChartColors } from './colors.ts'

const words = messages({
  ja: { table: '表で見る', loading: 'グラフを読み込み中' },
  en: { table: 'As a table', loading: 'Loading the chart' },
})

export type ChartTable = { headers: readonly string[]; rows: readonly (readonly ReactNode[])[] }

export type ChartProps = {
  /** What the chart shows: its accessible name. */
  label: string
  /** Drawn again when it changes; memoise it. */
  option: (colors: ChartColors) => EChartsCoreOption
  /** The same numbers as a table, for screen readers and for whoever prefers figures. */
  table: ChartTable
  height: number
  /** The position of the bar or the point clicked. */
  onPick?: (index: number, series: number) => void
}

/** The ground of every chart: ECharts comes with the first chart shown, never with the program. */
export function Chart({ label, option, table, height, onPick }: ChartProps) {
  const [asTable, setAsTable] = useState(false)
  const text = useText(words)
  return (
    <figure className={styles.figure} aria-label={label}>
      {asTable ? (
        <NumbersTable label={label} table={table} />
      ) : (
        <Canvas label={label} option={option} height={height} onPick={onPick} />
      )}
      <div className={styles.foot}>
        <Switch
          size="xs"
          label={text.table}
          checked={asTable}
          onChange={(event) => setAsTable(event.currentTarget.checked)}
        />
      </div>
    </figure>
  )
}

type CanvasProps = Pick<ChartProps, 'label' | 'option' | 'height'> & { onPick: ChartProps['onPick'] | undefined }

function Canvas({ label, option, height, onPick }: CanvasProps) {
  const host = useRef<HTMLDivElement>(null)
  const chart = useRef<EChartsType>(undefined)
  const pick = useRef(onPick)
  const [isReady, setReady] = useState(false)
  const scheme = useComputedColorScheme('light')
  const text = useText(words)
  useEffect(() => {
    pick.current = onPick
  })

  useEffect(() => {
    const element = host.current
    if (element === null) return
    let isGone = false
    const sizes = new ResizeObserver(() => chart.current?.resize())
    const begin = async () => {
      const { startChart } = await import('./engine.ts')
      if (isGone) return
      const started = startChart(element)
      chart.current = started
      started.on('click', (event) => {
        if (event.componentType === 'series' || event.componentType === 'xAxis' || event.componentType === 'yAxis') {
          pick.current?.(event.dataIndex, event.seriesIndex ?? 0)
        }
      })
      sizes.observe(element)
      setReady(true)
    }
    void begin()
    return () => {
      isGone = true
      sizes.disconnect()
      chart.current?.dispose()
      chart.current = undefined
    }
  }, [])

  useEffect(() => {
    if (isReady) chart.current?.setOption(option(chartColors(scheme)), { notMerge: true })
  }, [isReady, option, scheme])

  return (
    <div className={styles.canvas} style={{ height }}>
      {!isReady && <Skeleton height={height} role="status" aria-label={text.loading} />}
      <div ref={host} role="img" aria-label={label} style={{ position: 'absolute', inset: 0 }} />
    </div>
  )
}

function NumbersTable({ label, table }: { label: string; table: ChartTable }) {
  return (
    <table className={styles.table} aria-label={label}>
      <thead>
        <tr>
          {table.headers.map((header) => (
            <th key={header} scope="col">
              {header}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, at) => (
          // Rows of a chart have no identity but their place.
          <tr key={at}>
            {row.map((cell, column) =>
              column === 0 ? (
                <th key={column} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={column}>{cell}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
