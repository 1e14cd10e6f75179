import { expect } from 'vitest'
import { aRejected } from '../../src/server/modules/relay/testing.ts'
import { journey } from './journey.ts'
import { found, type Founded } from './steps/company.ts'
import { signIn, type Who } from './steps/entrance.ts'
import {
  answerMail,
  compareSubjects,
  letAnswersReach,
  letterTo,
  openLetters,
  recordTheBasis,
  switchLettersOn,
} from './steps/letters.ts'
import { choose, enterMailedCode, goOn, openPersonalLink, pressIn, registerWithoutConsent } from './steps/portal.ts'
import { aPerson } from '../../src/server/modules/people/testing.ts'

const owner: Who = { name: '採用 花子', email: 'hanako@sakura.example', password: '夏の海に白い帆が見える-1' }
const naoko = { name: '佐藤 直子', email: 'naoko@person.example' }
const ichiro = { name: '鈴木 一郎', email: 'ichiro@person.example' }

journey(
  'letter',
  'a rejected person gets a letter after three business days, registers, and leaves again; two subjects are compared',
  async (world) => {
    // A Monday in a month without public holidays, so that the days count the same whenever the story is told.
    await world.moveTo('2030-06-03T10:00:00+09:00')
    const company = await found(world, { name: 'さくら商事株式会社', owner })
    const { page } = await world.visitor()
    await signIn(world, page, owner)
    await recordTheBasis(world, page)
    await letAnswersReach(page, owner.name)
    await switchLettersOn(world, page)

    const personId = await reject(company, naoko)
    await reject(company, ichiro)
    await world.settle()
    await openLetters(world, page)
    await world.watch.inspect(page, 'letters')
    await letterTo(page, naoko.name).getByRole('button', { name: '自分に送る' }).click()
    await world.mailTo(owner.email)
    await letterTo(page, ichiro.name).getByRole('button', { name: '取り消す' }).click()
    await page.getByText('送信を取り消しました。').waitFor()

    await world.pass({ days: 2 })
    expect(await world.mails(naoko.email)).toEqual([])
    await world.pass({ days: 2 })
    const letter = await world.mailTo(naoko.email)
    expect(letter.text).toContain(company.name)
    expect(await world.mails(ichiro.email)).toEqual([])
    await answerMail(world, page, { mailId: letter.id, words: '丁寧なご連絡をいただき、ありがとうございました。' })
    await world.settle()
    await page.goto(`${world.consoleUrl}/people/${personId}`)
    await page.getByText('丁寧なご連絡をいただき').waitFor()
    await page.getByText('不採用としました').waitFor()

    const { page: phone } = await world.visitor({ phone: true })
    await openPersonalLink(world, phone, letter)
    expect(await phone.content()).not.toContain(naoko.name)
    await goOn(phone)
    await phone.getByText('ご連絡元').first().waitFor()
    expect(await phone.getByRole('main').innerText()).toContain(naoko.name)
    await world.watch.inspect(phone, 'what is known')
    await phone.getByRole('link', { name: '登録について見る' }).click()
    await enterMailedCode(world, phone, naoko.email)
    expect(await phone.getByRole('radio', { name: '同意する', exact: true, checked: true }).count()).toBe(0)
    await registerWithoutConsent(world, phone, { displayName: '佐藤', occupation: '営業', prefecture: '東京都' })
    await world.settle()

    await choose(phone, 'プロフィール')
    await phone.getByRole('link', { name: '内容を変更する' }).click()
    await phone.getByLabel(/^スキル・資格/).fill('法人営業、英語')
    await world.watch.inspect(phone, 'editing the profile')
    await phone.getByRole('button', { name: '保存する' }).click()
    await phone.getByText('変更を保存しました。').waitFor()
    expect(await phone.getByRole('main').innerText()).toContain('法人営業')
    await world.watch.inspect(phone, 'profile of a member')

    await choose(phone, '同意の確認と撤回')
    await phone.getByText('内容を見る').first().click()
    await pressIn(phone, /に同意する$/, '同意する')
    await phone.getByText('同意を承りました。').waitFor()
    await pressIn(phone, /の同意を撤回する$/, '撤回する')
    await phone.getByText('同意を撤回しました。').waitFor()
    await world.watch.inspect(phone, 'consents')

    await choose(phone, '情報の消去を求める')
    await world.watch.inspect(phone, 'erasure')
    await phone.getByRole('link', { name: '確認へ進む' }).click()
    await phone.getByLabel('取り消せない手続きであることを理解しました').check()
    await phone.getByRole('button', { name: '情報を消去する' }).click()
    await phone.getByRole('heading', { name: '消去の手続きを承りました' }).waitFor()
    await world.watch.inspect(phone, 'erased')
    expect(await phone.content()).not.toContain(naoko.name)

    const other = '選考結果についてのご連絡（さくら商事）'
    await compareSubjects(world, page, other)
    const comparison = page.url()
    // Enough that one wording goes to everybody once in half a million times.
    const mails = Array.from({ length: 20 }, (_, at) => `person-${at}@compared.example`)
    for (const email of mails) await aRejected(company, { email })
    await world.settle()
    await world.pass({ days: 7 })
    const subjects = await Promise.all(mails.map(async (email) => (await world.mailTo(email)).subject))
    expect(new Set(subjects).size).toBe(2)
    const ofB = subjects.filter((subject) => subject === other).length
    await world.pass({ days: 15 })
    await page.goto(comparison)
    // Nobody opened anything, so nothing is claimed, whoever looks.
    await page.getByText('まだ差は言えません').first().waitFor()
    await page.getByText(`${ofB}名中 0名`).first().waitFor()
    await page
      .getByText(`${mails.length - ofB}名中 0名`)
      .first()
      .waitFor()
    await world.watch.inspect(page, 'a comparison')
    await page.getByRole('button', { name: '案A を採用して終える' }).click()
    await page.getByRole('dialog').getByText('どちらを選んでも、根拠は好みです。').waitFor()
    await page.getByRole('dialog').getByRole('button', { name: '比較を終える' }).click()
    await page.getByText('案A を採用して終わりました。').waitFor()
  },
)

async function reject(company: Founded, { name, email }: { name: string; email: string }): Promise<string> {
  const { sourceRecordId, personId } = await aPerson(company, { name, email })
  await aRejected(company, { email, course: { sourceRecordId } })
  return personId
}
