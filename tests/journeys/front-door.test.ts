import { expect } from 'vitest'
import { addCompany } from '../../src/server/modules/accounts/index.ts'
import { aPerson } from '../../src/server/modules/people/testing.ts'
import { journey } from './journey.ts'
import { theCompanyOf } from './steps/company.ts'
import {
  acceptInvitation,
  atHome,
  enrolSecondFactor,
  enterCode,
  enterPassword,
  inviteColleague,
  makeTheFirstCompany,
  resetPasswordByMail,
  signIn,
  signOut,
  type Who,
} from './steps/entrance.ts'
import { codeAt } from './steps/totp.ts'

const company = 'さくら商事株式会社'
const admin: Who = { name: '管理 明子', email: 'akiko@sakura.example', password: '朝の庭に白い梅が咲いた-1' }
const recruiter: Who = { name: '採用 太郎', email: 'taro@sakura.example', password: '夕方の港に船が三隻いた-2' }
const stranger: Who = { name: '他社 次郎', email: 'jiro@momiji.example', password: '山の上の雲が流れていく-3' }

journey(
  'front_door',
  'an empty installation becomes a company whose staff sign in and recover by themselves',
  async (world) => {
    const { page } = await world.visitor()
    await makeTheFirstCompany(world, page, { company, admin })
    await world.watch.inspect(page, 'home')
    const factor = await enrolSecondFactor(world, page, admin)
    expect(factor.recoveryCodes.length).toBeGreaterThanOrEqual(8)

    await signOut(page)
    await enterPassword(world, page, admin)
    await page.getByRole('heading', { name: '確認コードの入力' }).waitFor()
    await world.watch.inspect(page, 'code')
    // The next window's code, which the server accepts early: the one used for enrolling must not work twice.
    await enterCode(page, codeAt(factor.secret, Date.now() + 30_000))
    await page.getByRole('button', { name: '確認する' }).click()
    await atHome(page)

    await signOut(page)
    await enterPassword(world, page, admin)
    await page.getByRole('button', { name: /回復コードで続行/ }).click()
    await page.getByRole('textbox', { name: '回復コード' }).fill(factor.recoveryCodes[0] ?? '')
    await page.getByRole('button', { name: '確認する' }).click()
    await atHome(page)
    await page.goto(`${world.consoleUrl}/settings/account`)
    await page.getByText(`回復コードの残り: ${factor.recoveryCodes.length - 1}個`).waitFor()

    await inviteColleague(world, page, { email: recruiter.email, role: '採用担当' })
    const colleague = await world.visitor()
    await acceptInvitation(world, colleague.page, { company, who: recruiter })
    await signOut(colleague.page)
    await resetPasswordByMail(world, colleague.page, recruiter, '冬の朝に湯気が立っている-4')
    await enterPassword(world, colleague.page, recruiter)
    await colleague.page.getByRole('alert').waitFor()
    const renewed = { ...recruiter, password: '冬の朝に湯気が立っている-4' }
    await signIn(world, colleague.page, renewed)

    await enrolSecondFactor(world, colleague.page, renewed)
    await page.goto(`${world.consoleUrl}/settings/staff`)
    await world.watch.inspect(page, 'staff')
    await page.getByRole('button', { name: `${recruiter.name}さんの操作` }).click()
    await page.getByRole('menuitem', { name: '二段階認証を解除する' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '解除する' }).click()
    await page.getByText('二段階認証を解除しました').waitFor()
    await world.mailTo(recruiter.email, '二段階認証が解除されました')
    await signIn(world, colleague.page, renewed)

    const sakura = await theCompanyOf(world, { name: company, owner: admin })
    const { personId } = await aPerson(sakura, { name: '森 一葉', email: 'kazuha@mail.example' })
    await page.goto(`${world.consoleUrl}/people/${personId}`)
    await page.getByRole('heading', { name: '森 一葉' }).waitFor()
    await world.watch.inspect(page, 'person')
    await addCompany(world.running.installation, {
      company: { name: 'もみじ工業株式会社', operatingMode: 'PLACEMENT', licenceNumber: '13-ユ-000001' },
      owner: stranger,
    })
    const outsider = await world.visitor()
    await signIn(world, outsider.page, stranger)
    await outsider.page.goto(`${world.consoleUrl}/people/${personId}`)
    await outsider.page.getByRole('alert').waitFor()
    expect(await outsider.page.getByText('森 一葉').count()).toBe(0)
    await outsider.page.goto(`${world.consoleUrl}/people`)
    await outsider.page.getByText('まだ誰も登録されていません').waitFor()
  },
)
