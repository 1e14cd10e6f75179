import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { newId } from '../../kernel/ids.ts'
import { testInstallation } from '../../kernel/testing.ts'
import { inMember, type MemberWork, type Work } from '../../kernel/work.ts'
import { aCompany, type TestCompany } from '../accounts/testing.ts'
import { auditModule, record, verifySeals } from './index.ts'
import * as store from './store.ts'

const intents = auditModule.intents ?? []
const verify = auditModule.contributions.verify ?? (async () => [])

async function aRecordingCompany(): Promise<TestCompany> {
  return aCompany({ installation: await testInstallation({ intents }) })
}

/** Makes `seals` seals of two events each. */
async function aChain(company: TestCompany, seals = 3): Promise<string[]> {
  const ids: string[] = []
  for (let made = 0; made < seals; made += 1) {
    for (const subject of [newId(), newId()]) {
      ids.push(subject)
      await company.work((work) => record(work, { action: 'people.read', subject: { kind: 'person', id: subject } }))
    }
    await company.installation.settle(company.companyId)
  }
  return ids
}

/** Changes the database behind the program's back, as a superuser who is stopped by no grant and no fence. */
async function tamper(company: TestCompany, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: company.installation.databaseUrls.superUrl })
  await client.connect()
  try {
    const { rowCount } = await client.query(statement.replaceAll('$company', `'${company.companyId}'`))
    expect(rowCount).toBeGreaterThan(0)
  } finally {
    await client.end()
  }
}

const events = (company: TestCompany) =>
  company.work((work) => store.listEvents(work, { limit: 100 })).then((newestFirst) => newestFirst.toReversed())

describe('recording', () => {
  test('stands only if the Work commits', async () => {
    const company = await aRecordingCompany()
    const failing = company.work(async (work) => {
      await record(work, { action: 'people.read' })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await events(company)).toEqual([])
  })

  test('puts a list of any length down, and every id of it can be found', async () => {
    const company = await aRecordingCompany()
    const ids = Array.from({ length: 2_345 }, () => newId())
    await company.work((work) => record(work, { action: 'people.exported', detail: { count: ids.length, ids } }))
    const found = await events(company)
    expect(found.map(({ detail }) => [detail['part'], detail['parts'], detail['count']])).toEqual([
      [1, 3, 2_345],
      [2, 3, 2_345],
      [3, 3, 2_345],
    ])
    expect(found.flatMap(({ detail }) => detail['ids'])).toEqual(ids)
  })

  test('refuses what could be personal data', async () => {
    const company = await aRecordingCompany()
    for (const filter of ['山田 太郎', 'taro@sakura.example', 'Taro Yamada'])
      await expect(company.work((work) => record(work, { action: 'people.read', detail: { filter } }))).rejects.toThrow(
        'only ids and codes',
      )
  })

  test('two Works of one company do not wait for each other', async () => {
    const company = await aRecordingCompany()
    await company.work(async (outer) => {
      await record(outer, { action: 'people.read' })
      await company.work((inner) => record(inner, { action: 'people.read' }))
    })
    expect(await events(company)).toHaveLength(2)
  })

  test('the application can neither change nor delete an event or a seal', async () => {
    const company = await aRecordingCompany()
    await aChain(company, 1)
    const change = (work: Work) =>
      work.tx.updateTable('audit_event').set({ action: 'x.y' }).where('company_id', '=', work.companyId).execute()
    const remove = (work: Work) => work.tx.deleteFrom('audit_seal').where('company_id', '=', work.companyId).execute()
    await expect(company.work(change)).rejects.toMatchObject({ code: '42501' })
    await expect(company.work(remove)).rejects.toMatchObject({ code: '42501' })
  })
})

describe('the chain of seals', () => {
  test('covers every event once and holds', async () => {
    const company = await aRecordingCompany()
    await aChain(company)
    expect((await events(company)).every(({ sealed }) => sealed)).toBe(true)
    expect(await company.work((work) => store.sealsAfter(work, 0, 10))).toHaveLength(3)
    expect(await company.work(verify)).toEqual([])
  })

  test('stands in the realm of a member as well', async () => {
    const installation = await testInstallation({ intents })
    const opening = { memberId: newId(), actor: { kind: 'member' as const, id: 'm', permissions: new Set<string>() } }
    const asMember = <T>(run: (work: MemberWork) => Promise<T>) => inMember(installation, opening, run)
    await asMember((work) => record(work, { action: 'relay.shared' }))
    await installation.settle(opening.memberId)
    expect(await asMember((work) => store.newestSeal(work))).toMatchObject({ sequence: 1 })
    expect(await asMember(verifySeals)).toBeUndefined()
  })

  test('names the first event that was changed', async () => {
    const company = await aRecordingCompany()
    await aChain(company)
    const changed = (await events(company))[2]
    await tamper(company, `update audit_event set actor_id = actor_id || 'x' where id = '${changed?.id}'`)
    expect(await company.work(verifySeals)).toMatchObject({ where: `event ${changed?.id}`, saw: 'changed' })
  })

  test('names the first event that was deleted', async () => {
    const company = await aRecordingCompany()
    await aChain(company)
    const [, , , deleted, later] = await events(company)
    await tamper(company, `delete from audit_event where id in ('${deleted?.id}', '${later?.id}')`)
    expect(await company.work(verifySeals)).toMatchObject({ where: `event ${deleted?.id}`, saw: 'missing' })
  })

  test('names the first seal that was changed, moved or deleted', async () => {
    const company = await aRecordingCompany()
    await aChain(company)
    await tamper(company, `update audit_seal set sequence = 4 where company_id = $company and sequence = 2`)
    expect(await company.work(verifySeals)).toMatchObject({ where: 'seal 2', saw: 'missing' })
    await tamper(company, `update audit_seal set sequence = 2 where company_id = $company and sequence = 3`)
    await tamper(company, `update audit_seal set sequence = 3 where company_id = $company and sequence = 4`)
    expect(await company.work(verifySeals)).toMatchObject({ where: 'seal 2' })
    const other = await aRecordingCompany()
    await aChain(other)
    await tamper(
      other,
      `update audit_seal set event_ids = event_ids[2:2] || event_ids[1:1] where company_id = $company and sequence = 2`,
    )
    expect(await other.work(verifySeals)).toMatchObject({ where: 'seal 2', saw: 'changed' })
  })

  test('reports an event that nothing sealed for a minute, even when its mark was removed', async () => {
    const company = await aRecordingCompany()
    await company.work((work) => record(work, { action: 'people.read' }))
    await tamper(company, 'delete from audit_sealing where company_id = $company')
    expect(await company.work(verify)).toEqual([])
    company.installation.clock.advance({ minutes: 2 })
    expect(await company.work(verify)).toMatchObject([{ rule: 'audit.sealed-within-a-minute' }])
  })
})
