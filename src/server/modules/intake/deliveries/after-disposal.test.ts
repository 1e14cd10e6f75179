import { expect, test } from 'vitest'
import { createApp, wiring } from '../../../app.ts'
import { newId } from '../../../kernel/ids.ts'
import { testInstallation, type TestInstallation } from '../../../kernel/testing.ts'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import { changeRule, makeRun, retentionRun, scheduleRun } from '../../consent/index.ts'
import { addressOf, openConnection } from '../connections/connections.ts'
import { applicationEvent, signed } from '../connectors/greenhouse/fake.ts'
import { importFile } from '../index.ts'

/** Everybody whose time is over is deleted. */
async function disposeOfEverybody(installation: TestInstallation, company: TestCompany, deletes: number) {
  for (const name of ['REJECTED', 'APPLICANT', 'EVENT_ATTENDEE'] as const)
    await company.work((work) => changeRule(work, { class: name, months: 1, startsAt: 'END', isOn: true, version: 0 }))
  const id = newId()
  await company.work((work) => makeRun(work, { id }))
  await installation.settle(company.companyId)
  await company.work((work) => scheduleRun(work, { id, waitHours: 1, deletes }))
  installation.clock.advance({ hours: 2 })
  await installation.settle(company.companyId)
  const { classes } = await company.work((work) => retentionRun(work, id))
  expect(Object.values(classes).reduce((sum, one) => sum + one.deleted, 0)).toBe(deletes)
}

/** Who stands in the pool, each with how many applications. */
const pool = (company: TestCompany) =>
  company.work(async ({ tx, companyId }) => {
    const rows = await tx
      .selectFrom('people_listed as p')
      .leftJoin('selection_listed as a', (join) =>
        join.onRef('a.person_id', '=', 'p.person_id').on('a.company_id', '=', companyId),
      )
      .select((e) => ['p.name', e.fn.count<number>('a.id').as('applications')])
      .where('p.company_id', '=', companyId)
      .groupBy(['p.person_id', 'p.name'])
      .execute()
    return rows.map(({ name, applications }) => `${name} ${applications}`).toSorted()
  })

const later = (installation: TestInstallation, hours: number) =>
  new Date(Date.now() + installation.clock.offsetMs() + hours * 3_600_000)

test('whoever was disposed of comes in again by a new application in their system, and not by an old one', async () => {
  const installation = await testInstallation(wiring)
  const app = await createApp(installation)
  const company = await aCompany({ installation })
  const secret = 'the key typed in their screen'
  const address = await company.work(
    async (work) =>
      new URL(
        addressOf(work, await openConnection(work, { id: newId(), connector: 'greenhouse', name: 'GH', secret }))!,
      ).pathname,
  )
  const told = async (body: object) => {
    const { body: payload, headers } = signed(body, { secret })
    await app.inject({ method: 'POST', url: address, payload, headers })
    await installation.settle(company.companyId)
  }
  const old = {
    id: 501,
    candidate: { id: 77, first_name: '直子', last_name: '佐藤', email: 'naoko.sato@mail.example' },
    job: '法人営業',
    stage: 'Application Review',
    applied_at: '2020-03-01T01:00:00.000Z',
    last_activity_at: '2020-03-01T01:00:00.000Z',
  }
  const ended = { rejected_at: '2020-03-08T01:00:00.000Z', rejection: { name: 'Skills', type: 'We rejected them' } }
  const rejected = applicationEvent('reject_candidate', { ...old, ...ended, last_activity_at: ended.rejected_at })
  await told(applicationEvent('new_candidate_application', old))
  await told(rejected)
  expect(await pool(company)).toEqual(['佐藤 直子 1'])
  await disposeOfEverybody(installation, company, 1)
  expect(await pool(company)).toEqual([])

  await told({ ...rejected, again: 1 })
  expect(await pool(company)).toEqual([])

  const at = later(installation, 1).toISOString()
  const again = { ...old, id: 502, applied_at: at, last_activity_at: at }
  await told(applicationEvent('new_candidate_application', again))
  expect(await pool(company)).toEqual(['佐藤 直子 1'])
  await told({ ...rejected, again: 2 })
  expect(await pool(company)).toEqual(['佐藤 直子 1'])
  await app.close()
})

const file = (...rows: readonly string[]) =>
  new TextEncoder().encode(`\uFEFF${['氏名,メールアドレス,応募日,応募求人,選考結果', ...rows].join('\r\n')}\r\n`)

test('an old file brings back nobody who was disposed of, and the next application in a file does', async () => {
  const installation = await testInstallation(wiring)
  const company = await aCompany({ installation })
  const old = file(
    '高橋 一郎,ichiro@mail.example,2020/04/01,法人営業,不採用',
    '鈴木 花,hana@mail.example,2020/05/01,法人営業,不採用',
  )
  await importFile(installation, { ...company, bytes: old, fileName: '応募者.csv' })
  expect(await pool(company)).toEqual(['鈴木 花 1', '高橋 一郎 1'])
  await disposeOfEverybody(installation, company, 2)
  await importFile(installation, { ...company, bytes: old, fileName: '応募者.csv' })
  expect(await pool(company)).toEqual([])
  const day = later(installation, 24).toISOString().slice(0, 10).replaceAll('-', '/')
  const next = file(
    `高橋 一郎,ichiro@mail.example,${day},法人営業,`,
    '鈴木 花,hana@mail.example,2020/05/01,法人営業,不採用',
  )
  await importFile(installation, { ...company, bytes: next, fileName: '応募者.csv' })
  expect(await pool(company)).toEqual(['高橋 一郎 1'])
})
