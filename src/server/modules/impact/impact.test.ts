import { beforeAll, describe, expect, test } from 'vitest'
import { outboxes } from '../../kernel/outbox.ts'
import { newId } from '../../kernel/ids.ts'
import { testInstallation, type TestInstallation } from '../../kernel/testing.ts'
import { inCompany, type Actor, type Work } from '../../kernel/work.ts'
import { consentModule, eraseMember, memberConsents } from '../consent/index.ts'
import { creditsModule } from '../credits/index.ts'
import { introductionsModule } from '../introductions/index.ts'
import { aScene, anIntroduction, refsFor, type Scene } from '../introductions/testing.ts'
import { matchingModule, rankForOpening } from '../matching/index.ts'
import { messagesModule } from '../messages/index.ts'
import { peopleModule } from '../people/index.ts'
import { impactOffer, relayModule, withdrawMemberConsent } from '../relay/index.ts'
import { operatorName, type TestMember } from '../relay/testing.ts'
import { selectionModule } from '../selection/index.ts'
import { applyAnswer, switchAudit, type Switching } from './auditing.ts'
import { impactModule, ownAnswer, runningAudit, takeBackAnswer, volunteer, type Volunteered } from './index.ts'
import { reportCsv } from './report-file.ts'
import { makeReport } from './reporting.ts'
import { verifyVolunteered } from './reports.ts'
import * as store from './store.ts'

const modules = [
  consentModule,
  peopleModule,
  selectionModule,
  messagesModule,
  creditsModule,
  relayModule,
  matchingModule,
  introductionsModule,
  impactModule,
]
const staffId = newId()
const staff: Actor = { kind: 'staff', id: staffId, permissions: new Set(['network:decide', 'network:read']) }
const ground: Switching = {
  isOn: true,
  jurisdiction: 'US_NEW_YORK_CITY',
  ground: 'NYC Local Law 144 asks for a yearly bias audit of the ranking used for openings in New York City.',
  reviewedBy: '弁護士 山田 花子',
}

let installation: TestInstallation
let scene: Scene
const inOperator = <T>(run: (work: Work) => Promise<T>, actor = staff) =>
  inCompany(installation, { companyId: scene.operatorId, actor }, run)
const offer = () => impactOffer({ id: scene.operatorId, name: operatorName }, { language: 'ja', notice: null })
const answer = (member: TestMember, given: Volunteered) =>
  member.work((work) => volunteer(work, { id: newId(), offer: offer(), answer: given }))
const standing = () => inOperator(store.volunteered)
const rows = () =>
  inOperator(({ tx, companyId }) =>
    tx.selectFrom('impact_volunteered').select('subject_key').where('company_id', '=', companyId).execute(),
  )
const assessed = () =>
  inOperator(({ tx, companyId }) =>
    tx.selectFrom('matching_assessed').selectAll().where('company_id', '=', companyId).execute(),
  )

beforeAll(async () => {
  installation = await testInstallation({
    modules,
    subscriptions: modules.flatMap((module) => module.subscriptions ?? []),
    intents: [...outboxes, ...modules.flatMap((module) => module.intents ?? [])],
  })
  scene = await aScene({ installation, members: 24 })
})

describe('the audit of impact ratios', () => {
  test('is off: nobody is asked, nothing is put down, and no key can begin it', async () => {
    expect(await runningAudit(installation)).toBeUndefined()
    await refsFor(scene)
    expect(await assessed()).toEqual([])
    const key: Actor = { ...staff, kind: 'key' }
    await expect(inOperator((work) => switchAudit(work, ground), key)).rejects.toMatchObject({
      code: 'impact.staff-only',
    })
    const asked = {
      id: newId(),
      from: '2020-01-01',
      until: '2020-01-02',
      excludesBelowTwoPercent: false,
      exclusionReason: null,
    }
    await expect(inOperator((work) => makeReport(work, installation, asked))).rejects.toMatchObject({
      code: 'impact.off',
    })
  })

  test('hears an answer and its withdrawal, wherever the consent is taken back', async () => {
    await inOperator((work) => switchAudit(work, ground))
    expect(await runningAudit(installation)).toMatchObject({ jurisdiction: 'US_NEW_YORK_CITY' })
    const member = scene.members[0]!
    await answer(member, { sex: 'FEMALE', race: null })
    await scene.settle()
    expect([...(await standing()).values()]).toEqual([{ sex: 'FEMALE', race: null }])
    await answer(member, { sex: 'FEMALE', race: 'ASIAN' })
    await scene.settle()
    expect([...(await standing()).values()]).toEqual([{ sex: 'FEMALE', race: 'ASIAN' }])
    await member.work((work) =>
      withdrawMemberConsent(work, { id: newId(), purpose: 'IMPACT_AUDIT', recipient: scene.operatorId }),
    )
    await scene.settle()
    expect(await member.work(ownAnswer)).toBeUndefined()
    expect((await standing()).size).toBe(0)
    await answer(member, { sex: 'MALE', race: null })
    await member.work((work) => takeBackAnswer(work, newId()))
    await scene.settle()
    expect((await standing()).size).toBe(0)
    expect((await member.work(memberConsents)).find(({ purpose }) => purpose === 'IMPACT_AUDIT')?.decision).toBe(
      'WITHDRAWN',
    )
  })

  test('changes no list: the same people in the same order with the same scores', async () => {
    const list = () =>
      rankForOpening(installation, scene.employer, scene.openingId, { pool: 'RELAY', page: 1, limit: 100 })
    const before = await list()
    for (const [at, member] of scene.members.entries())
      await answer(member, { sex: at % 2 === 0 ? 'FEMALE' : 'MALE', race: null })
    await scene.settle()
    const after = await list()
    expect(after.items).toEqual(before.items)
    expect(JSON.stringify(after)).not.toContain('FEMALE')
  })

  test('counts each person once for an opening, and what followed', async () => {
    await refsFor(scene)
    await anIntroduction(scene)
    // Asking in vain, here without a slot, is no asking.
    await expect(anIntroduction(scene, { at: 1 })).rejects.toMatchObject({ code: 'credits.no-slot' })
    await scene.settle()
    const kept = await assessed()
    expect(kept).toHaveLength(24)
    expect(kept.filter(({ introduction_key: key }) => key !== null)).toHaveLength(1)
    for (const { memberId } of scene.members) expect(JSON.stringify(kept)).not.toContain(memberId)
    const today = kept[0]!.first_on
    const asked = { id: newId(), from: today, until: today, excludesBelowTwoPercent: false, exclusionReason: null }
    await expect(inOperator((work) => makeReport(work, installation, asked))).rejects.toMatchObject({
      code: 'impact.not-over',
    })
    installation.clock.advance({ days: 2 })
    const report = await inOperator((work) => makeReport(work, installation, asked))
    const shown = report.tables.find(({ step, kind }) => step === 'SHOWN' && kind === 'SEX')!
    expect(shown.lines.map(({ sex, assessed: of, selected, ratio }) => [sex, of, selected, ratio])).toEqual([
      ['FEMALE', 12, 12, 1],
      ['MALE', 12, 12, 1],
      ['ANOTHER', 0, 0, null],
    ])
    expect(shown.unknown).toBe(0)
    expect(report.assessed).toBe(24)
    const introduced = report.tables.find(({ step, kind }) => step === 'ASKED' && kind === 'SEX')!
    expect(introduced.lines.every(({ selected }) => selected === null || selected === 0)).toBe(true)
    expect(await inOperator((work) => makeReport(work, installation, asked))).toEqual(report)
    const again = { ...asked, id: newId(), from: '2020-01-01' }
    await expect(inOperator((work) => makeReport(work, installation, again))).rejects.toMatchObject({
      code: 'impact.days-counted',
    })
    const empty = { ...again, until: '2020-01-31' }
    await expect(inOperator((work) => makeReport(work, installation, empty))).rejects.toMatchObject({
      code: 'impact.too-few',
    })
    const csv = reportCsv(report, 'en')
    expect(csv.split('\r\n').filter((line) => line.includes('Shown in a list,Sex,,Female,12,12,1'))).toHaveLength(1)
    expect(await inOperator(verifyVolunteered)).toEqual([])
  })

  test('keeps nothing of who is erased, and nothing at all once it ends', async () => {
    const gone = scene.members[5]!
    const before = { answers: (await standing()).size, lists: (await assessed()).length }
    await gone.work((work) => eraseMember(work, newId()))
    await scene.settle()
    expect((await standing()).size).toBe(before.answers - 1)
    expect((await assessed()).length).toBe(before.lists - 1)
    const word = (memberId: string) => ({ realmId: memberId, version: 9, payload: { isErased: false } })
    await Promise.all([
      ...scene.members.map(({ memberId }) => applyAnswer(installation, word(memberId))),
      inOperator((work) => switchAudit(work, { isOn: false })),
      ...scene.members.map(({ memberId }) => applyAnswer(installation, word(memberId))),
    ])
    expect(await rows()).toEqual([])
    expect((await standing()).size).toBe(0)
    const late = scene.members[6]!
    await answer(late, { sex: 'MALE', race: null })
    await scene.settle()
    await late.work((work) => eraseMember(work, newId()))
    await scene.settle()
    expect(await rows()).toEqual([])
    expect(await inOperator(verifyVolunteered)).toEqual([])
  })
})
