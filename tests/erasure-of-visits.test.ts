import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLog } from '../src/server/kernel/log.ts'
import { aCompany } from '../src/server/modules/accounts/testing.ts'
import { answerErasures } from '../src/server/modules/consent/index.ts'
import { aForm } from '../src/server/modules/files/testing.ts'
import { ownRequests } from '../src/server/modules/portal/rights/asked.ts'
import { aLetter, openPortal, wishes, writtenTo } from '../src/server/modules/portal/testing.ts'
import { tablesWith, textsBelow } from './left-behind.ts'

const { app, installation, portal } = await openPortal({ emptyDatabase: 'tasuki_erasure_of_visits' })
let dataDir: string
const logged: string[] = []
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tasuki-erasure-of-visits-'))
  installation.config.dataDir = dataDir
  installation.log = createLog('trace', { write: (line) => void logged.push(line) })
})
afterAll(() => rm(dataDir, { recursive: true, force: true }))

/** Stands in everything that the person types, and in nothing else. */
const canary = 'kanaria'
const canaries = [canary, '金糸雀', 'カナリア', '09000009999', '9000009999']

test('whoever visited, registered, corrected, asked and handed in is found nowhere once both sides have erased them', async () => {
  const company = await aCompany({ installation, name: 'わかば商事株式会社' })
  const letter = await aLetter(company, {
    name: '金糸雀 歌子',
    nameKana: 'カナリア ウタコ',
    phone: '090-0000-9999',
    mail: `${canary}@canary.example`,
  })
  await writtenTo(company, letter)
  const { visiting } = await portal.arrived(company, letter)
  const sends = async (path: string, form: Record<string, string | string[]>, shown = path) => {
    await visiting.get(shown)
    const { status } = await visiting.post(path, form)
    expect(status, path).toBeLessThan(400)
  }
  await sends('/register', { ...wishes, displayName: '金糸雀', skills: `${canary}語` })
  await sends('/corrections/name', { value: '金糸雀 詩子', note: `${canary}と書きます` })
  await sends('/corrections/email', { value: `${canary}.new@canary.example` })
  await sends('/requests/disclosure', { form: 'PAPER', reason: `${canary}町に届けてください` })
  await sends('/settings/blocks', { company: '株式会社カナリア' }, '/settings')
  await sends('/unreachable', {
    oldEmail: letter.mail,
    newEmail: `${canary}.second@canary.example`,
    message: '金糸雀です。届きません。',
  })
  await sends('/lost-link', { email: `${canary}.typo@canary.example` })
  await visiting.get('/files')
  const form = aForm([
    { name: 'csrf', content: visiting.hidden('csrf') },
    { name: 'idempotencyId', content: visiting.hidden('idempotencyId') },
    { name: 'file', content: `金糸雀 歌子\n${canary}語の翻訳を八年`, fileName: `${canary}.txt` },
  ])
  const { host } = new URL(installation.config.portalUrl)
  const headers = { host, origin: `http://${host}`, 'sec-fetch-site': 'same-origin', cookie: visiting.cookie() }
  const sent = await app.inject({
    method: 'POST',
    url: '/files',
    headers: { ...headers, ...form.headers },
    payload: form.payload,
  })
  expect(sent.statusCode).toBe(303)
  await installation.settle()
  expect((await tablesWith(installation.databaseUrls.superUrl, canaries)).length).toBeGreaterThan(8)

  await sends('/erase/confirm', { understood: 'yes' }, '/erase/confirm')
  await installation.settle()
  const open = await company.work((work) => ownRequests(work, letter.personId))
  const { id = '' } = open.find(({ kind }) => kind === 'ERASURE') ?? {}
  await company.work((work) => answerErasures(work, { ids: [id], answer: '消去します。', told: 'MAIL' }))
  for (let pass = 0; pass < 4; pass += 1) await installation.settle()
  expect(await tablesWith(installation.databaseUrls.superUrl, canaries)).toEqual([])
  const files = `${await textsBelow(dataDir)}${logged.join('')}`
  expect(canaries.filter((one) => files.includes(one))).toEqual([])
})
