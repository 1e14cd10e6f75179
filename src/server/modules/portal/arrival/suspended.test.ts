import { expect, test } from 'vitest'
import { aCompany, stands } from '../../accounts/testing.ts'
import { request } from '../../consent/index.ts'
import { memberOf } from '../../relay/index.ts'
import { ownRequests } from '../rights/asked.ts'
import { aLetter, arriveVerified, openPortal, wishes } from '../testing.ts'

const { installation, portal } = await openPortal()

test('a letter’s link that is opened while its company is suspended leads to all rights and to nothing of the relay', async () => {
  const company = await aCompany({ installation })
  const letter = await aLetter(company)
  await stands(company, 'SUSPENDED')
  const visiting = portal.browser()
  await arriveVerified(visiting, installation, { companyId: company.companyId, letter })
  for (const path of ['/home', '/requests', '/consents', '/shares', '/export', '/visits', '/erase'])
    expect([path, (await visiting.get(path)).status]).toEqual([path, 200])
  expect((await visiting.get('/home')).html).toContain(letter.mail)
  await visiting.get('/requests/disclosure')
  await visiting.post('/requests/disclosure', { form: 'ELECTRONIC', reason: '' })
  const [asked] = await company.work((work) => ownRequests(work, letter.personId))
  expect(await company.work((work) => request(work, asked!.id))).toMatchObject({ kind: 'DISCLOSURE', state: 'OPEN' })
  expect((await visiting.get('/profile')).status).toBe(409)
  const { html } = await visiting.get('/register')
  expect(html).toContain('タレントプールへの登録')
  expect(html).not.toContain('匿名プロフィールの掲載')
  await visiting.post('/register', { ...wishes, RELAY_PROFILE: 'yes' })
  expect((await visiting.get('/consents')).html).not.toContain('匿名プロフィールの掲載')
})

test('the same link registers in the relay once its company is back', async () => {
  const company = await aCompany({ installation })
  const letter = await aLetter(company)
  await stands(company, 'SUSPENDED')
  const visiting = portal.browser()
  await arriveVerified(visiting, installation, { companyId: company.companyId, letter })
  expect(await memberOf(installation, letter.mail)).toBeUndefined()
  await stands(company, 'VERIFIED')
  const again = portal.browser()
  await arriveVerified(again, installation, { companyId: company.companyId, letter })
  await again.get('/register')
  await again.post('/register', wishes)
  expect(await memberOf(installation, letter.mail)).toBeDefined()
  expect((await again.get('/profile')).status).toBe(200)
})
