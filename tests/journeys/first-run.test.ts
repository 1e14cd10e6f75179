import { expect } from 'vitest'
import { journey } from './journey.ts'
import { inviteColleague, makeTheFirstCompany, type Who } from './steps/entrance.ts'
import { commitImport, previewImport } from './steps/importing.ts'
import { recordTheBasis, switchLettersOn } from './steps/letters.ts'
import { changeTheSendWindow, describeTheCompany, makeAFlow, nextStep } from './steps/settings.ts'

const admin: Who = { name: '管理 明子', email: 'akiko@momiji.example', password: '秋の庭に紅葉が散っている-1' }

journey(
  'first_run',
  'an admin is led from an empty installation to letters that may leave, and sets the company’s rules',
  async (world) => {
    const { page } = await world.visitor()
    await makeTheFirstCompany(world, page, { company: 'もみじ食品株式会社', admin })
    expect(await nextStep(world, page)).toContain('会社の情報を入力する')
    await world.watch.inspect(page, 'first steps')
    await describeTheCompany(page, { address: '京都府京都市架空区もみじ町1-2-3', contactMail: 'saiyo@momiji.example' })

    expect(await nextStep(world, page)).toContain('応募者のデータを取り込む')
    await previewImport(world, page, { file: 'agency_export.csv', source: '紹介会社' })
    await commitImport(world, page)

    expect(await nextStep(world, page)).toContain('一緒に使う方を招待する')
    await inviteColleague(world, page, { email: 'taro@momiji.example', role: '採用担当' })
    await page.getByText('権限ごとにできること').waitFor()
    await world.watch.inspect(page, 'staff')

    expect(await nextStep(world, page)).toContain('利用目的と根拠を記録する')
    await recordTheBasis(world, page)
    expect(await nextStep(world, page)).toContain('文面を確かめる')
    await switchLettersOn(world, page)
    expect(await nextStep(world, page)).toBeNull()
    // Nobody of the imported past is written to.
    await world.pass({ days: 30 })
    expect(await world.mails('naoko@person.example')).toEqual([])

    await changeTheSendWindow(world, page)
    await makeAFlow(world, page, '中途採用')
  },
)
