import { job, nothing } from '../../kernel/jobs.ts'
import { forgetOldAnswers } from '../../kernel/idempotency.ts'
import { forgetApplied } from '../../kernel/outbox.ts'
import type { Installation } from '../../kernel/installation.ts'
import { memberIds } from '../../kernel/realms.ts'
import { inCompany, inMember, systemActor, type MemberWork, type Work } from '../../kernel/work.ts'
import { companyIds } from '../accounts/index.ts'
import { record } from '../audit/index.ts'

const actor = systemActor('consent.retain')

/**
 * Disposes, realm by realm, of what every module holds past its retention. A company or member for whom that fails is
 * logged and tried again the next night; the others do not wait for it.
 */
export const disposeOfExpired = job({
  name: 'consent.retain',
  payload: nothing,
  // 19:10 UTC is ten past four in the morning in Japan.
  schedule: '10 19 * * *',
  run: async (installation) => {
    for (const companyId of await companyIds(installation)) await attempt(installation, { companyId }, disposeInCompany)
    for (const memberId of await memberIds(installation)) await attempt(installation, { memberId }, disposeInMember)
  },
})

async function disposeInCompany(installation: Installation, { companyId }: { companyId: string }): Promise<void> {
  await inCompany(installation, { companyId, actor }, async (work) => {
    const disposed: Record<string, number> = {
      answers: await forgetOldAnswers(work),
      announcements: await forgetApplied(work),
    }
    for (const { contributions } of installation.modules.toReversed())
      Object.assign(disposed, await contributions.retain?.(work))
    await note(work, disposed)
  })
}

async function disposeInMember(installation: Installation, { memberId }: { memberId: string }): Promise<void> {
  await inMember(installation, { memberId, actor }, async (work) => {
    const disposed: Record<string, number> = {}
    for (const { contributions } of installation.modules.toReversed())
      Object.assign(disposed, await contributions.retainMember?.(work))
    await note(work, disposed)
  })
}

async function note(work: Work | MemberWork, disposed: Record<string, number>): Promise<void> {
  const rows = Object.fromEntries(Object.entries(disposed).filter(([, count]) => count > 0))
  if (Object.keys(rows).length > 0) await record(work, { action: 'consent.disposed', detail: rows })
}

async function attempt<R extends object>(
  installation: Installation,
  realm: R,
  dispose: (installation: Installation, realm: R) => Promise<void>,
): Promise<void> {
  try {
    await dispose(installation, realm)
  } catch (error) {
    const about: Record<string, unknown> = { err: error, ...realm }
    installation.log.error(about, 'disposal failed')
  }
}
