import { Popover } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import type { ReactNode } from 'react'
import type { Tone } from './StatusBadge.tsx'
import styles from './pieces.module.css'
import type { Moment } from './text/format.ts'
import { messages } from './text/messages.ts'
import { useFormat, useText } from './text/TextProvider.tsx'

const words = messages({
  ja: {
    source: '情報源',
    observed: '確認日',
    recorded: '登録日',
    confidence: '確度',
    from: (source: string) => `出典: ${source}`,
  },
  en: {
    source: 'Source',
    observed: 'Observed',
    recorded: 'Recorded',
    confidence: 'Confidence',
    from: (source: string) => `Source: ${source}`,
  },
})

export type SourceBadgeProps = {
  /** The value as it is shown. */
  value: ReactNode
  /** Who said so: "本人", "Greenhouse", "CSV 2026-04". */
  source: string
  /** When the source said so. */
  observedAt?: Moment
  /** When it was written down here. */
  recordedAt?: Moment
  /** 0 to 1. */
  confidence?: number
  /** `relay` for what the person said, `wait` for unconfirmed. */
  tone?: Tone
  /** Without the small source tag: the value alone opens the popover. */
  quiet?: boolean
  /** More about the claim: older values, a way to correct it. */
  children?: ReactNode
}

/** One field of a profile: the value, and who said so when. */
export function SourceBadge(props: SourceBadgeProps) {
  const { value, source, observedAt, recordedAt, confidence, tone = 'neutral', quiet = false, children } = props
  const [opened, { toggle, close }] = useDisclosure(false)
  const text = useText(words)
  const format = useFormat()
  return (
    <Popover
      opened={opened}
      onChange={(next) => !next && close()}
      width={280}
      position="bottom-start"
      withRoles
      trapFocus={false}
    >
      <Popover.Target>
        <button type="button" className={styles.source} onClick={toggle} title={text.from(source)}>
          <span className={styles.sourceValue}>{value}</span>
          {!quiet && (
            <span className={`${styles.sourceTag} ${styles.tone}`} data-tone={tone}>
              {source}
            </span>
          )}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <dl className={styles.facts}>
          <dt>{text.source}</dt>
          <dd>{source}</dd>
          {observedAt !== undefined && (
            <>
              <dt>{text.observed}</dt>
              <dd>
                {format.date(observedAt)} ({format.relative(observedAt)})
              </dd>
            </>
          )}
          {recordedAt !== undefined && (
            <>
              <dt>{text.recorded}</dt>
              <dd>{format.dateTime(recordedAt)}</dd>
            </>
          )}
          {confidence !== undefined && (
            <>
              <dt>{text.confidence}</dt>
              <dd>{format.percent(confidence, 0)}</dd>
            </>
          )}
        </dl>
        {children}
      </Popover.Dropdown>
    </Popover>
  )
}
