import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wiring } from '../src/server/app.ts'
import { once } from '../src/server/kernel/idempotency.ts'
import { newId } from '../src/server/kernel/ids.ts'
import { testInstallation } from '../src/server/kernel/testing.ts'
import { aCompany, type TestCompany } from '../src/server/modules/accounts/testing.ts'
import { eraseSubject, openRequest, subjectOf } from '../src/server/modules/consent/index.ts'
import { recordSource } from '../src/server/modules/people/index.ts'

let dataDir: string
beforeAll(async () => void (dataDir = await mkdtemp(join(tmpdir(), 'tasuki-erasure-'))))
afterAll(() => rm(dataDir, { recursive: true, force: true }))

/** Every table in which one of the texts stands in a row of this company, seen past every fence. */
async function tablesWith(company: TestCompany, texts: readonly string[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: company.installation.databaseUrls.superUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      `select table_name as name from information_schema.columns
       where table_schema = 'public' and column_name = 'company_id' order by 1`,
    )
    const found: string[] = []
    for (const { name } of rows) {
      const { rowCount } = await client.query(
        `select from ${name} as r where r.company_id = $1 and r::text ilike any ($2) limit 1`,
        [company.companyId, texts.map((text) => `%${text}%`)],
      )
      if (rowCount) found.push(name)
    }
    return found
  } finally {
    await client.end()
  }
}

test('erased means found nowhere: neither the name nor the address nor the number is left in any table', async () => {
  const installation = await testInstallation(wiring)
  installation.config.dataDir = dataDir
  const company = await aCompany({ installation })
  const canaries = ['金糸雀', 'カナリア', 'kanaria', '09000009999', '9000009999']
  const { personId } = await company.work((work) =>
    recordSource(work, {
      id: newId(),
      kind: 'FORM',
      label: '応募フォーム',
      observedAt: work.now,
      claims: [
        { field: 'name', value: '金糸雀 歌子' },
        { field: 'nameKana', value: 'カナリア ウタコ' },
        { field: 'email', value: 'kanaria@canary.example' },
        { field: 'phone', value: '090-0000-9999' },
      ],
    }),
  )
  await company.work((work) =>
    openRequest(work, { id: newId(), kind: 'ERASURE', via: 'MAIL', personId, said: '金糸雀です。消去を希望します。' }),
  )
  const answered = { key: newId(), route: 'addPerson', body: {}, status: 201 }
  await company.work((work) => once(work, answered, async () => ({ personId, name: '金糸雀 歌子' })))
  await installation.settle(company.companyId)
  expect(await tablesWith(company, canaries)).toEqual(expect.arrayContaining(['people_claim', 'company_idempotency']))

  const known = await company.work((work) => subjectOf(work, personId))
  expect(known?.addresses).toEqual(['kanaria@canary.example'])
  await company.work((work) => eraseSubject(work, { ...known!, id: newId() }))
  await installation.settle(company.companyId)
  expect(await tablesWith(company, canaries)).toEqual([])
})
