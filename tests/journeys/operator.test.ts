import { expect } from 'vitest'
import { dayIn } from '../../src/engines/japanese/index.ts'
import { balances } from '../../src/server/modules/credits/index.ts'
import { aMember } from '../../src/server/modules/relay/testing.ts'
import { journey } from './journey.ts'
import { found } from './steps/company.ts'
import { atHome, passwordBox, type Who } from './steps/entrance.ts'

const owner: Who = { name: '運営 花子', email: 'hanako@network.example', password: '夏の海に白い帆が見える-1' }
const name = 'さくら商事株式会社'

journey(
  'operator',
  'an operator verifies a company, refuses one referral, takes back another, suspends the company, and publishes its notice',
  async (world) => {
    const company = await found(world, { name, owner, isVerified: false })
    await aMember(company, { mail: 'x@sutemail.example' })
    await aMember(company)
    await world.settle()
    await world.pass({ days: 8 })
    expect(await company.work(balances)).toMatchObject({ held: 2, counted: 0 })

    const { page } = await world.visitor()
    await page.goto(`${world.operatorUrl}/sign-in`)
    await page.getByLabel('メールアドレス').fill(owner.email)
    await passwordBox(page, 'パスワード').fill(owner.password)
    await page.getByRole('button', { name: 'サインイン', exact: true }).click()
    await atHome(page)
    await page.getByRole('link', { name: /審査を待っている紹介/ }).waitFor()
    await world.watch.inspect(page, 'operator home')

    await page.getByRole('link', { name: /確認を待っている企業/ }).click()
    await page.getByRole('link', { name }).click()
    await page.getByRole('heading', { name }).waitFor()
    expect(await page.getByRole('button', { name: '確認済みにする' }).isDisabled()).toBe(true)
    await page.getByLabel('参加契約の締結日').fill('2026-01-05')
    await page.getByLabel('許可証を確認した日').fill('2026-01-05')
    await page.getByRole('button', { name: '記録する' }).click()
    await page.getByText('記録しました。').waitFor()
    await world.watch.inspect(page, 'a company')
    await page.getByRole('button', { name: '確認済みにする' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '確認済みにする' }).click()
    await page.getByText('確認済みにしました。').waitFor()
    await world.settle()
    expect(await company.work(balances)).toMatchObject({ held: 1, counted: 1 })

    await page.getByRole('link', { name: '紹介の審査' }).click()
    await page.getByText('使い捨てアドレス').waitFor()
    expect(await page.getByRole('main').innerText()).not.toContain('sutemail')
    await world.watch.inspect(page, 'referrals to review')
    await page.getByRole('button', { name: '却下する' }).click()
    await dialog.getByLabel('理由').selectOption({ label: '実在しない方の登録' })
    await dialog.getByRole('button', { name: '却下する' }).click()
    await page.getByText('取消を受け付けました。').waitFor()
    await page.getByText('計上済み', { exact: true }).click()
    await page.getByRole('button', { name: '取り消す' }).click()
    await dialog.getByLabel('理由').selectOption({ label: '紹介元の社員による登録' })
    await world.watch.inspect(page, 'taking back')
    await dialog.getByRole('button', { name: '取り消す' }).click()
    await dialog.waitFor({ state: 'detached' })
    await world.settle()
    expect(await company.work(balances)).toMatchObject({ held: 0, counted: 0 })

    await page.getByRole('link', { name: '参加企業' }).click()
    await page.getByRole('link', { name }).click()
    await page.getByRole('button', { name: '停止する' }).click()
    await dialog.getByText('回答待ちの依頼はすべて取り下げられ').waitFor()
    await dialog.getByLabel('理由').selectOption({ label: '不正の疑い' })
    await dialog.getByRole('button', { name: '停止する' }).click()
    await page.getByRole('button', { name: '再開する' }).waitFor()

    await page.getByRole('button', { name: '業種を定める' }).click()
    await dialog.getByLabel('業種').selectOption({ label: '金融業、保険業' })
    await dialog.getByLabel(/理由/).fill('定款の目的が登録の内容と異なるため')
    await world.watch.inspect(page, 'setting an industry')
    await dialog.getByRole('button', { name: '記録する' }).click()
    await page.getByText('運営の判断により「金融業、保険業」として取り扱っています').waitFor()

    await page.getByRole('link', { name: 'ネットワークのルール' }).click()
    await page.getByRole('heading', { name: '変更した場合の見込み' }).waitFor()
    await world.watch.inspect(page, 'rules of the network')

    await page.getByRole('link', { name: '公開する文書' }).click()
    await page.getByText('まだ公開されていません').waitFor()
    await page.getByRole('link', { name: '次の版を書く' }).click()
    await page.getByRole('button', { name: '記録と設定から文案を作る' }).click()
    await page.getByText('文案を入力しました。').waitFor()
    await page.getByLabel('適用開始日').fill(dayIn(world.now(), 'Asia/Tokyo'))
    await world.watch.inspect(page, 'writing the privacy notice')
    await page.getByRole('button', { name: '公開する', exact: true }).click()
    await dialog.getByRole('button', { name: '公開する', exact: true }).click()
    await page.getByText('適用中').waitFor()
    await world.watch.inspect(page, 'the privacy notice')
    await page.getByRole('link', { name: '監査ログ' }).click()
    await world.settle()
    await page.reload()
    await page.getByText('企業を停止した').waitFor()
  },
)
