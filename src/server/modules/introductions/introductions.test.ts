import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { idFrom, newId } from '../../kernel/ids.ts'
import { inCompany, systemActor, type Work } from '../../kernel/work.ts'
import { changeCompany } from '../accounts/index.ts'
import { aCompany } from '../accounts/testing.ts'
import { eraseMember, memberProvisions, provisionsOf } from '../consent/index.ts'
import { balances } from '../credits/index.ts'
import {
  changeProfile,
  knownThroughRelay,
  latestWishes,
  memberCompanies,
  withdrawFromRelay,
  withdrawMemberConsent,
} from '../relay/index.ts'
import { rankForOpening } from '../matching/index.ts'
import { releaseNow } from '../matching/testing.ts'
import { application } from '../selection/index.ts'
import { anOpening } from '../selection/testing.ts'
import {
  ask,
  cancel,
  introduction,
  introductionOf,
  introductionsFor,
  recordOutcome,
  reply,
  request,
  knownElsewhere,
} from './index.ts'
import { answer } from './answering/answer.ts'
import { isReachable } from './asking/arrival.ts'
import { clocks } from './answering/clock.ts'
import { endAsk } from './answering/ending.ts'
import { findAsk, insertAsk } from './answering/store-asks.ts'
import { planClock } from './answering/store-intents.ts'
import { countInNetwork } from '../relay/referrals/network-referrals.ts'
import { listNetworkReferrals } from '../relay/referrals/store-network.ts'
import { anIntroduction, aScene, refsFor, verifyInRealms, type Scene, type TestIntroduction } from './testing.ts'

const slotsOf = async ({ employer }: Scene) => (await employer.work(balances)).slots
const seenBy = ({ employer }: Scene, { id }: TestIntroduction) => employer.work((work) => introductionOf(work, id))
const namesRead = async ({ tx, companyId }: Work) =>
  (
    await sql<{ subject_id: string; actor_id: string }>`
      select subject_id, actor_id from audit_event
      where company_id = ${companyId} and action = 'introductions.names-read'`.execute(tx)
  ).rows
const yes = async ({ id, member }: TestIntroduction) => {
  const { shown } = await member.work((work) => introduction(work, id))
  return member.work((work) => answer(work, { id, answer: 'ACCEPTED', consent: true, shown }))
}
const no = ({ id, member }: TestIntroduction) =>
  member.work((work) => answer(work, { id, answer: 'DECLINED', reason: '今は考えておりません' }))

describe('an introduction', () => {
  test('reserves a slot, reaches the person with a mail, and tells the company nobody’s name', async () => {
    const scene = await aScene()
    const made = await anIntroduction(scene)
    expect(await slotsOf(scene)).toMatchObject({ available: 0, reserved: 1 })
    const lines = await made.member.work(introductionsFor)
    expect(lines).toMatchObject([{ id: made.id, companyName: 'あおば物流株式会社', state: 'OPEN' }])
    const mail = scene.installation.mailer.sent.find(({ to }) => to === made.member.mail)
    expect(mail?.subject).toContain('企業からのご紹介が届いています')
    expect(mail?.text).toContain(`/l/${made.member.memberId}.`)
    const seen = await seenBy(scene, made)
    expect(seen).toMatchObject({ state: 'ASKED', person: null, applicationId: null })
    expect(JSON.stringify(seen)).not.toContain(made.member.memberId)
    expect(await verifyInRealms(scene)).toEqual([])
  })

  test('on yes provides exactly what the page said, on record on both sides, and begins an application', async () => {
    const scene = await aScene()
    const represented = { address: '愛知県名古屋市1-1', representative: '代表取締役 青葉 義彦' }
    await scene.employer.work((work) => changeCompany(work, represented))
    const made = await anIntroduction(scene)
    const { disclosed } = await made.member.work((work) => introduction(work, made.id))
    expect(disclosed).toContainEqual({ label: 'お名前', value: '髙橋 遥' })
    expect(await yes(made)).toEqual({ state: 'ACCEPTED' })
    await scene.settle()
    expect(await slotsOf(scene)).toMatchObject({ available: 0, reserved: 0, spent: 1 })
    const seen = await seenBy(scene, made)
    expect(seen).toMatchObject({ state: 'ACCEPTED', person: { name: '髙橋 遥' } })
    const applied = await scene.employer.work((work) => application(work, seen.applicationId!))
    expect(applied).toMatchObject({ channel: 'RELAY', state: 'ACTIVE', openingId: scene.openingId })
    const own = (await made.member.work(memberProvisions)).filter(({ shareId }) => shareId === made.id)
    expect(own.map(({ side }) => side).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(['PROVIDER', 'RECIPIENT'])
    expect(own.map(({ recipient }) => recipient)).toMatchObject([represented, represented])
    const received = await scene.employer.work((work) => provisionsOf(work, { sourceRecordIds: [made.id] }))
    expect(received).toMatchObject([{ side: 'RECIPIENT', subjectName: '髙橋 遥', shareId: made.id }])
    expect(await verifyInRealms(scene)).toEqual([])
  })

  test('needs the tick, and what is provided must have been shown', async () => {
    const scene = await aScene()
    const { id, member } = await anIntroduction(scene)
    const accept = (consent: boolean, shown?: string) =>
      member.work((work) => answer(work, { id, answer: 'ACCEPTED', consent, shown }))
    await expect(accept(false)).rejects.toMatchObject({ code: 'introductions.consent-needed' })
    await expect(accept(true)).rejects.toMatchObject({ code: 'introductions.not-shown' })
    const { shown } = await member.work((work) => introduction(work, id))
    const wishes = (await member.work(latestWishes))!.wishes
    await member.work((work) =>
      changeProfile(work, { displayName: '髙橋 遥', wishes: { ...wishes, skills: ['法人営業', '英語'] } }),
    )
    await expect(accept(true, shown)).rejects.toMatchObject({ code: 'introductions.not-shown' })
    expect(await member.work(introductionsFor)).toMatchObject([{ state: 'OPEN' }])
  })

  test.each([
    '連絡は０９０-１２３４-5678へ',
    'mail: haruka@mail.example まで',
    '+81 90 1234 5678',
    '高橋遥です。残業はどのくらいですか。',
    'Haruka Takahashi desu.',
  ])('takes no question that says who asks or how to reach them before the yes: %s', async (question) => {
    const { id, member } = await anIntroduction(await aScene())
    const asking = member.work((work) => ask(work, { id, questionId: newId(), question }))
    await expect(asking).rejects.toMatchObject({ code: 'introductions.contact-in-question' })
    await member.work((work) =>
      ask(work, { id, questionId: newId(), question: '2026年10月からでも、年収500万円ですか。' }),
    )
  })

  test('takes no name and no number that is parted over two questions, and names the words it found', async () => {
    const { id, member } = await anIntroduction(await aScene())
    const asks = (question: string) => member.work((work) => ask(work, { id, questionId: newId(), question }))
    await asks('配属先は高')
    await expect(asks('橋遥の件')).rejects.toMatchObject({
      code: 'introductions.contact-in-question',
      detail: { word: '髙橋 遥' },
    })
    await asks('番号は090-1234')
    await expect(asks('5678です')).rejects.toMatchObject({ detail: { word: '090-12345678' } })
    await asks('残業は月に何時間ほどですか。')
  })

  test('takes no question that names the person as a company knows them, in whatever writing', async () => {
    const scene = await aScene()
    const { id, member } = await anIntroduction(scene)
    const known = await knownElsewhere(scene.installation, member.memberId)
    expect(known.mails).not.toEqual([])
    const companies = await member.work(memberCompanies)
    expect(companies).not.toEqual([])
    for (const { companyId, personId } of companies)
      expect(await inCompany(scene.installation, { companyId, actor: systemActor('test') }, namesRead)).toEqual([
        { subject_id: personId, actor_id: 'introductions.own-names' },
      ])
    for (const question of ['たかはし・はるか と申します。', `${known.mails[0]?.split('@')[0]} で探してください。`])
      await expect(
        member.work((work) => ask(work, { id, questionId: newId(), question, known })),
      ).rejects.toMatchObject({ code: 'introductions.contact-in-question' })
  })

  test('on no gives the slot back, keeps the reason with the person, and is not asked again', async () => {
    const scene = await aScene()
    const made = await anIntroduction(scene)
    expect(await no(made)).toEqual({ state: 'DECLINED' })
    await scene.settle()
    expect(await slotsOf(scene)).toMatchObject({ available: 1, reserved: 0, spent: 0 })
    const seen = await seenBy(scene, made)
    expect(seen).toMatchObject({ state: 'DECLINED', person: null })
    expect(JSON.stringify(seen)).not.toContain('今は')
    const again = request(scene.installation, scene.employer, {
      id: newId(),
      openingId: scene.openingId,
      ref: (await refsFor(scene))[0]!,
      message: 'もう一度だけお話しできませんか。',
    })
    await expect(again).rejects.toMatchObject({ code: 'introductions.not-reachable' })
    expect(await verifyInRealms(scene)).toEqual([])
  })

  test('lapses after fourteen days of silence, with one reminder before', async () => {
    const scene = await aScene()
    const made = await anIntroduction(scene)
    scene.installation.clock.advance({ days: 11 })
    await scene.settle()
    await scene.settle()
    const mails = scene.installation.mailer.sent.filter(({ to }) => to === made.member.mail)
    expect(mails.map(({ subject }) => subject.slice(0, 8))).toEqual(['企業からのご紹介', 'ご紹介への回答期'])
    scene.installation.clock.advance({ days: 4 })
    expect(await yes(made)).toEqual({ state: 'LAPSED' })
    await scene.settle()
    expect(await seenBy(scene, made)).toMatchObject({ state: 'LAPSED' })
    expect(await slotsOf(scene)).toMatchObject({ available: 1, reserved: 0 })
    expect(await verifyInRealms(scene)).toEqual([])
  })

  test('that lapses at the same moment as another counts after it, so that the silence is noticed', async () => {
    const scene = await aScene()
    const made = await anIntroduction(scene)
    const { installation, operatorId } = scene
    const { memberId } = made.member
    const other = newId()
    const clockIds = [idFrom(made.id, 'LAPSE'), newId()]
    installation.clock.advance({ days: 15 })
    await made.member.work(async (work) => {
      await insertAsk(work, { ...(await findAsk(work, made.id))!, id: other, employerId: scene.referrer.companyId })
      await planClock(work, { id: clockIds[1]!, kind: 'LAPSE', askId: other, dueAt: work.now })
    })
    await Promise.all(clockIds.map((id) => clocks.run(installation, { realmId: memberId, id, attempts: 1 })))
    await scene.settle()
    await scene.settle()
    const operator = { companyId: operatorId, actor: systemActor('test') }
    const all = await inCompany(installation, operator, (work) => listNetworkReferrals(work, { limit: 50 }))
    const own = all.filter(({ employerId }) => employerId === scene.referrer.companyId)
    expect(own.filter(({ signals }) => signals.includes('NEVER_ANSWERS'))).toHaveLength(1)
  })

  test('that lapses as the second of a member who never answered puts the referral before the operator', async () => {
    const scene = await aScene()
    const made = await anIntroduction(scene)
    const { installation, operatorId } = scene
    await made.member.work(async (work) => {
      const before = { ...(await findAsk(work, made.id))!, id: newId(), employerId: scene.referrer.companyId }
      await insertAsk(work, before)
      await endAsk(work, { id: before.id, state: 'LAPSED', cause: 'CLOCK' })
    })
    const signalled = async () => {
      await scene.settle()
      const operator = { companyId: operatorId, actor: systemActor('test') }
      const all = await inCompany(installation, operator, (work) => listNetworkReferrals(work, { limit: 50 }))
      const own = all.filter(({ employerId }) => employerId === scene.referrer.companyId)
      return own.filter(({ signals }) => signals.length > 0)
    }
    installation.clock.advance({ days: 12 })
    expect(await signalled()).toEqual([])
    installation.clock.advance({ days: 3 })
    const [silent, ...others] = await signalled()
    expect(silent).toMatchObject({ state: 'COUNTED', signals: ['NEVER_ANSWERS'], clearedAt: null })
    expect(others).toEqual([])
    const count = () =>
      inCompany(installation, { companyId: operatorId, actor: systemActor('test') }, (work) =>
        countInNetwork(work, silent!.id),
      )
    expect((await count()).clearedAt).not.toBeNull()
    await scene.settle()
    expect(await signalled()).toMatchObject([{ state: 'COUNTED' }])
    expect((await signalled())[0]!.clearedAt).not.toBeNull()
  })

  test('is taken back by the person’s side alone when the company cancels', async () => {
    const scene = await aScene()
    const made = await anIntroduction(scene)
    await scene.employer.work((work) => cancel(work, made.id))
    expect(await seenBy(scene, made)).toMatchObject({ state: 'ASKED' })
    expect(await slotsOf(scene)).toMatchObject({ reserved: 1 })
    await scene.settle()
    expect(await seenBy(scene, made)).toMatchObject({ state: 'CANCELLED' })
    expect(await slotsOf(scene)).toMatchObject({ available: 1, reserved: 0 })
    expect(await made.member.work(introductionsFor)).toMatchObject([{ state: 'WITHDRAWN' }])
  })

  test('ends when the member leaves or is erased', async () => {
    const scene = await aScene({ slots: 2 })
    const [left, erased] = [await anIntroduction(scene, { at: 0 }), await anIntroduction(scene, { at: 1 })]
    await left.member.work(withdrawFromRelay)
    await erased.member.work((work) => eraseMember(work, newId()))
    await scene.settle()
    await scene.settle()
    expect(await seenBy(scene, left)).toMatchObject({ state: 'WITHDRAWN' })
    expect(await seenBy(scene, erased)).toMatchObject({ state: 'WITHDRAWN' })
    expect(await slotsOf(scene)).toMatchObject({ available: 2, reserved: 0 })
  })

  test('gives the slot back when the consent is withdrawn before anything was delivered', async () => {
    const scene = await aScene()
    const made = await anIntroduction(scene)
    await yes(made)
    const recipient = scene.employer.companyId
    await made.member.work((work) => withdrawMemberConsent(work, { id: newId(), purpose: 'INTRODUCTION', recipient }))
    await scene.settle()
    await scene.settle()
    expect(await seenBy(scene, made)).toMatchObject({ state: 'WITHDRAWN', person: null })
    expect(await slotsOf(scene)).toMatchObject({ available: 1, reserved: 0, spent: 0 })
    expect(await verifyInRealms(scene)).toEqual([])
  })

  test('carries a question to the company and the answer back, without a name', async () => {
    const scene = await aScene()
    const { id, member } = await anIntroduction(scene)
    const early = scene.employer.work((work) => reply(work, { id, replyId: newId(), text: '何でもご質問ください。' }))
    await expect(early).rejects.toMatchObject({ code: 'introductions.nobody-asked' })
    await member.work((work) => ask(work, { id, questionId: newId(), question: '出社日は選べますか。' }))
    await scene.settle()
    expect(await seenBy(scene, { id, member })).toMatchObject({
      unanswered: 1,
      person: null,
      talk: [{ by: 'PERSON', text: '出社日は選べますか。' }],
    })
    await scene.employer.work((work) => reply(work, { id, replyId: newId(), text: '火曜日のほかは選べます。' }))
    await scene.settle()
    const { questions } = await member.work((work) => introduction(work, id))
    expect(questions.map(({ from }) => from)).toEqual(['PERSON', 'COMPANY'])
    expect(scene.installation.mailer.sent.some(({ subject }) => subject.startsWith('ご質問への回答'))).toBe(true)
  })

  test('about which something was asked keeps none of it at the company once the person is erased, nor in a mail', async () => {
    const scene = await aScene()
    const { id, member } = await anIntroduction(scene)
    const question = '平日の日中は難しいので、夜にお話しできますか。'
    await member.work((work) => ask(work, { id, questionId: newId(), question }))
    await scene.settle()
    expect(await seenBy(scene, { id, member })).toMatchObject({ talk: [{ text: question }] })
    const mails = scene.installation.mailer.sent.map(({ text }) => text).join()
    expect(mails).toContain(`/introductions/${id}`)
    expect(mails).not.toContain(question)
    await member.work((work) => eraseMember(work, newId()))
    await scene.settle()
    expect(await seenBy(scene, { id, member })).toMatchObject({ talk: [{ by: 'PERSON', text: '' }] })
    expect(await verifyInRealms(scene)).toEqual([])
  })

  test('flows back coarsely to the pools that may know, as its application goes on', async () => {
    const scene = await aScene()
    const made = await anIntroduction(scene)
    await yes(made)
    await scene.settle()
    const known = async () => {
      const { sourceRecordId } = made.member.registration
      const found = await scene.referrer.work((work) => knownThroughRelay(work, { sourceRecordIds: [sourceRecordId] }))
      return found.activity
    }
    expect(await known()).toBe('IN_PROCESS_ELSEWHERE')
    const outcome = async (said: 'INTERVIEWING' | 'HIRED') => {
      await scene.employer.work((work) => recordOutcome(work, { introductionId: made.id, id: newId(), outcome: said }))
      await scene.settle()
      await scene.settle()
    }
    await outcome('INTERVIEWING')
    expect(await seenBy(scene, made)).toMatchObject({ progress: 'INTERVIEWING' })
    await outcome('HIRED')
    expect(await seenBy(scene, made)).toMatchObject({ progress: 'HIRED' })
    expect(await known()).toBe('PLACED')
  })

  test('is refused without a slot, below PLACEMENT, for a closed opening and for a reference of another opening', async () => {
    const scene = await aScene({ slots: 0 })
    const [ref = ''] = await refsFor(scene)
    const { installation, employer, openingId } = scene
    const asking = (more = {}) =>
      request(installation, employer, { id: newId(), openingId, ref, message: 'お話ししたく存じます。', ...more })
    await expect(asking()).rejects.toMatchObject({ code: 'credits.no-slot' })
    await expect(asking({ ref: 'f'.repeat(40) })).rejects.toMatchObject({ code: 'credits.no-slot' })
    await employer.work((work) => changeCompany(work, { operatingMode: 'INFO_PROVISION' }))
    await expect(asking()).rejects.toMatchObject({ code: 'matching.mode-forbids' })
    expect(await verifyInRealms(scene)).toEqual([])
  })

  test('reaches nobody more often than they allow, and the company is not told why', async () => {
    const scene = await aScene()
    const made = await anIntroduction(scene)
    await made.member.work(({ tx, memberId }) =>
      tx.updateTable('relay_member').set({ contacts_per_90_days: 1 }).where('member_id', '=', memberId).execute(),
    )
    const other = await aCompany({ installation: scene.installation })
    expect(await made.member.work((work) => isReachable(work, other.companyId))).toBe(false)
  })

  test('keeps who it reaches in the operator’s realm alone', async () => {
    const scene = await aScene()
    const made = await anIntroduction(scene)
    const { memberId } = made.member
    const rows = await inCompany(
      scene.installation,
      { companyId: scene.employer.companyId, actor: systemActor('test') },
      ({ tx, companyId }) =>
        Promise.all([
          tx.selectFrom('introductions_request').selectAll().where('company_id', '=', companyId).execute(),
          tx.selectFrom('company_outbox').selectAll().where('company_id', '=', companyId).execute(),
          tx.selectFrom('introductions_mapping').selectAll().where('company_id', '=', companyId).execute(),
        ]),
    )
    expect(JSON.stringify(rows)).not.toContain(memberId)
    expect(rows[2]).toEqual([])
  })
})

describe('an employer’s anonymous list', () => {
  test('does not show who said yes to it any more, for no opening, and gives equal scores one place', async () => {
    const scene = await aScene({ members: 13 })
    const { installation, employer, operatorId, openingId } = scene
    const other = await anOpening(employer, {
      conditions: { workPermitRequired: false, preferredSkills: [{ skill: 'Java' }] },
    })
    const list = async (id: string) => {
      const { items } = await rankForOpening(installation, employer, id, { pool: 'RELAY', page: 1, limit: 100 })
      return items.flatMap(({ rank, anonymous }) => anonymous!.refs.map(() => rank))
    }
    expect(await list(other)).toEqual(Array.from({ length: 13 }, () => 1))
    const made = await anIntroduction(scene)
    await yes(made)
    for (let pass = 0; pass < 3; pass += 1) await scene.settle()
    await releaseNow(installation, operatorId)
    expect(await list(openingId)).toHaveLength(12)
    expect(await list(other)).toHaveLength(12)
  })
})
