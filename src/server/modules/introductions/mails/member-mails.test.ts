import { expect, test } from 'vitest'
import { inMember, systemActor } from '../../../kernel/work.ts'
import { findIntroductionLink, linkFollowed, stopIntroductionLinks } from '../index.ts'
import { changeQuietHours, contactsUsed, stopMailsByToken } from '../../relay/index.ts'
import { setClock } from '../../relay/testing.ts'
import { anIntroduction, aScene, type Scene, type TestIntroduction } from '../testing.ts'

const mailsTo = ({ installation }: Scene, { member }: TestIntroduction) =>
  installation.mailer.sent.filter(({ to }) => to === member.mail)
const tokenIn = (text: string) => /\/l\/(\S+)/.exec(text)?.[1] ?? ''
const states = (scene: Scene, { member }: TestIntroduction) =>
  inMember(scene.installation, { memberId: member.memberId, actor: systemActor('test') }, ({ tx, memberId }) =>
    tx
      .selectFrom('introductions_mail')
      .select(['kind', 'state'])
      .where('member_id', '=', memberId)
      .orderBy('due_at')
      .execute(),
  )

test('the mails of an introduction carry one personal link, which leads to it until it is stopped', async () => {
  const scene = await aScene()
  const made = await anIntroduction(scene)
  scene.installation.clock.advance({ days: 11 })
  await scene.settle()
  await scene.settle()
  const tokens = mailsTo(scene, made).map(({ text }) => tokenIn(text))
  expect(tokens).toHaveLength(2)
  expect(new Set(tokens).size).toBe(1)
  const [token = ''] = tokens
  const { memberId } = made.member
  expect(await findIntroductionLink(scene.installation, token)).toEqual({ memberId, introductionId: made.id })
  expect(await findIntroductionLink(scene.installation, `${memberId}.${'A'.repeat(43)}`)).toBeUndefined()
  await made.member.work(stopIntroductionLinks)
  expect(await findIntroductionLink(scene.installation, token)).toBeUndefined()
})

test('nothing more is mailed about an introduction whose mail reached somebody else', async () => {
  const scene = await aScene()
  const made = await anIntroduction(scene)
  await made.member.work(stopIntroductionLinks)
  scene.installation.clock.advance({ days: 11 })
  for (let pass = 0; pass < 3; pass += 1) await scene.settle()
  expect(mailsTo(scene, made)).toHaveLength(1)
  expect(await states(scene, made)).toEqual([
    { kind: 'REQUEST', state: 'SENT' },
    { kind: 'REMINDER', state: 'CANCELLED' },
  ])
})

test('a link opens nothing any more a month after the time to answer', async () => {
  const scene = await aScene()
  const made = await anIntroduction(scene)
  const token = tokenIn(mailsTo(scene, made)[0]!.text)
  scene.installation.clock.advance({ days: 14 + 31 })
  expect(await findIntroductionLink(scene.installation, token)).toBeUndefined()
})

test('a mail of unknown outcome never goes twice: the one reminder comes after a day instead', async () => {
  const scene = await aScene()
  scene.installation.mailer.answer({ outcome: 'unknown', answer: 'the connection ended after the message' })
  const made = await anIntroduction(scene)
  expect(await states(scene, made)).toEqual([{ kind: 'REQUEST', state: 'UNKNOWN' }])
  scene.installation.mailer.answer({ outcome: 'sent', answer: '250 OK' })
  scene.installation.clock.advance({ days: 1, minutes: 1 })
  for (let pass = 0; pass < 3; pass += 1) await scene.settle()
  expect(mailsTo(scene, made)).toHaveLength(2)
  scene.installation.clock.advance({ days: 10 })
  for (let pass = 0; pass < 3; pass += 1) await scene.settle()
  expect(mailsTo(scene, made)).toHaveLength(2)
  await made.member.work((work) => linkFollowed(work, made.id))
  expect((await states(scene, made)).map(({ state }) => state)).toEqual(['SENT', 'SENT'])
})

test('a request whose mail is refused for good is no contact, until its reminder arrives', async () => {
  const scene = await aScene()
  scene.installation.mailer.answer({ outcome: 'refused', status: 550, answer: '550 no such user' })
  const made = await anIntroduction(scene)
  expect(await states(scene, made)).toEqual([{ kind: 'REQUEST', state: 'REFUSED' }])
  expect(await made.member.work(contactsUsed)).toBe(0)
  scene.installation.mailer.answer({ outcome: 'sent', answer: '250 OK' })
  scene.installation.clock.advance({ days: 11 })
  for (let pass = 0; pass < 3; pass += 1) await scene.settle()
  expect((await states(scene, made)).map(({ state }) => state)).toEqual(['REFUSED', 'SENT'])
  expect(await made.member.work(contactsUsed)).toBe(1)
})

test('a mail that asks carries a personal stop, after which nothing of its kind follows', async () => {
  const scene = await aScene()
  const made = await anIntroduction(scene)
  const [first] = mailsTo(scene, made)
  const stop = /\/unsubscribe\/(\S+)/.exec(first?.text ?? '')?.[1] ?? ''
  expect(first?.headers).toMatchObject({
    'List-Unsubscribe': expect.stringContaining(`/unsubscribe/${stop}>`),
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  })
  expect(await stopMailsByToken(scene.installation, stop)).toBe(true)
  scene.installation.clock.advance({ days: 11 })
  for (let pass = 0; pass < 3; pass += 1) await scene.settle()
  expect(mailsTo(scene, made)).toHaveLength(1)
  expect((await states(scene, made)).map(({ state }) => state)).toEqual(['SENT', 'CANCELLED'])
})

test('a request that comes in the member’s quiet hours is mailed when they are over', async () => {
  const scene = await aScene()
  const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10)
  setClock(scene.installation, `${day(3)}T23:30:00+09:00`)
  for (const { work } of scene.members) await work((opened) => changeQuietHours(opened, { from: 22, until: 7 }))
  await scene.settle()
  const made = await anIntroduction(scene)
  expect(mailsTo(scene, made)).toEqual([])
  setClock(scene.installation, `${day(4)}T06:59:00+09:00`)
  for (let pass = 0; pass < 2; pass += 1) await scene.settle()
  expect(mailsTo(scene, made)).toEqual([])
  setClock(scene.installation, `${day(4)}T07:00:30+09:00`)
  for (let pass = 0; pass < 2; pass += 1) await scene.settle()
  expect(mailsTo(scene, made)).toHaveLength(1)
})
