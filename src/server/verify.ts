import { verifyCatalogue } from './kernel/database/catalogue.ts'
import type { Installation } from './kernel/installation.ts'
import type { Finding } from './kernel/module.ts'
import { findStuckIntents, memberIds } from './kernel/database/realms.ts'
import { asking, findUnsafe } from './kernel/database/self-test.ts'
import { inCompany, inMember, systemActor } from './kernel/work.ts'
import { companyIds } from './modules/accounts/index.ts'

export type Verified = { companies: number; members: number; findings: Finding[] }
/** Told after each realm: how many of how many are done. */
export type Progress = (done: number, total: number) => void

const actor = systemActor('verify')

/**
 * Checks every invariant: the database's catalogue and safety, intents that were given up, and each module's own
 * rules in the realm of every company and every member. Changes nothing; findings carry ids, never personal data.
 */
export async function verify(installation: Installation, progress: Progress = () => {}): Promise<Verified> {
  const { databases, config } = installation
  const companies = await companyIds(installation)
  const members = await memberIds(installation)
  const total = companies.length + members.length
  const findings = unique([
    ...(await findUnsafe(databases.app, config)),
    ...(await verifyCatalogue(asking(databases.app))),
    ...(await findStuckIntents(installation)),
  ])
  let done = 0
  for (const companyId of companies) {
    findings.push(...(await verifyCompany(installation, companyId)))
    progress((done += 1), total)
  }
  for (const memberId of members) {
    findings.push(...(await verifyMember(installation, memberId)))
    progress((done += 1), total)
  }
  return { companies: companies.length, members: members.length, findings }
}

function verifyCompany(installation: Installation, companyId: string): Promise<Finding[]> {
  return inCompany(installation, { companyId, actor }, async (work) => {
    const found: Finding[] = []
    for (const { contributions } of installation.modules) found.push(...((await contributions.verify?.(work)) ?? []))
    return found.map((finding) => ({ ...finding, where: `company ${companyId}: ${finding.where}` }))
  })
}

function verifyMember(installation: Installation, memberId: string): Promise<Finding[]> {
  return inMember(installation, { memberId, actor }, async (work) => {
    const found: Finding[] = []
    for (const { contributions } of installation.modules)
      found.push(...((await contributions.verifyMember?.(work)) ?? []))
    return found.map((finding) => ({ ...finding, where: `member ${memberId}: ${finding.where}` }))
  })
}

const unique = (findings: readonly Finding[]): Finding[] => [
  ...new Map(findings.map((finding) => [JSON.stringify(finding), finding])).values(),
]
