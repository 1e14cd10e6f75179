import { describe, expect, test } from 'vitest'
import { createApp, wiring } from '../../../app.ts'
import { newId } from '../../../kernel/ids.ts'
import { testInstallation } from '../../../kernel/testing.ts'
import { aCompany, signedIn } from '../../accounts/testing.ts'
import { record } from '../../audit/index.ts'
import { personOf } from '../../people/index.ts'
import { anApplication } from '../../selection/testing.ts'

async function aBreach() {
  const installation = await testInstallation(wiring)
  const company = await aCompany({ installation })
  const app = await createApp(installation)
  const { headers } = await signedIn(company)
  const [first, second, third] = [
    await anApplication(company),
    await anApplication(company),
    await anApplication(company),
  ]
  const people = await company.work(async (work) => [
    await personOf(work, first.sourceRecordId),
    await personOf(work, second.sourceRecordId),
    await personOf(work, third.sourceRecordId),
  ])
  const from = await company.work(async ({ now }) => now.toISOString())
  await company.work((work) =>
    record(work, { action: 'people.read', subject: { kind: 'person', id: people[0] ?? '' } }),
  )
  await company.work((work) => record(work, { action: 'applications.listed', detail: { ids: [second.applicationId] } }))
  installation.clock.advance({ hours: 3 })
  const to = await company.work(async ({ now }) => now.toISOString())
  await company.work((work) =>
    record(work, { action: 'people.read', subject: { kind: 'person', id: people[2] ?? '' } }),
  )
  const get = (url: string) => app.inject({ method: 'GET', url: `/api/v1/consent${url}`, headers })
  return { company, app, headers, people, from, to, get, period: `from=${from}&to=${to}` }
}

describe('who was affected', () => {
  test('is everybody whom an event of the period names, also by an application of theirs, and nobody else', async () => {
    const { people, period, get, app } = await aBreach()
    const answer = (await get(`/affected?${period}`)).json() as { count: number; people: { personId: string }[] }
    expect(new Set(answer.people.map(({ personId }) => personId))).toEqual(new Set(people.slice(0, 2)))
    expect(answer.count).toBe(2)
    const read = (await get(`/affected?${period}&actions=people.`)).json() as { people: { personId: string }[] }
    expect(read.people.map(({ personId }) => personId)).toEqual([people[0]])
    expect((await get(`/affected?${period}&actorId=nobody`)).json()).toMatchObject({ count: 0, people: [] })
    await app.close()
  })

  test('is refused where a slip would answer with nobody, and clocks run from no moment to come', async () => {
    const { app, headers, from, to, get } = await aBreach()
    expect((await get(`/affected?from=${to}&to=${from}`)).json()).toMatchObject({ code: 'consent.breach-period' })
    expect((await get(`/affected?from=${from}&to=${to}&actions=people.,peple.`)).json()).toMatchObject({
      code: 'consent.breach-action-unknown',
      detail: { action: 'peple.' },
    })
    const later = new Date(new Date(to).getTime() + 86_400_000).toISOString()
    const ask = async (method: 'POST' | 'PUT', url: string, payload: object) => {
      const answer = await app.inject({ method, url: `/api/v1/consent/breaches${url}`, headers, payload })
      return answer.json() as { code?: string; items: object; version: number }
    }
    const opening = { id: newId(), from, to, kind: 'MANY', noticedAt: from, language: 'ja' }
    expect(await ask('POST', '', { ...opening, noticedAt: later })).toMatchObject({ code: 'consent.breach-not-yet' })
    expect(await ask('POST', '', { ...opening, to: from })).toMatchObject({ code: 'consent.breach-period' })
    const { items, version } = await ask('POST', '', opening)
    const before = new Date(new Date(from).getTime() - 86_400_000).toISOString()
    for (const [firstReportedAt, finalReportedAt] of [
      [later, null],
      [before, null],
      [null, to],
      [to, from],
    ])
      expect(await ask('PUT', `/${opening.id}`, { version, items, firstReportedAt, finalReportedAt })).toMatchObject({
        code: 'consent.breach-report-order',
      })
    const reported = { version, items, firstReportedAt: from, finalReportedAt: to }
    expect(await ask('PUT', `/${opening.id}`, reported)).toMatchObject({ finalReportedAt: to })
    await app.close()
  })

  test('fills the nine items, runs the clocks of the law, and leaves as paper and as a list', async () => {
    const { app, headers, from, to, get } = await aBreach()
    const id = newId()
    const opened = await app.inject({
      method: 'POST',
      url: '/api/v1/consent/breaches',
      headers,
      payload: { id, from, to, kind: 'IMPROPER_PURPOSE', noticedAt: to, language: 'ja' },
    })
    const breach = opened.json() as { items: Record<string, string>; firstDueAt: string; finalDueAt: string }
    expect(opened.statusCode).toBe(201)
    expect(Object.values(breach.items).every((item) => item !== '')).toBe(true)
    expect(breach.items['people']).toContain('2名')
    expect(breach.items['dataItems']).toContain('氏名')
    expect(`${breach.items['overview']}${breach.items['dataItems']}`).not.toMatch(/[a-z]+\.[a-z-]+|[a-z]+[A-Z]/)
    expect(breach.items['secondaryDamage']).toBe('調査中')
    const days = (until: string) => (Date.parse(until) - Date.parse(to)) / 86_400_000
    expect([days(breach.firstDueAt), days(breach.finalDueAt)]).toEqual([5, 60])
    const report = await get(`/breaches/${id}/report.pdf`)
    expect(report.rawPayload.subarray(0, 5).toString()).toBe('%PDF-')
    expect((await get(`/breaches/${id}/people.csv`)).body.trim().split('\r\n')).toHaveLength(3)

    const change = (version: number) =>
      app.inject({
        method: 'PUT',
        url: `/api/v1/consent/breaches/${id}`,
        headers,
        payload: { version, items: { ...breach.items, cause: '誤送信' }, firstReportedAt: to, finalReportedAt: null },
      })
    expect((await change(1)).json()).toMatchObject({ version: 2, items: { cause: '誤送信' }, firstReportedAt: to })
    expect((await change(1)).json()).toMatchObject({ code: 'consent.breach-changed' })
    await app.close()
  })
})
