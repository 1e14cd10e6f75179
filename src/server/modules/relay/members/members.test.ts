import { describe, expect, test } from 'vitest'
import { onAcross } from '../../../kernel/announcements.ts'
import { newId } from '../../../kernel/ids.ts'
import { findRealm } from '../../../kernel/database/directory.ts'
import { outboxes } from '../../../kernel/outbox.ts'
import { testInstallation } from '../../../kernel/testing.ts'
import { addStaff } from '../../accounts/index.ts'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import { auditModule } from '../../audit/index.ts'
import { consentModule, consents, memberConsents } from '../../consent/index.ts'
import { balances, creditsModule } from '../../credits/index.ts'
import { peopleModule } from '../../people/index.ts'
import { relayProfileChanged } from './member-announcements.ts'
import { knownThroughRelay, noteActivity } from './telling/flow-back.ts'
import { memberContributions } from './member-contributions.ts'
import { eraseMyself, withdrawFromRelay } from './leaving.ts'
import { withdrawMemberConsent } from './member-consents.ts'
import { memberOf, registerByLetter } from './members.ts'
import { memberMail } from './mails/member-mail.ts'
import { blockCompany, changeProfile } from './member-settings.ts'
import { memberSubscriptions } from './member-wiring.ts'
import { poolOffer } from './offers.ts'
import { followHire, holds, referrals, takeBackReferral } from '../referrals/referrals.ts'
import { findMember, latestWishes, memberCompanies } from './store-members.ts'
import { blocks } from './store-member-blocks.ts'
import { memberReferrals, usedLetters } from '../referrals/store-referrals.ts'
import { aMember, aRegistration } from '../testing.ts'
import { Wishes } from './wishes.ts'

const relay = { name: 'relay', contributions: memberContributions }
const modules = [auditModule, consentModule, peopleModule, creditsModule, relay]
const wired = { modules, subscriptions: memberSubscriptions, intents: [...outboxes, holds] }
const inRelay = async (mode = 'PLACEMENT') => testInstallation({ ...wired, mode })
const listed = ({ work }: TestCompany) => work((opened) => referrals(opened, { limit: 50 }))

describe('registering by a letter', () => {
  test('makes a member, a mirror in the company and a held referral that counts after seven days', async () => {
    const company = await aCompany({ installation: await inRelay() })
    const { installation, companyId } = company
    const member = await aMember(company)
    await installation.settle(member.memberId, companyId)
    expect(await company.work(balances)).toMatchObject({ held: 1, counted: 0 })
    const { sourceRecordId } = member.registration
    const known = () => company.work((work) => knownThroughRelay(work, { sourceRecordIds: [sourceRecordId] }))
    expect(await known()).toEqual({ isMember: true, activity: null, asOf: null })
    installation.clock.advance({ days: 6, hours: 23 })
    await installation.settle(member.memberId, companyId)
    expect(await company.work(balances)).toMatchObject({ held: 1, counted: 0 })
    installation.clock.advance({ hours: 2 })
    await installation.settle(member.memberId, companyId)
    expect(await company.work(balances)).toMatchObject({ held: 0, counted: 1 })
    expect(await listed(company)).toMatchObject([{ state: 'COUNTED', letterId: member.registration.letterId }])
  })

  test('changes nothing when it is repeated, also at once', async () => {
    const company = await aCompany({ installation: await inRelay() })
    const { installation, companyId } = company
    const registration = await aRegistration(company, { yes: ['FLOW_BACK'] })
    const all = await Promise.all([1, 2, 3, 4].map(() => registerByLetter(installation, registration)))
    expect(new Set(all.map((one) => (one.as === 'MEMBER' ? one.memberId : ''))).size).toBe(1)
    const member = await aMember(company, registration)
    await installation.settle(member.memberId, companyId)
    expect(await company.work(balances)).toMatchObject({ held: 1 })
    expect(await member.work(usedLetters)).toHaveLength(1)
    expect((await member.work(latestWishes))?.version).toBe(1)
    expect(await member.work(memberConsents)).toHaveLength(2)
  })

  test('makes one slot of ten people who registered', async () => {
    const company = await aCompany({ installation: await inRelay() })
    const { installation, companyId } = company
    const members = []
    for (let count = 0; count < 10; count += 1) members.push((await aMember(company)).memberId)
    installation.clock.advance({ days: 8 })
    await installation.settle(companyId, ...members)
    expect(await company.work(balances)).toMatchObject({ held: 0, counted: 0, slots: { available: 1 } })
  })

  test('counts one human once, to the company whose letter was sent first of those that were used', async () => {
    const installation = await inRelay()
    const [first, second] = [await aCompany({ installation }), await aCompany({ installation })]
    const mail = `${newId()}@mail.example`
    const later = await aMember(second, { mail, sentAt: new Date('2026-02-01') })
    await installation.settle(later.memberId, first.companyId, second.companyId)
    expect(await second.work(balances)).toMatchObject({ held: 1 })
    const earlier = await aMember(first, { mail: mail.toUpperCase(), sentAt: new Date('2026-01-01') })
    expect(earlier.memberId).toBe(later.memberId)
    await installation.settle(later.memberId, first.companyId, second.companyId)
    expect(await second.work(balances)).toMatchObject({ held: 0, counted: 0 })
    expect(await first.work(balances)).toMatchObject({ held: 1, counted: 0 })
    installation.clock.advance({ days: 8 })
    await installation.settle(later.memberId, first.companyId, second.companyId)
    expect(await first.work(balances)).toMatchObject({ counted: 1 })
    const third = await aCompany({ installation })
    await aMember(third, { mail, sentAt: new Date('2025-12-01') })
    installation.clock.advance({ days: 8 })
    await installation.settle(later.memberId, first.companyId, third.companyId)
    expect(await third.work(balances)).toMatchObject({ held: 0, counted: 0 })
    expect(await first.work(balances)).toMatchObject({ counted: 1 })
  })

  test('drops a held referral when the member withdraws, and holds it again after a return', async () => {
    const company = await aCompany({ installation: await inRelay() })
    const { installation, companyId } = company
    const member = await aMember(company)
    await installation.settle(member.memberId, companyId)
    await member.work(withdrawFromRelay)
    await installation.settle(member.memberId, companyId)
    expect(await company.work(balances)).toMatchObject({ held: 0, counted: 0 })
    const { sourceRecordId } = member.registration
    const known = await company.work((work) => knownThroughRelay(work, { sourceRecordIds: [sourceRecordId] }))
    expect(known.isMember).toBe(false)
    await registerByLetter(installation, member.registration)
    await installation.settle(member.memberId, companyId)
    expect(await company.work(balances)).toMatchObject({ held: 1 })
    expect(await company.work((work) => memberContributions.verify!(work))).toEqual([])
  })

  test('counts when another company hires the member, where the network says so, and after the hold', async () => {
    const company = await aCompany({ installation: await inRelay() })
    const { installation, companyId } = company
    const member = await aMember(company)
    await member.work(({ tx, memberId }) =>
      tx
        .updateTable('relay_member_letter')
        .set({ trigger: 'HIRED_ELSEWHERE' })
        .where('member_id', '=', memberId)
        .execute(),
    )
    // The registration itself counts for nothing: leaving and coming back makes the referral by the letter's trigger.
    await member.work(withdrawFromRelay)
    await registerByLetter(installation, member.registration)
    installation.clock.advance({ days: 30 })
    await installation.settle(member.memberId, companyId)
    expect(await company.work(balances)).toMatchObject({ held: 1, counted: 0 })
    expect(await listed(company)).toMatchObject([{ state: 'HELD', heldUntil: null }, { state: 'DROPPED' }])
    await member.work((work) => followHire(work, { employerId: companyId, isHired: true }))
    const employerId = newId()
    await member.work((work) => followHire(work, { employerId, isHired: true }))
    installation.clock.advance({ days: 3 })
    await member.work((work) => followHire(work, { employerId, isHired: false }))
    installation.clock.advance({ days: 30 })
    await installation.settle(member.memberId, companyId)
    expect(await company.work(balances)).toMatchObject({ held: 1, counted: 0 })
    await member.work((work) => followHire(work, { employerId, isHired: true }))
    installation.clock.advance({ days: 8 })
    await installation.settle(member.memberId, companyId)
    expect(await company.work(balances)).toMatchObject({ held: 0, counted: 1 })
    expect(await company.work((work) => memberContributions.verify!(work))).toEqual([])
  })

  test('refuses staff who register themselves by a letter of their own company, with the reason', async () => {
    const company = await aCompany({ installation: await inRelay() })
    const { installation, companyId } = company
    const mail = `${newId()}@sakura.example`
    await company.work((work) =>
      addStaff(work, { id: newId(), signInId: newId(), name: '採用 次郎', email: mail, role: 'recruiter' }),
    )
    const member = await aMember(company, { mail })
    installation.clock.advance({ days: 8 })
    await installation.settle(member.memberId, companyId)
    expect(await company.work(balances)).toMatchObject({ held: 0, counted: 0 })
    expect(await listed(company)).toMatchObject([{ state: 'REFUSED', reason: 'own-staff' }])
  })

  test('refuses who is too young, and words that may not be collected', async () => {
    const company = await aCompany({ installation: await inRelay() })
    const young = await aRegistration(company, { oldEnough: false })
    await expect(registerByLetter(company.installation, young)).rejects.toMatchObject({ code: 'relay.too-young' })
    const inHouse = await aCompany({ installation: await inRelay('IN_HOUSE') })
    const alsoYoung = await aRegistration(inHouse, { oldEnough: false })
    await expect(registerByLetter(inHouse.installation, alsoYoung)).rejects.toMatchObject({ code: 'relay.too-young' })
    const told = await aRegistration(company, { wishes: Wishes.parse({ workHistory: '本籍は東京都です。' }) })
    await expect(registerByLetter(company.installation, told)).rejects.toMatchObject({ code: 'relay.forbidden-words' })
    expect(await findRealm(company.installation, memberMail(young.mail))).toBeUndefined()
  })

  test('in-house makes no member and keeps consent and wishes in the company alone', async () => {
    const company = await aCompany({ installation: await inRelay('IN_HOUSE') })
    const { installation, companyId } = company
    const offer = poolOffer(
      { id: companyId, name: 'さくら商事株式会社' },
      { language: 'ja', operatorName: 'さくら商事株式会社' },
    )
    const registration = await aRegistration(company, { answers: [{ id: newId(), offer, decision: 'GIVEN' }] })
    expect(await registerByLetter(installation, registration)).toEqual({ as: 'POOL', personId: registration.personId })
    await registerByLetter(installation, registration)
    expect(await memberOf(installation, registration.mail)).toBeUndefined()
    const { sourceRecordId } = registration
    const given = await company.work((work) => consents(work, { sourceRecordIds: [sourceRecordId] }))
    expect(given).toMatchObject([{ purpose: 'POOL', recipient: companyId, decision: 'GIVEN' }])
    expect(await listed(company)).toEqual([])
  })
})

describe('what flows back', () => {
  test('tells a coarse state to the companies that may know, and to no other', async () => {
    const installation = await inRelay()
    const [allowed, denied] = [await aCompany({ installation }), await aCompany({ installation })]
    const mail = `${newId()}@mail.example`
    const member = await aMember(allowed, { mail, yes: ['FLOW_BACK'] })
    const other = await aRegistration(denied, { mail })
    await registerByLetter(installation, other)
    await member.work((work) => noteActivity(work, { activity: 'PLACED', by: newId() }))
    await installation.settle(member.memberId, allowed.companyId, denied.companyId)
    const known = (company: TestCompany, sourceRecordId: string) =>
      company.work((work) => knownThroughRelay(work, { sourceRecordIds: [sourceRecordId] }))
    expect(await known(allowed, member.registration.sourceRecordId)).toMatchObject({
      isMember: true,
      activity: 'PLACED',
    })
    expect(await known(denied, other.sourceRecordId)).toMatchObject({ isMember: true, activity: null })
    await member.work((work) =>
      withdrawMemberConsent(work, { id: newId(), purpose: 'FLOW_BACK', recipient: allowed.companyId }),
    )
    await installation.settle(member.memberId, allowed.companyId)
    expect(await known(allowed, member.registration.sourceRecordId)).toMatchObject({ activity: null })
  })
})

describe('a consent that has run out', () => {
  test('tells a company nothing of the search any more', async () => {
    const installation = await inRelay()
    const [one, other] = [await aCompany({ installation }), await aCompany({ installation })]
    const member = await aMember(one, { yes: ['FLOW_BACK'] })
    await member.work((work) => noteActivity(work, { activity: 'ACTIVE', by: null }))
    await installation.settle(member.memberId, one.companyId)
    const { sourceRecordId } = member.registration
    const known = () => one.work((work) => knownThroughRelay(work, { sourceRecordIds: [sourceRecordId] }))
    expect(await known()).toMatchObject({ activity: 'ACTIVE' })
    installation.clock.advance({ days: 367 })
    await member.work((work) => noteActivity(work, { activity: 'PLACED', by: other.companyId }))
    await installation.settle(member.memberId, one.companyId)
    expect(await known()).toMatchObject({ activity: null })
  })

  test('is not outlived by the profile in the network', async () => {
    const heard: { shownUntil: string }[] = []
    const network = onAcross(relayProfileChanged, 'test.network', async (_, { payload }) => {
      if (payload.profile) heard.push(payload.profile)
    })
    const installation = await testInstallation({
      ...wired,
      subscriptions: [...memberSubscriptions, network],
      mode: 'PLACEMENT',
    })
    const company = await aCompany({ installation })
    const member = await aMember(company, { yes: ['RELAY_PROFILE'] })
    const [consent] = await member.work(memberConsents)
    installation.clock.advance({ days: 300 })
    await member.work((work) => changeProfile(work, { displayName: '佐藤', wishes: member.registration.wishes }))
    await installation.settle(member.memberId, company.companyId)
    expect(heard.at(-1)?.shownUntil).toBe(consent?.expiresAt?.toISOString())
  })
})

describe('leaving', () => {
  test('erases the member everywhere in the own realm, and frees the address', async () => {
    const company = await aCompany({ installation: await inRelay() })
    const { installation, companyId } = company
    const member = await aMember(company, { yes: ['RELAY_PROFILE', 'FLOW_BACK'] })
    await member.work((work) => blockCompany(work, { id: newId(), company: '株式会社みなと商事' }))
    await installation.settle(member.memberId, companyId)
    const id = newId()
    const actor = { kind: 'member' as const, id: member.memberId, permissions: new Set<string>() }
    await eraseMyself(installation, { id, memberId: member.memberId, actor })
    await eraseMyself(installation, { id, memberId: member.memberId, actor })
    await installation.settle(member.memberId, companyId)
    expect(await member.work(findMember)).toMatchObject({ state: 'ERASED', mail: null, displayName: null })
    expect(await member.work(latestWishes)).toBeUndefined()
    expect(await member.work(blocks)).toEqual([])
    expect(await member.work(memberCompanies)).toEqual([])
    expect(await memberOf(installation, member.mail)).toBeUndefined()
    expect(await company.work(balances)).toMatchObject({ held: 0, counted: 0 })
    expect(await member.work((work) => memberContributions.verifyMember!(work))).toEqual([])
    const again = await aMember(company, { ...member.registration, answers: [] })
    expect(again.memberId).not.toBe(member.memberId)
  })

  test('never counts the letter of someone who was counted, erased and registered again', async () => {
    const company = await aCompany({ installation: await inRelay() })
    const { installation, companyId } = company
    const member = await aMember(company)
    installation.clock.advance({ days: 8 })
    await installation.settle(member.memberId, companyId)
    const actor = { kind: 'member' as const, id: member.memberId, permissions: new Set<string>() }
    await eraseMyself(installation, { id: newId(), memberId: member.memberId, actor })
    const again = await aMember(company, { ...member.registration, answers: [] })
    installation.clock.advance({ days: 8 })
    await installation.settle(member.memberId, again.memberId, companyId)
    expect(await company.work(balances)).toMatchObject({ held: 0, counted: 1 })
  })
})

describe('a referral taken back', () => {
  test('never counts when it was held, and the member counts to another letter', async () => {
    const installation = await inRelay()
    const [first, second] = [await aCompany({ installation }), await aCompany({ installation })]
    const mail = `${newId()}@mail.example`
    const member = await aMember(first, { mail, sentAt: new Date('2026-01-01') })
    await aMember(second, { mail, sentAt: new Date('2026-02-01') })
    await installation.settle(member.memberId, first.companyId, second.companyId)
    const [held] = await listed(first)
    await first.work((work) => takeBackReferral(work, { id: held!.id, reason: 'fraud' }))
    await installation.settle(member.memberId, first.companyId, second.companyId)
    expect(await first.work(balances)).toMatchObject({ held: 0, counted: 0 })
    expect(await second.work(balances)).toMatchObject({ held: 1 })
    expect((await member.work(memberReferrals)).map(({ state }) => state)).toEqual(['REFUSED', 'READY'])
  })

  test('never counts when a look after its hold refused it, and the member counts to another letter', async () => {
    const installation = await inRelay()
    const [first, second] = [await aCompany({ installation }), await aCompany({ installation })]
    const mail = `${newId()}@sutemail.example`
    const member = await aMember(first, { mail, sentAt: new Date('2026-01-01') })
    await aMember(second, { mail, sentAt: new Date('2026-02-01') })
    const settle = () => installation.settle(member.memberId, first.companyId, second.companyId)
    await settle()
    installation.clock.advance({ days: 8 })
    await settle()
    const [waiting] = await listed(first)
    expect(waiting).toMatchObject({ state: 'HELD', reason: 'in-review' })
    await first.work((work) => takeBackReferral(work, { id: waiting!.id, reason: 'fraud' }))
    for (let pass = 0; pass < 3; pass += 1) await settle()
    expect(await first.work(balances)).toMatchObject({ held: 0, counted: 0 })
    expect(await listed(second)).toMatchObject([{ state: 'HELD', reason: 'in-review' }])
    expect((await member.work(memberReferrals)).map(({ state }) => state)).toEqual(['REFUSED', 'COUNTED'])
  })

  test('is reversed when it had counted', async () => {
    const company = await aCompany({ installation: await inRelay() })
    const { installation, companyId } = company
    const member = await aMember(company)
    installation.clock.advance({ days: 8 })
    await installation.settle(member.memberId, companyId)
    const [counted] = await listed(company)
    const take = () => company.work((work) => takeBackReferral(work, { id: counted!.id, reason: 'fraud' }))
    await take()
    await take()
    expect(await company.work(balances)).toMatchObject({ held: 0, counted: 0 })
    expect(await listed(company)).toMatchObject([{ state: 'REVERSED' }])
  })
})

test('a profile stated again renews it and keeps its versions', async () => {
  const company = await aCompany({ installation: await inRelay() })
  const member = await aMember(company)
  const before = await member.work(findMember)
  company.installation.clock.advance({ days: 30 })
  const wishes = Wishes.parse({ occupations: ['SALES'] })
  await member.work((work) => changeProfile(work, { displayName: '佐藤', wishes }))
  const after = await member.work(findMember)
  expect(after!.shownUntil.getTime()).toBeGreaterThan(before!.shownUntil.getTime())
  expect(await member.work(latestWishes)).toMatchObject({ version: 2, wishes: { occupations: ['SALES'] } })
})
