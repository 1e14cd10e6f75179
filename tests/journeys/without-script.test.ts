import { expect } from 'vitest'
import { aLetter } from '../../src/server/modules/portal/testing.ts'
import { journey } from './journey.ts'
import { found } from './steps/company.ts'
import type { Who } from './steps/entrance.ts'
import { choose, enterMailedCode, goOn, openPersonalLink, pressIn, registerWithoutConsent } from './steps/portal.ts'

const owner: Who = { name: '採用 花子', email: 'hanako@sakura.example', password: '夏の海に白い帆が見える-1' }
const jiro: Who = { name: '人事 次郎', email: 'jiro@minato.example', password: '冬の山に青い鳥が見える-2' }
const mail = 'naoko@person.example'

journey(
  'without_script',
  'everything that says no, withdraws or erases works in a browser without script',
  async (world) => {
    const company = await found(world, { name: 'さくら商事株式会社', owner })
    const letter = await aLetter(company, { mail, name: '佐藤 直子', prefecture: '東京都', phone: '090-1234-5678' })
    const { page } = await world.visitor({ phone: true, hasScript: false })
    const said = (words: string) => page.getByText(words).first().waitFor()
    const arrive = async () => {
      await page.goto(`${world.portalUrl}/l/${letter.token}`)
      await page.getByRole('button', { name: '続ける' }).click()
      await page.getByRole('heading', { name: 'ご応募の記録と登録情報' }).waitFor()
    }

    await arrive()
    await page.goto(`${world.portalUrl}/register`)
    await enterMailedCode(world, page, mail)
    expect(await page.getByLabel(/^表示名/).inputValue()).toBe('佐藤 直子')
    await registerWithoutConsent(world, page, { displayName: '佐藤', occupation: '営業', prefecture: '大阪府' })

    await choose(page, '同意の確認と撤回')
    await page.getByText('内容を見る').first().click()
    await pressIn(page, /に同意する$/, '同意する')
    await said('同意を承りました。')
    await pressIn(page, /の同意を撤回する$/, '撤回する')
    await said('同意を撤回しました。')

    await choose(page, '連絡の受け取り方')
    await page.getByRole('link', { name: 'ご登録の期間を見る・選ぶ' }).click()
    await page.getByRole('heading', { name: 'ご登録の期間' }).waitFor()
    await world.watch.inspect(page, 'term of the registration')
    await page.getByRole('button', { name: '登録を続ける' }).click()
    await said('承りました。ご登録を続けます。')

    await choose(page, '連絡の受け取り方')
    await page.getByLabel('探していない（連絡は不要）').check()
    await page.getByRole('button', { name: '保存する' }).first().click()
    await said('設定を保存しました。')
    await page.getByLabel(/^90日間の上限/).selectOption({ label: '受け取らない' })
    await page.getByRole('button', { name: '保存する' }).nth(1).click()
    await said('設定を保存しました。')
    await page.getByLabel(/^企業の正式名称または法人番号/).fill('東洋港湾倉庫株式会社')
    await page.getByRole('button', { name: '追加する' }).click()
    await said('「東洋港湾倉庫株式会社」に一致する参加企業は見つかりませんでした')

    await choose(page, '応募の記録と登録情報')
    await page.getByRole('link', { name: /^これは違う.*電話番号/ }).click()
    await page.getByLabel('この情報を削除してほしい').check()
    await page.getByRole('button', { name: '訂正を送る' }).click()
    await said('訂正のご請求を承りました')

    await choose(page, '開示・利用停止などのご請求')
    await page.getByRole('link', { name: '情報の利用停止を求める' }).click()
    await page.getByLabel(/^理由・ご希望/).fill('私は創価学会の会員です。利用をやめてください。')
    await page.getByRole('button', { name: '利用停止を請求する' }).click()
    await said('このままお送りいただくこともできます')
    await page.getByRole('button', { name: '利用停止を請求する' }).click()
    await said('利用停止のご請求を承りました')

    await page.goto(`${world.portalUrl}/refresh`)
    await page.getByRole('button', { name: '今後の確認は不要です' }).click()
    await said('今後、内容の確認をお願いすることはありません。')

    await choose(page, 'リレーの登録をやめる')
    await page.getByRole('button', { name: '登録をやめる' }).click()
    await page.getByRole('heading', { name: '登録を終了しました' }).waitFor()

    await choose(page, '情報の消去を求める')
    await page.getByRole('link', { name: '確認へ進む' }).click()
    await page.getByRole('button', { name: '情報を消去する' }).click()
    await said('入力内容をご確認ください')
    await page.getByLabel('取り消せない手続きであることを理解しました').check()
    await page.getByRole('button', { name: '情報を消去する' }).click()
    await page.getByRole('heading', { name: '消去の手続きを承りました' }).waitFor()

    await arrive()
    await page.getByRole('button', { name: '表示を終了する' }).click()
    await page.getByRole('heading', { name: '専用リンクの再送' }).waitFor()
    await arrive()
    await page.getByRole('link', { name: 'お心当たりがない方へ' }).click()
    await page.getByRole('button', { name: '自分宛てではないと知らせる' }).click()
    await page.getByRole('heading', { name: 'お知らせいただき、ありがとうございます' }).waitFor()
    await page.goto(`${world.portalUrl}/l/${letter.token}`)
    await page.getByRole('button', { name: '続ける' }).click()
    await page.getByRole('heading', { name: 'このリンクではページを開けません' }).waitFor()

    const twice = 'michiko@person.example'
    const first = await aLetter(company, { mail: twice, name: '伊藤 美智子' })
    await page.goto(`${world.portalUrl}/l/${first.token}`)
    await page.getByRole('button', { name: '続ける' }).click()
    await page.goto(`${world.portalUrl}/register`)
    await enterMailedCode(world, page, twice)
    await registerWithoutConsent(world, page, { displayName: '伊藤', occupation: '営業', prefecture: '大阪府' })
    const other = await found(world, { name: 'みなと物流株式会社', owner: jiro })
    const second = await aLetter(other, { mail: twice, name: '伊藤 美智子' })
    await page.goto(`${world.portalUrl}/l/${second.token}`)
    await page.getByRole('button', { name: '続ける' }).click()
    await page.goto(`${world.portalUrl}/link`)
    await enterMailedCode(world, page, twice)
    await said('すでにご登録いただいています')
    await world.watch.inspect(page, 'link of a letter')
    await page.getByRole('button', { name: 'ご登録につなぐ' }).click()
    await page.getByRole('heading', { name: 'ご登録につなぎました' }).waitFor()

    await page.getByRole('button', { name: '表示を終了する' }).click()
    await page.goto(`${world.portalUrl}/lost-link`)
    await page.getByLabel(/^メールアドレス/).fill(twice)
    await page.getByRole('button', { name: '送信する' }).click()
    await page.getByRole('heading', { name: '受け付けました' }).waitFor()
    await world.settle()
    await openPersonalLink(world, page, await world.mailTo(twice, '【みなと物流株式会社】専用リンクのご案内'))
    await goOn(page)

    await page.getByRole('button', { name: '表示を終了する' }).click()
    await page.goto(`${world.portalUrl}/not-me`)
    await world.watch.inspect(page, 'not me, without a visit')
    await page.getByLabel(/^メールが届いたアドレス/).fill('sachiko@person.example')
    await page.getByRole('button', { name: '送信を止めるリンクを受け取る' }).click()
    await page.getByRole('heading', { name: '受け付けました' }).waitFor()

    const leaving = await aLetter(company, { mail: 'sachiko@person.example', name: '高橋 幸子', prefecture: '東京都' })
    await page.goto(`${world.portalUrl}/l/${leaving.token}`)
    await page.getByRole('button', { name: '続ける' }).click()
    await page.goto(`${world.portalUrl}/register`)
    await enterMailedCode(world, page, 'sachiko@person.example')
    await registerWithoutConsent(world, page, { displayName: '高橋', occupation: '営業', prefecture: '大阪府' })
    await page.goto(`${world.portalUrl}/registration`)
    await page.getByLabel('取り消せない手続きであることを理解しました').check()
    await page.getByRole('button', { name: '登録を終えて情報を消す' }).click()
    await page.getByRole('heading', { name: 'ご登録を終えました' }).waitFor()
  },
)
