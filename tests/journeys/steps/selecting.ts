import { expect } from 'vitest'
import type { Page } from 'playwright-core'
import type { World } from '../world.ts'

/** An opening by its form, with hard conditions. */
export async function openAnOpening(world: World, page: Page, title: string) {
  await page.goto(`${world.consoleUrl}/openings`)
  await page.getByRole('link', { name: '求人を登録' }).first().click()
  await page.getByRole('textbox', { name: /^求人名/ }).fill(title)
  await page.getByRole('textbox', { name: '部署' }).fill('営業部')
  await choose(page, '勤務地', '東京都')
  await page.getByRole('textbox', { name: '年収の下限(万円)' }).fill('450')
  await page.getByRole('textbox', { name: '年収の上限(万円)' }).fill('700')
  const required = page.getByRole('group', { name: '必須スキル' })
  await required.getByRole('button', { name: 'スキルを追加' }).click()
  await required.getByRole('textbox', { name: '必須スキル 1: スキル' }).fill('法人営業')
  await world.watch.inspect(page, 'form of an opening')
  await page.getByRole('button', { name: '登録する' }).click()
  await page.getByRole('heading', { name: title }).waitFor()
}

/** Types into a field that offers a list, and takes what it offers. */
export async function choose(page: Page, field: string, option: string) {
  await page.getByRole('combobox', { name: field }).fill(option)
  await page.getByRole('option', { name: option, exact: true }).click()
  await page.keyboard.press('Escape')
}

export type Applicant = { name: string; kana: string; email: string }

/** A person with an application, by the form. */
export async function addApplicant(world: World, page: Page, { name, kana, email }: Applicant, opening: string) {
  await page.goto(`${world.consoleUrl}/people/add`)
  await page.getByRole('textbox', { name: '氏名', exact: true }).fill(name)
  await page.getByRole('textbox', { name: 'フリガナ' }).fill(kana)
  await page.getByRole('textbox', { name: 'メールアドレス' }).fill(email)
  await page.getByLabel('応募した求人').selectOption({ label: opening })
  await page.getByRole('button', { name: '追加する' }).click()
  await page.getByRole('heading', { name }).waitFor()
}

export async function openBoard(world: World, page: Page) {
  await page.goto(`${world.consoleUrl}/selection`)
  await column(page, '応募受付').waitFor()
}

export const column = (page: Page, stage: string) => page.getByRole('region', { name: new RegExp(`^${stage} \\d+名$`) })

/** Presses what there is once: a card that moves stands in both columns until both have been read again. */
async function pressTheOnly(page: Page, name: string) {
  const button = page.getByRole('button', { name, exact: true })
  await expect.poll(() => button.count(), { timeout: 20_000 }).toBe(1)
  await button.click()
}

/** What the card's own menu offers. */
export async function act(page: Page, name: string, item: string | RegExp) {
  await pressTheOnly(page, `${name}さんの操作`)
  await page.getByRole('menuitem', { name: item }).click()
}

export async function undo(page: Page) {
  await page.getByRole('button', { name: '元に戻す' }).last().click()
  await page.getByText('元に戻しました').last().waitFor()
}

type Rejection = { name: string; reason: string; note?: string }

export async function reject(world: World, page: Page, { name, reason, note }: Rejection) {
  await act(page, name, '不採用にする…')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('理由').selectOption({ label: reason })
  if (note) await dialog.getByLabel('社内メモ(任意)').fill(note)
  await world.watch.inspect(page, 'rejecting')
  await dialog.getByRole('button', { name: '不採用にする' }).click()
  await dialog.waitFor({ state: 'hidden' })
}

type Planned = { name: string; interviewer: string; day: string }

/** Opens the application beside the board and sets an interview. */
export async function setInterview(world: World, page: Page, { name, interviewer, day }: Planned) {
  await pressTheOnly(page, name)
  const panel = page.getByRole('dialog', { name: '応募の詳細' })
  await panel.getByRole('button', { name: '面接を設定' }).click()
  await panel.getByRole('combobox', { name: /^面接官/ }).fill(interviewer)
  await page.getByRole('option', { name: interviewer }).click()
  await panel.getByLabel('日付').fill(day)
  await panel.getByLabel('開始').fill('10:00')
  await panel.getByLabel('終了').fill('11:00')
  await panel.getByLabel('場所・会議URL').fill('第2会議室')
  await world.watch.inspect(page, 'setting an interview')
  await panel.getByRole('button', { name: '面接を保存' }).click()
  await page.getByText('面接を保存しました').waitFor()
  await panel.getByText('第2会議室').waitFor()
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'hidden' })
}

/** The interviewer's own page: the evaluation of one interview. */
export async function evaluate(world: World, page: Page, { name, comment }: { name: string; comment: string }) {
  await page.getByRole('button', { name: `${name}さんの評価を記録` }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: /^B 推薦/ }).check()
  await dialog.getByLabel('所見').fill(comment)
  await world.watch.inspect(page, 'evaluating')
  await dialog.getByRole('button', { name: '評価を記録する' }).click()
  await page.getByText('評価を記録しました').waitFor()
}
