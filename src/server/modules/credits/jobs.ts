import { companyIds } from '../accounts/index.ts'
import { job, nothing } from '../../kernel/jobs.ts'
import { inCompany, systemActor } from '../../kernel/work.ts'
import { expireSlots } from './credits.ts'

/** Expires slots once an hour, company by company. */
export const expireSlotsHourly = job({
  name: 'credits.expire-slots',
  payload: nothing,
  schedule: '7 * * * *',
  run: async (installation) => {
    for (const companyId of await companyIds(installation)) {
      await inCompany(installation, { companyId, actor: systemActor('credits.expire-slots') }, expireSlots)
    }
  },
})
