import { expect } from 'vitest'
import { countReferrals } from '../../src/server/modules/credits/testing.ts'
import { aMember, type TestMember } from '../../src/server/modules/relay/testing.ts'
import { anOpening } from '../../src/server/modules/selection/testing.ts'
import { journey } from './journey.ts'
import { found } from './steps/company.ts'
import { acceptInvitation, inviteColleague, signIn, type Who } from './steps/entrance.ts'
import { askTheFirst, openAsked, openIntroduction, openMatches, whoWasAsked } from './steps/introductions.ts'
import { alike, openRelay, standingOf } from './steps/relay.ts'

const hanako: Who = { name: '採用 花子', email: 'hanako@sakura.example', password: '夏の海に白い帆が見える-1' }
const jiro: Who = { name: '人事 次郎', email: 'jiro@minato.example', password: '冬の山に青い鳥が見える-2' }
const makoto: Who = { name: '運営 誠', email: 'makoto@network.example', password: '秋の空に赤い葉が見える-3' }
const title = '法人営業(東京)'

journey(
  'dispute',
  'an employer promises an interview, says that it kept a promise, and contests its slot; two people of the operator give it back',
  async (world) => {
    await world.moveTo('2030-06-03T10:00:00+09:00')
    const sakura = await found(world, { name: 'さくら商事株式会社', owner: hanako })
    const minato = await found(world, { name: 'みなと物流株式会社', owner: jiro })
    const members: TestMember[] = []
    for (let made = 0; made < 12; made += 1)
      members.push(await aMember(minato, { yes: ['RELAY_PROFILE'], wishes: alike, displayName: '髙橋 遥' }))
    await countReferrals(sakura, 10)
    await anOpening(sakura, { title, conditions: { workPermitRequired: false, occupations: ['営業'] } })
    await world.settle()
    await world.pass({ minutes: 15 })

    const { page } = await world.visitor()
    await signIn(world, page, hanako)
    await openMatches(world, page, { opening: title, pool: /^リレー/ })
    await askTheFirst(world, page, '法人営業のご経験に関心を持ちました。', ['面接を確約する', '回答の期限を約束する'])
    const asked = await whoWasAsked(world, members)
    expect(asked.mail.text).toContain('面接の確約')
    const { page: person } = await world.visitor({ phone: true })
    await openIntroduction(world, person, asked)
    await person.getByText(/^面接の確約/).waitFor()
    await person.getByRole('checkbox', { name: /提供されることに同意します/ }).check()
    await person.getByRole('button', { name: 'はい、紹介を受けます' }).click()
    await person.getByRole('heading', { name: 'ご紹介をお受けしました' }).waitFor()
    await world.settle()

    await openAsked(world, page)
    await page.getByRole('link', { name: '髙橋 遥' }).first().click()
    await page.getByRole('heading', { name: 'ご本人へのお約束' }).waitFor()
    await page.getByRole('combobox', { name: '経過' }).selectOption({ label: '不採用' })
    await page.getByText('守られた記録のないお約束があります').waitFor()
    await page.getByLabel('面接日').waitFor()
    await page.getByRole('button', { name: '守ったことを記録' }).first().click()
    await page.getByLabel('守った日').fill('2030-06-03')
    await world.watch.inspect(page, 'a promise')
    await page.getByRole('button', { name: '記録する' }).last().click()
    await page.getByText('自社の申告による').waitFor()
    await page.getByRole('link', { name: '枠の使用に異議を申し立てる' }).waitFor()
    await page.goto(`${world.consoleUrl}/relay/disputes`)
    await page.getByRole('link', { name: '異議を申し立てる' }).click()
    await page.getByText('対象をお選びください。').waitFor()
    await world.watch.inspect(page, 'what can be contested')
    await page.getByRole('link', { name: '髙橋 遥' }).click()
    await page.getByRole('textbox', { name: /内容/ }).fill('ご本人から、応募した覚えがないとのご連絡がありました。')
    await page.getByRole('button', { name: '申し立てる' }).click()
    await page.getByText('申し立てました。').waitFor()
    await page.goto(`${world.consoleUrl}/relay/disputes/new`)
    await page.getByText('申し立てられるものはありません').waitFor()
    await world.settle()

    await person.reload()
    await person.getByText('企業の申告による').waitFor()
    await person.getByText('実際と異なる場合', { exact: true }).click()
    const box = person.getByRole('textbox', { name: /実際にあったこと/ })
    await box.fill('髙橋です。面接の日程が決まっていません。')
    await person.getByRole('button', { name: '守られていないと知らせる' }).click()
    await person.getByText('どなたのお申し出かを知らずに判断します').first().waitFor()
    await box.fill('面接の日程が、まだ決まっていません。')
    await person.getByRole('button', { name: '守られていないと知らせる' }).click()
    await person.getByText('お申し出を、運営者と企業にお伝えしました').waitFor()
    await world.watch.inspect(person, 'promises of an employer')
    await person.getByRole('link', { name: '運営に申し立てる・申し立てを見る' }).click()
    await person.getByRole('textbox', { name: /内容/ }).first().fill('はい、こちらから辞退のご連絡をいたしました。')
    await person.getByRole('button', { name: '意見を送る' }).click()
    await world.settle()

    const operator = { ...world, consoleUrl: world.operatorUrl }
    const { page: first } = await world.visitor()
    await signIn(operator, first, hanako)
    await inviteColleague(operator, first, { email: makoto.email, role: '管理者' })
    await first.goto(`${world.operatorUrl}/promises`)
    await first.getByRole('button', { name: '判断する' }).click()
    await first.getByRole('dialog').getByText('面接の日程が、まだ決まっていません。').waitFor()
    await first.getByRole('dialog').getByRole('radio', { name: '守られなかった' }).check()
    await world.watch.inspect(first, 'an objection')
    await first.getByRole('dialog').getByRole('button', { name: '判断する' }).click()
    await first.getByText('企業とご本人に伝わります。').first().waitFor()
    await first.goto(`${world.operatorUrl}/disputes`)
    await first.getByRole('link', { name: /さくら商事/ }).click()
    await first.getByRole('radio', { name: '申し立てを認める' }).check()
    await first.getByRole('radio', { name: '紹介枠を1つ戻します' }).check()
    await first.getByRole('textbox', { name: /理由/ }).fill('双方のご意見が一致したため、紹介枠を1つ戻します。')
    await first.getByRole('button', { name: '判断する' }).click()
    await first.getByRole('dialog').getByRole('button', { name: '判断する' }).click()
    await first.getByText('判断しました。').waitFor()
    await world.settle()

    const { page: second } = await world.visitor()
    await acceptInvitation(operator, second, { company: 'さくら商事株式会社', who: makoto })
    await second.goto(`${world.operatorUrl}/adjustments`)
    await second.getByRole('button', { name: '承認する' }).click()
    await second.getByRole('dialog').getByRole('button', { name: '承認する' }).click()
    await second.getByRole('dialog').waitFor({ state: 'hidden' })
    await world.settle()
    await openRelay(world, page)
    await expect.poll(() => standingOf(page), { timeout: 10_000 }).toMatchObject({ available: 1, spent: 1 })
    await openAsked(world, page)
    await page.getByRole('link', { name: '髙橋 遥' }).first().click()
    await page.getByText('運営の判断による').waitFor()
  },
)
