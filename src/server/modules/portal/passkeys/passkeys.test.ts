import { describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { aCompany } from '../../accounts/testing.ts'
import { eraseMember, exportMember } from '../../consent/index.ts'
import { memberWithPasskey } from './testing.ts'
import { openPortal, type TestBrowser } from '../testing.ts'

const { installation, portal } = await openPortal()
const company = await aCompany({ installation })
const { joined, optionsOf, signInWith } = memberWithPasskey(portal, installation)

const isSignedIn = async (visiting: TestBrowser) => (await visiting.get('/profile')).status === 200

describe('a passkey', () => {
  test('is added by a member, signs them in without link or code, and is removed', async () => {
    const { visiting, device } = await joined(company)
    const page = await visiting.get('/visits')
    expect(page.html).toContain('自分の端末')
    const elsewhere = await signInWith(device)
    expect(elsewhere.answer.html).toContain('プロフィール')
    expect(await isSignedIn(elsewhere.visiting)).toBe(true)
    const [, id] = /visits\/passkeys\/([\w-]+)\/remove/.exec((await visiting.get('/visits')).html) ?? []
    expect((await visiting.post(`/visits/passkeys/${id}/remove`)).html).toContain('パスキーを削除しました')
    expect((await signInWith(device)).answer.status).toBe(422)
  })

  test('that is added or removed is told by mail to its owner, in their language, once; one that was refused is not', async () => {
    const { visiting, device, letter } = await joined(company)
    const told = async () => {
      await installation.settle(company.companyId)
      const mails = installation.mailer.sent.filter(
        ({ to, subject }) => to === letter.mail && /パスキー|passkey/.test(subject),
      )
      return mails.map(({ subject, text }) => ({ subject, text }))
    }
    const added = expect.objectContaining({
      subject: expect.stringContaining('パスキーが登録されました'),
      text: expect.stringContaining('自分の端末'),
    })
    expect(await told()).toEqual([added])
    const { html } = await visiting.get('/visits')
    await visiting.post('/visits/passkeys', { answer: device.make(optionsOf(html)), name: '' })
    const [, id] = /visits\/passkeys\/([\w-]+)\/remove/.exec((await visiting.get('/visits?lang=en')).html) ?? []
    for (let time = 0; time < 2; time += 1) await visiting.post(`/visits/passkeys/${id}/remove?lang=en`)
    const removed = expect.objectContaining({ subject: expect.stringContaining('a passkey was removed') })
    expect(await told()).toEqual([added, removed])
  })

  test('does not answer for another site, nor without asking who holds the device, nor when it was copied', async () => {
    const { device } = await joined(company)
    for (const changed of [
      { origin: 'https://portal.evil.example' },
      { rpId: 'evil.example' },
      { unverified: true },
      { userHandle: '' },
      { userHandle: Buffer.alloc(16, 7).toString('base64url') },
    ])
      expect((await signInWith(device, changed)).answer.status).toBe(422)
    expect((await signInWith(device)).answer.status).toBe(200)
    expect((await signInWith(device, { counter: 1 })).answer.status).toBe(422)
  })

  test('answers each question once, only ours, only while it is fresh', async () => {
    const { device, visiting } = await joined(company)
    const browser = portal.browser()
    const asked = optionsOf((await browser.get('/passkey')).html)
    const answer = device.answer(asked)
    const hidden = { csrf: browser.hidden('csrf'), idempotencyId: newId() }
    const send = (text: string) => browser.request('POST', '/passkey', { ...hidden, answer: text })
    expect((await send(answer)).status).toBe(303)
    const other = portal.browser()
    await other.get('/passkey')
    expect((await other.post('/passkey', { answer })).status).toBe(422)
    const toRegister = optionsOf((await visiting.get('/visits')).html)
    expect((await signInWith(device, { challenge: toRegister.challenge })).answer.status).toBe(422)
    const forged = Buffer.from('a challenge of somebody else’s').toString('base64url')
    expect((await signInWith(device, { challenge: forged })).answer.status).toBe(422)
    const late = portal.browser()
    const old = optionsOf((await late.get('/passkey')).html)
    installation.clock.advance({ minutes: 16 })
    expect((await late.post('/passkey', { answer: device.answer(old) })).status).toBe(422)
    await late.get('/passkey')
    for (const text of ['', '{', '[]', '{"id":"a"}', 'x'.repeat(30_000)])
      expect((await late.post('/passkey', { answer: text })).status).toBe(422)
  })

  test('of one member is no other’s: neither added for them nor used in their name', async () => {
    const one = await joined(company)
    const other = await portal.registered(company)
    const question = optionsOf((await one.visiting.get('/visits')).html)
    await other.visiting.get('/visits')
    const stolen = await other.visiting.post('/visits/passkeys', { answer: one.device.make(question), name: '' })
    expect(stolen.html).toContain('登録できませんでした')
    const theirs = Buffer.from(other.memberId.replaceAll('-', ''), 'hex').toString('base64url')
    expect((await signInWith(one.device, { userHandle: theirs })).answer.status).toBe(422)
    const [, id] = /visits\/passkeys\/([\w-]+)\/remove/.exec((await one.visiting.get('/visits')).html) ?? []
    await other.visiting.get('/visits')
    await other.visiting.post(`/visits/passkeys/${id}/remove`)
    expect((await signInWith(one.device)).answer.status).toBe(200)
  })

  test('is added once, and two answers at once count one after the other', async () => {
    const { visiting, device } = await joined(company)
    await visiting.get('/visits')
    const again = await visiting.post('/visits/passkeys', {
      answer: device.make(optionsOf((await visiting.get('/visits')).html)),
      name: '',
    })
    expect(again.html).toContain('登録できませんでした')
    const answers = await Promise.all([signInWith(device, { counter: 9 }), signInWith(device, { counter: 9 })])
    expect(answers.map(({ answer }) => answer.status).toSorted((one, next) => one - next)).toEqual([200, 422])
  })

  test('is exported by name, goes with the member, and is offered to nobody who is none', async () => {
    const { device, inOwn } = await joined(company)
    expect((await inOwn(exportMember))['portal']).toMatchObject({ passkeys: [{ name: '自分の端末' }] })
    await inOwn((work) => eraseMember(work, newId()))
    expect((await signInWith(device)).answer.status).toBe(422)
    const { visiting } = await portal.arrived(company)
    expect((await visiting.get('/visits')).html).not.toContain('パスキーを登録する')
  })

  test('lets its owner in while somebody who guesses by a forwarded mail has used up the visits of its link', async () => {
    const { device, letter } = await joined(company)
    const statuses = []
    for (let visits = 0; visits < 13; visits += 1) {
      const visiting = portal.browser()
      await visiting.get(`/l/${letter.token}`)
      statuses.push((await visiting.post(`/l/${letter.token}`)).status)
    }
    expect(statuses.at(-1)).toBe(429)
    expect((await signInWith(device)).answer.status).toBe(200)
  })
})
