import { expect } from 'vitest'
import { anOpening } from '../../src/server/modules/selection/testing.ts'
import { journey } from './journey.ts'
import { found } from './steps/company.ts'
import { signIn, type Who } from './steps/entrance.ts'
import {
  askTheFirst,
  openAsked,
  openIntroduction,
  openMatches,
  recordProgress,
  whoWasAsked,
} from './steps/introductions.ts'
import { choose, enterMailedCode, goOn, openPersonalLink, pressIn, registerWithoutConsent } from './steps/portal.ts'
import {
  chooseStep,
  openRelay,
  referralTable,
  registerByLetters,
  rejectAndWrite,
  standingOf,
  statementTable,
} from './steps/relay.ts'

const hanako: Who = { name: '採用 花子', email: 'hanako@sakura.example', password: '夏の海に白い帆が見える-1' }
const jiro: Who = { name: '人事 次郎', email: 'jiro@minato.example', password: '冬の山に青い鳥が見える-2' }
const naoko = 'naoko@person.example'

journey(
  'relay',
  'ten registrations make a slot, an anonymous person says yes, and what came of it flows back as far as they allow',
  async (world) => {
    // From a Monday to a Friday, and over the weekend to a Thursday.
    await world.moveTo('2030-06-03T10:00:00+09:00')
    const sakura = await found(world, { name: 'さくら商事株式会社', owner: hanako })
    const minato = await found(world, { name: 'みなと物流株式会社', owner: jiro })
    await rejectAndWrite(world, sakura, { count: 9, also: [naoko], days: 4 })
    await rejectAndWrite(world, minato, { count: 12, days: 6 })
    const members = await registerByLetters(world, minato)
    await registerByLetters(world, sakura, { except: naoko })

    const { page: phone } = await world.visitor({ phone: true })
    await openPersonalLink(world, phone, await world.mailTo(naoko, 'さくら商事'))
    const { page } = await world.visitor()
    await signIn(world, page, hanako)
    await openRelay(world, page)
    await expect.poll(() => standingOf(page), { timeout: 10_000 }).toMatchObject({ available: 0, held: 9, counted: 0 })
    await goOn(phone)
    await phone.getByRole('link', { name: '登録について見る' }).click()
    await enterMailedCode(world, phone, naoko)
    await registerWithoutConsent(world, phone, { displayName: '佐藤', occupation: '営業', prefecture: '東京都' })
    await world.settle()

    await openRelay(world, page)
    await expect.poll(() => standingOf(page), { timeout: 10_000 }).toMatchObject({ available: 0, held: 10, counted: 0 })
    await chooseStep(page, /^確認期間中/)
    await referralTable(page).getByText('確認期間中').first().waitFor()
    await chooseStep(page, /^閲覧/)
    await expect.poll(() => referralTable(page).getByRole('row').count()).toBe(2)
    await world.watch.inspect(page, 'referrals')
    await world.pass({ days: 8 })
    await openRelay(world, page)
    await expect.poll(() => standingOf(page), { timeout: 10_000 }).toMatchObject({ available: 1, held: 0, counted: 0 })
    await statementTable(page).getByText('紹介枠の付与').waitFor()
    await chooseStep(page, /^計上/)
    await referralTable(page).getByText('計上済み').first().waitFor()
    await world.watch.inspect(page, 'statement')

    await anOpening(sakura, {
      title: '法人営業(東京)',
      conditions: { workPermitRequired: false, requiredSkills: [{ skill: '法人営業' }], experienceYears: 3 },
    })
    await openMatches(world, page, { opening: '法人営業(東京)', pool: /^自社/ })
    await page.getByText(/条件から外れない方は\d+名です/).waitFor()
    await world.watch.inspect(page, 'own pool')
    await openMatches(world, page, { opening: '法人営業(東京)', pool: /^リレー/ })
    await page
      .getByRole('heading', { name: /^匿名の登録者/ })
      .first()
      .waitFor()
    expect(await page.getByRole('main').innerText()).not.toContain('髙橋')
    await page.getByText('内訳').first().click()
    await page.getByRole('table', { name: '順位の理由' }).first().waitFor()
    await page.getByText('未確認のこと').first().waitFor()
    await world.watch.inspect(page, 'relay members')
    await askTheFirst(world, page, '法人営業のご経験に関心を持ちました。')
    await openRelay(world, page)
    await expect.poll(() => standingOf(page), { timeout: 10_000 }).toMatchObject({ available: 0, reserved: 1 })

    const asked = await whoWasAsked(world, members)
    expect(asked.mail.text).not.toContain('/introductions/')
    const { page: person } = await world.visitor({ phone: true })
    await openIntroduction(world, person, asked)
    expect(await person.getByRole('main').innerText()).toContain('法人営業のご経験に関心を持ちました。')
    expect(await person.getByRole('main').innerText()).toContain(asked.member.mail)
    await person.getByLabel(/提供されることに同意します/).check()
    await person.getByRole('button', { name: 'はい、紹介を受けます' }).click()
    await person.getByRole('heading', { name: 'ご紹介をお受けしました' }).waitFor()
    await world.settle()
    await choose(person, '情報を持つ企業と、見られた記録')
    await person.getByText('さくら商事株式会社').first().waitFor()
    await world.watch.inspect(person, 'record of what was provided')

    await openAsked(world, page)
    await page.getByRole('link', { name: '髙橋 遥' }).first().click()
    await page.getByText('承諾されました。').waitFor()
    await world.watch.inspect(page, 'accepted introduction')
    await page.goto(`${world.consoleUrl}/privacy/provisions`)
    await page.getByText('髙橋 遥').first().waitFor()
    await openRelay(world, page)
    await expect
      .poll(() => standingOf(page), { timeout: 10_000 })
      .toMatchObject({ available: 0, reserved: 0, spent: 1 })

    const { page: referrer } = await world.visitor()
    await signIn(world, referrer, jiro)
    const known = async (text: string) => {
      await referrer.goto(`${world.consoleUrl}/people/${asked.member.registration.personId}`)
      await referrer.getByText(text).first().waitFor()
      expect(await referrer.getByRole('main').innerText()).not.toContain('さくら商事')
    }
    await known('他社で選考中')
    await openAsked(world, page)
    await page.getByRole('link', { name: '髙橋 遥' }).first().click()
    await recordProgress(page, '採用')
    await world.settle()
    await page.getByRole('list', { name: '経過' }).getByText('入社').waitFor()
    await known('就業先が決定')
    await world.watch.inspect(referrer, 'what flows back')
    await choose(person, '同意の確認と撤回')
    await pressIn(person, /みなと物流.*の同意を撤回する$/, '撤回する')
    await person.getByText('同意を撤回しました。').waitFor()
    await world.settle()
    await known('ご本人から共有されている近況はありません。')
    expect(await referrer.getByRole('main').innerText()).not.toContain('就業先が決定')
  },
)
