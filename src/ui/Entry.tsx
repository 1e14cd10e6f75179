import type { ReactNode } from 'react'
import styles from './entry.module.css'

export type EntriesProps = {
  /** Short entries stand beside each other where there is room. */
  isSideBySide?: boolean
  children: ReactNode
}

/** Records that are read whole, where a table would cut them. */
export function Entries({ isSideBySide = false, children }: EntriesProps) {
  return (
    <ul className={styles.entries} data-side-by-side={isSideBySide || undefined}>
      {children}
    </ul>
  )
}

export type EntryProps = {
  title: ReactNode
  /** Beside the title: states, who, since when. */
  aside?: ReactNode
  /** At the end of the first line: when, or what can be done. */
  end?: ReactNode
  /** Buttons below. */
  actions?: ReactNode
  children?: ReactNode
}

/** One record of `Entries`, in a panel under its title. */
export function Entry({ title, aside, end, actions, children }: EntryProps) {
  return (
    <li className={styles.entry}>
      <header className={styles.head}>
        <strong>{title}</strong>
        {aside}
        {end !== undefined && <span className={styles.end}>{end}</span>}
      </header>
      {children}
      {actions !== undefined && <footer className={styles.actions}>{actions}</footer>}
    </li>
  )
}

/** Words beside the matter: how it came about, what they mean. */
export function Quiet({ children }: { children: ReactNode }) {
  return <p className={styles.quiet}>{children}</p>
}

/** What a person wrote, line by line as it was written. */
export function Quoted({ children }: { children: ReactNode }) {
  return <p className={styles.quoted}>{children}</p>
}
