import type { Page } from 'playwright-core'
import type { World } from '../world.ts'

/** What the law asks for first: for what purpose people are written to, and why that is permitted. */
export async function recordTheBasis(world: World, page: Page) {
  await page.goto(`${world.consoleUrl}/letters/settings`)
  await page.getByLabel(/^利用目的/).fill('選考結果の通知と、その後の就職活動に関するご案内のため')
  await page.getByLabel(/^説明/).fill('採用ページの「個人情報の取扱い」に記載しています。')
  await page.getByLabel('特定電子メール法での位置づけ').selectOption({ label: 'ご本人がアドレスを通知した' })
  await world.watch.inspect(page, 'basis of letters')
  await page.getByRole('button', { name: '記録する' }).click()
  await page.getByText('利用目的と根拠を記録しました。').waitFor()
}

export async function letAnswersReach(page: Page, name: string) {
  await page.getByLabel('担当者').selectOption({ label: name })
  await page.getByRole('button', { name: '保存', exact: true }).click()
  await page.getByText('設定を保存しました。').waitFor()
}

/** Looks at whom it would concern, and approves. */
export async function switchLettersOn(world: World, page: Page) {
  await page.goto(`${world.consoleUrl}/letters/settings`)
  await page.getByRole('button', { name: '事前確認をして開始' }).first().click()
  await page.getByRole('heading', { name: '事前確認: 送信の開始' }).waitFor()
  await world.watch.inspect(page, 'pre-flight')
  await page.getByRole('button', { name: '承認して送信を開始' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '承認して送信を開始' }).click()
  await page.getByText('送信を開始しました。').waitFor()
}

export async function openLetters(world: World, page: Page) {
  await page.goto(`${world.consoleUrl}/letters`)
  await page.getByRole('table', { name: 'お見送りメール' }).waitFor()
}

export const letterTo = (page: Page, name: string) =>
  page.getByRole('table', { name: 'お見送りメール' }).getByRole('row').filter({ hasText: name })

/** Answers a mail as its reader would, from the development mailbox. */
export async function answerMail(world: World, page: Page, { mailId, words }: { mailId: string; words: string }) {
  await page.goto(`${world.consoleUrl}/mailbox/${mailId}?view=text`)
  await page.getByRole('textbox', { name: '本文 / Words' }).fill(words)
  await page.getByRole('button', { name: '返信 / Reply' }).click()
  await page.getByText('応募者のタイムラインに表示されます').waitFor()
}

/** Begins to compare the words of letters after interviews with the same under another subject. */
export async function compareSubjects(world: World, page: Page, subject: string) {
  await page.goto(`${world.consoleUrl}/letters/trials/new`)
  await page.getByText('案B を書き換えると、比較を始められます。').waitFor()
  await page.getByRole('textbox', { name: '件名' }).fill(subject)
  await page.getByLabel('判定に使うもの').selectOption({ label: '案内ページを開いた割合' })
  await world.watch.inspect(page, 'beginning a comparison')
  await page.getByRole('button', { name: 'この2つで比較を始める' }).click()
  await page.getByText('比較中').first().waitFor()
  const begun = page.url()
  await page.goto(`${world.consoleUrl}/letters/trials/new`)
  await page.getByText('この種類の文面は、すでに比較中です').waitFor()
  await page.getByRole('link', { name: '進行中の比較を開く' }).click()
  await page.waitForURL(begun)
}
