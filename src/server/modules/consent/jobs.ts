import { job, nothing } from '../../kernel/jobs.ts'
import { forgetOldAnswers } from '../../kernel/idempotency.ts'
import { forgetApplied } from '../../kernel/outbox.ts'
import { inCompany, systemActor } from '../../kernel/work.ts'
import { companyIds } from '../accounts/index.ts'
import { record } from '../audit/index.ts'

/**
 * Disposes, company by company, of what every module holds past its retention. A company in which that fails is
 * logged and tried again the next night; the others do not wait for it.
 */
export const disposeOfExpired = job({
  name: 'consent.retain',
  payload: nothing,
  // 19:10 UTC is ten past four in the morning in Japan.
  schedule: '10 19 * * *',
  run: async (installation) => {
    for (const companyId of await companyIds(installation)) {
      try {
        await inCompany(installation, { companyId, actor: systemActor('consent.retain') }, async (work) => {
          const disposed: Record<string, number> = {
            answers: await forgetOldAnswers(work),
            announcements: await forgetApplied(work),
          }
          for (const { contributions } of installation.modules.toReversed())
            Object.assign(disposed, await contributions.retain?.(work))
          const rows = Object.fromEntries(Object.entries(disposed).filter(([, count]) => count > 0))
          if (Object.keys(rows).length > 0) await record(work, { action: 'consent.disposed', detail: rows })
        })
      } catch (error) {
        installation.log.error({ err: error, companyId }, 'disposal failed')
      }
    }
  },
})
