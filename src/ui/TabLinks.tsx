import { useLayoutEffect, useRef, type ReactNode } from 'react'
import { Link } from './link.tsx'
import styles from './tab-links.module.css'

export type TabLinksProps = {
  /** What the tabs are of, for those who cannot see them together. */
  label: string
  tabs: readonly { href: string; name: string; isOpen: boolean }[]
  /** At the far end: a way to what belongs to all of them. */
  end?: ReactNode
}

/** Pages of one kind beside each other; each has an address of its own. */
export function TabLinks({ label, tabs, end }: TabLinksProps) {
  const row = useRef<HTMLElement>(null)
  const opened = tabs.find(({ isOpen }) => isOpen)?.href
  // On a phone the row scrolls: the open tab is brought into sight, never the page up or down.
  useLayoutEffect(() => {
    const standing = row.current
    const tab = standing?.querySelector<HTMLElement>('[aria-current=page]')
    if (standing && tab) standing.scrollLeft = tab.offsetLeft - (standing.clientWidth - tab.offsetWidth) / 2
  }, [opened])
  return (
    <div className={styles.row}>
      <nav ref={row} className={styles.tabs} aria-label={label}>
        {tabs.map(({ href, name, isOpen }) => (
          <Link key={href} href={href} className={styles.tab} {...(isOpen && { 'aria-current': 'page' as const })}>
            {name}
          </Link>
        ))}
      </nav>
      {end !== undefined && <span className={styles.end}>{end}</span>}
    </div>
  )
}
