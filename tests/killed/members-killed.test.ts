import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { wiring } from '../../src/server/app.ts'
import { findRealm } from '../../src/server/kernel/database/directory.ts'
import { newId } from '../../src/server/kernel/ids.ts'
import { testInstallation, type TestInstallation } from '../../src/server/kernel/testing.ts'
import { aCompany, type TestCompany } from '../../src/server/modules/accounts/testing.ts'
import { changeRule, makeRun, retentionRun, scheduleRun } from '../../src/server/modules/consent/index.ts'
import { contactsUsed, findMember, withdrawFromRelay } from '../../src/server/modules/relay/index.ts'
import { aMember, operatorName, type TestMember } from '../../src/server/modules/relay/testing.ts'

// A list reaches every member there is, so this test has a database of its own.
let dataDir: string
let installation: TestInstallation
let operator: TestCompany
let company: TestCompany
let worker: ChildProcess | undefined
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tasuki-members-killed-'))
  installation = await testInstallation({ ...wiring, emptyDatabase: 'tasuki_members_killed' })
  installation.config.dataDir = dataDir
  operator = await aCompany({ installation, kind: 'OPERATOR', name: operatorName, role: 'owner' })
  company = await aCompany({ installation, name: '株式会社みなとシステムズ' })
})
afterAll(async () => {
  worker?.kill('SIGKILL')
  await rm(dataDir, { recursive: true, force: true })
})

const each = 6

async function forgotten({ leaves }: { leaves: boolean }): Promise<TestMember[]> {
  const members = []
  for (let at = 0; at < each; at += 1) {
    const member = await aMember(company)
    if (leaves) await member.work(withdrawFromRelay)
    await member.work(({ tx, memberId }) =>
      sql`update relay_member set registered_at = registered_at - interval '3 years', heard_at = heard_at - interval '3 years'
        where member_id = ${memberId}`.execute(tx),
    )
    members.push(member)
  }
  return members
}

const settled = ({ work }: TestCompany) =>
  work(async ({ tx, companyId }) => {
    const row = await tx
      .selectFrom('consent_retention_person')
      .select((e) => e.fn.countAll<string>().as('count'))
      .where('company_id', '=', companyId)
      .where('outcome', 'is not', null)
      .executeTakeFirstOrThrow()
    return Number(row.count)
  })

/** Kills a worker once it has settled so many, and lets its lease run out as if half a minute had gone by. */
async function killAfter(count: number): Promise<void> {
  const { companyId } = operator
  const { appUrl } = installation.databaseUrls
  const told = { appUrl, companyId, secret: installation.config.secret, dataDir }
  worker = spawn(process.execPath, [join(import.meta.dirname, 'erasing-worker.ts'), JSON.stringify(told)], {
    stdio: 'ignore',
  })
  const gone = once(worker, 'exit')
  while ((await settled(operator)) < count && worker.exitCode === null) await setTimeout(3)
  worker.kill('SIGKILL')
  await gone
  await operator.work(({ tx }) =>
    sql`update consent_retention_run set lease_until = null where company_id = ${companyId}`.execute(tx),
  )
}

test('asking and deleting members goes on where killed workers stopped: nobody is asked twice or half deleted', async () => {
  const silent = await forgotten({ leaves: false })
  const left = await forgotten({ leaves: true })
  await installation.settle()
  await operator.work((work) =>
    changeRule(work, { class: 'MEMBER', months: 24, startsAt: 'LAST_HEARD', isOn: true, version: 0 }),
  )
  const id = newId()
  await operator.work((work) => makeRun(work, { id, kind: 'MEMBERS' }))
  await installation.settle()
  await operator.work((work) => scheduleRun(work, { id, waitHours: 1, asks: each, deletes: each }))
  await operator.work(({ tx, companyId, now }) =>
    tx.updateTable('consent_retention_run').set({ due_at: now }).where('company_id', '=', companyId).execute(),
  )
  for (const count of [2, 5, 8]) {
    await killAfter(count)
    expect(await settled(operator)).toBeLessThan(2 * each)
  }
  // A member whose step was done and not noted before the last kill is settled by the same id, and not judged again.
  await installation.settle()
  await installation.settle()
  const run = await operator.work((work) => retentionRun(work, id))
  expect(run).toMatchObject({ phase: 'DONE', classes: { MEMBER: { asked: each, deleted: each, spared: 0 } } })
  for (const { work, mail } of silent) {
    expect(await work(contactsUsed)).toBe(1)
    expect(installation.mailer.sent.filter(({ to }) => to === mail)).toHaveLength(1)
  }
  for (const { work, mail } of left) {
    expect((await work(findMember))?.state).toBe('ERASED')
    expect(await findRealm(installation, { kind: 'member-mail', value: mail })).toBeUndefined()
  }
  const broken = await operator.work(async (work) => {
    const found = []
    for (const { contributions } of installation.modules) found.push(...((await contributions.verify?.(work)) ?? []))
    return found
  })
  expect(broken).toEqual([])
})
