import { useWindowEvent } from '@mantine/hooks'
import { useLayoutEffect, type RefObject } from 'react'

/** What stands below the rows of a table: its foot and the air at the end of the page, in px. */
const below = 108

/** Sets `--fitting-height` on an element: what the window leaves for it where it stands, so that the page need not scroll. */
export function useFittingHeight(element: RefObject<HTMLElement | null>): void {
  const measure = () => {
    const standing = element.current
    if (standing === null) return
    const top = standing.getBoundingClientRect().top + window.scrollY
    standing.style.setProperty('--fitting-height', `${Math.round(window.innerHeight - top - below)}px`)
  }
  // Filters that wrap and notices that appear above move the table: each drawing looks again.
  useLayoutEffect(measure)
  useWindowEvent('resize', measure)
}
