import { expect } from 'vitest'
import { linkRecord } from '../../src/server/modules/linkage/index.ts'
import { aPerson } from '../../src/server/modules/people/testing.ts'
import { refreshFacets } from '../../src/server/modules/pool/index.ts'
import { anApplication } from '../../src/server/modules/selection/testing.ts'
import { journey } from './journey.ts'
import { found, type Founded } from './steps/company.ts'
import { signIn, type Who } from './steps/entrance.ts'
import { filterBy, openPool, poolTable, rowOf, searchPool } from './steps/pool.ts'

const owner: Who = { name: '採用 花子', email: 'hanako@sakura.example', password: '秋の空に月が高く見える-1' }

journey(
  'pool',
  'a recruiter finds people by Japanese words, sees where each field is from, merges two by hand, and takes merges back',
  async (world) => {
    const company = await found(world, { name: 'さくら商事株式会社', owner })
    const people = await fillThePool(company)
    const { page } = await world.visitor()
    await signIn(world, page, owner)

    await openPool(world, page)
    await rowOf(page, '渡邉 さくら').waitFor()
    await world.watch.inspect(page, 'pool')
    await searchPool(page, '渡辺')
    await rowOf(page, '高橋 直子').first().waitFor({ state: 'detached' })
    await rowOf(page, '渡邉 さくら').waitFor()
    await searchPool(page, 'ﾀｶﾊｼ')
    await rowOf(page, '渡邉 さくら').waitFor({ state: 'detached' })
    await rowOf(page, '高橋 直子').first().waitFor()
    await searchPool(page, '')

    await filterBy(page, 'スキル', /^TypeScript/)
    await page.waitForURL(/skills=/)
    await rowOf(page, '渡邉 さくら').waitFor({ state: 'detached' })
    await rowOf(page, '伊藤 健').waitFor()
    const filtered = page.url()
    const colleague = await world.visitor()
    await signIn(world, colleague.page, owner)
    await colleague.page.goto(filtered)
    await rowOf(colleague.page, '伊藤 健').waitFor()
    expect(await poolTable(colleague.page).getByRole('row').count()).toBe(2)

    await page.goto(`${world.consoleUrl}/duplicates`)
    await page.getByRole('heading', { name: '重複の確認' }).waitFor()
    await page.getByText('残り1組').waitFor()
    await world.watch.inspect(page, 'duplicates')
    await page.getByText('生年月日がほぼ同じ(数字1つの違い、数字や月日の入れ替わり)').waitFor()
    await page.getByRole('button', { name: /同じ方として統合/ }).click()
    await page.getByText('確認が必要な組み合わせはありません').waitFor()
    const offer = page.getByRole('button', { name: '元に戻す' })
    await offer.waitFor()
    await page.keyboard.press('u')
    await page.getByText('残り1組').waitFor()
    await offer.waitFor({ state: 'detached', timeout: 3_000 })
    await page.keyboard.press('s')
    await page.getByText('確認が必要な組み合わせはありません').waitFor()

    await page.goto(`${world.consoleUrl}/people/${people.older}`)
    await page.getByRole('heading', { name: '高橋 直子', level: 1 }).waitFor()
    await page.getByRole('button', { name: /090-1234-5678/ }).click()
    await page.getByText('確認日', { exact: true }).waitFor()
    await world.watch.inspect(page, 'profile')
    await page.keyboard.press('Escape')
    const inProcess = page.getByText('選考中のため、ほかの求人は探していません')
    await inProcess.waitFor()
    await page.getByRole('button', { name: '統合を取り消す' }).click()
    await page.getByRole('dialog').getByRole('button', { name: '統合を取り消す' }).click()
    await page.getByText('取り消し済み').waitFor()
    // The application went back with its record, and what followed from it with the application.
    await inProcess.waitFor({ state: 'detached' })
    await openPool(world, page)
    await rowOf(page, '高橋 直子').nth(1).waitFor()

    const merge = page.getByRole('button', { name: '同じ方として統合' })
    await rowOf(page, '高橋 直子').nth(0).getByRole('checkbox').check()
    expect(await merge.count()).toBe(0)
    await rowOf(page, '高橋 直子').nth(1).getByRole('checkbox').check()
    await merge.click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('氏名または生年月日が異なります', { exact: false }).waitFor()
    await dialog.getByText('統合すると、この方へのメールの届く先が変わることがあります').waitFor()
    await world.watch.inspect(page, 'merge-by-hand')
    await dialog.getByRole('button', { name: '同じ方として統合' }).click()
    await page.getByText('高橋 直子さんの記録を統合しました').waitFor()
    await rowOf(page, '高橋 直子').nth(1).waitFor({ state: 'detached' })
    await page.getByRole('button', { name: '元に戻す' }).click()
    await rowOf(page, '高橋 直子').nth(1).waitFor()
  },
)

/** Five people, two of them perhaps one: the same name and telephone, with birth dates that differ. All but the first applied. */
async function fillThePool(company: Founded) {
  const made = [
    {
      name: '高橋 直子',
      nameKana: 'タカハシ ナオコ',
      email: 'naoko@mail.example',
      phone: '090-1234-5678',
      birthDate: '1990-04-01',
      label: '応募フォーム',
    },
    {
      name: '渡邉 さくら',
      nameKana: 'ワタナベ サクラ',
      email: 'sakura@mail.example',
      skills: ['経理'],
      prefecture: '大阪府',
    },
    {
      name: '伊藤 健',
      nameKana: 'イトウ ケン',
      email: 'ken@mail.example',
      skills: ['TypeScript'],
      prefecture: '東京都',
    },
    {
      name: '山本 海',
      nameKana: 'ヤマモト カイ',
      email: 'kai@mail.example',
      skills: ['法人営業'],
      prefecture: '北海道',
    },
    {
      name: '高橋 直子',
      nameKana: 'タカハシ ナオコ',
      email: 'n.takahashi@mail.example',
      phone: '090-1234-5678',
      birthDate: '1990-04-10',
      kind: 'IMPORT' as const,
      label: '求人媒体の一覧',
    },
  ]
  const persons: string[] = []
  for (const facts of made) {
    const { sourceRecordId } = await aPerson(company, facts)
    if (persons.length > 0) await anApplication(company, { sourceRecordId })
    const { personId } = await company.work((work) => linkRecord(work, sourceRecordId))
    await company.work((work) => refreshFacets(work, personId))
    persons.push(personId)
  }
  return { older: persons[0] ?? '' }
}
