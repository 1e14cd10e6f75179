import { useMatches } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Crumb } from '../ui/shell/TopBar.tsx'
import { useLanguage } from '../ui/text/TextProvider.tsx'

/**
 * The way to the page: each route's `staticData.crumb`, or what its loader answers as `crumb` (a person's name). Also the
 * window's title.
 */
export function useCrumbs(): Crumb[] {
  const [language] = useLanguage()
  const matches = useMatches()
  const crumbs = matches.flatMap((match) => {
    const loaded: unknown = match.loaderData
    const own = typeof loaded === 'object' && loaded !== null && 'crumb' in loaded ? loaded.crumb : undefined
    const label = typeof own === 'string' ? own : match.staticData.crumb?.[language]
    return label === undefined ? [] : [{ label, href: match.pathname }]
  })
  const title = crumbs.at(-1)?.label
  useEffect(() => {
    document.title = title === undefined ? 'Tasuki' : `${title} | Tasuki`
  }, [title])
  return crumbs
}
