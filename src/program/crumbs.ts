import { useMatches, useRouter, type AnyRoute } from '@tanstack/react-router'
import { useEffect } from 'react'
import type { Crumb } from '../ui/shell/TopBar.tsx'
import { useLanguage } from '../ui/text/TextProvider.tsx'

/**
 * The way to the page: each route's `staticData.crumb`, or what its loader answers as `crumb` (a person's name), and the
 * lists that its address stands under. Also the window's title.
 */
export function useCrumbs(): Crumb[] {
  const [language] = useLanguage()
  const router = useRouter()
  const matches = useMatches()
  const own = matches.flatMap((match) => {
    const loaded: unknown = match.loaderData
    const own = typeof loaded === 'object' && loaded !== null && 'crumb' in loaded ? loaded.crumb : undefined
    const label = typeof own === 'string' ? own : match.staticData.crumb?.[language]
    return label === undefined ? [] : [{ label, href: match.pathname }]
  })
  const routes = new Map<string, AnyRoute>(Object.entries(router.routesByPath))
  const above = pathsAbove(own.at(-1)?.href ?? '/').flatMap((path) => {
    const label = routes.get(path)?.options.staticData?.crumb?.[language]
    return label === undefined || own.some(({ href }) => href === path) ? [] : [{ label, href: path }]
  })
  const crumbs = [...above, ...own].toSorted((a, b) => a.href.length - b.href.length)
  const title = crumbs.at(-1)?.label
  useEffect(() => {
    document.title = title === undefined ? 'Tasuki' : `${title} | Tasuki`
  }, [title])
  return crumbs
}

/** `/privacy/basis/7` stands under `/privacy` and `/privacy/basis`. */
const pathsAbove = (path: string) => {
  const parts = path.split('/').filter((part) => part !== '')
  return parts.slice(0, -1).map((_, at) => `/${parts.slice(0, at + 1).join('/')}`)
}
