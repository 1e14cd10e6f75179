import type { Page } from 'playwright-core'
import type { World } from '../world.ts'

export async function openPool(world: World, page: Page, query = '') {
  await page.goto(`${world.consoleUrl}/people${query}`)
  await poolTable(page).waitFor()
}

export const poolTable = (page: Page) => page.getByRole('table', { name: '人材プール' })

export const rowOf = (page: Page, name: string) => poolTable(page).getByRole('row').filter({ hasText: name })

export async function searchPool(page: Page, text: string) {
  await page.getByRole('searchbox', { name: '氏名・会社・スキルなどで検索' }).fill(text)
  await page.waitForURL((url) => url.searchParams.get('text') === (text === '' ? null : text))
}

/** Chooses one value of a filter over the list. */
export async function filterBy(page: Page, filter: string, value: RegExp) {
  await page.getByRole('combobox', { name: filter, exact: true }).click()
  await page.getByRole('option', { name: value }).click()
  await page.keyboard.press('Escape')
}
