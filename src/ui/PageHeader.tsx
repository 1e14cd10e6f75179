import type { ReactNode } from 'react'
import styles from './pieces.module.css'

export type PageHeaderProps = {
  title: ReactNode
  /** One or two sentences: what the page is for. */
  description?: ReactNode
  /** Beside the title: "1,204名", a StatusBadge. */
  aside?: ReactNode
  /** Buttons; at most one of them filled. */
  actions?: ReactNode
}

/** The top of a page: its only h1, what it is for, and its actions. */
export function PageHeader({ title, description, aside, actions }: PageHeaderProps) {
  return (
    <header className={styles.header}>
      <div className={styles.headerText}>
        <h1 className={styles.title}>
          <span>{title}</span>
          {aside !== undefined && <span className={styles.count}>{aside}</span>}
        </h1>
        {description !== undefined && <p className={styles.description}>{description}</p>}
      </div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </header>
  )
}

export type SectionProps = {
  title: ReactNode
  note?: ReactNode
  actions?: ReactNode
  /** `bare` leaves out the panel around the children: for tables and rows of cards. */
  bare?: boolean
  children: ReactNode
}

/** A part of a page with a heading, in a panel. */
export function Section({ title, note, actions, bare = false, children }: SectionProps) {
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h2 className={styles.sectionTitle}>{title}</h2>
        {note !== undefined && <span className={styles.sectionNote}>{note}</span>}
        {actions !== undefined && <div className={styles.sectionActions}>{actions}</div>}
      </div>
      {bare ? (
        children
      ) : (
        <div className={styles.panel} data-padded>
          {children}
        </div>
      )}
    </section>
  )
}
