import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ProcessingEntry } from '../../../../contract/consent/processing.ts'
import { createApp, wiring } from '../../../app.ts'
import { newId } from '../../../kernel/ids.ts'
import { testInstallation, type TestInstallation } from '../../../kernel/testing.ts'
import { aCompany, signedIn, type TestCompany } from '../../accounts/testing.ts'
import { openConnection } from '../../intake/index.ts'
import { recordBasis } from './basis.ts'
import { changeRule } from '../retention/retention-rules.ts'

let installation: TestInstallation
let app: FastifyInstance
beforeAll(async () => {
  installation = await testInstallation(wiring)
  app = await createApp(installation)
  await app.ready()
})
afterAll(() => app.close())

async function aReader(company: TestCompany, role: 'admin' | 'auditor' = 'admin') {
  const { headers } = await signedIn(company, { role })
  const send = (method: 'GET' | 'PUT' | 'DELETE' | 'POST', path: string, payload?: object) =>
    app.inject({ method, url: `/api/v1${path}`, headers, ...(payload && { payload }) })
  const entries = async (language = 'ja') =>
    (await send('GET', `/consent/processing?language=${language}`)).json<{ entries: ProcessingEntry[] }>().entries
  const entry = async (activity: string, language = 'ja') =>
    (await entries(language)).find((one) => one.activity === activity)
  return { send, entries, entry }
}

describe('the register of processing', () => {
  test('is filled in from what the installation really does', async () => {
    const company = await aCompany({ installation })
    const { send, entry } = await aReader(company)
    await company.work((work) =>
      openConnection(work, { id: newId(), connector: 'greenhouse', name: '本社の採用管理', secret: null }),
    )
    await send('POST', '/webhooks', {
      id: newId(),
      url: 'https://ats.example/tasuki',
      label: '給与',
      kinds: ['letter.changed'],
    })
    const purpose = '選考結果の通知と、その後のご案内のため'
    const basis = { kind: 'LETTER', legalBasis: 'PUBLISHED_PURPOSE', mailPermission: 'ADDRESS_GIVEN' } as const
    await company.work((work) => recordBasis(work, { ...basis, id: newId(), purpose, explanation: '採用ページ' }))
    await company.work((work) =>
      changeRule(work, { class: 'REJECTED', months: 18, startsAt: 'END', isOn: true, version: 0 }),
    )
    const selection = await entry('SELECTION')
    expect(selection?.fields.sources.words).toContain('本社の採用管理')
    expect(selection?.fields.retention.words).toContain('18か月')
    expect(selection?.fields.safeguards.words).toContain('暗号化')
    const letter = await entry('LETTER')
    expect(letter?.fields.purpose.words).toBe(purpose)
    expect(letter?.fields.recipients.words).toContain('ats.example')
    expect((await entry('SELECTION', 'en'))?.fields.retention.words).toContain('18 months')
    for (const format of ['csv', 'pdf']) {
      const file = await send('GET', `/consent/processing/register.${format}`)
      expect(file.statusCode).toBe(200)
      expect(file.headers['content-disposition']).toContain(`register.${format}`)
    }
    expect((await send('GET', '/consent/processing/register.csv')).body).toContain('本社の採用管理')
  })

  test('says what the company likes in its own words, and goes back to what is filled in', async () => {
    const company = await aCompany({ installation })
    const { send, entry } = await aReader(company)
    await send('PUT', '/consent/processing/POOL', { fields: { data: '氏名のみ', people: null } })
    const changed = await entry('POOL')
    expect(changed?.fields.data).toMatchObject({ words: '氏名のみ', isChanged: true })
    expect(changed?.fields.people.isChanged).toBe(false)
    await send('PUT', '/consent/processing/POOL', { fields: {} })
    expect((await entry('POOL'))?.fields.data).toMatchObject({ isChanged: false })
    expect((await entry('POOL'))?.changedBy).not.toBeNull()
  })

  test('holds entries of the company’s own, which others neither see nor remove', async () => {
    const company = await aCompany({ installation })
    const { send, entry, entries } = await aReader(company)
    const id = newId()
    expect((await send('PUT', `/consent/processing/${id}`, { fields: {} })).json()).toMatchObject({
      code: 'consent.entry-unnamed',
    })
    const own = { name: '入館の記録', fields: { purpose: '来社の受付' } }
    expect((await send('PUT', `/consent/processing/${id}`, own)).statusCode).toBe(200)
    expect(await entry(id)).toMatchObject({ isOwn: true, name: '入館の記録' })
    const stranger = await aReader(await aCompany({ installation }))
    expect(await stranger.entry(id)).toBeUndefined()
    expect((await stranger.send('DELETE', `/consent/processing/${id}`)).statusCode).toBe(404)
    const auditor = await aReader(company, 'auditor')
    expect((await auditor.entries()).length).toBe((await entries()).length)
    expect((await auditor.send('DELETE', `/consent/processing/${id}`)).statusCode).toBe(403)
    expect((await send('DELETE', `/consent/processing/${id}`)).statusCode).toBe(200)
    expect(await entry(id)).toBeUndefined()
  })

  test('has no relay where none is', async () => {
    const company = await aCompany({ installation, operatingMode: 'IN_HOUSE' })
    const { entries } = await aReader(company)
    expect((await entries()).map(({ activity }) => activity)).toEqual([
      'SELECTION',
      'POOL',
      'LETTER',
      'REQUESTS',
      'STAFF',
    ])
  })
})
