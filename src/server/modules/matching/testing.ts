import { newId } from '../../kernel/ids.ts'
import type { TestInstallation } from '../../kernel/testing.ts'
import { inCompany, systemActor } from '../../kernel/work.ts'
import { isLeftOut, operatorId } from '../accounts/index.ts'
import { aCompany } from '../accounts/testing.ts'
import { applyProfile, type Heard } from './network/network.ts'
import type { Asker } from './network/network-classes.ts'
import { networkK } from './release/recoding.ts'
import { classKey, leastStrangers, type Published } from './release/release.ts'
import type { Listed } from './store-listed.ts'

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
    Pick<Heard['payload'], 'notTo' | 'introducedTo' | 'blocked' | 'blockedIndustries'>
  >

/** Announces a profile of somebody in sales in Tokyo unless said otherwise; answers the member's id. */
export async function aRelayProfile(installation: TestInstallation, made: Made = {}): Promise<string> {
  const { memberId = newId(), version = 1, notTo = [], introducedTo = [], ...others } = made
  const { blocked = [], blockedIndustries = [], ...profile } = others
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
    payload: { profile: { ...usual, ...profile }, notTo, introducedTo, blocked, blockedIndustries },
  })
  return memberId
}

/** Some profiles alike, and the release of the anonymity gate that shows them. */
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

/** Which rows of a release stand among k, counted one by one over the whole network. */
export const stillAnonymous = <Row extends { published: Published | null }>(network: readonly Row[]) =>
  inClasses(network)
    .filter((members) => members.length >= networkK)
    .flat()

/** Those of them in whose class five at least are strangers to the company. */
export const toStrangers = <Row extends { published: Published | null }>(
  shown: readonly Row[],
  { isKnown, lately }: { isKnown: (row: Row) => boolean; lately: number },
) =>
  inClasses(shown)
    .filter((members) => members.filter((row) => !isKnown(row)).length - lately >= leastStrangers)
    .flat()

function inClasses<Row extends { published: Published | null }>(rows: readonly Row[]) {
  const released = rows.filter((row): row is Row & { published: Published } => row.published !== null)
  return [...Map.groupBy(released, ({ published }) => classKey(published)).values()]
}

/** What `shownTo` must answer, from the rows themselves and person by person, as the rule reads. */
export function shownByRows(rows: readonly Listed[], { companyId, groupIds = [], keys }: Asker, now: Date) {
  const group = [companyId, ...groupIds]
  const all = rows.filter(({ shownUntil }) => shownUntil > now)
  const isFor = ({ notTo, blockedNumbers, blockedNames, blockedIndustries }: Listed) =>
    !notTo.includes(companyId) &&
    !isLeftOut(keys, { numbers: blockedNumbers, names: blockedNames, industries: blockedIndustries })
  const shown = toStrangers(stillAnonymous(all), {
    isKnown: ({ notTo }) => group.some((id) => notTo.includes(id)),
    lately: all.filter(({ soonNotTo }) => group.some((id) => soonNotTo.includes(id))).length,
  }).filter(isFor)
  return { shown, suppressed: all.filter(isFor).length - shown.length }
}
