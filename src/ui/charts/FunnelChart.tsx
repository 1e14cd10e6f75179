import { Link } from '../link.tsx'
import { useFormat } from '../text/TextProvider.tsx'
import styles from './charts.module.css'

export type FunnelStage = {
  id: string
  label: string
  count: number
  /** The people in the stage. */
  href?: string
}

export type FunnelChartProps = { label: string; stages: readonly FunnelStage[] }

/** How many reached each stage, and the share that went on from the one before. A list, so it needs no table beside it. */
export function FunnelChart({ label, stages }: FunnelChartProps) {
  const format = useFormat()
  const most = Math.max(1, ...stages.map((stage) => stage.count))
  return (
    <ol className={styles.funnel} aria-label={label}>
      {stages.map((stage, at) => {
        const before = stages[at - 1]?.count
        const body = (
          <>
            <span>{stage.label}</span>
            <span className={styles.stageTrack} aria-hidden="true">
              <span className={styles.stageBar} style={{ display: 'block', width: `${(stage.count / most) * 100}%` }} />
            </span>
            <span className={styles.stageNumbers}>
              <b>{format.number(stage.count)}</b>
              <span className={styles.stageRate}>
                {before === undefined ? '100%' : before === 0 ? '—' : format.percent(stage.count / before, 0)}
              </span>
            </span>
          </>
        )
        const isLast = at === stages.length - 1 || undefined
        return (
          <li key={stage.id}>
            {stage.href === undefined ? (
              <div className={styles.stage} data-last={isLast}>
                {body}
              </div>
            ) : (
              <Link className={styles.stage ?? ''} href={stage.href} data-last={isLast}>
                {body}
              </Link>
            )}
          </li>
        )
      })}
    </ol>
  )
}
