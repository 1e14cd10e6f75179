import { describe, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { aCompany, type TestCompany } from '../accounts/testing.ts'
import { issueLink } from '../messages/index.ts'
import { aLetter, codeFor, openPortal, writtenTo, type TestLetter } from './testing.ts'

const { app, installation, portal } = await openPortal()

async function aCompanyWithLetter() {
  const company = await aCompany({ installation })
  return { company, letter: await aLetter(company) }
}

/** Begins a visit in a browser that has never been here. */
async function begin(token: string) {
  const visiting = portal.browser()
  await visiting.get(`/l/${token}`)
  return { visiting, ...(await visiting.post(`/l/${token}`)) }
}

/** Begins a visit and asks for a code as often as one visit may. */
async function sends(token: string) {
  const { visiting } = await begin(token)
  const statuses = []
  let html = ''
  for (let codes = 0; codes < 5; codes += 1) {
    await visiting.get('/home')
    const answer = await visiting.post('/code/resend')
    statuses.push(answer.status)
    html = answer.html
    installation.clock.advance({ minutes: 2 })
  }
  return { statuses, html }
}

const mailsTo = async (mail: string, companyId: string) => {
  await installation.settle(companyId)
  return installation.mailer.sent.filter(({ to }) => to === mail).length
}

/** The token of the link that the page for lost links mails. */
async function lostLink(company: TestCompany, letter: TestLetter) {
  const { mail } = letter
  await writtenTo(company, letter)
  const visiting = portal.browser()
  await visiting.get('/lost-link')
  await visiting.post('/lost-link', { email: mail })
  await installation.settle()
  await installation.settle(company.companyId)
  const newest = installation.mailer.sent.findLast(({ to, text }) => to === mail && text.includes('/l/'))
  return /\/l\/(\S+)/.exec(newest?.text ?? '')?.[1] ?? ''
}

const anotherLink = async (company: TestCompany, { personId, sourceRecordId }: TestLetter) => {
  const url = await company.work((work) =>
    issueLink(work, {
      id: newId(),
      purpose: 'LETTER',
      personId,
      recordId: sourceRecordId,
      subjectId: newId(),
      expiresAt: new Date(work.now.getTime() + 86_400_000),
    }),
  )
  return new URL(url).pathname.replace('/l/', '')
}

/** A moment from which on, or a way in by which, what one link has used up does not matter. */
const waysPastTheLink = /"\/passkey"|button even" href="\/lost-link"|から、もう一度お試し|お待ちいただかずに/

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

  test('leads from the bare address to one’s own page, and whoever has no visit to where a link is mailed', async () => {
    const company = await aCompany({ installation })
    expect((await portal.browser().get('/')).to).toBe('/lost-link')
    const { visiting } = await portal.arrived(company)
    expect((await visiting.get('/')).to).toBe('/home')
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

  test('begins at most twelve times an hour by one link, so that a leaked one cannot have codes guessed without end', async () => {
    const { letter } = await aCompanyWithLetter()
    const statuses = []
    for (let visits = 0; visits < 12; visits += 1) statuses.push((await begin(letter.token)).status)
    expect(new Set(statuses)).toEqual(new Set([200]))
    expect((await begin(letter.token)).status).toBe(429)
    installation.clock.advance({ minutes: 61 })
    expect((await begin(letter.token)).status).toBe(200)
  })

  test('is kept from nobody whose browser or passkey is known, or who asks for a link, by somebody who guesses', async () => {
    const { company, letter } = await aCompanyWithLetter()
    const { visiting: known } = await portal.arrived(company, letter)
    for (let visits = 0; visits < 12; visits += 1) await begin(letter.token)
    const stopped = await begin(letter.token)
    expect(stopped.status).toBe(429)
    expect(stopped.html).toContain('/lost-link')
    expect(stopped.html).toContain('/passkey')
    expect(stopped.html).toMatch(/\d{1,2}:\d{2}から、もう一度お試しいただけます/)
    // The owner's browser, in which a code was entered before.
    await known.get(`/l/${letter.token}`)
    expect((await known.post(`/l/${letter.token}`)).status).toBe(200)
    // A browser that the owner has never used, by the way that the page leads to.
    const mailed = await lostLink(company, letter)
    const fresh = await begin(mailed)
    expect(fresh.status).toBe(200)
    await fresh.visiting.post('/code/resend')
    await installation.settle(company.companyId)
    await fresh.visiting.get('/code')
    const inside = await fresh.visiting.post('/code', { code: codeFor(installation, letter.mail), next: '/consents' })
    expect(inside.status).toBe(200)
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
      visiting.request('POST', '/code', { csrf: visiting.hidden('csrf'), code: '000000' })
    const guessing = await at()
    const tried = []
    for (let tries = 0; tries < 12; tries += 1) tried.push(await guess(guessing))
    expect(tried.map(({ status }) => status)).toEqual([...Array.from({ length: 10 }, () => 422), 429, 429])
    expect(tried.at(-1)?.html).not.toMatch(waysPastTheLink)
    expect((await guess(await at())).status).toBe(422)
  })

  test('is not told of ways that a limit of its network address does not let it go', async () => {
    const press = async () => {
      const visiting = portal.browser('192.0.2.9')
      await visiting.get('/lost-link')
      return visiting.post('/lost-link', { email: '' })
    }
    let pressed = await press()
    for (let presses = 0; pressed.status !== 429 && presses < 200; presses += 1) pressed = await press()
    expect(pressed.status).toBe(429)
    expect(pressed.html).toContain('しばらく時間をおいて')
    expect(pressed.html).not.toMatch(waysPastTheLink)
  })

  test('has at most twenty codes a day mailed by one link, however many visits it begins, and says until when', async () => {
    const { company, letter } = await aCompanyWithLetter()
    const { visiting: known } = await portal.arrived(company, letter)
    installation.clock.advance({ hours: 25 })
    for (let visits = 0; visits < 4; visits += 1)
      expect((await sends(letter.token)).statuses).toEqual([200, 200, 200, 200, 200])
    const stopped = await sends(letter.token)
    expect(stopped.statuses).toEqual([429, 429, 429, 429, 429])
    expect(stopped.html).toMatch(/\d{1,2}:\d{2}から、もう一度お試しいただけます/)
    // Neither the owner's own browser nor a link that the owner asks for is counted with it.
    await known.get(`/l/${letter.token}`)
    expect((await known.post(`/l/${letter.token}`)).status).toBe(200)
    await known.get('/home')
    expect((await known.post('/code/resend')).status).toBe(200)
    expect((await sends(await lostLink(company, letter))).statuses[0]).toBe(200)
    installation.clock.advance({ hours: 24 })
    expect((await sends(letter.token)).statuses[0]).toBe(200)
  })

  test('has at most sixty codes a day mailed by all the links of one person, asked for at once or not', async () => {
    const { company, letter } = await aCompanyWithLetter()
    const before = await mailsTo(letter.mail, company.companyId)
    for (let links = 0; links < 4; links += 1) {
      const token = links === 0 ? letter.token : await anotherLink(company, letter)
      const visits = await Promise.all(Array.from({ length: 6 }, () => begin(token)))
      for (let codes = 0; codes < 4; codes += 1) {
        await Promise.all(
          visits.map(async ({ visiting }) => {
            await visiting.get('/home')
            await visiting.post('/code/resend')
          }),
        )
        installation.clock.advance({ minutes: 2 })
      }
    }
    expect((await mailsTo(letter.mail, company.companyId)) - before).toBe(60)
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

test('the page on which a code is typed is there in the other language, with where it leads', async () => {
  const company = await aCompany({ installation })
  const { token } = await aLetter(company)
  const { visiting } = await begin(token)
  await visiting.get('/code?next=/consents')
  const { html } = await visiting.post('/code/resend', { next: '/consents' })
  const [, href = ''] = /class="language" href="([^"]+)"/.exec(html) ?? []
  const english = await visiting.get(href.replaceAll('&amp;', '&'))
  expect(english.status).toBe(200)
  expect(english.html).toContain('lang="en"')
  expect(english.html).toContain('name="next" value="/consents"')
})
