import { job, nothing } from '../../kernel/jobs.ts'
import { forgetOldAnswers } from '../../kernel/http/idempotency.ts'
import { idFrom } from '../../kernel/ids.ts'
import { forgetApplied } from '../../kernel/outbox.ts'
import { memberIds } from '../../kernel/database/realms.ts'
import { inCompany, inMember, systemActor, type MemberWork, type Work } from '../../kernel/work.ts'
import { forEachCompany, operatorId } from '../accounts/index.ts'
import { record } from '../audit/index.ts'
import { retentionActor } from './retention/retention-members.ts'
import { terms } from './retention/retention-rules.ts'
import { makeRun } from './retention/retention-runs.ts'
import { hasRunUnderWay } from './retention/store-retention.ts'

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
    await forEachCompany(installation, actor, (opening) => inCompany(installation, opening, disposeInCompany))
    for (const memberId of await memberIds(installation))
      try {
        await inMember(installation, { memberId, actor }, disposeInMember)
      } catch (error) {
        installation.log.error({ err: error, memberId, actor: actor.id }, 'disposal failed')
      }
  },
})

/**
 * Looks each week whose membership is past its time, once the operator has switched the rule on: what a member was told
 * happens without anybody thinking of it, and can be called off for a day.
 */
export const retainMembers = job({
  name: 'consent.retain-members',
  payload: nothing,
  // 00:30 UTC on a Monday is half past nine in the morning in Japan, when the operator's people are there to look.
  schedule: '30 0 * * 1',
  run: async (installation) => {
    const companyId = await operatorId(installation)
    if (!companyId) return
    await inCompany(installation, { companyId, actor: retentionActor }, async (work) => {
      if (!(await terms(work)).MEMBER.isOn || (await hasRunUnderWay(work))) return
      const day = work.now.toISOString().slice(0, 10)
      await makeRun(work, { id: idFrom('consent.retain-members', companyId, day), kind: 'MEMBERS' })
    })
  },
})

async function disposeInCompany(work: Work): Promise<void> {
  const disposed: Record<string, number> = {
    answers: await forgetOldAnswers(work),
    announcements: await forgetApplied(work),
  }
  for (const { contributions } of work.installation.modules.toReversed())
    Object.assign(disposed, await contributions.retain?.(work))
  await note(work, disposed)
}

async function disposeInMember(work: MemberWork): Promise<void> {
  const disposed: Record<string, number> = {}
  for (const { contributions } of work.installation.modules.toReversed())
    Object.assign(disposed, await contributions.retainMember?.(work))
  await note(work, disposed)
}

async function note(work: Work | MemberWork, disposed: Record<string, number>): Promise<void> {
  const rows = Object.fromEntries(Object.entries(disposed).filter(([, count]) => count > 0))
  if (Object.keys(rows).length > 0) await record(work, { action: 'consent.disposed', detail: rows })
}
