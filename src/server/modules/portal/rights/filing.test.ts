import { describe, expect, test } from 'vitest'
import { newId } from '../../../kernel/ids.ts'
import { aCompany } from '../../accounts/testing.ts'
import { placeHold } from '../../consent/index.ts'
import { filesOf, keepFile, prepareFile } from '../../files/index.ts'
import { aForm } from '../../files/testing.ts'
import { openPortal, type TestBrowser } from '../testing.ts'

const { app, installation, portal } = await openPortal()
const company = await aCompany({ installation })

type Sent = { content: string | Buffer; fileName?: string; csrf?: string; cookie?: string }

/** Posts the form of the page that is shown, with a file. */
async function send(visiting: TestBrowser, { content, fileName = '経歴.txt', csrf, cookie }: Sent) {
  const form = aForm([
    { name: 'csrf', content: csrf ?? visiting.hidden('csrf') },
    { name: 'idempotencyId', content: visiting.hidden('idempotencyId') },
    { name: 'file', fileName, content },
  ])
  const { host } = new URL(installation.config.portalUrl)
  const headers = {
    host,
    origin: `http://${host}`,
    'sec-fetch-site': 'same-origin',
    cookie: cookie ?? visiting.cookie(),
  }
  return app.inject({ method: 'POST', url: '/files', headers: { ...headers, ...form.headers }, payload: form.payload })
}

describe('the files page', () => {
  test('takes a file without script, shows and gives it back, and removes it', async () => {
    const { visiting, letter } = await portal.arrived(company)
    expect((await visiting.get('/files')).html).toContain('お預かりしているファイルはありません')
    const sent = await send(visiting, { content: '購買を五年\n本籍は大阪府です' })
    expect(sent).toMatchObject({ statusCode: 303, headers: { location: '/files?sent=1' } })
    const page = await visiting.get('/files?sent=1')
    expect(page.html).toContain('経歴.txt')
    expect(page.html).toContain('1か所含まれていた')
    const [kept] = await company.work((work) => filesOf(work, letter.personId))
    const taken = await visiting.request('GET', `/files/${kept!.id}`)
    expect(taken.html).toBe('購買を五年\n本籍は大阪府です')
    expect(taken.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'no-store',
    })
    expect((await visiting.post(`/files/${kept!.id}/remove`)).html).toContain('ファイルを削除しました')
    expect(await company.work((work) => filesOf(work, letter.personId))).toEqual([])
  })

  test('says honestly that a file stays while the company has to keep it', async () => {
    const { visiting, letter } = await portal.arrived(company)
    await visiting.get('/files')
    await send(visiting, { content: '購買を五年' })
    const [kept] = await company.work((work) => filesOf(work, letter.personId))
    await company.work((work) => placeHold(work, { id: newId(), personId: letter.personId, reason: '訴訟のため' }))
    await visiting.get('/files')
    const refused = await visiting.post(`/files/${kept!.id}/remove`)
    expect(refused.html).toContain('このファイルもいまは削除できません')
    expect(refused.html).not.toContain('ファイルを削除しました')
    expect(await company.work((work) => filesOf(work, letter.personId))).toHaveLength(1)
  })

  test('says in words why a file is not taken', async () => {
    const { visiting } = await portal.arrived(company)
    await visiting.get('/files')
    const told = async (sent: Sent) => {
      const { statusCode, body } = await send(visiting, sent)
      return [statusCode, /role="alert"[^>]*><p>(.*?)<\/p>/.exec(body)?.[1]]
    }
    expect(await told({ content: '', fileName: '' })).toEqual([400, expect.stringContaining('選ばれていません')])
    expect(await told({ content: Buffer.from('d0cf11e0a1b11ae1'.padEnd(2048, '0'), 'hex') })).toEqual([
      422,
      expect.stringContaining('古い形式の Word'),
    ])
    expect(await told({ content: Buffer.alloc(10 * 1024 * 1024 + 9, 'a') })).toEqual([
      413,
      expect.stringContaining('10 MB'),
    ])
  })

  test('takes nothing without a visit, without the code, or by another page’s form', async () => {
    const { visiting, letter } = await portal.arrived(company)
    await visiting.get('/files')
    expect((await send(visiting, { content: 'a', csrf: 'forged' })).statusCode).toBe(403)
    expect((await send(visiting, { content: 'a', cookie: '' })).statusCode).toBe(401)
    const early = portal.browser()
    await early.get(`/l/${letter.token}`)
    await early.post(`/l/${letter.token}`)
    expect((await send(early, { content: 'a' })).headers.location).toBe('/code?next=%2Ffiles')
    expect(await company.work((work) => filesOf(work, letter.personId))).toEqual([])
  })

  test('shows nobody else’s files, and leaves to a request what staff kept', async () => {
    const one = await portal.arrived(company)
    const other = await portal.arrived(company)
    await one.visiting.get('/files')
    await send(one.visiting, { content: '購買を五年' })
    const [kept] = await company.work((work) => filesOf(work, one.letter.personId))
    const staffs = newId()
    const file = await prepareFile({ name: '面接メモ.txt', bytes: Buffer.from('経理'), of: 'test' })
    await company.work((work) => keepFile(work, { id: staffs, personId: one.letter.personId, givenBy: 'STAFF', file }))
    await other.visiting.get('/files')
    expect((await other.visiting.get(`/files/${kept!.id}`)).status).toBe(404)
    await other.visiting.get('/files')
    expect((await other.visiting.post(`/files/${kept!.id}/remove`)).status).toBe(404)
    await one.visiting.get('/files')
    expect((await one.visiting.post(`/files/${staffs}/remove`)).status).toBe(404)
    expect(await company.work((work) => filesOf(work, one.letter.personId))).toHaveLength(2)
  })
})
