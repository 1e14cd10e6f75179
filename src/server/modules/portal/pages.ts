import type { Page } from './page.ts'
import { arrivalPages } from './arrival/pages-of-arrival.ts'
import { membershipPages } from './membership/pages-of-membership.ts'
import { rightsPages } from './rights/pages-of-rights.ts'

/** Every page of the portal. */
export const pages: readonly Page[] = [...arrivalPages, ...rightsPages, ...membershipPages]
