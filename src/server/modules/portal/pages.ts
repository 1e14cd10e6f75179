import type { Page } from './page.ts'
import { arrivalPages } from './pages-of-arrival.ts'
import { membershipPages } from './pages-of-membership.ts'
import { rightsPages } from './pages-of-rights.ts'

/** Every page of the portal. */
export const pages: readonly Page[] = [...arrivalPages, ...rightsPages, ...membershipPages]
