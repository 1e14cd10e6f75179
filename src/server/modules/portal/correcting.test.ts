import { expect, test } from 'vitest'
import { aCompany } from '../accounts/testing.ts'
import { duplicates } from '../linkage/index.ts'
import { person } from '../people/index.ts'
import { aLetter, openPortal } from './testing.ts'

const { installation, portal } = await openPortal()

test('a phone number that a person corrects puts them beside whoever else has it, at once, and shows them nobody', async () => {
  const company = await aCompany({ installation })
  const before = await aLetter(company, { name: '五百旗頭 航', phone: '090-1111-2222', city: '舞鶴市' })
  const earlier = await portal.arrived(company, before)
  await earlier.visiting.get('/corrections/phone')
  await earlier.visiting.post('/corrections/phone', { value: '090-1111-3333' })
  const letter = await aLetter(company, { name: '五百旗頭 航', phone: '090-9999-0000' })
  const { visiting } = await portal.arrived(company, letter)
  await visiting.get('/corrections/phone')
  const done = await visiting.post('/corrections/phone', { value: '090 1111 3333' })
  expect(done.status).toBe(200)
  const { candidates } = await company.work((work) => duplicates(work, { limit: 10 }))
  expect(candidates).toHaveLength(1)
  const [pair] = candidates
  expect(new Set([pair?.onePersonId, pair?.otherPersonId])).toEqual(new Set([before.personId, letter.personId]))
  expect(pair?.reasons).toContain('SAME_PHONE')
  expect((await visiting.get('/home')).html).not.toContain('舞鶴市')
  const { fields } = await company.work((work) => person(work, letter.personId))
  expect(fields.phone).toMatchObject({ source: { kind: 'PERSON' } })
})
