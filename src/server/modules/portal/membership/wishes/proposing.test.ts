import { expect, test } from 'vitest'
import { aCompany } from '../../../accounts/testing.ts'
import { proposals } from '../../../freshness/index.ts'
import { person } from '../../../people/index.ts'
import { aPerson } from '../../../people/testing.ts'
import { aLetter, openPortal } from '../../testing.ts'

const { installation, portal } = await openPortal()

async function atTheProposals() {
  const company = await aCompany({ installation, name: '株式会社みなとシステムズ' })
  const letter = await aLetter(company, { prefecture: '神奈川県', observedAt: new Date('2026-05-01') })
  const { personId } = letter
  const other = { personId, kind: 'IMPORT', observedAt: new Date('2026-06-01'), name: undefined } as const
  await aPerson(company, { ...other, prefecture: '大阪府', employer: '東洋港湾倉庫株式会社' })
  const { visiting } = await portal.arrived(company, letter)
  const open = () => company.work((work) => proposals(work, personId))
  const page = await visiting.get('/proposals')
  const claimOf = async (field: string) => (await open()).find((one) => one.field === field)?.claimId ?? ''
  const fields = async () => (await company.work((work) => person(work, personId))).fields
  return { visiting, page, open, claimOf, fields }
}

test('the page shows what another source says beside what the person said, and the profile is in doubt', async () => {
  const { visiting, page } = await atTheProposals()
  for (const said of ['大阪府', '神奈川県', '東洋港湾倉庫株式会社', 'この内容に更新する', 'このとおりです', '違います'])
    expect(page.html).toContain(said)
  const home = await visiting.get('/home')
  expect(home.html).toContain('ご確認いただきたい内容が2件あります')
  expect(home.html.match(/未確認/g)?.length).toBe(2)
})

test('each is accepted, corrected or refused by one press, once', async () => {
  const { visiting, claimOf, open, fields } = await atTheProposals()
  const prefecture = await claimOf('prefecture')
  const employer = await claimOf('employer')
  const empty = await visiting.post(`/proposals/${employer}/correct`, { [`value-${employer}`]: '' })
  expect(empty.status).toBe(422)
  expect(empty.html).toContain('id="problems"')
  await visiting.post(`/proposals/${employer}/correct`, { [`value-${employer}`]: 'あおば倉庫株式会社' })
  expect((await visiting.post(`/proposals/${prefecture}/accept`)).html).toContain('ご本人からの情報として記録しました')
  expect(await open()).toEqual([])
  expect(await fields()).toMatchObject({
    prefecture: { value: '大阪府', source: { kind: 'PERSON' } },
    employer: { value: 'あおば倉庫株式会社', source: { kind: 'PERSON' } },
  })
  expect((await visiting.post(`/proposals/${prefecture}/refuse`)).status).toBe(409)
})

test('nobody answers for another person', async () => {
  const { claimOf } = await atTheProposals()
  const stranger = await atTheProposals()
  const theirs = await claimOf('prefecture')
  expect((await stranger.visiting.post(`/proposals/${theirs}/accept`)).status).toBe(409)
})
