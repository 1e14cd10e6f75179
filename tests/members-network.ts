import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import type { RetentionRun } from '../src/contract/retention/retention.ts'
import { wiring } from '../src/server/app.ts'
import { newId } from '../src/server/kernel/ids.ts'
import { testInstallation } from '../src/server/kernel/testing.ts'
import { aCompany } from '../src/server/modules/accounts/testing.ts'
import { changeRule, makeRun, retentionRun } from '../src/server/modules/consent/index.ts'
import { eraseMyself } from '../src/server/modules/relay/index.ts'
import { operatorName, setClock, type TestMember } from '../src/server/modules/relay/testing.ts'

/** A network in a database of its own, since lists reach every member there is; members are kept for two years. */
export async function aNetworkWithRule(emptyDatabase: string) {
  const dataDir = await mkdtemp(join(tmpdir(), 'tasuki-members-'))
  afterAll(() => rm(dataDir, { recursive: true, force: true }))
  const installation = await testInstallation({ ...wiring, emptyDatabase })
  installation.config.dataDir = dataDir
  setClock(installation, '2026-07-01T12:00:00+09:00')
  const operator = await aCompany({ installation, kind: 'OPERATOR', name: operatorName, role: 'owner' })
  const company = await aCompany({ installation, name: '株式会社みなとシステムズ' })
  await operator.work((work) =>
    changeRule(work, { class: 'MEMBER', months: 24, startsAt: 'END', isOn: true, version: 0 }),
  )
  const settle = () => installation.settle()
  async function listed(months?: number): Promise<RetentionRun> {
    const id = newId()
    await operator.work((work) => makeRun(work, { id, kind: 'MEMBERS', months }))
    await settle()
    return operator.work((work) => retentionRun(work, id))
  }
  /** Takes everybody off the lists of the next test. */
  async function leave(...members: TestMember[]): Promise<void> {
    for (const { memberId } of members)
      await eraseMyself(installation, {
        id: newId(),
        memberId,
        actor: { kind: 'member', id: memberId, permissions: new Set() },
      })
  }
  return {
    installation,
    operator,
    company,
    settle,
    listed,
    leave,
    days: (count: number) => installation.clock.advance({ days: count }),
    counts: ({ classes }: RetentionRun) => classes.MEMBER!,
  }
}
