import { IconInbox } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from '../pieces.module.css'

export type EmptyStateProps = {
  title: string
  /** Why there is nothing, and what would put something here. */
  children?: ReactNode
  icon?: ReactNode
  /** The way out: a button or a link. */
  actions?: ReactNode
  compact?: boolean
  /** In a panel of its own, where no table or section draws one around it. */
  framed?: boolean
}

/** Instead of an empty list: why it is empty and the next step. */
export function EmptyState({ title, children, icon, actions, compact = false, framed = false }: EmptyStateProps) {
  return (
    <div className={styles.empty} data-compact={compact || undefined} data-framed={framed || undefined}>
      <div className={styles.emptyMark} aria-hidden="true">
        {icon ?? <IconInbox size={22} stroke={1.5} />}
      </div>
      <p className={styles.emptyTitle}>{title}</p>
      {children !== undefined && <p className={styles.emptyText}>{children}</p>}
      {actions !== undefined && <div className={styles.emptyActions}>{actions}</div>}
    </div>
  )
}
