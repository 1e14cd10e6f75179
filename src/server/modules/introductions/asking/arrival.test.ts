import { describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { inCompany, systemActor, type MemberWork, type Work } from '../../../kernel/work.ts'
import { keepSettings } from '../../accounts/index.ts'
import { balances } from '../../credits/index.ts'
import {
  blockCompany,
  changeHiddenIndustries,
  changeSearch,
  withdrawMemberConsent,
  network,
} from '../../relay/index.ts'
import { changeOpening } from '../../selection/index.ts'
import { decideAtGate } from '../gate/gate.ts'
import { introductionOf, introductionsFor } from '../index.ts'
import { aScene, anIntroduction, verifyInRealms, type Scene } from '../testing.ts'

const asOperator = <T>({ installation, operatorId }: Scene, run: (work: Work) => Promise<T>) =>
  inCompany(installation, { companyId: operatorId, actor: systemActor('test') }, run)

const changes: Record<string, (work: MemberWork) => Promise<unknown>> = {
  'blocks the company': (work) => blockCompany(work, { id: newId(), company: 'あおば物流' }),
  'blocks the head of its group': (work) => blockCompany(work, { id: newId(), company: 'あおばホールディングス' }),
  'hides its line of business': (work) => changeHiddenIndustries(work, ['H']),
  'ends the search': (work) => changeSearch(work, { level: 'CLOSED', until: null }),
  'puts the search off': (work) => changeSearch(work, { level: 'LATER', until: '2027-10-01' }),
  'takes back the consent to be shown': (work) =>
    withdrawMemberConsent(work, { id: newId(), purpose: 'RELAY_PROFILE', recipient: network }),
}

const mailsTo = ({ installation }: Scene, mail: string) =>
  installation.mailer.sent.filter(({ to, subject }) => to === mail && subject.includes('ご紹介'))

/** A request that is on its way or waits at the gate, `meanwhile`, and what became of it. */
async function arrivesAfter(
  { gate }: { gate: boolean },
  meanwhile: (scene: Scene, as: (run: (work: MemberWork) => Promise<unknown>) => Promise<unknown>) => Promise<unknown>,
) {
  const scene = await aScene({ employer: { groupName: 'あおばホールディングス株式会社', industry: 'H' } })
  await asOperator(scene, (work) => keepSettings(work, { introductionGate: gate }))
  const { id, member } = await anIntroduction(scene, { arrives: gate })
  await meanwhile(scene, (run) => member.work(run))
  if (gate) await asOperator(scene, (work) => decideAtGate(work, id, { state: 'PASSED' }))
  await scene.settle()
  await scene.settle()
  expect(await verifyInRealms(scene)).toEqual([])
  return {
    seen: await scene.employer.work((work) => introductionOf(work, id)),
    told: await member.work(introductionsFor),
    mails: mailsTo(scene, member.mail).length,
    slots: (await scene.employer.work(balances)).slots,
  }
}

describe.each([{ gate: false }, { gate: true }])('before a request arrives (gate: $gate)', ({ gate }) => {
  test.each(Object.entries(changes))('the person %s: they hear nothing, and the slot returns', async (_, change) => {
    const { seen, told, mails, slots } = await arrivesAfter({ gate }, (_scene, as) => as(change))
    expect(seen).toMatchObject({ state: 'WITHDRAWN', endedBecause: null, person: null })
    expect({ told, mails }).toEqual({ told: [], mails: 0 })
    expect(slots).toMatchObject({ available: 1, reserved: 0 })
  })

  test('the opening is closed: the person hears nothing, and the slot returns with the reason', async () => {
    const close = ({ employer, openingId }: Scene) =>
      employer.work((work) => changeOpening(work, openingId, { status: 'CLOSED' }))
    const { seen, told, mails, slots } = await arrivesAfter({ gate }, close)
    expect(seen).toMatchObject({ state: 'CANCELLED', endedBecause: 'OPENING_CLOSED' })
    expect({ told, mails }).toEqual({ told: [], mails: 0 })
    expect(slots).toMatchObject({ available: 1, reserved: 0 })
  })

  test('the person blocks somebody else: it reaches them', async () => {
    const { told, mails } = await arrivesAfter({ gate }, (_scene, as) =>
      as((work) => blockCompany(work, { id: newId(), company: 'ほかの会社' })),
    )
    expect(told).toMatchObject([{ state: 'OPEN' }])
    expect(mails).toBe(1)
  })
})
