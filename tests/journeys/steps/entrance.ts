import type { Page } from 'playwright-core'
import { linkIn, type World } from '../world.ts'
import { codeAt } from './totp.ts'

export type Who = { name: string; email: string; password: string }

/** The first page of an empty installation makes the company and its administrator. */
export async function makeTheFirstCompany(
  world: World,
  page: Page,
  { company, admin }: { company: string; admin: Who },
) {
  await page.goto(world.consoleUrl)
  await page.getByRole('heading', { name: 'はじめの設定' }).waitFor()
  await world.watch.inspect(page, 'set-up')
  await page.getByLabel('会社名').fill(company)
  await page.getByLabel('氏名').fill(admin.name)
  await page.getByLabel('メールアドレス').fill(admin.email)
  await passwordBox(page, 'パスワード').fill(admin.password)
  await page.getByRole('button', { name: '登録してはじめる' }).click()
  await atHome(page)
}

/** The button that shows a password has a label of its own, so the field is the text box of that name. */
export const passwordBox = (page: Page, label: string) => page.getByRole('textbox', { name: label })

export const atHome = (page: Page) => page.getByRole('navigation', { name: 'メインメニュー' }).waitFor()

export async function enterPassword(world: World, page: Page, { email, password }: Pick<Who, 'email' | 'password'>) {
  await page.goto(`${world.consoleUrl}/sign-in`)
  await page.getByLabel('メールアドレス').fill(email)
  await passwordBox(page, 'パスワード').fill(password)
  await page.getByRole('button', { name: 'サインイン', exact: true }).click()
}

export async function signIn(world: World, page: Page, who: Pick<Who, 'email' | 'password'>) {
  await enterPassword(world, page, who)
  await atHome(page)
}

export async function signOut(page: Page) {
  await page.getByRole('button', { name: /^アカウント/ }).click()
  await page.getByRole('menuitem', { name: 'サインアウト' }).click()
  await page.getByRole('heading', { name: 'サインイン', exact: true }).waitFor()
}

export type SecondFactor = { secret: string; recoveryCodes: string[] }

/** Sets up a second factor on the own page, as an authenticator would that is given the key by hand. */
export async function enrolSecondFactor(world: World, page: Page, { password }: Who): Promise<SecondFactor> {
  await page.goto(`${world.consoleUrl}/settings/account`)
  await page.getByRole('button', { name: '設定を始める' }).click()
  await passwordBox(page, '現在のパスワード').first().fill(password)
  await page.getByRole('button', { name: '次へ' }).click()
  const shown = await page.getByRole('listitem').filter({ hasText: 'QRコードを読み取る' }).innerText()
  const secret = /[A-Z2-7]{16,}/.exec(shown.replaceAll(' ', ''))?.[0]
  if (secret === undefined) throw new Error('the page shows no key')
  await world.watch.inspect(page, 'second factor')
  await enterCode(page, codeAt(secret))
  await page.getByRole('button', { name: '有効にする' }).click()
  const list = page.getByRole('list', { name: '回復コードの保存' })
  await list.waitFor()
  const recoveryCodes = await list.getByRole('listitem').allInnerTexts()
  await page.getByRole('button', { name: '保存しました' }).click()
  await page.getByText(/^回復コードの残り/).waitFor()
  return { secret, recoveryCodes }
}

/** The boxes of the code: typing into the first goes on by itself. */
export async function enterCode(page: Page, code: string) {
  await page
    .getByRole('textbox', { name: /確認コード/ })
    .first()
    .pressSequentially(code)
}

export async function inviteColleague(world: World, page: Page, { email, role }: { email: string; role: string }) {
  await page.goto(`${world.consoleUrl}/settings/staff`)
  await page.getByRole('button', { name: '招待する' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('メールアドレス').fill(email)
  await dialog.getByRole('radio', { name: role }).check()
  await world.watch.inspect(page, 'invite')
  await dialog.getByRole('button', { name: '招待メールを送る' }).click()
  await page.getByText('招待メールを送りました').waitFor()
}

export async function acceptInvitation(world: World, page: Page, { company, who }: { company: string; who: Who }) {
  await page.goto(linkIn(await world.mailTo(who.email, '招待'), /invitation/))
  await page.getByRole('heading', { name: `${company}に参加する` }).waitFor()
  await world.watch.inspect(page, 'invitation')
  await page.getByLabel('氏名').fill(who.name)
  await passwordBox(page, 'パスワード').fill(who.password)
  await page.getByRole('button', { name: '参加する' }).click()
  await atHome(page)
}

export async function resetPasswordByMail(world: World, page: Page, { email }: Who, password: string) {
  await page.goto(`${world.consoleUrl}/sign-in`)
  await page.getByRole('link', { name: 'パスワードをお忘れの方' }).click()
  // The page left has a box of the same name.
  await page.getByRole('heading', { name: 'パスワードの再設定' }).waitFor()
  await page.getByLabel('メールアドレス').fill(email)
  await world.watch.inspect(page, 'forgot password')
  await page.getByRole('button', { name: 'リンクを送る' }).click()
  await page.getByRole('heading', { name: 'メールをご確認ください' }).waitFor()
  await page.goto(linkIn(await world.mailTo(email, 'パスワード再設定'), /reset-password/))
  await passwordBox(page, '新しいパスワード').first().fill(password)
  await passwordBox(page, '新しいパスワード(確認)').fill(password)
  await world.watch.inspect(page, 'reset password')
  await page.getByRole('button', { name: '設定する' }).click()
  await page.getByRole('link', { name: 'サインインへ進む' }).click()
  await page.getByRole('heading', { name: 'サインイン', exact: true }).waitFor()
}
