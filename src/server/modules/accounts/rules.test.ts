import { describe, expect, test } from 'vitest'
import { changeRules as contract, defaultRules } from '../../../contract/rules.ts'
import { createApp, wiring } from '../../app.ts'
import { testInstallation } from '../../kernel/testing.ts'
import { changeRules, companyRules } from './rules.ts'
import { aBrowser, aCompany, signedIn } from './testing.ts'

describe('a company’s rules', () => {
  test('are the product’s defaults until the company chose, and again when it takes its choice back', async () => {
    const company = await aCompany()
    expect(await company.work(companyRules)).toEqual(defaultRules)
    await company.work((work) => changeRules(work, { kAnonymity: 20, contactBudget: { contacts: 1, days: 30 } }))
    expect(await company.work(companyRules)).toMatchObject({ kAnonymity: 20, contactBudget: { contacts: 1, days: 30 } })
    await company.work((work) => changeRules(work, { kAnonymity: null }))
    expect(await company.work(companyRules)).toMatchObject({ kAnonymity: 5, contactBudget: { contacts: 1, days: 30 } })
  })

  test('keep two changes at once', async () => {
    const company = await aCompany()
    await Promise.all([
      company.work((work) => changeRules(work, { kAnonymity: 12 })),
      company.work((work) => changeRules(work, { contactBudget: { contacts: 2, days: 30 } })),
    ])
    expect(await company.work(companyRules)).toMatchObject({
      kAnonymity: 12,
      contactBudget: { contacts: 2, days: 30 },
    })
  })

  test('refuse a window in which no mail could ever leave', async () => {
    const company = await aCompany()
    const now = await company.work(async (work) => work.now)
    const sundays = Array.from({ length: 60 }, (_, week) => {
      const day = new Date(now.getTime() + (week * 7 - now.getUTCDay()) * 86_400_000)
      return day.toISOString().slice(0, 10)
    })
    const sendWindow = { ...defaultRules.sendWindow, weekdays: [0], closedDays: sundays }
    await expect(company.work((work) => changeRules(work, { sendWindow }))).rejects.toMatchObject({
      code: 'accounts.window-never-opens',
    })
  })

  test('are only stricter than the product for small groups', () => {
    expect(contract.body.safeParse({ kAnonymity: 4 }).success).toBe(false)
    expect(contract.body.safeParse({ kAnonymity: 5 }).success).toBe(true)
  })
})

describe('the route of the rules', () => {
  test('is for admins, and the audit keeps what was changed, before and after', async () => {
    const installation = await testInstallation(wiring)
    const app = await createApp(installation)
    const company = await aCompany({ installation })
    const recruiter = aBrowser(app, { headers: (await signedIn(company, { role: 'recruiter' })).headers })
    const admin = aBrowser(app, { headers: (await signedIn(company)).headers })
    const body = { sendWindow: { fromHour: 10, untilHour: 17, weekdays: [2, 4], closedDays: ['2027-01-04'] } }
    expect((await recruiter.send({ method: 'PATCH', url: '/rules', body })).json.code).toBe('auth.forbidden')
    expect((await admin.send({ method: 'PATCH', url: '/rules', body: { sendWindow: { fromHour: 9 } } })).status).toBe(
      422,
    )
    expect((await admin.send({ method: 'PATCH', url: '/rules', body })).status).toBe(200)
    expect((await admin.send({ method: 'GET', url: '/rules' })).json).toMatchObject({
      rules: { sendWindow: { fromHour: 10, weekdays: [2, 4] } },
      defaults: { sendWindow: { fromHour: 9 } },
    })
    await installation.settle(company.companyId)
    const audit = await admin.send({ method: 'GET', url: '/audit/events?action=company.rules-changed' })
    const [kept] = audit.json['events'] as unknown as { detail: object }[]
    expect(kept?.detail).toEqual({
      before: {
        'sendWindow.fromHour': 9,
        'sendWindow.untilHour': 18,
        'sendWindow.weekdays': ['1', '2', '3', '4', '5'],
        'sendWindow.closedDays': [],
      },
      after: {
        'sendWindow.fromHour': 10,
        'sendWindow.untilHour': 17,
        'sendWindow.weekdays': ['2', '4'],
        'sendWindow.closedDays': ['2027-01-04'],
      },
    })
    await app.close()
  })
})
