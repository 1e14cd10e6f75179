import { copyFile, mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { testInstallation } from '../../kernel/testing.ts'
import { aCompany, type TestCompany } from '../accounts/testing.ts'
import { checkpointFiles, keepCheckpoint, verifyAgainstNewest } from './checkpoint-files.ts'
import { auditModule, record, takeCheckpoint, verifyAgainst, verifySeals } from './index.ts'

async function aSealedCompany(): Promise<TestCompany> {
  const installation = await testInstallation({ intents: auditModule.intents ?? [] })
  const company = await aCompany({ installation })
  for (let made = 0; made < 3; made += 1) {
    await company.work((work) => record(work, { action: 'people.read', subject: { kind: 'person', id: newId() } }))
    await installation.settle(company.companyId)
  }
  return company
}

/** Cuts off the newest seal and its events, past every grant. */
async function cutOff(company: TestCompany): Promise<void> {
  const client = new pg.Client({ connectionString: company.installation.databaseUrls.superUrl })
  await client.connect()
  try {
    const ids = `(select unnest(event_ids) from audit_seal where company_id = $1 and sequence = 3)`
    await client.query(`delete from audit_event where company_id = $1 and id in ${ids}`, [company.companyId])
    await client.query(`delete from audit_seal where company_id = $1 and sequence = 3`, [company.companyId])
  } finally {
    await client.end()
  }
}

test('a checkpoint kept elsewhere shows that the end of a chain was cut off, which the chain alone cannot', async () => {
  const company = await aSealedCompany()
  const { installation, companyId } = company
  const text = JSON.stringify(await takeCheckpoint(installation))
  const own = async () => (await verifyAgainst(installation, text)).filter(({ where }) => where.includes(companyId))
  expect(await own()).toEqual([])
  await cutOff(company)
  expect(await company.work(verifySeals)).toBeUndefined()
  expect(await own()).toMatchObject([{ where: `company ${companyId}: seal 3`, saw: 'missing' }])
})

test('a checkpoint that was changed, or is none, is refused', async () => {
  const { installation } = await aSealedCompany()
  const taken = await takeCheckpoint(installation)
  const changed = JSON.stringify({ ...taken, heads: taken.heads.slice(1) })
  for (const text of [changed, '{}', 'no JSON'])
    await expect(verifyAgainst(installation, text)).rejects.toMatchObject({ code: 'audit.checkpoint-forged' })
})

test('the program keeps checkpoints in a folder, and writes none once the newest does not hold', async () => {
  const company = await aSealedCompany()
  const { installation, companyId } = company
  const folder = join(await mkdtemp(join(tmpdir(), 'checkpoints-')), 'kept')
  expect(await verifyAgainstNewest(installation, folder)).toEqual({ file: null, findings: [] })
  expect(await keepCheckpoint(installation, folder)).toEqual([])
  const [first] = await checkpointFiles(folder)
  expect(first?.takenAt).toBeInstanceOf(Date)
  await writeFile(join(folder, 'a note.txt'), 'not one of them')
  await expect(checkpointFiles(join(folder, 'a note.txt'))).rejects.toThrow('ENOTDIR')
  await cutOff(company)
  const missing = { where: `company ${companyId}: seal 3`, saw: 'missing' }
  expect((await verifyAgainstNewest(installation, folder)).findings).toContainEqual(expect.objectContaining(missing))
  expect(await keepCheckpoint(installation, folder)).toContainEqual(expect.objectContaining(missing))
  expect((await readdir(folder)).filter((name) => name.endsWith('.json'))).toHaveLength(1)
})

test('an older checkpoint under the name of a newer one is refused: it would hide what was cut off since', async () => {
  const company = await aSealedCompany()
  const { installation } = company
  const folder = await mkdtemp(join(tmpdir(), 'checkpoints-'))
  await keepCheckpoint(installation, folder)
  const [first] = await checkpointFiles(folder)
  await copyFile(first!.path, join(folder, 'audit-000002-2099-01-01T00-00-00-000Z.json'))
  await expect(verifyAgainstNewest(installation, folder)).rejects.toMatchObject({ code: 'audit.checkpoint-forged' })
  await expect(keepCheckpoint(installation, folder)).rejects.toMatchObject({ code: 'audit.checkpoint-forged' })
  expect(await readdir(folder)).toHaveLength(2)
})

test('a clock that was moved back prunes nothing that was kept since: the newest is the one kept last', async () => {
  const { installation } = await aSealedCompany()
  const folder = await mkdtemp(join(tmpdir(), 'checkpoints-'))
  const keep = async (times: number) => {
    for (let kept = 0; kept < times; kept += 1) {
      installation.clock.advance({ minutes: 1 })
      expect(await keepCheckpoint(installation, folder)).toEqual([])
    }
  }
  installation.clock.advance({ days: 300 })
  await keep(40)
  const before = (await checkpointFiles(folder)).at(-1)
  installation.clock.advance({ days: -300 })
  await keep(2)
  const files = await checkpointFiles(folder)
  expect(files).toHaveLength(40)
  expect(files.slice(-3).map(({ number }) => number)).toEqual([40, 41, 42])
  expect(files.at(-1)!.takenAt.getTime()).toBeLessThan(before!.takenAt.getTime())
  expect((await verifyAgainstNewest(installation, folder)).file?.path).toBe(files.at(-1)?.path)
})
