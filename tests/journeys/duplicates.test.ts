import { expect } from 'vitest'
import { linkRecord } from '../../src/server/modules/linkage/index.ts'
import { aPerson } from '../../src/server/modules/people/testing.ts'
import { journey } from './journey.ts'
import { found, type Founded } from './steps/company.ts'
import { signIn, type Who } from './steps/entrance.ts'

const owner: Who = { name: '採用 花子', email: 'hanako@sakura.example', password: '秋の空に月が高く見える-1' }

journey(
  'duplicates',
  'a recruiter sees three who may be one beside each other, makes them one, and takes it back',
  async (world) => {
    const company = await found(world, { name: 'さくら商事株式会社', owner })
    await threeThatMayBeOne(company)
    const { page } = await world.visitor()
    await signIn(world, page, owner)
    await page.goto(`${world.consoleUrl}/duplicates`)
    const queue = page.getByText(/^残り\d+組$/)
    await queue.waitFor()
    const waiting = await queue.textContent()
    await page.getByText('確認待ちの組み合わせでつながっている方: 小鳥遊 千里', { exact: true }).waitFor()

    await page.keyboard.press('g')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('columnheader', { name: '小鳥遊 千里' }).nth(2).waitFor()
    expect(await dialog.getByRole('row', { name: /^生年月日 ?相違/ }).count()).toBe(1)
    expect(await dialog.getByRole('row', { name: /^氏名 / }).count()).toBe(1)
    await dialog.getByText('氏名または生年月日の異なる方が含まれています', { exact: false }).waitFor()
    await world.watch.inspect(page, 'duplicates-group')
    await dialog.getByRole('button', { name: '3人とも同じ方として統合' }).click()
    await page.getByText('確認が必要な組み合わせはありません').waitFor()
    await page.getByText('3人の記録を統合しました').waitFor()

    await page.keyboard.press('u')
    await page.getByText(waiting!, { exact: true }).waitFor()
  },
)

/** Three records of one name and one number, the birth dates of which do not agree. */
async function threeThatMayBeOne(company: Founded) {
  for (const birthDate of ['1990-04-01', '1990-04-10', '1990-04-11']) {
    const { sourceRecordId } = await aPerson(company, {
      name: '小鳥遊 千里',
      nameKana: 'タカナシ チサト',
      phone: '090-5550-0141',
      birthDate,
      kind: 'IMPORT',
      label: '求人媒体の一覧',
    })
    await company.work((work) => linkRecord(work, sourceRecordId))
  }
}
