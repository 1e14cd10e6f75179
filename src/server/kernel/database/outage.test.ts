import { sql } from 'kysely'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { aCompany, type TestCompany } from '../../modules/accounts/testing.ts'
import { isOutage, isRetriable } from '../errors.ts'
import { inCompany, type Work } from '../work.ts'

const failing = (code: string, message = 'x') => Object.assign(new Error(message), { code })

describe('what the database says of itself', () => {
  test.each(['40001', '40P01', '55P03', '08006', '08001', '57P01', '57P02', '57P03', 'ECONNRESET'])(
    '%s is tried again',
    (code) => expect(isRetriable(failing(code))).toBe(true),
  )

  test('a distributed commit that was not confirmed is tried again, another internal error is not', () => {
    expect(isRetriable(failing('XX000', 'could not commit transaction on any active node'))).toBe(true)
    expect(isRetriable(failing('XX000', 'cache lookup failed'))).toBe(false)
  })

  test.each(['08006', '53100', '53300', '57P03', '58030', 'ECONNREFUSED'])('%s is an outage', (code) =>
    expect(isOutage(failing(code))).toBe(true),
  )

  test.each(['23505', '42501', '57014', '40001', 'ENOENT'])('%s is none', (code) =>
    expect(isOutage(failing(code))).toBe(false),
  )
})

/** Cuts the Work's own connection, as a failover would. */
async function cut({ installation }: TestCompany, { tx }: Work): Promise<void> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
  const client = new pg.Client({ connectionString: installation.databaseUrls.superUrl })
  await client.connect()
  await client.query('select pg_terminate_backend($1, 5000)', [rows[0]?.pid])
  await client.end()
}

describe('a Work whose connection is cut', () => {
  test('before it is done, is done on another', async () => {
    const company = await aCompany()
    let tries = 0
    const answer = await company.work(async (work) => {
      tries += 1
      if (tries === 1) await cut(company, work)
      await sql`select 1`.execute(work.tx)
      return 'done'
    })
    expect({ answer, tries }).toEqual({ answer: 'done', tries: 2 })
  })

  test('while committing, tells its caller: whether it stands is not known', async () => {
    const company = await aCompany()
    let tries = 0
    const cutting = company.work(async (work) => {
      tries += 1
      await cut(company, work)
    })
    await expect(cutting).rejects.toSatisfy(isOutage)
    expect(tries).toBe(1)
  })

  test('while committing, is done again when that does no harm', async () => {
    const company = await aCompany()
    const { installation, companyId, actor } = company
    let tries = 0
    await inCompany(installation, { companyId, actor, isRepeatable: true }, async (work) => {
      tries += 1
      if (tries === 1) await cut(company, work)
    })
    expect(tries).toBe(2)
  })
})
