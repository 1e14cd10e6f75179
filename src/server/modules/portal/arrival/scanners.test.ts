import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import { queueMail } from '../../messages/index.ts'
import { aLetter, openPortal } from '../testing.ts'

const { app, installation, portal } = await openPortal()
const { host } = new URL(installation.config.portalUrl)

const agents = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Safari/537.36 SafeLinks',
  'Mozilla/5.0 (compatible; BingPreview/1.0b)',
  'Mozilla/5.0 (compatible; Barracuda Sentinel)',
  'Mozilla/5.0 (compatible; Proofpoint URL Defense)',
  'Mozilla/5.0 (compatible; Mimecast URL Protect)',
  'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
  'Twitterbot/1.0',
  'facebookexternalhit/1.1',
  'GoogleImageProxy',
  'Microsoft Office/16.0 (Microsoft Outlook 16.0)',
  'python-requests/2.32',
  '',
]

type Opening = { method: 'GET' | 'HEAD' | 'POST' | 'OPTIONS'; headers?: Record<string, string>; payload?: string }
const form = { 'content-type': 'application/x-www-form-urlencoded' }
/** How machines open a link that was meant for a person: they look, they fetch ahead, and some press. */
const openings: readonly Opening[] = [
  { method: 'GET' },
  { method: 'HEAD' },
  { method: 'GET', headers: { purpose: 'prefetch' } },
  { method: 'GET', headers: { 'sec-purpose': 'prefetch' } },
  { method: 'GET', headers: { 'sec-purpose': 'prefetch;prerender', 'sec-fetch-dest': 'document' } },
  { method: 'GET', headers: { 'x-moz': 'prefetch' } },
  { method: 'GET', headers: { 'x-purpose': 'preview', range: 'bytes=0-4095' } },
  { method: 'OPTIONS' },
  { method: 'POST', headers: form, payload: '' },
  { method: 'POST', headers: form, payload: 'csrf=guessed&consent=yes' },
  { method: 'POST', headers: { ...form, origin: 'https://scanner.example' }, payload: 'List-Unsubscribe=One-Click' },
  { method: 'POST', headers: { 'content-type': 'application/json' }, payload: '{}' },
]

/** Every row that a company has, in one line a table. */
async function everythingOf(company: TestCompany): Promise<string[]> {
  return company.work(async ({ tx }) => {
    const { rows: tables } = await sql<{ name: string }>`
      select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid
      where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.attname = 'company_id'
        and has_table_privilege(c.oid, 'select') order by 1`.execute(tx)
    const found: string[] = []
    for (const { name } of tables) {
      const { rows } = await sql<{ sum: string | null }>`
        select md5(string_agg(t::text, '|' order by t::text)) as sum from ${sql.table(name)} t
        where company_id = ${company.companyId}`.execute(tx)
      found.push(`${name} ${rows[0]?.sum ?? ''}`)
    }
    return found
  })
}

/** The paths of the links that stand in the mails to a person. */
async function linksOf(company: TestCompany): Promise<{ mail: string; paths: string[]; token: string }> {
  const { mail, token, personId } = await aLetter(company)
  await company.work((work) =>
    queueMail(work, {
      id: newId(),
      kind: 'RECEIPT',
      to: mail,
      personId,
      rendered: { subject: 's', text: 't', html: '<p>t</p>' },
      fromName: 'さくら商事株式会社',
      dueAt: work.now,
      unsubscribe: true,
    }),
  )
  await installation.settle(company.companyId)
  const sent = installation.mailer.sent.findLast(({ to }) => to === mail)
  const stop = new URL(/<(http[^>]+)>/.exec(sent?.headers?.['List-Unsubscribe'] ?? '')?.[1] ?? '').pathname
  return { mail, token, paths: [`/l/${token}`, stop] }
}

test('a thousand openings of the links in mails, by machines of every kind, change not a row and send nothing', async () => {
  const company = await aCompany({ installation })
  const { mail, token, paths } = await linksOf(company)
  const before = await everythingOf(company)
  expect(before.length).toBeGreaterThan(50)
  const mailed = installation.mailer.sent.length
  const statuses = new Map<string, number>()
  for (let count = 0; count < 1000; count += 1) {
    const opening = openings[count % openings.length]!
    const at = count % (openings.length * 2) < openings.length ? 0 : 1
    // A one-click post to the address of the header is what RFC 8058 asks mail programs for: it is no scan.
    const isOneClick = at === 1 && opening.method === 'POST'
    const answer = await app.inject({
      method: isOneClick ? 'HEAD' : opening.method,
      url: paths[at]!,
      remoteAddress: `10.1.${count % 4}.${count % 250}`,
      headers: { host, 'user-agent': agents[(count * 7) % agents.length]!, ...opening.headers },
      ...(opening.payload !== undefined && !isOneClick && { payload: opening.payload }),
    })
    const kind = `${isOneClick ? 'HEAD' : opening.method} ${answer.statusCode}`
    statuses.set(kind, (statuses.get(kind) ?? 0) + 1)
    expect(answer.body).not.toContain('佐藤')
    expect(answer.body).not.toContain(mail)
    expect(answer.cookies).toEqual([])
  }
  expect([...statuses.keys()].toSorted()).toEqual(['GET 200', 'HEAD 200', 'OPTIONS 404', 'POST 403', 'POST 415'])
  await installation.settle(company.companyId)
  expect(installation.mailer.sent.length).toBe(mailed)
  expect(await everythingOf(company)).toEqual(before)

  const human = portal.browser()
  await human.get(`/l/${token}`)
  expect((await human.post(`/l/${token}`)).html).toContain('佐藤 直子')
})

test('a scanner that presses "continue" as a browser would gets no value, has no code mailed, and leaves the way open', async () => {
  const company = await aCompany({ installation })
  const { mail, token } = await linksOf(company)
  const mailed = () => installation.mailer.sent.filter(({ to }) => to === mail).length
  const before = mailed()
  for (let scans = 0; scans < 5; scans += 1) {
    const scanner = portal.browser()
    await scanner.get(`/l/${token}`)
    const { html } = await scanner.post(`/l/${token}`)
    expect(html).not.toContain(mail)
    for (const path of ['/consents', '/erase/confirm', '/export', '/register', '/requests'])
      expect((await scanner.get(path)).to).toContain('/code?next=')
  }
  await installation.settle(company.companyId)
  expect(mailed()).toBe(before)
  const human = portal.browser()
  await human.get(`/l/${token}`)
  expect((await human.post(`/l/${token}`)).html).toContain('佐藤 直子')
})
