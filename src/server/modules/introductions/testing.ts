import type { StatedPromise } from '../../../contract/introductions/promises.ts'
import { newId } from '../../kernel/ids.ts'
import { outboxes } from '../../kernel/outbox.ts'
import { testInstallation, type TestInstallation } from '../../kernel/testing.ts'
import type { Finding } from '../../kernel/module.ts'
import { inCompany, inMember, systemActor } from '../../kernel/work.ts'
import { company, keepSettings } from '../accounts/index.ts'
import { aCompany, type TestCompany } from '../accounts/testing.ts'
import { consentModule } from '../consent/index.ts'
import { creditsModule } from '../credits/index.ts'
import { matchingModule, rankForOpening } from '../matching/index.ts'
import { anEmptyNetwork, releaseNow } from '../matching/testing.ts'
import { messagesModule } from '../messages/index.ts'
import { peopleModule } from '../people/index.ts'
import { relayModule, Wishes } from '../relay/index.ts'
import { aMember, countedReferrals, type TestMember } from '../relay/testing.ts'
import { selectionModule } from '../selection/index.ts'
import { anOpening } from '../selection/testing.ts'
import { introductionsModule } from './index.ts'
import { request } from './asking/request.ts'
import { findMapping } from './asking/store-mappings.ts'

const tester = systemActor('test')

const modules = [
  consentModule,
  peopleModule,
  selectionModule,
  messagesModule,
  creditsModule,
  relayModule,
  matchingModule,
  introductionsModule,
]

/** An installation with every module that an introduction goes through. */
export const aRelayInstallation = (): Promise<TestInstallation> =>
  testInstallation({
    modules,
    subscriptions: modules.flatMap((module) => module.subscriptions ?? []),
    intents: [...outboxes, ...modules.flatMap((module) => module.intents ?? [])],
  })

export type Scene = {
  installation: TestInstallation
  operatorId: string
  referrer: TestCompany
  employer: TestCompany
  openingId: string
  members: TestMember[]
  /** Applies everything that waits in any of these realms. */
  settle: () => Promise<void>
}

/** Eleven members of the relay alike, and an employer with an opening and `slots` slots. */
export async function aScene({
  slots = 1,
  members: count = 11,
  installation: given,
  employer: made = {},
}: {
  slots?: number
  members?: number
  installation?: TestInstallation
  employer?: Omit<Parameters<typeof aCompany>[0], 'installation'>
} = {}): Promise<Scene> {
  const installation = given ?? (await aRelayInstallation())
  const operatorId = await anEmptyNetwork(installation)
  // The operator is that of every test over this database, and another one may have wanted to look at requests first.
  await inCompany(installation, { companyId: operatorId, actor: tester }, async (work) => {
    if ((await company(work)).settings['introductionGate'] === true)
      await keepSettings(work, { introductionGate: false })
  })
  // What the operator changed is handed on to every company there is: before those that it did not verify itself are made.
  await installation.settle(operatorId)
  const referrer = await aCompany({ installation, name: 'みなと商事株式会社' })
  const employer = await aCompany({
    installation,
    name: 'あおば物流株式会社',
    address: '神奈川県横浜市西区港町1-2-3',
    ...made,
  })
  const wishes = Wishes.parse({
    occupations: ['営業'],
    prefectures: ['東京都'],
    skills: ['法人営業'],
    salaryMin: 4_500_000,
  })
  const members: TestMember[] = []
  for (let made = 0; made < count; made += 1)
    members.push(await aMember(referrer, { yes: ['RELAY_PROFILE', 'FLOW_BACK'], wishes, displayName: '髙橋 遥' }))
  const settle = async () => {
    const realms = [referrer.companyId, employer.companyId, operatorId, ...members.map(({ memberId }) => memberId)]
    await installation.settle(...realms)
  }
  await settle()
  await releaseNow(installation, operatorId)
  if (slots > 0) await countedReferrals(employer, slots * 10)
  const openingId = await anOpening(employer, { conditions: { workPermitRequired: false } })
  return { installation, operatorId, referrer, employer, openingId, members, settle }
}

/** The references under which the employer is shown people for its opening. */
export async function refsFor({ installation, employer, openingId }: Scene): Promise<string[]> {
  const { items } = await rankForOpening(installation, employer, openingId, { pool: 'RELAY', page: 1, limit: 100 })
  return items.flatMap(({ anonymous }) => anonymous!.refs)
}

export type TestIntroduction = { id: string; member: TestMember }

/** Asks the first person shown, and lets the request arrive; answers who it is, which the employer does not know. */
export async function anIntroduction(
  scene: Scene,
  { at = 0, arrives = true, promises = [] as StatedPromise[] } = {},
): Promise<TestIntroduction> {
  const { installation, employer, openingId, operatorId, members } = scene
  const ref = (await refsFor(scene))[at]!
  const id = newId()
  const message = '法人営業のご経験に関心を持ちました。'
  await request(installation, employer, { id, openingId, ref, message, promises })
  if (arrives) await scene.settle()
  const operator = { companyId: operatorId, actor: tester }
  const mapping = await inCompany(installation, operator, (work) => findMapping(work, id))
  const member = members.find(({ memberId }) => memberId === mapping?.memberId)
  if (!member) throw new Error('the introduction reaches none of the scene’s members')
  return { id, member }
}

/** What every module of the scene finds broken in any of its realms. */
export async function verifyInRealms({
  installation,
  referrer,
  employer,
  operatorId,
  members,
}: Omit<Scene, 'settle'>): Promise<Finding[]> {
  const found: Finding[] = []
  for (const { contributions } of installation.modules) {
    for (const companyId of [referrer.companyId, employer.companyId, operatorId])
      found.push(
        ...((await inCompany(installation, { companyId, actor: tester }, async (work) =>
          contributions.verify?.(work),
        )) ?? []),
      )
    for (const { memberId } of members)
      found.push(
        ...((await inMember(installation, { memberId, actor: tester }, async (work) =>
          contributions.verifyMember?.(work),
        )) ?? []),
      )
  }
  return found
}
