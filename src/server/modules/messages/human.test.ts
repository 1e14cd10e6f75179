import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wiring } from '../../app.ts'
import { newId } from '../../kernel/ids.ts'
import { testInstallation } from '../../kernel/testing.ts'
import { aCompany, type TestCompany } from '../accounts/testing.ts'
import { eraseSubject, exportSubject, subjectOf } from '../consent/index.ts'
import { merge, unmerge } from '../people/index.ts'
import { aPerson } from '../people/testing.ts'
import { mail, timelineOf } from './index.ts'
import { aMail } from './testing.ts'

let dataDir: string
beforeAll(async () => void (dataDir = await mkdtemp(join(tmpdir(), 'tasuki-human-'))))
afterAll(() => rm(dataDir, { recursive: true, force: true }))

async function aCompanyOfTwo() {
  const installation = await testInstallation(wiring)
  installation.config.dataDir = dataDir
  const company = await aCompany({ installation })
  const [stays, other] = [await aPerson(company), await aPerson(company, { email: 'other@person.example' })]
  const mergeId = newId()
  const join = () =>
    company.work((work) =>
      merge(work, { id: mergeId, survivor: stays.personId, dissolved: other.personId, reason: 'STAFF' }),
    )
  return { company, stays, other, mergeId, join }
}

const to = 'other@person.example'
/** Not sent while the test runs. */
const dueAt = new Date('2100-01-04T01:00:00Z')

const erase = async (company: TestCompany, personId: string) =>
  company.work(async (work) => eraseSubject(work, { ...(await subjectOf(work, personId))!, id: newId() }))

test('what was written about the record of one of two who were taken for one is shown, disclosed and erased as that one’s', async () => {
  const { company, stays, other, mergeId, join } = await aCompanyOfTwo()
  await join()
  const id = await aMail(company, {
    to,
    dueAt,
    personId: stays.personId,
    recordId: other.sourceRecordId,
    kind: 'LETTER',
  })
  await company.work((work) => unmerge(work, { mergeId }))
  const timeline = (personId: string) => company.work((work) => timelineOf(work, personId))
  expect([await timeline(stays.personId), await timeline(other.personId)]).toMatchObject([[], [{ id }]])
  const disclosed = await company.work(async (work) => exportSubject(work, (await subjectOf(work, stays.personId))!))
  expect(JSON.stringify(disclosed)).not.toContain('123456')
  await erase(company, stays.personId)
  expect(await company.work((work) => mail(work, id))).toMatchObject({ state: 'READY', recipient: to })
  await erase(company, other.personId)
  expect(await company.work((work) => mail(work, id))).toMatchObject({ state: 'CANCELLED', recipient: null })
})

test('what was written to somebody without a record goes with them when who they were merged into is erased', async () => {
  const { company, stays, other, join } = await aCompanyOfTwo()
  const id = await aMail(company, { to, dueAt, personId: other.personId })
  await join()
  await erase(company, stays.personId)
  expect(await company.work((work) => mail(work, id))).toMatchObject({ state: 'CANCELLED', recipient: null })
})
