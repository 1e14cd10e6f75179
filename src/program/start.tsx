import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider, type AnyRouter } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Refused } from '../contract/client.ts'
import { queries } from './api.ts'

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** The page's name in the breadcrumbs and in the window's title. */
    crumb?: { ja: string; en: string }
  }
}

/** How each program's router is made, beside its own tree of pages. */
export const routing = {
  context: { queries },
  defaultPreload: 'intent',
  // The query cache decides how old data may be.
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
} as const

/** Shows the program in the page that its `index.html` made. */
export function start(router: AnyRouter): void {
  const root = document.getElementById('root')
  if (root === null) throw new Error('index.html has no #root')
  createRoot(root, {
    // A refusal that reaches a page's boundary is shown there in words: no mistake of the program.
    onCaughtError: (error) => {
      if (!(error instanceof Refused)) reportError(error)
    },
  }).render(
    <StrictMode>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </StrictMode>,
  )
}
