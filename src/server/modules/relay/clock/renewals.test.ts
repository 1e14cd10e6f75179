import { beforeAll, describe, expect, test } from 'vitest'
import { outboxes } from '../../../kernel/outbox.ts'
import { testInstallation, type TestInstallation } from '../../../kernel/testing.ts'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import { auditModule } from '../../audit/index.ts'
import { consentModule, hasMemberConsent, memberConsents } from '../../consent/index.ts'
import { peopleModule } from '../../people/index.ts'
import { contactsUsed, spendContact } from '../members/contacts.ts'
import { knownThroughRelay } from '../members/telling/flow-back.ts'
import { memberContributions } from '../members/member-contributions.ts'
import { withdrawMemberConsent } from '../members/member-consents.ts'
import { changeBudget, changeQuietHours, changeSearch } from '../members/member-settings.ts'
import { memberSubscriptions } from '../members/member-wiring.ts'
import { findNoticeLink, memberNotices } from './notices.ts'
import { memberOffers, network } from '../members/offers.ts'
import { goOn, stopHere, toRenew } from './renewing.ts'
import { stopNotices } from './store-clock.ts'
import { findMember } from '../members/store-members.ts'
import { memberClocks } from './striking.ts'
import { aMember, operatorName, setClock, type TestMember } from '../testing.ts'
import { newId } from '../../../kernel/ids.ts'

const relay = { name: 'relay', contributions: memberContributions }
const wired = {
  modules: [auditModule, consentModule, peopleModule, relay],
  subscriptions: memberSubscriptions,
  intents: [...outboxes, memberClocks, memberNotices],
}

beforeAll(async () => {
  const installation = await testInstallation(wired)
  await aCompany({ installation, kind: 'OPERATOR', name: operatorName })
})

type Scene = { installation: TestInstallation; company: TestCompany; member: TestMember; pass: () => Promise<void> }

/** Somebody who registered on 1 July 2026 at noon and said yes to everything. */
async function aScene(made: Parameters<typeof aMember>[1] = {}): Promise<Scene> {
  const installation = await testInstallation(wired)
  setClock(installation, '2026-07-01T12:00:00+09:00')
  const company = await aCompany({ installation, name: '株式会社みなとシステムズ' })
  const member = await aMember(company, { yes: ['RELAY_PROFILE', 'FLOW_BACK'], ...made })
  const pass = async () => {
    for (let time = 0; time < 3; time += 1) await installation.settle(member.memberId, company.companyId)
  }
  await pass()
  return { installation, company, member, pass }
}

const mailsTo = ({ installation, member }: Scene) => installation.mailer.sent.filter(({ to }) => to === member.mail)
const profile = { purpose: 'RELAY_PROFILE', recipient: network } as const
const offersOf = ({ company }: Scene) =>
  memberOffers([{ id: company.companyId, name: '株式会社みなとシステムズ' }], {
    language: 'ja',
    operatorName,
    notice: null,
  })
const activityOf = async ({ company, member }: Scene) =>
  (await company.work((work) => knownThroughRelay(work, { sourceRecordIds: [member.registration.sourceRecordId] })))
    .activity

describe('what a member agreed to', () => {
  test('is asked about once, a month before it ends, by one mail with a link that counts as a contact', async () => {
    const scene = await aScene()
    setClock(scene.installation, '2026-12-01T11:59:00+09:00')
    await scene.pass()
    expect(mailsTo(scene)).toEqual([])
    setClock(scene.installation, '2026-12-02T12:01:00+09:00')
    await scene.pass()
    await scene.pass()
    expect(mailsTo(scene)).toHaveLength(1)
    const { subject = '', text = '' } = mailsTo(scene)[0] ?? {}
    expect(subject).toBe('同意の期限のお知らせ（2027年1月1日まで）')
    expect(text.replaceAll(/\n>? */g, '')).toContain(
      'プロフィールを、キャリアリレーの参加企業に公開すること（2027年1月1日まで）',
    )
    expect(await scene.member.work(contactsUsed)).toBe(1)
    const token = /\/l\/(\S+)/.exec(text)?.[1] ?? ''
    expect(await findNoticeLink(scene.installation, token)).toMatchObject({ memberId: scene.member.memberId })
    expect(await findNoticeLink(scene.installation, `${scene.member.memberId}.${'A'.repeat(43)}`)).toBeUndefined()
    await scene.member.work(stopNotices)
    expect(await findNoticeLink(scene.installation, token)).toBeUndefined()
    setClock(scene.installation, '2026-12-31T12:00:00+09:00')
    await scene.pass()
    expect(mailsTo(scene)).toHaveLength(1)
  })

  test('goes on for another term by one press, on the words as they stand', async () => {
    const scene = await aScene({ language: 'en' })
    setClock(scene.installation, '2026-12-20T12:00:00+09:00')
    await scene.pass()
    expect(mailsTo(scene)[0]?.subject).toBe('A consent of yours ends on 1 January 2027')
    const id = newId()
    for (const _ of [1, 2]) await scene.member.work((work) => goOn(work, { id, offers: offersOf(scene) }))
    const member = await scene.member.work(findMember)
    expect(member?.shownUntil.toISOString().slice(0, 16)).toBe('2027-06-20T03:00')
    expect(await scene.member.work(toRenew)).toEqual([])
    const made = (await scene.member.work(memberConsents)).find(({ purpose }) => purpose === 'RELAY_PROFILE')
    expect(made).toMatchObject({ decision: 'GIVEN', how: 'PORTAL' })
    setClock(scene.installation, '2027-01-02T12:00:00+09:00')
    await scene.pass()
    expect(await scene.member.work((work) => hasMemberConsent(work, profile))).toBe(true)
  })

  test('stops by one press', async () => {
    const scene = await aScene()
    setClock(scene.installation, '2026-12-20T12:00:00+09:00')
    await scene.member.work((work) => stopHere(work, { id: newId(), offers: offersOf(scene) }))
    expect(await scene.member.work((work) => hasMemberConsent(work, profile))).toBe(false)
    const rest = await scene.member.work(memberConsents)
    expect(rest.find(({ purpose }) => purpose === 'FLOW_BACK')?.decision).toBe('GIVEN')
  })

  test('ends by itself when nobody answers, and the copy a company holds is told at once', async () => {
    const scene = await aScene()
    expect(await activityOf(scene)).toBe('ACTIVE')
    setClock(scene.installation, '2027-07-01T11:59:00+09:00')
    await scene.pass()
    expect(await activityOf(scene)).toBe('ACTIVE')
    setClock(scene.installation, '2027-07-01T12:01:00+09:00')
    await scene.pass()
    expect(await activityOf(scene)).toBeNull()
    expect(mailsTo(scene).map(({ subject }) => subject)).toEqual(['同意の期限のお知らせ（2027年7月1日まで）'])
  })

  test('is not asked about once it was taken back', async () => {
    const scene = await aScene()
    await scene.member.work((work) => withdrawMemberConsent(work, { id: newId(), ...profile }))
    setClock(scene.installation, '2026-12-20T12:00:00+09:00')
    await scene.pass()
    expect(mailsTo(scene)).toEqual([])
  })
})

describe('the limits that a member sets', () => {
  test('let the mail wait until a contact is free again, and never send it where none is allowed', async () => {
    const scene = await aScene()
    await scene.member.work((work) => changeBudget(work, 1))
    setClock(scene.installation, '2026-09-20T12:00:00+09:00')
    await scene.member.work((work) => spendContact(work, { id: newId(), kind: 'INTRODUCTION' }))
    setClock(scene.installation, '2026-12-10T12:00:00+09:00')
    await scene.pass()
    expect(mailsTo(scene)).toEqual([])
    setClock(scene.installation, '2026-12-19T12:01:00+09:00')
    await scene.pass()
    expect(mailsTo(scene)).toHaveLength(1)
    const silent = await aScene()
    await silent.member.work((work) => changeBudget(work, 0))
    setClock(silent.installation, '2026-12-20T12:00:00+09:00')
    await silent.pass()
    expect(mailsTo(silent)).toEqual([])
  })

  test('keep quiet hours free of mail: it waits for their end and is not dropped', async () => {
    const scene = await aScene()
    await scene.member.work((work) => changeQuietHours(work, { from: 11, until: 14 }))
    setClock(scene.installation, '2026-12-02T12:01:00+09:00')
    await scene.pass()
    setClock(scene.installation, '2026-12-02T13:59:00+09:00')
    await scene.pass()
    expect(mailsTo(scene)).toEqual([])
    setClock(scene.installation, '2026-12-02T14:00:30+09:00')
    await scene.pass()
    expect(mailsTo(scene)).toHaveLength(1)
  })

  test('refuse quiet hours that begin and end at the same hour', async () => {
    const { member } = await aScene()
    await expect(member.work((work) => changeQuietHours(work, { from: 8, until: 8 }))).rejects.toMatchObject({
      code: 'relay.quiet-unclear',
    })
  })

  test('let a search that was meant for a time go back to "later" when it is over', async () => {
    const scene = await aScene()
    await scene.member.work((work) => changeSearch(work, { level: 'ACTIVE', until: '2026-08-15' }))
    setClock(scene.installation, '2026-08-15T23:59:00+09:00')
    await scene.pass()
    expect((await scene.member.work(findMember))?.search.level).toBe('ACTIVE')
    setClock(scene.installation, '2026-08-16T00:01:00+09:00')
    await scene.pass()
    expect((await scene.member.work(findMember))?.search).toEqual({ level: 'LATER', until: null })
  })
})
