import type { Page } from 'playwright-core'
import { linkIn, type KeptMail, type World } from '../world.ts'

/** Opens the personal link of a mail. The page that it opens is the same for everybody. */
export async function openPersonalLink(world: World, page: Page, mail: KeptMail) {
  await page.goto(linkIn(mail, /^\/l\//))
  await page.getByRole('heading', { name: 'ご本人のためのページです' }).waitFor()
  await world.watch.inspect(page, 'landing')
}

export async function goOn(page: Page) {
  await page.getByRole('button', { name: '続ける' }).click()
  await page.getByRole('heading', { name: 'ご応募の記録と登録情報' }).waitFor()
}

/** Enters the code that the mail to the person's own address holds. */
export async function enterMailedCode(world: World, page: Page, address: string) {
  await page.getByRole('button', { name: '確認コードを送る' }).click()
  await page.getByRole('heading', { name: '確認コードの入力' }).waitFor()
  // The newest code is the one that counts.
  await world.settle()
  const { text } = await world.mailTo(address, '確認コード')
  await page.getByLabel(/^確認コード/).fill(/\b\d{6}\b/.exec(text)?.[0] ?? '')
  await world.watch.inspect(page, 'code of the portal')
  await page.getByRole('button', { name: '確認する' }).click()
}

export type Wishing = { displayName: string; occupation: string; prefecture: string }

/** Fills in the wishes and leaves every consent at no. */
export async function registerWithoutConsent(world: World, page: Page, wishes: Wishing) {
  await page.getByRole('heading', { name: 'キャリアリレーへの登録' }).waitFor()
  await page.getByLabel(/^表示名/).fill(wishes.displayName)
  await page.getByRole('checkbox', { name: wishes.occupation, exact: true }).check({ force: true })
  await page.getByText('勤務地・年収・働き方').click()
  await page.locator('.folded > details', { hasText: wishes.prefecture }).locator('summary').click()
  await page.getByRole('checkbox', { name: wishes.prefecture, exact: true }).check({ force: true })
  await page.getByLabel('16歳以上です').check()
  await world.watch.inspect(page, 'registration')
  await page.getByRole('button', { name: 'この内容で登録する' }).click()
  await page.getByRole('heading', { name: '登録が完了しました' }).waitFor()
  await world.watch.inspect(page, 'registered')
}

export async function choose(page: Page, entry: string) {
  const menu = page.getByRole('navigation', { name: 'メニュー' })
  const link = menu.getByRole('link', { name: entry })
  // On a phone it is folded.
  if (!(await link.isVisible())) await menu.locator('summary').click()
  await link.click()
}

/** Presses the button of the first form of that name: many forms of a page end in the same word. */
export async function pressIn(page: Page, form: RegExp, button: string) {
  await page.getByRole('form', { name: form }).first().getByRole('button', { name: button }).click()
}
