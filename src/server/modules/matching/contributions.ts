import { addDays } from '../../../engines/japanese/index.ts'
import type { Contributions } from '../../kernel/module.ts'
import { today } from './assessed/assessed.ts'
import { verify } from './assessed/reports.ts'
import { disposeRankings } from './store.ts'
import { forgetAssessed } from './assessed/store-assessed.ts'
import { disposeProfiles } from './network/store-network.ts'
import { shownToCompanies } from './release/shown.ts'
import { forgetShown } from './release/store-shown.ts'

/** An announcement that waited longer than this is dead and a matter for a human. */
const removedDays = 30

/** How a list came about can be looked up for two years; the EU AI Act asks for six months at least (article 26(6)). */
export const rankingKeptDays = 730

const daysBefore = (now: Date, days: number) => new Date(now.getTime() - days * 86_400_000)

/** As long as the records of what was provided (個人情報保護法 29条, 施行規則 21条). */
const shownKeptDays = 3 * 365

/**
 * The log of rankings names openings and staff alone. A member's profile leaves by the announcement of the member's
 * own side, so there is nothing here to erase or to export for a person of a company; the log of what was shown stands in the
 * member's realm.
 */
export const contributions: Contributions = {
  retain: async (work) => ({
    matchingProfiles: await disposeProfiles(work, daysBefore(work.now, removedDays)),
    matchingRankings: await disposeRankings(work, daysBefore(work.now, rankingKeptDays)),
    matchingAssessed: await forgetAssessed(work, { before: addDays(await today(work), -rankingKeptDays) }),
    // Where no list was ranked, none completes what was put down as somebody was asked for.
    matchingUnranked: await forgetAssessed(work, {
      before: addDays(await today(work), -removedDays),
      isUnranked: true,
    }),
  }),
  eraseMember: async (work) => void (await forgetShown(work)),
  exportMember: async (work) => ({ shownToCompanies: await shownToCompanies(work) }),
  retainMember: async (work) => ({ matchingShown: await forgetShown(work, daysBefore(work.now, shownKeptDays)) }),
  verify,
}
