import { expect } from 'vitest'
import { journey } from './journey.ts'
import { found } from './steps/company.ts'
import { signIn, type Who } from './steps/entrance.ts'
import { chooseFile, commitImport, counted, previewImport } from './steps/importing.ts'

const owner: Who = { name: '採用 花子', email: 'hanako@sakura.example', password: '春の川に橋が二つかかる-1' }
const files = [
  { file: 'ats_export.csv', source: '採用管理システム', rows: 701 },
  { file: 'board_export.csv', source: '求人媒体', rows: 437 },
  { file: 'agency_export.csv', source: '紹介会社', rows: 292 },
]

journey(
  'imports',
  'three files of applicants come in through the wizard, and the same file again changes nothing',
  async (world) => {
    await found(world, { name: 'さくら商事株式会社', owner })
    const { page } = await world.visitor()
    await signIn(world, page, owner)
    for (const { file, source, rows } of files) {
      await previewImport(world, page, { file, source })
      await expect.poll(() => counted(page, '新規')).toBe(rows)
      await expect.poll(() => counted(page, '取り込めない行')).toBe(0)
      await commitImport(world, page)
      await expect.poll(() => counted(page, '新規')).toBe(rows)
    }
    await page.getByRole('link', { name: '人材プールを見る' }).click()
    await page.getByRole('table', { name: '人材プール' }).getByRole('row').nth(1).waitFor()
    await world.watch.inspect(page, 'pool')

    await previewImport(world, page, { file: 'agency_export.csv', source: '紹介会社' })
    await expect.poll(() => counted(page, '変更なし')).toBe(292)
    await expect.poll(() => counted(page, '新規')).toBe(0)

    await chooseFile(world, page, {
      name: 'open-quote.csv',
      text: '氏名,メールアドレス\n"佐藤 直子,naoko@mail.example\n鈴木 一郎,ichiro@mail.example\n',
    })
    await page.getByRole('alert').waitFor()
    expect(await page.getByRole('alert').innerText()).toMatch(/引用符|2行/)
    await world.watch.inspect(page, 'refusal of a file')
    await page.goto(`${world.consoleUrl}/imports`)
    await page.getByRole('table', { name: '取り込み' }).waitFor()
    await world.watch.inspect(page, 'imports')
  },
)
