import { expect, test } from 'vitest'
import { testInstallation } from '../../../kernel/testing.ts'
import { inCompany, systemActor } from '../../../kernel/work.ts'
import { company } from '../index.ts'
import { aCompany } from '../testing.ts'
import { forEachCompany } from './each-company.ts'

test('work that fails for one company is done for every other', async () => {
  const installation = await testInstallation({ emptyDatabase: 'each_company' })
  const names = ['あおば物流株式会社', 'さくら商事株式会社', '若葉工業株式会社']
  const [, failing] = await Promise.all(names.map((name) => aCompany({ installation, name })))
  const done: string[] = []
  await forEachCompany(installation, systemActor('test'), async (opening) => {
    if (opening.companyId === failing?.companyId) throw new Error('out of order')
    await inCompany(installation, opening, async (work) => done.push((await company(work)).name))
  })
  expect(done.toSorted((one, other) => names.indexOf(one) - names.indexOf(other))).toEqual([names[0], names[2]])
})
