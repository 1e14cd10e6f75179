import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import type { World } from '../world.ts'
import { atHome } from './entrance.ts'

/** What the list on the home page names as next; null once there is no list. */
export async function nextStep(world: World, page: Page): Promise<string | null> {
  await page.goto(world.consoleUrl)
  await atHome(page)
  await page.waitForLoadState('networkidle')
  const list = page.getByRole('list', { name: 'はじめの準備' })
  if ((await list.count()) === 0) return null
  return list.locator('[aria-current=step]').innerText()
}

export async function describeTheCompany(page: Page, told: { address: string; contactMail: string }) {
  await page.getByRole('link', { name: /会社の情報を入力する/ }).click()
  await page.getByLabel('所在地').fill(told.address)
  await page.getByLabel('お問い合わせ先メールアドレス').fill(told.contactMail)
  await page.getByRole('button', { name: '保存する' }).click()
  await page.getByText('保存しました').waitFor()
}

/** Changes when mail may leave; it is so after a reload, and the audit log says who changed it. */
export async function changeTheSendWindow(world: World, page: Page) {
  await page.goto(`${world.consoleUrl}/settings/rules`)
  const form = page.getByRole('form', { name: '送信時間帯' })
  await form.getByLabel('開始').selectOption({ label: '10時' })
  await form.getByLabel('休業日').fill('2026-12-29 〜 2027-01-03\nお正月')
  await form.getByRole('button', { name: '保存する' }).click()
  await page.getByText('読み取れない行があります: お正月').waitFor()
  await world.watch.inspect(page, 'rules')
  await form.getByLabel('休業日').fill('2026-12-29 〜 2027-01-03')
  await form.getByRole('button', { name: '保存する' }).click()
  await page.getByText('ルールを保存しました').waitFor()
  await page.reload()
  expect(await form.getByLabel('開始').inputValue()).toBe('10')
  expect(await form.getByLabel('休業日').inputValue()).toBe('2026-12-29 〜 2027-01-03')
  await world.settle()
  await page.goto(`${world.consoleUrl}/settings/audit`)
  await page.getByText('会社のルールを変えた').first().waitFor()
}

/** Makes a hiring flow and moves a step by the keyboard alone. */
export async function makeAFlow(world: World, page: Page, name: string) {
  await page.goto(`${world.consoleUrl}/settings/flows`)
  await page.getByRole('button', { name: 'フローを追加' }).click()
  await page.getByRole('textbox', { name: 'フローの名前' }).fill(name)
  await page.getByLabel('ステップを追加').selectOption({ label: '適性検査' })
  const last = page.getByRole('button', { name: /^適性検査、/ })
  await last.focus()
  for (let moved = 0; moved < 4; moved += 1) await page.keyboard.press('Alt+ArrowUp')
  await page.getByRole('button', { name: '適性検査、7ステップ中3番目' }).waitFor()
  await world.watch.inspect(page, 'flow')
  await page.getByRole('button', { name: '保存する' }).click()
  await page.getByText('選考フローを保存しました').waitFor()
  const steps = page.getByRole('heading', { name }).locator('xpath=ancestor::section').getByRole('listitem')
  expect((await steps.allInnerTexts()).slice(0, 3)).toEqual(['応募受付', '書類選考', '適性検査'])
}
