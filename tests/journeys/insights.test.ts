import { readFile } from 'node:fs/promises'
import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import { newId } from '../../src/server/kernel/ids.ts'
import { aPerson } from '../../src/server/modules/people/testing.ts'
import { recordEvaluation } from '../../src/server/modules/selection/index.ts'
import { anApplication, anOpening } from '../../src/server/modules/selection/testing.ts'
import { journey } from './journey.ts'
import { found, type Founded } from './steps/company.ts'
import { signIn, type Who } from './steps/entrance.ts'

const owner: Who = { name: '採用 花子', email: 'hanako@sakura.example', password: '夏の海に白い帆が見える-1' }
const appliedAt = new Date('2026-04-06T01:00:00Z')
const after = (days: number) => new Date(appliedAt.getTime() + days * 86_400_000)
const screening = { kind: 'STAGE', stage: 'DOCUMENT_SCREENING', occurredAt: after(1) } as const
type Course = NonNullable<NonNullable<Parameters<typeof anApplication>[1]>['course']>

const rejected: Course = [screening, { kind: 'REJECT', occurredAt: after(10) }]
const withdrew: Course = [screening, { kind: 'WITHDRAW', occurredAt: after(12), withdrawalTiming: 'AFTER_STEP' }]
const hired: Course = [
  screening,
  { kind: 'STAGE', stage: 'INTERVIEW_1', occurredAt: after(9) },
  { kind: 'OFFER', occurredAt: after(30) },
  { kind: 'ACCEPT', occurredAt: after(40) },
]

journey(
  'insights',
  'every number says how sure it is, opens as many as it counts, by both dates, and goes into a file',
  async (world) => {
    const company = await found(world, { name: 'さくら商事株式会社', owner })
    await history(company)
    const { page } = await world.visitor()
    await signIn(world, page, owner)
    await page.goto(`${world.consoleUrl}/insights`)
    const whole = table(page, '全体')
    const row = whole.getByRole('row').filter({ hasText: '書類選考' })
    await row.waitFor()
    expect(await row.innerText()).toMatch(/45\.5%[\s\S]*26\.9%–65\.3% n=22/)
    for (const label of ['更新率', '再応募率', '辞退率', '内定承諾率', '枠利用率', '再応募で採用', '他社に就職'])
      await page.getByText(label, { exact: true }).first().waitFor()
    await world.watch.inspect(page, 'insights')
    await opensAsMany(page, row.getByRole('link', { name: '12', exact: true }), 12)
    await page.goBack()
    await opensAsMany(page, page.getByRole('link', { name: /^辞退率/ }), 4)
    await page.goBack()
    await opensAsMany(page, page.getByRole('link', { name: /^採用リードタイム/ }), 10)
    await page.goBack()
    await opensAsMany(page, page.getByRole('table', { name: '面接官ごとの評価の傾向' }).getByRole('link'), 3)

    await page.goto(`${world.consoleUrl}/insights?basis=EVENT_DATE&from=2026-04-01&until=2026-04-17`)
    await row.waitFor()
    await opensAsMany(page, row.getByRole('link', { name: '12', exact: true }), 12)
    await page.goto(`${world.consoleUrl}/insights?by=opening`)
    await table(page, '経理').getByText('少数のため非表示 n=2').first().waitFor()
    await world.watch.inspect(page, 'insights by opening')

    await page.getByRole('button', { name: '費用を登録' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('対象月').fill('2026-05')
    await dialog.getByLabel('応募経路').selectOption({ label: '自社サイト' })
    await dialog.getByLabel('金額(円)').fill('1500000')
    await world.watch.inspect(page, 'recording a cost')
    await dialog.getByRole('button', { name: '登録する' }).click()
    await page.getByText('費用を登録しました').waitFor()
    await page.keyboard.press('Escape')
    const cost = page.getByRole('table', { name: '採用単価' }).getByRole('row').filter({ hasText: '全体' })
    expect(await cost.innerText()).toContain('150,000')

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSVを書き出す' }).click(),
    ])
    const file = await readFile(await download.path(), 'utf8')
    expect(file.startsWith('\uFEFF区分,対象,ステップ,指標,値')).toBe(true)
    expect(file).toMatch(/法人営業,書類選考,通過率,0\.5,[\d.]+,[\d.]+,10,20,応募日/)
  },
)

const table = (page: Page, of: string) => page.getByRole('table', { name: `${of} 選考ステップごとの通過率` })

/** A number's list is as long as the number says. */
async function opensAsMany(page: Page, number: ReturnType<Page['getByRole']>, count: number) {
  await number.first().click()
  await page.getByRole('heading', { name: '該当する方' }).waitFor()
  const rows = page.getByRole('table', { name: '該当する方' }).getByRole('row')
  await rows.nth(1).waitFor()
  expect(await page.getByRole('heading', { name: '該当する方' }).innerText()).toContain(`${count}名`)
  expect(await rows.count()).toBe(count + 1)
}

async function history(company: Founded) {
  const sales = await anOpening(company, { title: '法人営業' })
  const accounts = await anOpening(company, { title: '経理' })
  const many: [string, Course, number][] = [
    [sales, rejected, 10],
    [accounts, rejected, 2],
    [sales, withdrew, 4],
    [sales, hired, 10],
  ]
  let person = 0
  for (const [openingId, course, times] of many)
    for (let count = 0; count < times; count += 1) {
      person += 1
      const { sourceRecordId } = await aPerson(company, {
        name: `応募 ${String(person)}`,
        email: `person${person}@person.example`,
      })
      const { applicationId } = await anApplication(company, { openingId, sourceRecordId, appliedAt, course })
      if (course !== hired || count >= 3) continue
      await company.work((work) =>
        recordEvaluation(work, {
          id: newId(),
          applicationId,
          evaluator: '面接 太郎',
          grade: 'B',
          occurredAt: after(9),
        }),
      )
    }
}
