import { describe, expect, test } from 'vitest'
import { newId } from '../../../../kernel/ids.ts'
import { outboxes } from '../../../../kernel/outbox.ts'
import { testInstallation } from '../../../../kernel/testing.ts'
import { changeCompany } from '../../../accounts/index.ts'
import { aCompany, stands, type TestCompany } from '../../../accounts/testing.ts'
import { consentModule, memberProvisions, provisionsOf } from '../../../consent/index.ts'
import { peopleModule } from '../../../people/index.ts'
import { aMember, type TestMember } from '../../testing.ts'
import { askMissed } from './catching-up.ts'
import { knownThroughRelay, noteActivity } from './flow-back.ts'
import { answerOffer, withdrawMemberConsent } from '../member-consents.ts'
import { memberContributions } from '../member-contributions.ts'
import { activityMissed } from '../member-announcements.ts'
import { memberSubscriptions } from '../member-wiring.ts'
import { putMirror } from './store-mirror.ts'
import { verifyToldActivity } from './told-activity.ts'

const relay = { name: 'relay', contributions: memberContributions }

async function aScene() {
  const installation = await testInstallation({
    modules: [consentModule, peopleModule, relay],
    subscriptions: memberSubscriptions,
    intents: [...outboxes],
    mode: 'PLACEMENT',
  })
  const company = await aCompany({ installation, name: 'みなと商事株式会社', address: '東京都港区港町1-2-3' })
  await company.work((work) => changeCompany(work, { representative: '代表取締役 湊 大輔' }))
  const member = await aMember(company, { yes: ['FLOW_BACK'] })
  const settle = () => installation.settle(member.memberId, company.companyId)
  await settle()
  return { installation, company, member, settle }
}

const known = async (company: TestCompany, { registration: { sourceRecordId } }: TestMember) =>
  (await company.work((work) => knownThroughRelay(work, { sourceRecordIds: [sourceRecordId] }))).activity

const takeBack = ({ companyId }: TestCompany, member: TestMember) =>
  member.work((work) => withdrawMemberConsent(work, { id: newId(), purpose: 'FLOW_BACK', recipient: companyId }))

const giveAgain = ({ companyId }: TestCompany, { work, registration }: TestMember) => {
  const { offer } = registration.answers.find(({ offer: { purpose } }) => purpose === 'FLOW_BACK')!
  return work((opened) =>
    answerOffer(opened, { id: newId(), offer: { ...offer, recipient: companyId }, decision: 'GIVEN' }),
  )
}

/** The words that wait to be brought to the companies, in the order in which they set out. */
const waiting = ({ work }: TestMember): Promise<{ id: string }[]> =>
  work(({ tx, memberId }) =>
    tx
      .selectFrom('member_outbox')
      .select('id')
      .where('member_id', '=', memberId)
      .where('state', '=', 'READY')
      .where('subscriber', '=', 'relay.mirror')
      .orderBy('version')
      .execute(),
  )

const bring = (installation: Parameters<(typeof outboxes)[1]['run']>[0], realmId: string, id: string) =>
  outboxes.find(({ table }) => table === 'member_outbox')!.run(installation, { realmId, id } as never)

describe('what a company is told of the search', () => {
  test('is nothing that was taken back while the word was under way', async () => {
    const { installation, company, member, settle } = await aScene()
    await member.work((work) => noteActivity(work, { activity: 'PLACED', by: null }))
    const [word] = await waiting(member)
    await takeBack(company, member)
    await bring(installation, member.memberId, word!.id)
    expect(await known(company, member)).toBeNull()
    await settle()
    expect(await known(company, member)).toBeNull()
  })

  test('is nothing of a process with that very company, which knows it from its own selection', async () => {
    const { company, member, settle } = await aScene()
    await member.work((work) => noteActivity(work, { activity: 'PLACED', by: company.companyId }))
    await settle()
    expect(await known(company, member)).toBeNull()
    await member.work((work) => noteActivity(work, { activity: 'PLACED', by: newId() }))
    await settle()
    expect(await known(company, member)).toBe('PLACED')
  })

  test('holds to the consent in every order of telling, taking back and giving again', async () => {
    const { installation, company, member, settle } = await aScene()
    const activities = ['ACTIVE', 'IN_PROCESS_ELSEWHERE', 'PLACED'] as const
    let isGiven = true
    for (let step = 0; step < 36; step += 1) {
      await member.work((work) => noteActivity(work, { activity: activities[step % 3]!, by: null }))
      if (step % 2 === 0) {
        await (isGiven ? takeBack(company, member) : giveAgain(company, member))
        isGiven = !isGiven
      }
      const words = await waiting(member)
      const before = await known(company, member)
      // Two workers bring the first and the last at once; the others wait for later steps.
      await Promise.all([words[0]!, words.at(-1)!].map(({ id }) => bring(installation, member.memberId, id)))
      const told = await known(company, member)
      if (!isGiven) expect([before, null]).toContain(told)
      else expect(told).toBe(activities[step % 3])
    }
    await settle()
    expect(await known(company, member)).toBe(isGiven ? activities[35 % 3] : null)
    expect(await member.work(memberContributions.verifyMember!)).toEqual([])
    expect(await member.work(consentModule.contributions.verifyMember!)).toEqual([])
  }, 30_000)

  test('stands on record on both sides, once for each state and each consent', async () => {
    const { company, member, settle } = await aScene()
    const sides = async () => (await member.work(memberProvisions)).map(({ side }) => side).toSorted()
    expect(await sides()).toEqual(['PROVIDER', 'RECIPIENT'])
    await member.work((work) => noteActivity(work, { activity: 'PLACED', by: null }))
    await settle()
    expect(await sides()).toEqual(['PROVIDER', 'PROVIDER', 'RECIPIENT', 'RECIPIENT'])
    await takeBack(company, member)
    await settle()
    await giveAgain(company, member)
    await settle()
    expect(await sides()).toHaveLength(6)
    const sourceRecordIds = [member.registration.sourceRecordId]
    const received = await company.work((work) => provisionsOf(work, { sourceRecordIds }))
    expect(received).toHaveLength(3)
    expect(received[0]).toMatchObject({
      side: 'RECIPIENT',
      recipient: {
        id: company.companyId,
        name: 'みなと商事株式会社',
        address: '東京都港区港町1-2-3',
        representative: '代表取締役 湊 大輔',
      },
      subjectName: '佐藤',
      items: ['activity'],
      howObtained: 'REGISTERED_BY_THE_PERSON',
    })
    expect(await member.work(consentModule.contributions.verifyMember!)).toEqual([])
  })

  test('is nothing while the company is cut off, but that it may know no more', async () => {
    const { installation, company, member, settle } = await aScene()
    installation.config.OPERATING_MODE = 'IN_HOUSE'
    await member.work((work) => noteActivity(work, { activity: 'PLACED', by: null }))
    await settle()
    expect(await known(company, member)).toBe('ACTIVE')
    await takeBack(company, member)
    await settle()
    expect(await known(company, member)).toBeNull()
    expect(await member.work(memberProvisions)).toHaveLength(2)
  })

  test('while it was suspended is told when it is back, as it stands then and once', async () => {
    const { installation, company, member, settle } = await aScene()
    await stands(company, 'SUSPENDED')
    await settle()
    await member.work((work) => noteActivity(work, { activity: 'IN_PROCESS_ELSEWHERE', by: null }))
    await settle()
    installation.clock.advance({ minutes: 1 })
    await member.work((work) => noteActivity(work, { activity: 'PLACED', by: null }))
    await settle()
    expect(await known(company, member)).toBe('ACTIVE')
    installation.clock.advance({ minutes: 1 })
    await stands(company, 'VERIFIED')
    await settle()
    await settle()
    expect(await known(company, member)).toBe('PLACED')
    const provided = await member.work(memberProvisions)
    expect(
      await company.work((work) => provisionsOf(work, { sourceRecordIds: [member.registration.sourceRecordId] })),
    ).toHaveLength(2)
    await company.work(askMissed)
    await settle()
    expect(await member.work(memberProvisions)).toHaveLength(provided.length)
    expect(await member.work(consentModule.contributions.verifyMember!)).toEqual([])
  })

  test('asks what it missed of many members in words that are each soon done', async () => {
    const { company, member } = await aScene()
    const { sourceRecordId, letterId } = member.registration
    const words = await company.work(async (work) => {
      const linked = { sourceRecordId, letterId, state: 'LINKED', linkedAt: work.now, version: 1 } as const
      for (let made = 0; made < 49; made += 1) await putMirror(work, { ...linked, memberId: newId() }, { again: false })
      await askMissed(work)
      const rows = await work.tx
        .selectFrom('company_outbox')
        .select('payload')
        .where('company_id', '=', work.companyId)
        .where('subscriber', '=', 'relay.catch-up')
        .where('state', '=', 'READY')
        .execute()
      return rows.map(({ payload }) => activityMissed.payload.parse(payload).members)
    })
    expect(new Set(words.flat().map(({ memberId }) => memberId)).size).toBe(50)
    expect(Math.max(...words.map(({ length }) => length))).toBeLessThanOrEqual(20)
  })

  test('missed while it was cut off is not told once the member took it back', async () => {
    const { company, member, settle } = await aScene()
    await company.work((work) => changeCompany(work, { operatingMode: 'IN_HOUSE' }))
    await member.work((work) => noteActivity(work, { activity: 'PLACED', by: null }))
    await settle()
    await company.work((work) => changeCompany(work, { operatingMode: 'PLACEMENT' }))
    const [asking] = await company.work(({ tx, companyId }) =>
      tx
        .selectFrom('company_outbox')
        .select('id')
        .where('company_id', '=', companyId)
        .where('subscriber', '=', 'relay.mode')
        .where('state', '=', 'READY')
        .orderBy('id', 'desc')
        .execute(),
    )
    expect(asking).toBeDefined()
    await takeBack(company, member)
    await settle()
    await settle()
    expect(await known(company, member)).toBeNull()
    await giveAgain(company, member)
    await settle()
    expect(await known(company, member)).toBe('PLACED')
  })

  test('that the member does not let know is named by the verification', async () => {
    const { company, member, settle } = await aScene()
    await takeBack(company, member)
    await settle()
    await company.work(({ tx, companyId }) =>
      tx
        .updateTable('relay_activity')
        .set({ activity: 'PLACED' })
        .where('company_id', '=', companyId)
        .where('member_id', '=', member.memberId)
        .execute(),
    )
    expect(await member.work(verifyToldActivity)).toMatchObject([{ rule: 'relay.activity-with-consent' }])
  })
})
