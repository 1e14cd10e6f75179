import { expect } from 'vitest'
import { countReferrals } from '../../src/server/modules/credits/testing.ts'
import { aMember, type TestMember } from '../../src/server/modules/relay/testing.ts'
import { anOpening } from '../../src/server/modules/selection/testing.ts'
import { journey } from './journey.ts'
import { found } from './steps/company.ts'
import { signIn, type Who } from './steps/entrance.ts'
import { askTheFirst, openAsked, openIntroduction, openMatches, whoWasAsked } from './steps/introductions.ts'
import { alike, openRelay, standingOf, statementTable } from './steps/relay.ts'

const hanako: Who = { name: '採用 花子', email: 'hanako@sakura.example', password: '夏の海に白い帆が見える-1' }
const jiro: Who = { name: '人事 次郎', email: 'jiro@minato.example', password: '冬の山に青い鳥が見える-2' }
const title = '法人営業(東京)'

journey(
  'introduction_ends',
  'a no and a silence give the slot back, and neither tells the employer who it was',
  async (world) => {
    await world.moveTo('2030-06-03T10:00:00+09:00')
    const sakura = await found(world, { name: 'さくら商事株式会社', owner: hanako })
    const minato = await found(world, { name: 'みなと物流株式会社', owner: jiro })
    const members: TestMember[] = []
    for (let made = 0; made < 12; made += 1)
      members.push(
        await aMember(minato, { yes: ['RELAY_PROFILE', 'FLOW_BACK'], wishes: alike, displayName: '髙橋 遥' }),
      )
    await countReferrals(sakura, 10)
    await anOpening(sakura, { title, conditions: { workPermitRequired: false, occupations: ['営業'] } })
    await world.settle()
    // The anonymity gate shows what changed ten minutes later, together.
    await world.pass({ minutes: 15 })

    const { page } = await world.visitor()
    await signIn(world, page, hanako)
    const slots = async (expected: { available: number; reserved: number; spent: number }) => {
      await openRelay(world, page)
      await expect.poll(() => standingOf(page), { timeout: 10_000 }).toMatchObject(expected)
    }
    await openMatches(world, page, { opening: title, pool: /^リレー/ })
    await askTheFirst(world, page, '法人営業のご経験に関心を持ちました。', ['面接を確約する'])
    await slots({ available: 0, reserved: 1, spent: 0 })

    const asked = await whoWasAsked(world, members)
    const { page: person } = await world.visitor({ phone: true, hasScript: false })
    await openIntroduction(world, person, asked)
    await person.getByRole('textbox', { name: /企業への質問/ }).fill('出社は週に何日でしょうか。')
    await person.getByRole('button', { name: '質問を送る' }).click()
    await person.getByText('質問をお送りしました。').waitFor()
    await world.settle()
    await openAsked(world, page)
    await page.getByRole('link', { name: '匿名の登録者' }).first().click()
    await page.getByText('出社は週に何日でしょうか。').waitFor()
    await page.getByRole('textbox', { name: '回答' }).fill('週に2日です。')
    await page.getByRole('button', { name: '回答を送る' }).click()
    await page.getByText('回答を送りました。').waitFor()
    await world.settle()
    await world.mailTo(asked.member.mail, 'ご質問への回答')
    await person.goto(`${world.portalUrl}/introductions`)
    await person.getByRole('link', { name: /^内容を見て回答する/ }).click()
    await person.getByText('週に2日です。').waitFor()
    await person.getByRole('button', { name: 'いいえ、今回は見送ります' }).click()
    await person.getByRole('heading', { name: '見送りを承りました' }).waitFor()
    await world.watch.inspect(person, 'declined')
    await world.settle()
    await openAsked(world, page)
    await page.getByText('見送り', { exact: true }).first().waitFor()
    await page.getByRole('link', { name: '匿名の登録者' }).first().click()
    await page.getByText('承諾に至らず、効力なし').waitFor()
    expect(await page.getByRole('main').innerText()).not.toContain('髙橋')
    await slots({ available: 1, reserved: 0, spent: 0 })
    await statementTable(page).getByText('予約の解除').waitFor()

    await openMatches(world, page, { opening: title, pool: /^リレー/ })
    await page.getByText('1名に依頼済み').waitFor()
    await askTheFirst(world, page, 'ぜひ一度お話しさせてください。')
    await slots({ available: 0, reserved: 1, spent: 0 })
    const second = await whoWasAsked(world, members, { after: [asked.mail.id] })
    await world.pass({ days: 11 })
    await world.mailTo(second.member.mail, 'ご紹介への回答期')
    await world.pass({ days: 4 })
    await slots({ available: 1, reserved: 0, spent: 0 })
    await openAsked(world, page)
    await page.getByText('期限切れ', { exact: true }).first().waitFor()
    expect(await page.getByRole('main').innerText()).not.toContain('髙橋')
    const { page: late } = await world.visitor({ phone: true })
    await openIntroduction(world, late, second)
    await late.getByRole('heading', { name: '回答期限が過ぎています' }).waitFor()
  },
)
