import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { outboxes } from '../../../kernel/outbox.ts'
import { testInstallation } from '../../../kernel/testing.ts'
import { inCompany, systemActor, type Work } from '../../../kernel/work.ts'
import { changeCompany, operatorId } from '../../accounts/index.ts'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import {
  answerRequest,
  consentModule,
  memberProvisions,
  provisionsOf,
  requests,
  requestsOf,
} from '../../consent/index.ts'
import { person, personOf } from '../../people/index.ts'
import { memberContributions } from '../members/member-contributions.ts'
import { answerOffer, withdrawMemberConsent } from '../members/member-consents.ts'
import { memberSubscriptions } from '../members/member-wiring.ts'
import { withdrawFromRelay } from '../members/leaving.ts'
import { applyRecall, recalls, recallSubscription } from './recalls.ts'
import { holds } from '../referrals/referrals.ts'
import { commitShare, deliverShare, sharesOfMember, type NewShare } from './shares.ts'
import { recallsOf } from './store-recalls.ts'
import { aMember, operatorName, type TestMember } from '../testing.ts'

const modules = [consentModule, { name: 'relay', contributions: memberContributions }]
const inRelay = () =>
  testInstallation({
    modules,
    subscriptions: [...memberSubscriptions, recallSubscription],
    intents: [...outboxes, holds, recalls],
  })

async function aSharing() {
  const installation = await inRelay()
  const referrer = await aCompany({ installation })
  const operator = await aCompany({ installation, name: operatorName })
  const recipient = await aCompany({ installation, name: 'あおば物流株式会社' })
  const member = await aMember(referrer)
  return { installation, operator, recipient, member }
}

const agree = (member: TestMember, { companyId }: TestCompany) =>
  member.work((work) =>
    answerOffer(work, {
      id: newId(),
      decision: 'GIVEN',
      offer: {
        purpose: 'INTRODUCTION',
        recipient: companyId,
        items: ['name', 'email'],
        shown: {
          purpose: 'INTRODUCTION',
          language: 'ja',
          company: operatorName,
          recipient: 'あおば物流株式会社',
          items: ['お名前', 'メールアドレス'],
        },
      },
    }),
  )

const aShare = (operator: TestCompany, recipient: TestCompany): NewShare => ({
  id: newId(),
  purpose: 'INTRODUCTION',
  provider: { id: operator.companyId, name: operatorName },
  recipient: { id: recipient.companyId, name: 'あおば物流株式会社' },
  howObtained: 'REGISTERED_BY_THE_PERSON',
  payload: { subjectName: '髙橋 遥', fields: { name: '髙橋 遥', email: 'haruka@mail.example', skills: ['Java'] } },
})

const withdraw = (member: TestMember, { companyId }: TestCompany) =>
  member.work((work) => withdrawMemberConsent(work, { id: newId(), purpose: 'INTRODUCTION', recipient: companyId }))

describe('a share', () => {
  test('needs a consent that stands, and reaches its recipient once with records on each side', async () => {
    const { installation, operator, recipient, member } = await aSharing()
    const share = aShare(operator, recipient)
    const commit = () => member.work((work) => commitShare(work, share))
    await expect(commit()).rejects.toMatchObject({ code: 'relay.consent-missing' })
    await agree(member, recipient)
    await commit()
    await commit()
    await installation.settle(member.memberId, recipient.companyId, operator.companyId)
    await installation.settle(member.memberId, recipient.companyId, operator.companyId)
    const received = await recipient.work(async (work) => person(work, await personOf(work, share.id)))
    expect(received.fields.name).toMatchObject({ value: '髙橋 遥', source: { kind: 'MEMBER' } })
    const records = await recipient.work((work) => provisionsOf(work, { sourceRecordIds: [share.id] }))
    expect(records).toMatchObject([{ side: 'RECIPIENT', shareId: share.id, subjectName: '髙橋 遥' }])
    const own = await member.work(memberProvisions)
    expect(own.map(({ side }) => side).toSorted()).toEqual(['PROVIDER', 'RECIPIENT'])
    expect(await member.work(sharesOfMember)).toMatchObject([{ id: share.id, state: 'DELIVERED' }])
  })

  test('that was not delivered is voided by a withdrawal and never arrives', async () => {
    const { installation, operator, recipient, member } = await aSharing()
    const share = aShare(operator, recipient)
    await agree(member, recipient)
    await member.work((work) => commitShare(work, share))
    await withdraw(member, recipient)
    await installation.settle(member.memberId, recipient.companyId, operator.companyId)
    expect(await member.work(sharesOfMember)).toMatchObject([{ state: 'VOIDED', payload: null }])
    expect(await recipient.work((work) => provisionsOf(work, { sourceRecordIds: [share.id] }))).toEqual([])
  })

  test('that was delivered is recalled when the member leaves: a request with its clock at the recipient', async () => {
    const { installation, operator, recipient, member } = await aSharing()
    const share = aShare(operator, recipient)
    await agree(member, recipient)
    await member.work((work) => commitShare(work, share))
    await installation.settle(member.memberId, recipient.companyId, operator.companyId)
    await member.work(withdrawFromRelay)
    await installation.settle(member.memberId, recipient.companyId, operator.companyId)
    const asked = await recipient.work(async (work) => requestsOf(work, await personOf(work, share.id), [share.id]))
    expect(asked).toMatchObject([{ kind: 'STOP', state: 'OPEN', via: 'PORTAL' }])
    await expect(member.work((work) => commitShare(work, aShare(operator, recipient)))).rejects.toMatchObject({
      code: 'relay.member-left',
    })
  })

  test('that arrived stays delivered when its delivery is repeated after the recipient was cut off', async () => {
    const { installation, operator, recipient, member } = await aSharing()
    const share = aShare(operator, recipient)
    await agree(member, recipient)
    await member.work((work) => commitShare(work, share))
    await installation.settle(member.memberId, recipient.companyId, operator.companyId)
    await recipient.work((work) => changeCompany(work, { operatingMode: 'IN_HOUSE' }))
    const { companyId: recipientId } = recipient
    await deliverShare(installation, { realmId: member.memberId, payload: { shareId: share.id, recipientId } })
    expect(await member.work(sharesOfMember)).toMatchObject([{ id: share.id, state: 'DELIVERED' }])
  })

  test('that is recalled before it arrived is recalled once it has', async () => {
    const { installation, operator, recipient, member } = await aSharing()
    const share = aShare(operator, recipient)
    await agree(member, recipient)
    await member.work((work) => commitShare(work, share))
    const payload = { shareId: share.id, recipientId: recipient.companyId, requestId: newId(), kind: 'STOP' } as const
    const recall = () => applyRecall(installation, { realmId: member.memberId, payload })
    await expect(recall()).rejects.toThrow('has not arrived yet')
    await installation.settle(member.memberId, recipient.companyId, operator.companyId)
    await recall()
    const asked = await recipient.work((work) => requestsOf(work, newId(), [share.id]))
    expect(asked).toMatchObject([{ id: payload.requestId, kind: 'STOP' }])
  })

  test('that is taken back counts as stopped only once the recipient’s people say so', async () => {
    const { installation, operator, recipient, member } = await aSharing()
    const settle = () => installation.settle(member.memberId, recipient.companyId, operator.companyId)
    const share = aShare(operator, recipient)
    await agree(member, recipient)
    await member.work((work) => commitShare(work, share))
    await settle()
    await withdraw(member, recipient)
    await settle()
    const [asked] = await recipient.work((work) => requestsOf(work, newId(), [share.id]))
    expect(asked).toMatchObject({ kind: 'STOP', remark: { code: 'SHARE_RECALLED', shareId: share.id } })
    expect((await member.work(recallsOf)).get(share.id)).toMatchObject({ answer: null })
    const stopped = { state: 'ANSWERED', answer: '利用を停止いたしました。', refused: '' } as const
    await recipient.work((work) =>
      answerRequest(work, { id: asked!.id, ...stopped, grounds: [], told: 'ELSEWHERE', erase: false }),
    )
    await settle()
    expect((await member.work(recallsOf)).get(share.id)).toMatchObject({ answer: 'DONE' })
  })

  test('that is recalled is acknowledged at once, or put before the operator after five minutes', async () => {
    const { installation, operator, recipient, member } = await aSharing()
    await aCompany({ installation, kind: 'OPERATOR', name: operatorName })
    // The tests of a worker share their database, and with it the operator.
    const runnerId = (await operatorId(installation))!
    const asOperator = <T>(run: (work: Work) => Promise<T>) =>
      inCompany(installation, { companyId: runnerId, actor: systemActor('test') }, run)
    const share = aShare(operator, recipient)
    await agree(member, recipient)
    await member.work((work) => commitShare(work, share))
    await installation.settle(member.memberId, recipient.companyId, operator.companyId)
    await withdraw(member, recipient)
    const escalated = async () => {
      const asked = await asOperator((work) => requests(work, { after: undefined, limit: 200 }))
      return asked.filter(({ remark }) => remark?.code === 'RECALL_LATE' && remark.shareId === share.id).length
    }
    // The recipient's side does not answer: only what waits for the five minutes is looked at.
    const recallsAlone = { realmId: member.memberId, id: share.id, attempts: 1 }
    await recalls.run(installation, recallsAlone)
    await recalls.run(installation, recallsAlone)
    expect(await escalated()).toBe(1)
    await installation.settle(member.memberId, recipient.companyId)
    expect((await member.work(recallsOf)).get(share.id)).toEqual({ acknowledgedAt: expect.any(Date), answer: null })

    const other = aShare(operator, recipient)
    await agree(member, recipient)
    await member.work((work) => commitShare(work, other))
    await installation.settle(member.memberId, recipient.companyId, operator.companyId)
    await withdraw(member, recipient)
    await installation.settle(member.memberId, recipient.companyId)
    expect((await member.work(recallsOf)).get(other.id)).toEqual({ acknowledgedAt: expect.any(Date), answer: null })
    installation.clock.advance({ minutes: 6 })
    await installation.settle(member.memberId, runnerId)
    const asked = await asOperator((work) => requests(work, { after: undefined, limit: 200 }))
    expect(asked.some(({ remark }) => remark?.code === 'RECALL_LATE' && remark.shareId === other.id)).toBe(false)
  })

  test('never stands after the withdrawal, however shares, withdrawals and deliveries interleave', async () => {
    const act = fc.constantFrom('share' as const, 'withdraw' as const, 'agree' as const, 'deliver' as const)
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 8 }), async (acts) => {
        const { installation, operator, recipient, member } = await aSharing()
        await agree(member, recipient)
        await Promise.allSettled(
          acts.map((one) => {
            if (one === 'share') return member.work((work) => commitShare(work, aShare(operator, recipient)))
            if (one === 'agree') return agree(member, recipient)
            if (one === 'deliver') return installation.settle(member.memberId)
            return withdraw(member, recipient)
          }),
        )
        expect(await member.work((work) => memberContributions.verifyMember!(work))).toEqual([])
        await withdraw(member, recipient)
        const standing = (await member.work(sharesOfMember)).filter((share) => share.state === 'COMMITTED')
        expect(standing).toEqual([])
        await installation.settle(member.memberId, recipient.companyId, operator.companyId)
        for (const share of await member.work(sharesOfMember)) {
          const records = await recipient.work((work) => provisionsOf(work, { sourceRecordIds: [share.id] }))
          expect(records).toHaveLength(share.state === 'VOIDED' ? 0 : 1)
        }
      }),
      { numRuns: 12 },
    )
  }, 60_000)
})
