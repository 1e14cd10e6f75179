import type { Contributions, Finding } from '../../kernel/module.ts'
import type { Work } from '../../kernel/work.ts'
import { deleteSettledErrands } from './sign-in/store-errands.ts'
import { deleteNotices } from './companies/store-notices.ts'
import { lockOwners } from './staff/store-staff.ts'

// A settled errand holds a mail address and tells for a season why a mail did not arrive.
const errandDays = 90
// Notices are shown for a month; a year and a half of them answers when somebody was told.
const noticeDays = 550

async function retain(work: Work): Promise<Record<string, number>> {
  const before = new Date(work.now.getTime() - errandDays * 86_400_000)
  return {
    accounts_errand: await deleteSettledErrands(work, before),
    accounts_notice: await deleteNotices(work, new Date(work.now.getTime() - noticeDays * 86_400_000)),
  }
}

async function verify(work: Work): Promise<Finding[]> {
  if ((await lockOwners(work)).length > 0) return []
  return [{ rule: 'accounts.has-an-owner', where: work.companyId, saw: 'no active owner' }]
}

/** Nothing here is about the people in a pool, so there is nothing to erase or to export for one of them. */
export const contributions: Contributions = { retain, verify }
