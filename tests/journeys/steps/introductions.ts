import type { Page } from 'playwright-core'
import type { TestMember } from '../../../src/server/modules/relay/testing.ts'
import type { KeptMail, World } from '../world.ts'
import { enterMailedCode, openPersonalLink } from './portal.ts'

/** The people who fit an opening, of the own pool or of the relay. */
export async function openMatches(world: World, page: Page, { opening, pool }: { opening: string; pool: RegExp }) {
  await page.goto(`${world.consoleUrl}/matching`)
  await page.getByRole('radiogroup', { name: '探す範囲' }).getByText(pool).click()
  await page.getByRole('combobox', { name: '求人' }).click()
  await page.getByRole('option', { name: opening }).click()
}

/** Asks the first person shown, with one slot, and promises what is ticked. */
export async function askTheFirst(world: World, page: Page, reason: string, promises: readonly string[] = []) {
  await page.getByRole('button', { name: 'お一人に紹介を依頼する' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill(reason)
  for (const name of promises) await dialog.getByRole('checkbox', { name }).check()
  await world.watch.inspect(page, 'asking for an introduction')
  await dialog.getByRole('button', { name: '依頼する' }).click()
  await dialog.waitFor({ state: 'hidden' })
  await page
    .getByText(/名に依頼済み$/)
    .first()
    .waitFor()
  await world.settle()
}

/** Who of these people was asked, by the mail that came. */
export async function whoWasAsked(
  world: World,
  members: readonly TestMember[],
  { after = [] }: { after?: readonly string[] } = {},
): Promise<{ member: TestMember; mail: KeptMail }> {
  for (const member of members) {
    const mail = (await world.mails(member.mail)).find(({ subject }) => subject.includes('企業からのご紹介'))
    if (mail && !after.includes(mail.id)) return { member, mail }
  }
  throw new Error('nobody was asked')
}

/** Follows the mail's link: the page that anybody may open, the code, and then the introduction itself. */
export async function openIntroduction(
  world: World,
  page: Page,
  { member, mail }: { member: TestMember; mail: KeptMail },
) {
  await openPersonalLink(world, page, mail)
  await page.getByRole('button', { name: '続ける' }).click()
  await enterMailedCode(world, page, member.mail)
  await page.getByRole('heading', { name: /^ご紹介/ }).waitFor()
  await world.watch.inspect(page, 'introduction')
}

export async function openAsked(world: World, page: Page) {
  await page.goto(`${world.consoleUrl}/introductions`)
  await page.getByRole('table', { name: '紹介' }).waitFor()
}

/** Records how an accepted introduction went on, on its own page. */
export async function recordProgress(page: Page, progress: string) {
  await page.getByRole('combobox', { name: '経過' }).selectOption({ label: progress })
  await page.getByRole('button', { name: '記録する' }).click()
  await page.getByText('経過を記録しました。').waitFor()
}
