import type { Contributions } from '../../kernel/module.ts'
import { verify } from './reports.ts'
import { disposeProfiles } from './store-network.ts'

/** An announcement that waited longer than this is dead and a matter for a human. */
const removedDays = 30

/**
 * The log of rankings names openings and staff alone. A member's profile leaves by the announcement of the member's
 * own side, so there is nothing here to erase or to export for a person of a company.
 */
export const contributions: Contributions = {
  retain: async (work) => ({
    matchingProfiles: await disposeProfiles(work, new Date(work.now.getTime() - removedDays * 86_400_000)),
  }),
  verify,
}
