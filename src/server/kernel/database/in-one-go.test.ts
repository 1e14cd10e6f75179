import { sql, type Transaction } from 'kysely'
import { expect, test } from 'vitest'
import { company } from '../../modules/accounts/index.ts'
import { aCompany } from '../../modules/accounts/testing.ts'
import { inOneGo } from './in-one-go.ts'
import type { DB } from './tables.ts'

const setName = ({ companyId }: { companyId: string }, tx: Transaction<DB>, name: string) =>
  sql<{ before: string; after: string }>`update accounts_company set name = ${name} where company_id = ${companyId}
    returning old.name as before, new.name as after`.execute(tx)

test('statements sent in one go see what those before them did', async () => {
  const ours = await aCompany({ name: '一' })
  const answers = await ours.work((work) =>
    inOneGo(work, (tx) => Promise.all(['二', '三', '四'].map((name) => setName(ours, tx, name)))),
  )
  expect(answers.map(({ rows }) => rows[0])).toEqual([
    { before: '一', after: '二' },
    { before: '二', after: '三' },
    { before: '三', after: '四' },
  ])
})

test('a go within a go is part of it: what is called first is done first', async () => {
  const ours = await aCompany({ name: '一' })
  const answers = await ours.work((work) =>
    inOneGo(work, (tx) => Promise.all([inOneGo({ tx }, (same) => setName(ours, same, '二')), setName(ours, tx, '三')])),
  )
  expect(answers.map(({ rows }) => rows[0]!.before)).toEqual(['一', '二'])
})

test('nothing sent in one go stands once one of it fails, and the connection is fit for others', async () => {
  const ours = await aCompany({ name: '一' })
  const failing = ours.work((work) =>
    inOneGo(work, (tx) =>
      Promise.all([setName(ours, tx, '二'), sql`select 1 / 0`.execute(tx), setName(ours, tx, '三')]),
    ),
  )
  await expect(failing).rejects.toMatchObject({ code: '22012' })
  expect((await ours.work(company)).name).toBe('一')
})

test('what one of them starts long after another failed is refused, for the connection may serve others by then', async () => {
  const ours = await aCompany({ name: '一' })
  const late: string[] = []
  let alone: Promise<unknown> = Promise.resolve()
  const failing = ours.work((work) =>
    inOneGo(work, (tx) => {
      alone = (async () => {
        await sql`select pg_sleep(0)`.execute(tx)
        // Neither waits for the database nor ends before the failure is known.
        await new Promise((resolve) => setTimeout(resolve, 50))
        await inOneGo({ tx }, (same) => setName(ours, same, '遅'))
        late.push('written')
      })().catch((error: Error) => late.push(error.message))
      return Promise.all([alone, sql`select 1 / 0`.execute(tx)])
    }),
  )
  await expect(failing).rejects.toMatchObject({ code: '22012' })
  await alone
  expect(late).toEqual(['Transaction is already rolled back'])
  expect((await ours.work(company)).name).toBe('一')
})
