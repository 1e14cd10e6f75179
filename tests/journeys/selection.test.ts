import { expect } from 'vitest'
import { applicationEvent, signed } from '../../src/server/modules/intake/connectors/greenhouse/fake.ts'
import { journey } from './journey.ts'
import { found } from './steps/company.ts'
import { connectGreenhouse, deliver, untilUsed } from './steps/connecting.ts'
import { acceptInvitation, inviteColleague, signIn, type Who } from './steps/entrance.ts'
import { counted } from './steps/importing.ts'
import {
  act,
  addApplicant,
  column,
  evaluate,
  openAnOpening,
  openBoard,
  reject,
  setInterview,
  undo,
  type Applicant,
} from './steps/selecting.ts'

const owner: Who = { name: '採用 花子', email: 'hanako@sakura.example', password: '夏の海に白い帆が見える-1' }
const interviewer: Who = { name: '面接 太郎', email: 'taro@sakura.example', password: '冬の山に赤い橋が見える-2' }
const naoko: Applicant = { name: '佐藤 直子', kana: 'サトウ ナオコ', email: 'naoko@person.example' }
const ichiro: Applicant = { name: '鈴木 一郎', kana: 'スズキ イチロウ', email: 'ichiro@person.example' }
const opening = '法人営業'
const comment = '顧客の課題を具体的に整理して話された。'

journey(
  'selection',
  'a company without a tracking system selects by hand, and the interviewer sees nothing but own interviews',
  async (world) => {
    await found(world, { name: 'さくら商事株式会社', owner })
    const { page } = await world.visitor()
    await signIn(world, page, owner)
    await inviteColleague(world, page, { email: interviewer.email, role: '面接官' })
    const { page: own } = await world.visitor()
    await acceptInvitation(world, own, { company: 'さくら商事株式会社', who: interviewer })

    await openAnOpening(world, page, opening)
    await addApplicant(world, page, naoko, opening)
    await addApplicant(world, page, ichiro, opening)
    await openBoard(world, page)
    await world.watch.inspect(page, 'the board')
    await act(page, naoko.name, '「書類選考」へ進める')
    await column(page, '書類選考').getByText(naoko.name).waitFor()
    await undo(page)
    await column(page, '応募受付').getByText(naoko.name).waitFor()
    await act(page, naoko.name, '「一次面接」へ移動')
    await column(page, '一次面接').getByText(naoko.name).waitFor()

    // It was held yesterday: nobody evaluates what has not begun.
    const day = new Date(world.now().getTime() - 86_400_000).toISOString().slice(0, 10)
    await setInterview(world, page, { name: naoko.name, interviewer: interviewer.name, day })
    await own.goto(`${world.consoleUrl}/selection`)
    await own.getByRole('heading', { name: '自分の面接' }).waitFor()
    await world.watch.inspect(own, 'own interviews')
    expect(await own.getByRole('main').innerText()).not.toContain(naoko.email)
    expect(await own.getByRole('main').innerText()).not.toContain(ichiro.name)
    await evaluate(world, own, { name: naoko.name, comment })
    await own.getByRole('button', { name: `${naoko.name}さんの評価を訂正` }).waitFor()
    for (const shut of ['people', 'openings', 'insights', 'letters', 'settings/staff']) {
      await own.goto(`${world.consoleUrl}/${shut}`)
      await own
        .getByText(/権限がありません|閲覧できません|許可されていません/)
        .first()
        .waitFor()
      expect(await own.content()).not.toContain(ichiro.name)
    }

    await openBoard(world, page)
    await page.getByRole('button', { name: naoko.name, exact: true }).click()
    await page.getByRole('dialog', { name: '応募の詳細' }).getByText(comment).waitFor()
    await page.keyboard.press('Escape')

    await reject(world, page, { name: ichiro.name, reason: '経験が要件に合わない' })
    await column(page, '応募受付').getByText(ichiro.name).waitFor({ state: 'hidden' })
    await undo(page)
    await column(page, '応募受付').getByText(ichiro.name).waitFor()
    await reject(world, page, { name: ichiro.name, reason: 'スキルが要件に合わない', note: '次の募集で再検討' })
    await page.goto(`${world.consoleUrl}/selection?view=list&state=ENDED`)
    await page.getByRole('row').filter({ hasText: ichiro.name }).getByText('不採用').waitFor()
    await world.watch.inspect(page, 'the ended')
  },
)

const applied = {
  id: 501,
  candidate: { id: 77, first_name: '結衣', last_name: '高橋', email: 'yui.takahashi@mail.example' },
  job: '経理担当',
  stage: 'Application Review',
  applied_at: '2026-03-01T01:00:00.000Z',
  last_activity_at: '2026-03-01T01:00:00.000Z',
}
const later = (day: number) => `2026-03-${String(day).padStart(2, '0')}T01:00:00.000Z`
const interviewed = { ...applied, stage: 'Phone Interview', last_activity_at: later(5) }
const ended = { ...interviewed, rejected_at: later(8), last_activity_at: later(8) }

journey(
  'webhook',
  'deliveries of a tracking system end the same twice and out of order, and a forged one is only counted',
  async (world) => {
    await found(world, { name: 'さくら商事株式会社', owner })
    const { page } = await world.visitor()
    await signIn(world, page, owner)
    const connected = await connectGreenhouse(world, page)
    const { secret } = connected
    const rejected = { ...ended, rejection: { name: 'Skills', type: 'We rejected them' } }
    const said = [
      signed(applicationEvent('new_candidate_application', applied), { secret, eventId: 'first' }),
      signed(applicationEvent('candidate_stage_change', interviewed), { secret, eventId: 'second' }),
      signed(applicationEvent('reject_candidate', rejected), { secret, eventId: 'third' }),
    ]
    for (const at of [2, 1, 0, 2, 1]) expect(await deliver(connected, said[at]!)).toBe(200)
    const forged = signed(applicationEvent('unreject_candidate', interviewed), { secret: 'another key altogether' })
    expect(await deliver(connected, forged)).toBe(401)

    await untilUsed(world, page, said.length)
    expect(await counted(page, '受信した通知')).toBe(said.length + 2)
    expect(await counted(page, '署名が不正な通知')).toBe(1)
    expect(await page.getByRole('link', { name: /^確認待ち/ }).innerText()).toMatch(/^確認待ち\s+0/)
    await world.watch.inspect(page, 'what was delivered')

    await page.goto(`${world.consoleUrl}/selection?view=list&state=ENDED`)
    const row = page.getByRole('row').filter({ hasText: '高橋 結衣' })
    await row.getByText('不採用').waitFor()
    expect(await row.count()).toBe(1)
    expect(await row.innerText()).toContain('一次面接')
  },
)
