import { expect, test } from 'vitest'
import { wiring } from '../../../app.ts'
import { newId } from '../../../kernel/ids.ts'
import { testInstallation } from '../../../kernel/testing.ts'
import { operatorId } from '../../accounts/index.ts'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import {
  answerRequest,
  checkIdentity,
  eraseSubject,
  openRequest,
  requests,
  requestWhole,
  subjectOf,
} from '../../consent/index.ts'
import { person, personOf } from '../../people/index.ts'
import { answerOffer } from '../members/member-consents.ts'
import { commitShare } from './shares.ts'
import { aMember } from '../testing.ts'

const granted = { state: 'ANSWERED', answer: '対応いたします。', grounds: [], refused: '', told: 'ELSEWHERE' } as const

/** A company that provided what it holds of one of its people, a member, to another company. */
async function aProvision(database: string) {
  const installation = await testInstallation({ ...wiring, emptyDatabase: database })
  await aCompany({ installation, kind: 'OPERATOR', name: 'たすき運営機構' })
  const provider = await aCompany({ installation, name: 'さくら商事株式会社' })
  const recipient = await aCompany({ installation, name: 'あおば物流株式会社' })
  const member = await aMember(provider)
  const shown = {
    purpose: 'INTRODUCTION',
    language: 'ja',
    company: 'さくら商事',
    recipient: 'あおば物流',
    items: ['お名前'],
  }
  await member.work((work) =>
    answerOffer(work, {
      id: newId(),
      decision: 'GIVEN',
      offer: {
        purpose: 'INTRODUCTION',
        recipient: recipient.companyId,
        items: ['name'],
        shown: { ...shown, purpose: 'INTRODUCTION', language: 'ja' },
      },
    }),
  )
  const shareId = newId()
  await member.work((work) =>
    commitShare(work, {
      id: shareId,
      purpose: 'INTRODUCTION',
      provider: { id: provider.companyId, name: 'さくら商事株式会社' },
      recipient: { id: recipient.companyId, name: 'あおば物流株式会社' },
      howObtained: 'SELECTION_BY_THE_PROVIDER',
      payload: { subjectName: '髙橋 遥', fields: { name: '髙橋 遥' } },
    }),
  )
  const settle = async () => {
    for (let pass = 0; pass < 3; pass += 1)
      await installation.settle(member.memberId, provider.companyId, recipient.companyId)
  }
  await settle()
  const personId = await provider.work((work) => personOf(work, member.registration.sourceRecordId))
  return { installation, provider, recipient, shareId, personId, settle }
}

async function asked(company: TestCompany, personId: string, kind: 'STOP' | 'CORRECTION' | 'ERASURE'): Promise<string> {
  const id = newId()
  await company.work((work) =>
    openRequest(work, { id, kind, via: 'MAIL', personId, said: '氏名の「髙」を直してください。' }),
  )
  await company.work((work) => checkIdentity(work, { id, personId, how: 'CALL_BACK', note: '' }))
  return id
}

const erased = (company: TestCompany, personId: string) =>
  company.work(async (work) => eraseSubject(work, { id: newId(), ...(await subjectOf(work, personId))! }))

const inbox = (company: TestCompany) => company.work((work) => requests(work, { after: undefined, limit: 10 }))

test('a request that is granted reaches each recipient by itself, and their answer comes back', async () => {
  const { provider, recipient, personId, settle } = await aProvision('passing')
  const id = await asked(provider, personId, 'CORRECTION')
  await settle()
  expect(await inbox(recipient)).toEqual([])
  await provider.work((work) => answerRequest(work, { ...granted, id, erase: false }))
  await settle()
  const [passed] = await inbox(recipient)
  expect(passed).toMatchObject({ kind: 'CORRECTION', state: 'OPEN', said: expect.stringContaining('「髙」') })
  const passings = async () => (await provider.work((work) => requestWhole(work, id))).passings
  expect(await passings()).toMatchObject([{ recipientName: 'あおば物流株式会社', how: 'SYSTEM', state: 'RECEIVED' }])
  await recipient.work((work) => answerRequest(work, { ...granted, id: passed!.id, erase: false }))
  await settle()
  expect(await passings()).toMatchObject([{ state: 'DONE', escalatedAt: null }])
})

test('a recipient that refuses is told of by the grounds of the law, in no language of the program', async () => {
  const { provider, recipient, personId, settle } = await aProvision('passing_refused')
  const id = await asked(provider, personId, 'STOP')
  await provider.work((work) => answerRequest(work, { ...granted, id, erase: false }))
  await settle()
  const [passed] = await inbox(recipient)
  const no = { ...granted, state: 'DECLINED', grounds: ['NO_VIOLATION'], erase: false } as const
  await recipient.work((work) => answerRequest(work, { ...no, id: passed!.id }))
  await settle()
  expect((await provider.work((work) => requestWhole(work, id))).passings).toMatchObject([
    { state: 'REFUSED', receipt: '', grounds: ['NO_VIOLATION'] },
  ])
})

test('corrections go on as they were granted, without those refused and what stood there before', async () => {
  const { provider, recipient, personId, settle } = await aProvision('passing_corrections')
  const id = newId()
  await provider.work((work) =>
    openRequest(work, {
      id,
      kind: 'CORRECTION',
      via: 'PORTAL',
      identity: 'CODE_BY_MAIL',
      personId,
      said: '',
      corrections: [
        { field: 'name', from: '髙橋 遥', value: '高橋 遥', note: '' },
        { field: 'city', from: '舞鶴市', value: null, note: '' },
      ],
    }),
  )
  const inPart = {
    state: 'PARTIAL',
    grounds: ['CORRECT_AS_IT_IS'],
    refused: '市区町村',
    refusedFields: ['city'],
    erase: false,
  } as const
  await provider.work((work) => answerRequest(work, { ...granted, ...inPart, id }))
  await settle()
  const [passed] = await inbox(recipient)
  expect(passed).toMatchObject({ corrections: [{ field: 'name', from: '', value: '高橋 遥', note: '' }] })
  await recipient.work((work) => answerRequest(work, { ...granted, id: passed!.id, erase: false }))
  await settle()
  const { fields } = await recipient.work((work) => person(work, passed?.personId ?? ''))
  expect(fields.name?.value).toBe('高橋 遥')
})

test('an erasure that is granted is passed on although the person is gone here, and a refusal is not', async () => {
  const { provider, recipient, personId, settle } = await aProvision('passing_erasure')
  const refused = await asked(provider, personId, 'STOP')
  await provider.work((work) =>
    answerRequest(work, { ...granted, id: refused, state: 'DECLINED', grounds: ['NO_VIOLATION'], erase: false }),
  )
  await settle()
  expect(await inbox(recipient)).toEqual([])
  const id = await asked(provider, personId, 'ERASURE')
  await provider.work((work) => answerRequest(work, { ...granted, id, erase: true }))
  await settle()
  expect(await inbox(recipient)).toMatchObject([{ kind: 'ERASURE', state: 'OPEN' }])
  expect((await inbox(recipient))[0]?.said).not.toContain('「髙」')
})

test('a recipient that erases the person before it answers has answered, and who provided hears of it', async () => {
  const { provider, recipient, personId, settle } = await aProvision('passing_erased')
  const id = await asked(provider, personId, 'STOP')
  await provider.work((work) => answerRequest(work, { ...granted, id, erase: false }))
  await settle()
  const [passed] = await inbox(recipient)
  await erased(recipient, passed!.personId!)
  await settle()
  expect((await provider.work((work) => requestWhole(work, id))).passings).toMatchObject([{ state: 'DONE' }])
})

test('what an erased person still wished corrected is passed on to nobody, since nothing tells any more what it was', async () => {
  const { provider, recipient, personId, settle } = await aProvision('passing_blank')
  await asked(provider, personId, 'CORRECTION')
  await erased(provider, personId)
  await settle()
  expect(await inbox(recipient)).toEqual([])
})

test('a recipient that does not take it up within five minutes is put before the operator, and it goes on', async () => {
  const { installation, provider, recipient, shareId, personId, settle } = await aProvision('passing_late')
  const id = await asked(provider, personId, 'STOP')
  const { companyId } = recipient
  // The delivery stands on record here and has been lost there.
  const lost = (to: string) =>
    recipient.work(({ tx }) =>
      tx.updateTable('relay_received_share').set({ id: to }).where('company_id', '=', companyId).execute(),
    )
  await lost(newId())
  await provider.work((work) => answerRequest(work, { ...granted, id, erase: false }))
  for (let at = 0; at < 6; at += 1) {
    await settle()
    installation.clock.advance({ minutes: 2 })
  }
  const standing = async () => (await provider.work((work) => requestWhole(work, id))).passings[0]
  expect(await standing()).toMatchObject({ state: 'SENT', escalatedAt: expect.any(String) })
  const operator = (await operatorId(installation))!
  const { inCompany } = await import('../../../kernel/work.ts')
  const told = await inCompany(installation, { companyId: operator, actor: provider.actor }, (work) =>
    requests(work, { after: undefined, limit: 10 }),
  )
  expect(told).toMatchObject([{ kind: 'STOP', remark: { code: 'PASSING_LATE', shareId } }])
  await lost(shareId)
  installation.clock.advance({ hours: 2 })
  await settle()
  expect(await standing()).toMatchObject({ state: 'RECEIVED' })
  // To stop, nothing of what the person said about it has to be known there.
  expect(await inbox(recipient)).toMatchObject([{ kind: 'STOP', said: '' }])
})
