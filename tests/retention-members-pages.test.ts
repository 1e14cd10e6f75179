import { beforeAll, describe, expect, test } from 'vitest'
import { wiring } from '../src/server/app.ts'
import { newId } from '../src/server/kernel/ids.ts'
import { memberIds, memberIdsAfter } from '../src/server/kernel/database/realms.ts'
import { testInstallation, type TestInstallation } from '../src/server/kernel/testing.ts'
import { aCompany, type TestCompany } from '../src/server/modules/accounts/testing.ts'
import { changeRule, makeRun, retentionRun, scheduleRun } from '../src/server/modules/consent/index.ts'
import { insertListed } from '../src/server/modules/consent/retention/store-retention-people.ts'
import { aMember, operatorName } from '../src/server/modules/relay/testing.ts'

// Lists reach every member there is, so these tests have a database of their own.
let installation: TestInstallation
let operator: TestCompany
let company: TestCompany
beforeAll(async () => {
  installation = await testInstallation({ ...wiring, emptyDatabase: 'tasuki_member_pages' })
  operator = await aCompany({ installation, kind: 'OPERATOR', name: operatorName })
  company = await aCompany({ installation, name: '株式会社みなとシステムズ' })
})

describe('a run about more members than one look', () => {
  test('reads them page by page, each once', async () => {
    const members = await Promise.all([1, 2, 3].map(() => aMember(company)))
    const all = await memberIds(installation)
    const paged: string[] = []
    for (;;) {
      const page = await memberIdsAfter(installation, { after: paged.at(-1) ?? null, limit: 2 })
      paged.push(...page)
      if (page.length < 2) break
    }
    expect(paged).toEqual(all)
    expect(paged).toEqual(expect.arrayContaining(members.map(({ memberId }) => memberId)))
  })

  test('leaves nobody on its list open who is no member any more', async () => {
    await operator.work((work) =>
      changeRule(work, { class: 'MEMBER', months: 24, startsAt: 'LAST_HEARD', isOn: true, version: 0 }),
    )
    const id = newId()
    await operator.work((work) => makeRun(work, { id, kind: 'MEMBERS' }))
    await installation.settle()
    const gone = Array.from({ length: 120 }, () => newId())
    const line = { class: 'MEMBER', step: 'DELETE', keptUntil: null } as const
    await operator.work((work) =>
      insertListed(
        work,
        id,
        gone.map((personId) => ({ ...line, reasons: [], personId, since: work.now, pastAt: work.now })),
      ),
    )
    await operator.work((work) => scheduleRun(work, { id, waitHours: 1, deletes: gone.length }))
    installation.clock.advance({ hours: 2 })
    await installation.settle()
    const done = await operator.work((work) => retentionRun(work, id))
    expect(done).toMatchObject({ phase: 'DONE', sparedReasons: { GONE: 120 } })
    expect(done.classes.MEMBER).toMatchObject({ deleted: 0, spared: 120 })
  })
})
