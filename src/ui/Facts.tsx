import type { ReactNode } from 'react'
import styles from './facts.module.css'

export type Fact = readonly [name: string, value: ReactNode]

export type FactsProps = {
  /** A fact whose value is empty is left out. */
  facts: readonly Fact[]
  /** `lines`: name above value, one under the other; `columns`: name beside value; `tiles`: as many side by side as fit. */
  layout?: 'lines' | 'columns' | 'tiles'
}

/** What is known of one thing, name by name. */
export function Facts({ facts, layout = 'lines' }: FactsProps) {
  return (
    <dl className={styles.facts} data-layout={layout}>
      {facts.map(([name, value]) =>
        value === '' || value === null || value === undefined ? null : (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ),
      )}
    </dl>
  )
}
