import type { FastifyInstance } from 'fastify'
import { afterAll } from 'vitest'
import { createApp, wiring } from '../../app.ts'
import { newId } from '../../kernel/ids.ts'
import { testInstallation, type TestInstallation } from '../../kernel/testing.ts'
import { inMember } from '../../kernel/work.ts'
import { aCompany, type TestCompany } from '../accounts/testing.ts'
import { issueLink, queueMail } from '../messages/index.ts'
import { aPerson } from '../people/testing.ts'
import { memberOf } from '../relay/index.ts'
import { memberActor } from './arrival/session.ts'

export type TestLetter = { personId: string; sourceRecordId: string; letterId: string; mail: string; token: string }

/** A person of the company to whom a letter with a personal link was written. */
export async function aLetter(
  company: TestCompany,
  made: Parameters<typeof aPerson>[1] & { mail?: string } = {},
): Promise<TestLetter> {
  const { mail = `${newId()}@mail.example`, ...fields } = made
  const { personId, sourceRecordId } = await aPerson(company, { email: mail, ...fields })
  const letterId = newId()
  const url = await company.work((work) =>
    issueLink(work, {
      id: newId(),
      purpose: 'LETTER',
      personId,
      recordId: sourceRecordId,
      subjectId: letterId,
      expiresAt: new Date(work.now.getTime() + 90 * 86_400_000),
    }),
  )
  return { personId, sourceRecordId, letterId, mail, token: new URL(url).pathname.replace('/l/', '') }
}

/** The company has written to the person, so that a lost link is theirs to send. */
export async function writtenTo(company: TestCompany, letter: TestLetter): Promise<void> {
  await company.work((work) =>
    queueMail(work, {
      id: newId(),
      kind: 'ANSWER',
      to: letter.mail,
      personId: letter.personId,
      recordId: letter.sourceRecordId,
      rendered: { subject: '選考結果のご連絡', text: '選考結果', html: '<p>選考結果</p>' },
      fromName: 'さくら商事株式会社',
      dueAt: work.now,
    }),
  )
  await company.installation.settle(company.companyId)
}

export type Page = { status: number; html: string; to: string | undefined; cookie: string | undefined }

/** A browser without script: it keeps the cookie, follows what it is led to, and posts the forms it was shown. */
export function aBrowser(
  app: FastifyInstance,
  { config }: Pick<TestInstallation, 'config'>,
  // An address of its own, as the limits count by it.
  remoteAddress = `10.${[0, 0, 0].map(() => Math.floor(Math.random() * 250)).join('.')}`,
) {
  const host = new URL(config.portalUrl).host
  const cookies = new Map<string, string>()
  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') || undefined
  let last = ''
  const request = async (method: 'GET' | 'POST' | 'HEAD', url: string, form?: Record<string, string | string[]>) => {
    const payload = new URLSearchParams()
    for (const [name, value] of Object.entries(form ?? {})) for (const one of [value].flat()) payload.append(name, one)
    const answer = await app.inject({
      method,
      url,
      remoteAddress,
      headers: {
        host,
        ...(cookies.size > 0 && { cookie: cookie() }),
        ...(method === 'POST' && {
          origin: `http://${host}`,
          'sec-fetch-site': 'same-origin',
          'content-type': 'application/x-www-form-urlencoded',
        }),
      },
      ...(method === 'POST' && { payload: payload.toString() }),
    })
    for (const { name, value } of answer.cookies.filter((one) => one.name.startsWith('__Host-')))
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    if (answer.headers['content-type']?.toString().startsWith('text/html')) last = answer.body
    return {
      status: answer.statusCode,
      html: answer.body,
      to: answer.headers.location,
      cookie: cookie(),
      headers: answer.headers,
    }
  }
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(last)?.[1] ?? ''
  const get = (url: string) => request('GET', url)
  /** Posts with the tokens of the page that was shown last, and follows where it leads. */
  const post = async (url: string, form: Record<string, string | string[]> = {}) => {
    const answer = await request('POST', url, { csrf: hidden('csrf'), idempotencyId: hidden('idempotencyId'), ...form })
    return answer.to === undefined ? answer : get(answer.to)
  }
  return { get, post, request, hidden, cookie }
}

export type TestBrowser = ReturnType<typeof aBrowser>

/** The six digits of the newest code that was mailed to an address. */
export function codeFor({ mailer }: TestInstallation, mail: string): string {
  const newest = mailer.sent.findLast((one) => one.to === mail && /\b\d{6}\b/.test(one.text))
  return /\b\d{6}\b/.exec(newest?.text ?? '')?.[0] ?? ''
}

/** Opens the link, continues, and enters the code that was mailed. */
export async function arriveVerified(
  browser: TestBrowser,
  installation: TestInstallation,
  { companyId, letter }: { companyId: string; letter: TestLetter },
): Promise<void> {
  await browser.get(`/l/${letter.token}`)
  await browser.post(`/l/${letter.token}`)
  await browser.get('/code')
  await browser.post('/code/resend')
  await installation.settle(companyId)
  await browser.post('/code', { code: codeFor(installation, letter.mail), next: '/home' })
}

/** What somebody types who tries to run script on whoever reads it. */
export const evil = `"><script>alert(1)</script><img src=x onerror=alert(1)>`

export const wishes = {
  displayName: '佐藤',
  occupations: ['営業'],
  prefectures: ['東京都'],
  remote: 'PARTLY',
  oldEnough: 'yes',
}

/** A portal of a test file's own, with the relay's operator behind it; closed after its last test. */
export async function openPortal(database: { emptyDatabase?: string } = {}) {
  const installation = await testInstallation({ ...wiring, ...database })
  const app = await createApp(installation)
  afterAll(() => app.close())
  const operator = await aCompany({ installation, kind: 'OPERATOR', name: 'たすき運営機構' })
  return { app, installation, operator, portal: visitorsOf(app, installation) }
}

/** Visitors of one portal: somebody anonymous, somebody who entered the code, somebody who registered. */
export function visitorsOf(app: FastifyInstance, installation: TestInstallation) {
  const browser = (address?: string) => aBrowser(app, installation, address)
  async function arrived(company: TestCompany, letter?: TestLetter) {
    const own = letter ?? (await aLetter(company))
    const visiting = browser()
    await arriveVerified(visiting, installation, { companyId: company.companyId, letter: own })
    return { visiting, letter: own }
  }
  async function registered(company: TestCompany, consented: Record<string, string> = {}) {
    const { visiting, letter } = await arrived(company)
    await visiting.get('/register')
    const done = await visiting.post('/register', { ...wishes, ...consented })
    const memberId = (await memberOf(installation, letter.mail)) ?? ''
    const inOwn = <T>(run: Parameters<typeof inMember<T>>[2]) =>
      inMember(installation, { memberId, actor: memberActor(memberId) }, run)
    return { visiting, letter, done, memberId, inOwn }
  }
  return { browser, arrived, registered }
}
