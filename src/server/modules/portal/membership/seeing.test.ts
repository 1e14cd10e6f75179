import { expect, test } from 'vitest'
import { aCompany } from '../../accounts/testing.ts'
import { exportMember } from '../../consent/index.ts'
import { shownLog } from '../../matching/index.ts'
import { anEmptyNetwork, aRelayProfile, releaseNow } from '../../matching/testing.ts'
import { openPortal, wishes } from '../testing.ts'

const { installation, portal } = await openPortal()
const operator = await anEmptyNetwork(installation)

type Told = { people: number; columns: Record<string, { alike: number }> }

test('a member sees how others see each value and why, before, while and after they are shown', async () => {
  for (let made = 0; made < 15; made += 1)
    await aRelayProfile(installation, { remote: 'PARTLY', skills: [], employmentTypes: [], salaryMin: null })
  const company = await aCompany({ installation })
  const { visiting, memberId, inOwn } = await portal.registered(company)
  const before = (await visiting.get('/profile/as-seen')).html
  expect((await visiting.get('/profile')).html, 'no consent, no day until which it is shown').toContain(
    'ご紹介をお届けできません',
  )
  expect(before).toContain('企業からの見え方')
  expect(before).toContain('現在、どの企業にも表示されていません')
  expect(before).toContain('同じ内容の方が15名以上いるため、そのまま表示されます')
  await visiting.get('/consents')
  await visiting.post('/consents/RELAY_PROFILE~NETWORK/give')
  for (let pass = 0; pass < 3; pass += 1) await installation.settle(memberId, company.companyId)
  expect((await visiting.get('/profile/as-seen')).html).toContain('次のように表示される見込みです')
  await releaseNow(installation, operator)
  for (let pass = 0; pass < 3; pass += 1) await installation.settle(operator)
  const shown = (await visiting.get('/profile/as-seen')).html
  expect(shown).toContain('同じ表示の方は、ネットワーク全体でご自身を含めて15名以上います')
  expect(await inOwn(shownLog)).toMatchObject([{ values: [{ ja: '営業' }, { ja: '東京都' }, { en: 'Partly remote' }] }])
  // Sixteen look the same, which nobody is told, on no page and in no export.
  const { shownToCompanies } = (await inOwn(exportMember))['matching'] as { shownToCompanies: { report: Told }[] }
  const { people, columns } = shownToCompanies[0]!.report
  expect([people, ...Object.values(columns).map(({ alike }) => alike)].filter((count) => count % 5)).toEqual([])
  expect(people).toBe(15)
  await visiting.get('/consents')
  await visiting.post('/consents/RELAY_PROFILE~NETWORK/withdraw')
  for (let pass = 0; pass < 3; pass += 1) await installation.settle(memberId, operator)
  expect((await inOwn(shownLog))[0]).toMatchObject({ values: [] })
  const english = (await visiting.get('/profile/as-seen?lang=en')).html
  expect(english).toContain('This is how others see you')
})

test('skills of which only some are shown are said to be withheld in part, not to be told more broadly', async () => {
  await anEmptyNetwork(installation)
  const alike = { remote: 'NO_WISH', skills: ['typescript'], employmentTypes: [], salaryMin: null }
  for (let made = 0; made < 14; made += 1) await aRelayProfile(installation, alike)
  const { visiting } = await portal.registered(await aCompany({ installation }))
  await visiting.get('/profile/edit')
  const stated = { occupations: '営業', prefectures: '東京都', skills: 'TypeScript, AWS' }
  await visiting.post('/profile/edit', { ...wishes, salary: '', startFrom: '', remote: 'NO_WISH', ...stated })
  const { html } = await visiting.get('/profile/as-seen')
  expect(html).toContain('一部だけを表示し、残りは伏せています')
  // What was answered reads as in the own profile, though there is nothing in it to show.
  const remote = /<li class="card">\s*<h2 class="card-title">リモート勤務の希望<[^]*?<\/li>/.exec(html)?.[0]
  expect(remote).toContain('こだわらない')
  expect(remote).toContain('表示されません')
  expect(remote).not.toContain('未入力')
})
