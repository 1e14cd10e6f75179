import type { Finding } from '../../../../kernel/module.ts'
import { lasting, underWay } from '../../../../kernel/under-way.ts'
import { inCompany, systemActor, type MemberWork } from '../../../../kernel/work.ts'
import { memberConsents } from '../../../consent/index.ts'
import * as store from '../store-members.ts'
import { activityOf } from './store-mirror.ts'

const actor = systemActor('relay.verify')

/**
 * In a member's realm: no company knows how the search goes on that the member does not let know. One whose consent ran
 * out is left to the member's clock, and one that is still to be told is left out.
 */
export const verifyToldActivity = (work: MemberWork): Promise<Finding[]> => lasting(() => knowing(work))

async function knowing(work: MemberWork): Promise<Finding[]> {
  const { installation, memberId } = work
  if ((await underWay(work, [memberId])).size > 0) return []
  const state = (await store.findMember(work))?.state
  const allowed = new Set(
    (await memberConsents(work)).flatMap(({ purpose, decision, recipient }) =>
      purpose === 'FLOW_BACK' && decision === 'GIVEN' && state === 'ACTIVE' ? recipient : [],
    ),
  )
  const findings: Finding[] = []
  for (const { companyId } of await store.memberCompanies(work)) {
    if (allowed.has(companyId)) continue
    const known = await inCompany(installation, { companyId, actor }, (company) => activityOf(company, memberId))
    if (known === null) continue
    const where = `company ${companyId}, member ${memberId}`
    findings.push({ rule: 'relay.activity-with-consent', where, saw: 'an activity that the member does not let know' })
  }
  return findings
}
