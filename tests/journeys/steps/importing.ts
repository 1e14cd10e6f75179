import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { World } from '../world.ts'

const fixture = (name: string) => join(import.meta.dirname, '../../fixtures/applicants', name)

export async function chooseFile(world: World, page: Page, file: string | { name: string; text: string }) {
  await page.goto(`${world.consoleUrl}/imports/new`)
  await page
    .getByLabel('取り込むファイル')
    .setInputFiles(
      typeof file === 'string'
        ? fixture(file)
        : { name: file.name, mimeType: 'text/csv', buffer: Buffer.from(file.text) },
    )
  await page.getByRole('button', { name: 'アップロードして認識する' }).click()
}

/** Uploads a file under a source's name, corrects nothing, and goes on to the preview. */
export async function previewImport(world: World, page: Page, { file, source }: { file: string; source: string }) {
  await chooseFile(world, page, file)
  await page.getByLabel('取り込み元の名前').fill(source)
  await world.watch.inspect(page, `columns of ${file}`)
  await page.getByRole('button', { name: '内容を確認する' }).click()
  await page.getByRole('heading', { name: '読み取り結果(先頭)' }).waitFor()
  await world.watch.inspect(page, `preview of ${file}`)
}

/** Imports what the preview shows and waits for the report. */
export async function commitImport(world: World, page: Page) {
  await page.getByRole('button', { name: /行を取り込む$/ }).click()
  await page.getByRole('link', { name: '人材プールを見る' }).waitFor({ timeout: 90_000 })
  await world.watch.inspect(page, 'report of an import')
}

/** The number on a card of the given name; not a number while it is still being read. */
export async function counted(page: Page, label: string): Promise<number> {
  const [, value = ''] = (await page.getByRole('group', { name: label, exact: true }).innerText()).split('\n')
  return Number.parseInt(value.replaceAll(',', ''), 10)
}
