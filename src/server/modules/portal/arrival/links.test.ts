import { describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { aCompany } from '../../accounts/testing.ts'
import { issueLink, queueMail, revokeLinksOf, suppressed } from '../../messages/index.ts'
import { changeBudget, findMember, operatorMail, relayOperator } from '../../relay/index.ts'
import { anEmptyNetwork } from '../../matching/testing.ts'
import { ownRequests } from '../rights/asked.ts'
import { aLetter, openPortal, writtenTo } from '../testing.ts'

const { app, installation, portal } = await openPortal()
await anEmptyNetwork(installation)

describe('a personal link', () => {
  test('that is unknown, expired or revoked gets one neutral answer', async () => {
    const company = await aCompany({ installation })
    const revoked = await aLetter(company)
    await company.work((work) => revokeLinksOf(work, revoked.personId))
    const late = await aLetter(company)
    const expired = await company.work((work) =>
      issueLink(work, { id: newId(), purpose: 'PORTAL', personId: late.personId, expiresAt: new Date(0) }),
    )
    const unknown = `${company.companyId}.${'x'.repeat(43)}`
    const nobody = `${newId()}.${'x'.repeat(43)}`
    const tokens = [revoked.token, new URL(expired).pathname.replace('/l/', ''), unknown, nobody, 'nonsense']
    const answers = []
    for (const token of tokens) {
      const visiting = portal.browser()
      const opened = await visiting.get(`/l/${token}`)
      const answer = await visiting.post(`/l/${token}`)
      answers.push([opened.status, answer.status, answer.html.replaceAll(/value="[^"]*"|\/l\/[^"?]*/g, '')])
    }
    expect(new Set(answers.map(String)).size).toBe(1)
    expect(answers[0]?.[1]).toBe(404)
  })

  test('keeps its pages out of caches, referrers and search engines', async () => {
    const company = await aCompany({ installation })
    const { headers } = await portal.browser().get(`/l/${(await aLetter(company)).token}`)
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    })
    expect(headers['content-security-policy']).toContain("script-src 'self'")
  })
})

describe('without a visit', () => {
  test('that an address is reached no more is told to staff three times a day, whoever says it and how often', async () => {
    const company = await aCompany({ installation })
    const letter = await aLetter(company)
    await writtenTo(company, letter)
    const say = async (message: string) => {
      const visiting = portal.browser()
      await visiting.get('/unreachable')
      const form = { oldEmail: letter.mail, newEmail: 'elsewhere@mail.example', message }
      expect((await visiting.post('/unreachable', form)).status).toBe(200)
    }
    const told = () => company.work((work) => ownRequests(work, letter.personId))
    await Promise.all([say('転居しました'), say('転居しました'), say('転居しました')])
    await installation.settle()
    expect(await told()).toHaveLength(1)
    for (let at = 0; at < 6; at += 1) await say(`転居しました ${at}`)
    await installation.settle()
    expect(await told()).toHaveLength(3)
  })

  test('a lost link is answered alike for everyone, and mailed where it is known', async () => {
    const company = await aCompany({ installation })
    const letter = await aLetter(company)
    await writtenTo(company, letter)
    const answers = []
    const stranger = `${newId()}@mail.example`
    for (const email of [letter.mail, stranger]) {
      const visiting = portal.browser()
      await visiting.get('/lost-link')
      const answer = await visiting.post('/lost-link', { email })
      answers.push([answer.status, answer.html.replaceAll(/value="[^"]*"/g, '')])
    }
    expect(answers[0]).toEqual(answers[1])
    const again = portal.browser()
    await again.get('/lost-link')
    expect((await again.post('/lost-link', { email: letter.mail })).status).toBe(answers[0]?.[0])
    const before = installation.mailer.sent.length
    await installation.settle()
    const asked = new Set([letter.mail, stranger])
    const links = installation.mailer.sent.slice(before).filter((mail) => asked.has(mail.to))
    expect(links.map(({ to }) => to)).toEqual([letter.mail])
    const [, token = ''] = /\/l\/(\S+)/.exec(links[0]?.text ?? '') ?? []
    const visiting = portal.browser()
    await visiting.get(`/l/${token}`)
    const home = await visiting.post(`/l/${token}`)
    expect(home.html).toContain('佐藤 直子')
    expect(home.html).toContain('/register')
  })

  test('a lost link is mailed also to who was only ever sent a code, and to nobody whom no mail went to', async () => {
    const company = await aCompany({ installation })
    const { letter } = await portal.arrived(company)
    const unwritten = await aLetter(company)
    const before = installation.mailer.sent.length
    for (const email of [letter.mail, unwritten.mail]) {
      const visiting = portal.browser()
      await visiting.get('/lost-link')
      expect((await visiting.post('/lost-link', { email })).status).toBe(200)
    }
    await installation.settle()
    const asked = new Set([letter.mail, unwritten.mail])
    const links = installation.mailer.sent.slice(before).filter((mail) => asked.has(mail.to))
    expect(links.map(({ to }) => to)).toEqual([letter.mail])
  })

  test('a lost link is mailed to one person five times a day, and the page says the same afterwards', async () => {
    const company = await aCompany({ installation })
    const letter = await aLetter(company)
    await writtenTo(company, letter)
    const answers = new Set()
    const before = installation.mailer.sent.length
    for (let asked = 0; asked < 8; asked += 1) {
      const visiting = portal.browser()
      await visiting.get('/lost-link')
      const answer = await visiting.post('/lost-link', { email: letter.mail })
      answers.add(`${answer.status} ${answer.html.replaceAll(/value="[^"]*"/g, '')}`)
      await installation.settle()
      installation.clock.advance({ minutes: 20 })
    }
    const links = installation.mailer.sent.slice(before).filter(({ to }) => to === letter.mail)
    expect(links).toHaveLength(5)
    expect(answers.size).toBe(1)
    const [, token = ''] = /\/l\/(\S+)/.exec(links.at(-1)?.text ?? '') ?? []
    const visiting = portal.browser()
    await visiting.get(`/l/${token}`)
    expect((await visiting.post(`/l/${token}`)).status).toBe(200)
  })

  test('an address that many share gets three links at once, and the others when it asks again', async () => {
    const company = await aCompany({ installation })
    const mail = `${newId()}@mail.example`
    const names = ['佐藤 直子', '高橋 蓮', '渡辺 陽菜', '伊藤 湊', '山本 葵']
    for (const name of names) await writtenTo(company, await aLetter(company, { mail, name }))
    const linked = new Set<string>()
    const ask = async () => {
      const before = installation.mailer.sent.length
      const visiting = portal.browser()
      await visiting.get('/lost-link')
      await visiting.post('/lost-link', { email: mail })
      await installation.settle()
      const sent = installation.mailer.sent.slice(before).filter(({ to }) => to === mail)
      for (const { text } of sent) linked.add(/\/l\/(\S+)/.exec(text)?.[1] ?? '')
      return sent.length
    }
    expect([await ask(), await ask(), await ask()]).toEqual([3, 2, 0])
    const greeted = new Set<string>()
    for (const token of linked) {
      const visiting = portal.browser()
      await visiting.get(`/l/${token}`)
      const { html } = await visiting.post(`/l/${token}`)
      greeted.add(names.find((name) => html.includes(name)) ?? '')
    }
    expect([...greeted].toSorted()).toEqual(names.toSorted())
  })

  test('"this is not me" stops the links and tells a human', async () => {
    const company = await aCompany({ installation })
    const letter = await aLetter(company)
    const visiting = portal.browser()
    await visiting.get(`/l/${letter.token}`)
    await visiting.post(`/l/${letter.token}`)
    await visiting.get('/not-me')
    expect((await visiting.post('/not-me', { message: '' })).status).toBe(200)
    const again = portal.browser()
    await again.get(`/l/${letter.token}`)
    expect((await again.post(`/l/${letter.token}`)).status).toBe(404)
  })

  test('a form posted by another site is refused on an honest page, one by an old browser is taken', async () => {
    const company = await aCompany({ installation })
    const letter = await aLetter(company)
    const visiting = portal.browser()
    await visiting.get(`/l/${letter.token}`)
    await visiting.post(`/l/${letter.token}`)
    await visiting.get('/not-me')
    const form = { csrf: visiting.hidden('csrf'), message: '' }
    const host = new URL(installation.config.portalUrl).host
    const press = (from: Record<string, string>) =>
      app.inject({
        method: 'POST',
        url: '/not-me',
        headers: {
          host,
          cookie: visiting.cookie() ?? '',
          'content-type': 'application/x-www-form-urlencoded',
          ...from,
        },
        payload: new URLSearchParams(form).toString(),
      })
    for (const from of [{ origin: 'https://evil.example' }, { origin: 'null', 'sec-fetch-site': 'cross-site' }]) {
      const refused = await press(from)
      expect([refused.statusCode, refused.headers['content-type']]).toEqual([403, 'text/html; charset=utf-8'])
      expect(refused.body).toContain('お問い合わせ番号')
    }
    const withoutToken = await app.inject({
      method: 'POST',
      url: '/not-me',
      headers: {
        host,
        cookie: visiting.cookie() ?? '',
        origin: 'null',
        'content-type': 'application/x-www-form-urlencoded',
      },
      payload: 'message=',
    })
    expect(withoutToken.statusCode).toBe(403)
    expect((await press({ origin: 'null' })).statusCode).toBe(200)
  })

  test('an unknown path and a broken form get an honest page with a number, in both languages', async () => {
    const visiting = portal.browser()
    const missing = await visiting.get('/nowhere')
    expect([missing.status, missing.html.includes('お問い合わせ番号')]).toEqual([404, true])
    const host = new URL(installation.config.portalUrl).host
    const odd = await app.inject({
      method: 'POST',
      url: '/lost-link',
      headers: { host, 'content-type': 'application/json' },
      payload: '{',
    })
    expect(odd.statusCode).toBe(415)
    expect(odd.headers['content-type']).toContain('text/html')
    expect((await visiting.get('/lost-link?lang=en')).html).toContain('lang="en"')
  })
})

describe('an unsubscription', () => {
  test('needs one press and no question, can be taken back, and is not made by looking', async () => {
    const company = await aCompany({ installation })
    const letter = await aLetter(company)
    await company.work((work) =>
      queueMail(work, {
        id: newId(),
        kind: 'RECEIPT',
        to: letter.mail,
        personId: letter.personId,
        rendered: { subject: 's', text: 't', html: '<p>t</p>' },
        fromName: 'さくら商事株式会社',
        dueAt: work.now,
        unsubscribe: true,
      }),
    )
    await installation.settle(company.companyId)
    const sent = installation.mailer.sent.findLast(({ to }) => to === letter.mail)
    const path = new URL(/<(http[^>]+)>/.exec(sent?.headers?.['List-Unsubscribe'] ?? '')?.[1] ?? '').pathname
    const mark = () => company.work((work) => suppressed(work, letter.mail))
    const visiting = portal.browser()
    await visiting.get(path)
    await visiting.request('HEAD', path)
    expect(await mark()).toBeUndefined()
    const host = new URL(installation.config.portalUrl).host
    const press = (url: string) =>
      app.inject({
        method: 'POST',
        url,
        headers: { host, 'content-type': 'application/x-www-form-urlencoded' },
        payload: 'List-Unsubscribe=One-Click',
      })
    const clicked = await press(path)
    expect(clicked.statusCode).toBe(200)
    expect(await mark()).toBe('UNSUBSCRIBE')
    const plain = (text: string) => text.replaceAll(/value="[^"]*"|\/unsubscribe\/[^"?]*/g, '')
    const unknown = await press(`/unsubscribe/${company.companyId}.${'x'.repeat(43)}`)
    expect(plain(unknown.body)).toBe(plain(clicked.body))
    await visiting.get(path)
    expect((await visiting.post(`${path}/undo`)).status).toBe(200)
    expect(await mark()).toBeUndefined()
  })

  test('of the operator’s invitations takes one press in any browser, and stops them until it is taken back', async () => {
    const company = await aCompany({ installation })
    const { memberId, inOwn } = await portal.registered(company)
    const { text, headers } = await operatorMail(installation, {
      id: newId(),
      memberId,
      to: 'haruka@mail.example',
      language: 'ja',
      operator: await relayOperator(installation),
      template: 'INTRODUCTION_REMINDER',
      values: {
        'person.name': '髙橋 遥',
        'employer.name': 'あおば物流株式会社',
        'opening.title': '法人営業',
        'answer.by': '2027年1月8日',
        'promises.list': '',
        link: `${installation.config.portalUrl}/l/x`,
      },
      occasion: 'INVITATION',
    })
    const url = /<(http[^>]+)>/.exec(headers?.['List-Unsubscribe'] ?? '')?.[1] ?? ''
    expect(text).toContain(url)
    const path = new URL(url).pathname
    const limit = async () => (await inOwn(findMember))?.contactsPer90Days
    await inOwn((work) => changeBudget(work, 6))
    const visiting = portal.browser()
    const shown = await visiting.get(path)
    await visiting.request('HEAD', path)
    expect([shown.status, shown.html.match(/<button/g)?.length, await limit()]).toEqual([200, 1, 6])
    expect((await visiting.post(path)).html).toContain('配信を停止しました')
    expect(await limit()).toBe(0)
    await visiting.post(`${path}/undo`)
    expect(await limit()).toBe(6)
    const host = new URL(installation.config.portalUrl).host
    const oneClick = { host, 'content-type': 'application/x-www-form-urlencoded' }
    const payload = 'List-Unsubscribe=One-Click'
    const press = (to: string) => app.inject({ method: 'POST', url: to, headers: oneClick, payload })
    const forged = await press(`/unsubscribe/${memberId}.${'x'.repeat(43)}`)
    expect([forged.statusCode, await limit()]).toEqual([200, 6])
    expect((await press(path)).statusCode).toBe(200)
    expect(await limit()).toBe(0)
    await inOwn((work) => changeBudget(work, 2))
    await visiting.get(path)
    await visiting.request('POST', `${path}/undo`, { csrf: visiting.hidden('csrf') })
    expect(await limit()).toBe(2)
  })
})
