import { expect, test } from 'vitest'
import { createApp, wiring } from '../../../app.ts'
import { testInstallation } from '../../../kernel/testing.ts'
import { aBrowser, aCompany, signedIn } from '../../accounts/testing.ts'

test('the operator alone reads the network, tries its rules and decides about its companies', async () => {
  const installation = await testInstallation({ ...wiring, emptyDatabase: 'insights_network' })
  const app = await createApp(installation)
  const operator = await aCompany({ installation, kind: 'OPERATOR', standing: 'UNTOLD' })
  const employer = await aCompany({ installation })
  const asked = { method: 'GET', url: '/network' } as const
  const desk = aBrowser(app, await signedIn(operator, { site: 'operator' }))
  const overview = await desk.send(asked)
  expect(overview.status).toBe(200)
  expect(overview.json).toMatchObject({ isStopped: false, waiting: { review: 0 }, slots: { available: 0, used: null } })
  const tried = await desk.send({ method: 'GET', url: '/network/terms/what-if?referralsPerSlot=5&slotExpiryMonths=6' })
  expect(tried.json).toMatchObject({ counted: 0, ifSo: { granted: 0, owed: 0 }, hiredShare: null })
  const unknown = await desk.send({ url: `/network/companies/${employer.companyId}/verify`, body: {} })
  expect(unknown.status).toBe(404)
  const outsider = aBrowser(app, await signedIn(employer))
  for (const url of [
    '/network',
    '/network/companies',
    '/network/referrals',
    '/network/introductions',
    '/network/terms',
  ])
    expect((await outsider.send({ method: 'GET', url })).status).toBe(403)
  const stopped = await outsider.send({ url: '/network/stop', body: { isStopped: true, reason: 'x' } })
  expect(stopped.status).toBe(403)
  await app.close()
})
