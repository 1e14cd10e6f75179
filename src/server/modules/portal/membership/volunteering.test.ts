import { expect, test } from 'vitest'
import { inCompany, type Actor } from '../../../kernel/work.ts'
import { newId } from '../../../kernel/ids.ts'
import { aCompany } from '../../accounts/testing.ts'
import { ownAnswer } from '../../impact/index.ts'
import { switchAudit } from '../../impact/auditing.ts'
import { anEmptyNetwork } from '../../matching/testing.ts'
import { hiddenIndustries } from '../../relay/index.ts'
import { openPortal } from '../testing.ts'

const { installation, portal } = await openPortal()
const operator = await anEmptyNetwork(installation)
const actor: Actor = { kind: 'staff', id: newId(), permissions: new Set() }
const switched = (asked: Parameters<typeof switchAudit>[1]) =>
  inCompany(installation, { companyId: operator, actor }, (work) => switchAudit(work, asked))

test('a member is asked only while an audit runs, answers for its law alone, and deletes the answer in one press', async () => {
  const { visiting, inOwn } = await portal.registered(await aCompany({ installation }))
  expect((await visiting.get('/impact')).status).toBe(404)
  expect((await visiting.get('/settings')).html).not.toContain('/impact')
  await switched({
    isOn: true,
    jurisdiction: 'US_NEW_YORK_CITY',
    ground: 'New York City Local Law 144 asks for a yearly bias audit.',
    reviewedBy: '弁護士 山田 花子',
  })
  expect((await visiting.get('/settings')).html).toContain('href="/impact"')
  const asked = await visiting.get('/impact')
  expect(asked.html).toContain('ニューヨーク市')
  expect(asked.html).not.toMatch(/value="(FEMALE|ASIAN)"[^>]* checked/)
  expect((await visiting.post('/impact', { sex: 'FEMALE', race: '' })).status).toBe(422)
  await visiting.get('/impact')
  expect((await visiting.post('/impact', { sex: 'nonsense', race: '', concerns: 'yes' })).status).toBe(422)
  expect(await inOwn(ownAnswer)).toBeUndefined()
  await visiting.get('/impact')
  await visiting.post('/impact', { sex: 'FEMALE', race: '', concerns: 'yes' })
  expect(await inOwn(ownAnswer)).toMatchObject({ answer: { sex: 'FEMALE', race: null } })
  expect((await visiting.get('/consents')).html).toContain('偏りがないか')
  await switched({ isOn: false })
  expect((await visiting.get('/impact')).html).toContain('現在、この確認は行っていません')
  await visiting.post('/impact/remove', {})
  expect(await inOwn(ownAnswer)).toBeUndefined()
})

test('a member hides from lines of business; what is none is not kept, and unticking shows again', async () => {
  const { visiting, inOwn } = await portal.registered(await aCompany({ installation }))
  await visiting.get('/settings')
  await visiting.post('/settings/industries', { industries: 'G' })
  expect(await inOwn(hiddenIndustries)).toEqual(['G'])
  expect((await visiting.get('/settings')).html).toMatch(/value="G"[^>]* checked/)
  await visiting.post('/settings/industries', { industries: 'Z' })
  expect(await inOwn(hiddenIndustries)).toEqual([])
})
