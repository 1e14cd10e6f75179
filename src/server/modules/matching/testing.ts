import { newId } from '../../kernel/ids.ts'
import type { TestInstallation } from '../../kernel/testing.ts'
import { inCompany, systemActor } from '../../kernel/work.ts'
import { operatorId } from '../accounts/index.ts'
import { aCompany } from '../accounts/testing.ts'
import { applyProfile, type Heard } from './network.ts'

/** The operator of the worker's database with an empty network; tests of one file do not run at once. */
export async function anEmptyNetwork(installation: TestInstallation): Promise<string> {
  const known = await operatorId(installation)
  const companyId =
    known ?? (await aCompany({ installation, kind: 'OPERATOR', name: '一般社団法人たすき運営機構' })).companyId
  const actor = systemActor('test')
  await inCompany(installation, { companyId, actor }, async ({ tx }) => {
    await tx.deleteFrom('matching_profile').where('company_id', '=', companyId).execute()
    // One that a test with a moved clock left waiting would hold up the next.
    await tx.updateTable('matching_release').set({ state: 'DONE' }).where('company_id', '=', companyId).execute()
  })
  return companyId
}

type Shown = Partial<NonNullable<Heard['payload']['profile']>>
type Made = Shown & { memberId?: string; version?: number } & Partial<
    Pick<Heard['payload'], 'notTo' | 'blocked' | 'blockedIndustries'>
  >

/** Announces a profile of somebody in sales in Tokyo unless said otherwise; answers the member's id. */
export async function aRelayProfile(installation: TestInstallation, made: Made = {}): Promise<string> {
  const { memberId = newId(), version = 1, notTo = [], blocked = [], blockedIndustries = [], ...profile } = made
  const shownUntil = new Date(Date.now() + installation.clock.offsetMs() + 180 * 86_400_000).toISOString()
  const usual = {
    occupations: ['営業'],
    prefectures: ['13'],
    remote: 'NO_WISH',
    salaryMin: 4_200_000,
    startFrom: null,
    employmentTypes: ['正社員'],
    skills: ['法人営業'],
    search: 'ACTIVE' as const,
    shownUntil,
  }
  await applyProfile(installation, {
    realmId: memberId,
    version,
    payload: { profile: { ...usual, ...profile }, notTo, blocked, blockedIndustries },
  })
  return memberId
}

/** Some profiles alike, and the release of the gate that shows them. */
export async function aNetwork(
  installation: TestInstallation,
  { people, ...alike }: Omit<Made, 'memberId'> & { people: number },
): Promise<{ operator: string; memberIds: string[] }> {
  const operator = await anEmptyNetwork(installation)
  const memberIds: string[] = []
  for (let made = 0; made < people; made += 1) memberIds.push(await aRelayProfile(installation, alike))
  await releaseNow(installation, operator)
  return { operator, memberIds }
}

/** Lets the time of the waiting release come. */
export async function releaseNow(installation: TestInstallation, operator: string): Promise<void> {
  installation.clock.advance({ minutes: 11 })
  await installation.settle(operator)
}
