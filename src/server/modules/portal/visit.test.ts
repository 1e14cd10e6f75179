import { describe, expect, test } from 'vitest'
import { aCompany } from '../accounts/testing.ts'
import { aLetter, codeFor, openPortal } from './testing.ts'

const { app, installation, portal } = await openPortal()

describe('a visit', () => {
  test('shows which fields are held before the code, and what stands in them after', async () => {
    const company = await aCompany({ installation })
    const letter = await aLetter(company, { phone: '090-1234-5678' })
    const visiting = portal.browser()
    await visiting.get(`/l/${letter.token}`)
    const before = await visiting.post(`/l/${letter.token}`)
    expect(before.html).toContain('電話番号')
    expect(before.html).not.toContain('1234')
    await visiting.get('/code')
    await visiting.post('/code/resend')
    await installation.settle(company.companyId)
    const after = await visiting.post('/code', { code: codeFor(installation, letter.mail), next: '/home' })
    expect(after.html).toContain('5678')
  })

  test('shows what is held in the order in which people write it, and days as they are read', async () => {
    const company = await aCompany({ installation })
    const letter = await aLetter(company, { birthDate: '1990-04-01', prefecture: '東京都', skills: ['簿記'] })
    const { visiting } = await portal.arrived(company, letter)
    const { html } = await visiting.get('/home')
    const places = ['1990年4月1日', letter.mail, '東京都', '簿記'].map((value) => html.indexOf(value))
    expect(places).not.toContain(-1)
    expect(places).toEqual(places.toSorted((left, right) => left - right))
  })

  test('asks for the code before anything sensitive, and takes five tries', async () => {
    const company = await aCompany({ installation })
    const letter = await aLetter(company)
    const visiting = portal.browser()
    await visiting.get(`/l/${letter.token}`)
    await visiting.post(`/l/${letter.token}`)
    for (const path of ['/register', '/consents', '/export', '/erase', '/erase/confirm', '/corrections/name'])
      expect((await visiting.get(path)).to).toContain('/code?next=')
    expect((await visiting.request('GET', '/export/data.json')).to).toContain('/code')
    await visiting.get('/code')
    await visiting.post('/code/resend')
    await installation.settle(company.companyId)
    const code = codeFor(installation, letter.mail)
    const wrong = code === '111111' ? '222222' : '111111'
    for (let tries = 0; tries < 5; tries += 1) expect((await visiting.post('/code', { code: wrong })).status).toBe(422)
    expect((await visiting.post('/code', { code })).status).toBe(422)
  })

  test('begins at most twelve times an hour, so that a leaked link cannot have codes mailed and guessed without end', async () => {
    const letter = await aLetter(await aCompany({ installation }))
    const begin = async () => {
      const visiting = portal.browser()
      await visiting.get(`/l/${letter.token}`)
      return (await visiting.post(`/l/${letter.token}`)).status
    }
    for (let visits = 0; visits < 12; visits += 1) expect(await begin()).toBe(200)
    expect(await begin()).toBe(429)
    installation.clock.advance({ minutes: 61 })
    expect(await begin()).toBe(200)
  })

  test('begins and is proven for a dozen people behind the one address of their campus within a minute', async () => {
    const company = await aCompany({ installation })
    for (let people = 0; people < 12; people += 1) {
      const { token } = await aLetter(company)
      const visiting = portal.browser('192.0.2.7')
      await visiting.get(`/l/${token}`)
      const statuses = [
        (await visiting.post(`/l/${token}`)).status,
        (await visiting.post('/code/resend')).status,
        (await visiting.post('/code', { code: '000000' })).status,
      ]
      expect(statuses).toEqual([200, 200, 422])
    }
    const press = () => portal.browser('192.0.2.7').post('/l/nonsense')
    const presses = await Promise.all(Array.from({ length: 60 }, press))
    expect(presses.map(({ status }) => status)).not.toContain(429)
  })

  test('is stopped alone when one visitor guesses on, while the next at the same address goes on', async () => {
    const company = await aCompany({ installation })
    const at = async () => {
      const { token } = await aLetter(company)
      const visiting = portal.browser('192.0.2.8')
      await visiting.get(`/l/${token}`)
      await visiting.post(`/l/${token}`)
      await visiting.get('/code')
      return visiting
    }
    const guess = async (visiting: Awaited<ReturnType<typeof at>>) =>
      (await visiting.request('POST', '/code', { csrf: visiting.hidden('csrf'), code: '000000' })).status
    const guessing = await at()
    const statuses = []
    for (let tries = 0; tries < 12; tries += 1) statuses.push(await guess(guessing))
    expect(statuses).toEqual([...Array.from({ length: 10 }, () => 422), 429, 429])
    expect(await guess(await at())).toBe(422)
  })

  test('has at most twenty codes a day mailed by one link, however many visits it begins', async () => {
    const company = await aCompany({ installation })
    const letter = await aLetter(company)
    const sends = async (link: string) => {
      const visiting = portal.browser()
      await visiting.get(`/l/${link}`)
      await visiting.post(`/l/${link}`)
      const statuses = []
      for (let codes = 0; codes < 5; codes += 1) {
        await visiting.get('/home')
        statuses.push((await visiting.post('/code/resend')).status)
        installation.clock.advance({ minutes: 2 })
      }
      return statuses
    }
    for (let visits = 0; visits < 4; visits += 1) expect(await sends(letter.token)).toEqual([200, 200, 200, 200, 200])
    expect(await sends(letter.token)).toEqual([429, 429, 429, 429, 429])
    installation.clock.advance({ hours: 24 })
    expect((await sends(letter.token))[0]).toBe(200)
  })

  test('ends after half an hour without a request', async () => {
    const company = await aCompany({ installation })
    const { visiting } = await portal.arrived(company)
    expect((await visiting.get('/consents')).status).toBe(200)
    installation.clock.advance({ minutes: 31 })
    const over = await visiting.get('/consents')
    expect(over.status).toBe(401)
    expect(over.html).toContain('表示の有効時間が過ぎました')
  })

  test('of one person never shows another, nor takes posts without its own token', async () => {
    const company = await aCompany({ installation })
    const one = await portal.arrived(company, await aLetter(company, { name: '鈴木 一郎' }))
    const other = await portal.arrived(company, await aLetter(company, { name: '高橋 花子' }))
    const home = await one.visiting.get('/home')
    expect(home.html).toContain('鈴木 一郎')
    expect(home.html).not.toContain('高橋')
    await other.visiting.get('/erase/confirm')
    const stolen = other.visiting.hidden('csrf')
    const refused = await one.visiting.post('/erase/confirm', { csrf: stolen, understood: 'yes' })
    expect(refused.status).toBe(403)
    const elsewhere = await app.inject({
      method: 'POST',
      url: '/erase/confirm',
      headers: {
        host: new URL(installation.config.portalUrl).host,
        origin: 'https://evil.example',
        cookie: one.visiting.cookie() ?? '',
      },
    })
    expect(elsewhere.statusCode).toBe(403)
  })

  test('ends with signing out', async () => {
    const company = await aCompany({ installation })
    const { visiting } = await portal.arrived(company)
    const cookie = visiting.cookie() ?? ''
    await visiting.get('/home')
    await visiting.post('/sign-out')
    const host = new URL(installation.config.portalUrl).host
    expect((await app.inject({ url: '/home', headers: { host, cookie } })).statusCode).toBe(401)
  })

  test('mails a code when it is asked for, and never because a page was opened', async () => {
    const company = await aCompany({ installation })
    const letter = await aLetter(company)
    const visiting = portal.browser()
    await visiting.get(`/l/${letter.token}`)
    await visiting.post(`/l/${letter.token}`)
    const mails = async () => {
      await installation.settle(company.companyId)
      return installation.mailer.sent.filter(({ to }) => to === letter.mail).length
    }
    await visiting.request('HEAD', '/code')
    expect((await visiting.get('/code?next=/consents')).html).toContain('確認コードを送る')
    expect(await mails()).toBe(0)
    await visiting.post('/code/resend', { next: '/consents' })
    expect(await mails()).toBe(1)
    expect(visiting.hidden('next')).toBe('/consents')
  })

  test('is listed for its person in every browser, and can be ended from another', async () => {
    const company = await aCompany({ installation })
    const { visiting, letter } = await portal.arrived(company)
    const other = await portal.arrived(company, letter)
    const listed = await visiting.get('/visits')
    expect(listed.html.match(/\/visits\/[\w-]+\/end/g)).toHaveLength(1)
    const [path = ''] = /\/visits\/[\w-]+\/end/.exec(listed.html) ?? []
    await visiting.post(path)
    expect((await other.visiting.get('/consents')).status).toBe(401)
    const stranger = await portal.arrived(company)
    const [own = ''] = /\/visits\/[\w-]+\/end/.exec((await visiting.get('/visits')).html) ?? ['/visits/none/end']
    await stranger.visiting.get('/visits')
    await stranger.visiting.post(own)
    expect((await visiting.get('/consents')).status).toBe(200)
  })
})
