import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wiring } from '../../src/server/app.ts'
import { newId } from '../../src/server/kernel/ids.ts'
import { testInstallation, type TestInstallation } from '../../src/server/kernel/testing.ts'
import { aCompany, type TestCompany } from '../../src/server/modules/accounts/testing.ts'
import {
  answerErasures,
  changeRule,
  makeRun,
  openRequest,
  retentionRun,
  scheduleRun,
} from '../../src/server/modules/consent/index.ts'
import { person } from '../../src/server/modules/people/index.ts'
import { aPerson } from '../../src/server/modules/people/testing.ts'
import { anApplication } from '../../src/server/modules/selection/testing.ts'
import { tablesWith } from '../left-behind.ts'

let dataDir: string
let installation: TestInstallation
let worker: ChildProcess | undefined
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tasuki-killed-'))
  installation = await testInstallation(wiring)
  installation.config.dataDir = dataDir
})
afterAll(async () => {
  worker?.kill('SIGKILL')
  await rm(dataDir, { recursive: true, force: true })
})

const count = 24

/** Somebody rejected long ago, whose name and address have the mark in them. */
async function someone(company: TestCompany, mark: string, at: number): Promise<string> {
  const { personId, sourceRecordId } = await aPerson(company, {
    name: `${mark} ${at}郎`,
    email: `${mark}${at}@person.example`,
    note: `${mark}さんは好印象`,
  })
  await anApplication(company, {
    sourceRecordId,
    appliedAt: new Date('2020-04-01T00:00:00Z'),
    live: false,
    course: [{ kind: 'REJECT', note: `${mark}さんに連絡済み` }],
  })
  return personId
}

const erased = async ({ work }: TestCompany, ids: readonly string[]): Promise<number> => {
  const states = await work((opened) => Promise.all(ids.map((id) => person(opened, id).then(({ state }) => state))))
  return states.filter((state) => state === 'ERASED').length
}

/** Kills a worker once it has erased some of them, and lets its leases run out as if half a minute had gone by. */
async function killHalfWay(company: TestCompany, ids: readonly string[]): Promise<void> {
  const { companyId } = company
  const { appUrl } = installation.databaseUrls
  const told = { appUrl, companyId, secret: installation.config.secret, dataDir }
  worker = spawn(process.execPath, [join(import.meta.dirname, 'erasing-worker.ts'), JSON.stringify(told)], {
    stdio: 'ignore',
  })
  const gone = once(worker, 'exit')
  while ((await erased(company, ids)) < 3 && worker.exitCode === null) await setTimeout(5)
  worker.kill('SIGKILL')
  await gone
  const done = await erased(company, ids)
  expect(done).toBeGreaterThanOrEqual(3)
  expect(done).toBeLessThan(count)
  for (const { table } of wiring.intents.filter(({ realm }) => realm === 'company'))
    await company.work(({ tx }) =>
      sql`update ${sql.table(table)} set lease_until = null where company_id = ${companyId}`.execute(tx),
    )
}

const broken = ({ work }: TestCompany) =>
  work(async (opened) => {
    const found = []
    for (const { contributions } of installation.modules) found.push(...((await contributions.verify?.(opened)) ?? []))
    return found
  })

async function expectAllGone(company: TestCompany, ids: readonly string[], mark: string): Promise<void> {
  await installation.settle(company.companyId)
  expect(await erased(company, ids)).toBe(count)
  expect(await tablesWith(installation.databaseUrls.superUrl, [mark])).toEqual([])
  expect(await broken(company)).toEqual([])
}

test('erasures go on where a killed worker stopped, and nobody is half erased', async () => {
  const company = await aCompany({ installation, role: 'owner' })
  const mark = 'kietane'
  const ids: string[] = []
  const requests: string[] = []
  for (let at = 0; at < count; at += 1) {
    const personId = await someone(company, mark, at)
    const id = newId()
    const identity = 'CODE_BY_MAIL' as const
    await company.work((work) =>
      openRequest(work, { id, kind: 'ERASURE', via: 'PORTAL', personId, said: `${mark}です。`, identity }),
    )
    ids.push(personId)
    requests.push(id)
  }
  await company.work((work) => answerErasures(work, { ids: requests, answer: '消去します。', told: 'ELSEWHERE' }))
  await killHalfWay(company, ids)
  await expectAllGone(company, ids, mark)
})

test('a deletion by rules goes on where a killed worker stopped, and nobody is half deleted', async () => {
  const company = await aCompany({ installation, role: 'owner' })
  const mark = 'sugitane'
  const ids: string[] = []
  for (let at = 0; at < count; at += 1) ids.push(await someone(company, mark, at))
  await company.work((work) =>
    changeRule(work, { class: 'REJECTED', months: 24, startsAt: 'END', isOn: true, version: 0 }),
  )
  const id = newId()
  await company.work((work) => makeRun(work, { id }))
  await installation.settle(company.companyId)
  await company.work((work) => scheduleRun(work, { id, waitHours: 1, deletes: count }))
  await company.work(({ tx, companyId, now }) =>
    tx.updateTable('consent_retention_run').set({ due_at: now }).where('company_id', '=', companyId).execute(),
  )
  await killHalfWay(company, ids)
  await expectAllGone(company, ids, mark)
  const run = await company.work((work) => retentionRun(work, id))
  expect(run).toMatchObject({ phase: 'DONE', classes: { REJECTED: { deleted: count, spared: 0 } } })
})
