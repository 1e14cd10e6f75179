import { expect, test } from 'vitest'
import { aCompany, type TestCompany } from '../modules/accounts/testing.ts'
import { newId } from './ids.ts'
import { runDue, type IntentTable } from './intents.ts'
import { testInstallation } from './testing.ts'
import { inCompany, systemActor } from './work.ts'

/** Intents of the test's own kind: rows of the outbox that the given function runs. */
async function anIntent(run: (company: TestCompany, id: string) => Promise<void>) {
  const id = newId()
  const intents: IntentTable = { table: 'company_outbox', realm: 'company', attempts: 2, run: () => run(company, id) }
  const company = await aCompany({ installation: await testInstallation({ intents: [intents] }) })
  await company.work(({ tx, companyId, now }) =>
    tx
      .insertInto('company_outbox')
      .values({
        company_id: companyId,
        id,
        kind: 'test.done',
        subscriber: 'test',
        subject_id: newId(),
        version: 1,
        payload: '{}',
        state: 'READY',
        due_at: now,
        attempts: 0,
        recorded_at: now,
      })
      .execute(),
  )
  const row = () =>
    company.work(({ tx, companyId }) =>
      tx
        .selectFrom('company_outbox')
        .select(['state', 'attempts', 'lease_until as leaseUntil', 'last_error as lastError', 'due_at as dueAt'])
        .where('company_id', '=', companyId)
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    )
  return { company, row, pass: () => runDue(company.installation, { realmIds: [company.companyId] }) }
}

/** Another worker finds the lease run out and takes the intent over. */
const takeOver = ({ installation, companyId }: TestCompany, id: string) =>
  inCompany(installation, { companyId, actor: systemActor('test') }, ({ tx }) =>
    tx
      .updateTable('company_outbox')
      .set((e) => ({ attempts: e('attempts', '+', 1), lease_until: new Date('2100-01-01') }))
      .where('company_id', '=', companyId)
      .where('id', '=', id)
      .execute(),
  )

test('a worker whose intent was taken over leaves it to the one that has it, failing or not', async () => {
  const { row, pass } = await anIntent(async (company, id) => {
    await takeOver(company, id)
    throw new Error('too late')
  })
  await pass()
  expect(await row()).toMatchObject({
    state: 'READY',
    attempts: 2,
    leaseUntil: new Date('2100-01-01'),
    lastError: null,
  })
})

test('an intent that fails waits, and is left to a human after its last try', async () => {
  const { row, pass, company } = await anIntent(async () => {
    throw new TypeError('broken')
  })
  await pass()
  expect(await row()).toMatchObject({ state: 'READY', attempts: 1, leaseUntil: null, lastError: 'TypeError' })
  expect(await pass()).toBe(0)
  company.installation.clock.advance({ minutes: 1 })
  await pass()
  expect(await row()).toMatchObject({ state: 'DEAD', attempts: 2 })
})
