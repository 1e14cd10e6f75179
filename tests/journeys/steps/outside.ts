import { request } from 'node:http'
import { text } from 'node:stream/consumers'
import { expect } from 'vitest'
import { newId } from '../../../src/server/kernel/ids.ts'
import { linkIn, type KeptMail, type World } from '../world.ts'

type Sent = { method: string; url: URL; headers?: Record<string, string>; body?: string }
type Heard = { status: number; headers: Record<string, string | string[] | undefined>; body: string }

/** Asks over the loopback for the page of a host name, which not every machine's resolver knows. */
async function send({ method, url, headers, body }: Sent): Promise<Heard> {
  const { host, port, pathname, search } = url
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, method, path: `${pathname}${search}`, headers: { host, ...headers } },
      (answer) => {
        text(answer).then(
          (read) => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: read }),
          reject,
        )
      },
    )
    asked.on('error', reject)
    asked.end(body)
  })
}

/** Another system of the company's, which has an API key: every write under an id of its own, refusals are failures. */
export function aClient(world: World, key: string) {
  return async <T>(method: 'GET' | 'POST', path: string, body?: object): Promise<T> => {
    const { status, body: read } = await send({
      method,
      url: new URL(`/api/v1${path}`, world.consoleUrl),
      headers: {
        authorization: `Bearer ${key}`,
        ...(body && { 'idempotency-key': newId(), 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    expect(status, `${method} ${path}: ${read.slice(0, 500)}`).toBeLessThan(300)
    return JSON.parse(read) as T
  }
}

export type Client = ReturnType<typeof aClient>

/** A person's browser that runs no script and draws nothing: it keeps its cookies and posts the forms it was shown. */
function aPlainBrowser(world: World) {
  const cookies = new Map<string, string>()
  let page = ''
  const hidden = (name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1] ?? ''
  const ask = async (method: 'GET' | 'POST', to: string, form?: Record<string, string>): Promise<string> => {
    const url = new URL(to, world.portalUrl)
    const body = form && new URLSearchParams({ csrf: hidden('csrf'), idempotencyId: hidden('idempotencyId'), ...form })
    const answer = await send({
      method,
      url,
      headers: {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body && { origin: url.origin, 'content-type': 'application/x-www-form-urlencoded' }),
      },
      ...(body && { body: body.toString() }),
    })
    for (const set of [answer.headers['set-cookie'] ?? []].flat()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? []
      cookies.set(name, value)
    }
    const { location } = answer.headers
    if (typeof location === 'string') return ask('GET', location)
    expect(answer.status, `${method} ${to}: ${answer.body.replaceAll(/<[^>]*>|\s+/g, ' ').slice(0, 600)}`).toBe(200)
    page = answer.body
    return page
  }
  return {
    hidden,
    open: (to: string) => ask('GET', to),
    press: (to: string, form: Record<string, string> = {}) => ask('POST', to, form),
  }
}

/** Follows the link of a mail and proves, by the code mailed to them, to be the one it was written to. */
async function arrive(world: World, { address, mail, next }: { address: string; mail: KeptMail; next: string }) {
  const browser = aPlainBrowser(world)
  const { pathname } = new URL(linkIn(mail, /^\/l\//))
  await browser.open(pathname)
  await browser.press(pathname)
  await browser.open('/code')
  await browser.press('/code/resend')
  const { text: said } = await world.mailTo(address, '確認コード')
  await browser.press('/code', { code: /\b\d{6}\b/.exec(said)?.[0] ?? '', next })
  return browser
}

/** Registers by a letter with the few words that the form asks for, and leaves every consent at no. */
export async function registerByLetter(world: World, { address, mail }: { address: string; mail: KeptMail }) {
  const browser = await arrive(world, { address, mail, next: '/home' })
  await browser.open('/register')
  const done = await browser.press('/register', {
    displayName: '応募者',
    occupations: '営業',
    prefectures: '東京都',
    remote: 'PARTLY',
    oldEnough: 'yes',
  })
  expect(done).toContain('登録が完了しました')
}

/** Answers the request of an introduction with a yes to what its page shows. */
export async function acceptIntroduction(world: World, { address, mail }: { address: string; mail: KeptMail }) {
  const browser = await arrive(world, { address, mail, next: '/introductions' })
  const list = await browser.open('/introductions')
  const [, id = ''] = /\/introductions\/([0-9a-f-]{36})/.exec(list) ?? []
  await browser.open(`/introductions/${id}`)
  const answered = await browser.press(`/introductions/${id}/accept`, {
    consent: 'yes',
    shown: browser.hidden('shown'),
  })
  expect(answered).toContain('ご紹介をお受けしました')
}
