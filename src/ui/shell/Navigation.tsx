import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import { Link } from '../link.tsx'
import { useText } from '../text/TextProvider.tsx'
import styles from './shell.module.css'
import { shellWords } from './words.ts'

export type NavigationItem = {
  href: string
  label: string
  icon: ReactNode
  /** Things that wait for the reader; nothing is shown for 0. */
  count?: number
  /** More words under which ⌘K finds it: readings, the English name. */
  keywords?: string[]
}

export type NavigationGroup = { id: string; label?: string; items: readonly NavigationItem[] }

export type NavigationProps = {
  groups: readonly NavigationGroup[]
  path: string
  isCollapsed?: boolean
  onGo?: () => void
}

export function Navigation({ groups, path, isCollapsed = false, onGo }: NavigationProps) {
  const text = useText(shellWords)
  return (
    <nav className={styles.nav} aria-label={text.navigation}>
      {groups.map((group) => (
        <div key={group.id} className={styles.group}>
          {group.label !== undefined && <div className={styles.groupLabel}>{group.label}</div>}
          <ul className={styles.group} aria-label={group.label}>
            {group.items.map((item) => {
              const isActive = isWithin(path, item.href)
              return (
                <li key={item.href}>
                  <Tooltip label={item.label} position="right" disabled={!isCollapsed}>
                    <Link
                      href={item.href}
                      className={styles.item ?? ''}
                      data-active={isActive || undefined}
                      aria-current={isActive ? 'page' : undefined}
                      aria-label={isCollapsed ? item.label : undefined}
                      onClick={onGo}
                    >
                      {item.icon}
                      <span className={styles.itemLabel}>{item.label}</span>
                      {item.count !== undefined && item.count > 0 && (
                        <span className={styles.itemCount}>{item.count}</span>
                      )}
                    </Link>
                  </Tooltip>
                </li>
              )
            })}
          </ul>
        </div>
      ))}
    </nav>
  )
}

const isWithin = (path: string, href: string) =>
  href === '/' ? path === '/' : path === href || path.startsWith(`${href}/`)
