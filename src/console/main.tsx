import { createRouter } from '@tanstack/react-router'
import { routing, start } from '../program/start.tsx'
import { routeTree } from './route-tree.gen.ts'

const router = createRouter({ routeTree, ...routing })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

start(router)
