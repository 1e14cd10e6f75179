import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { aCompany } from '../modules/accounts/testing.ts'
import { company } from '../modules/accounts/index.ts'
import { companyAnnouncement, onCompany } from './announcements.ts'
import { newId } from './ids.ts'
import { outboxes } from './outbox.ts'
import { testInstallation } from './testing.ts'
import { inCompany, systemActor } from './work.ts'

describe('a Work', () => {
  test('sees its own company and nothing of another', async () => {
    const [ours, theirs] = await Promise.all([aCompany({ name: '青葉' }), aCompany({ name: '若葉' })])
    expect((await ours.work(company)).name).toBe('青葉')
    const seen = await ours.work(({ tx }) =>
      tx.selectFrom('accounts_company').select('name').where('company_id', '=', theirs.companyId).execute(),
    )
    expect(seen).toEqual([])
  })

  test('refuses to write a row of another company', async () => {
    const [ours, theirs] = await Promise.all([aCompany(), aCompany()])
    const writing = ours.work(({ tx, now }) =>
      tx
        .insertInto('accounts_staff')
        .values({
          company_id: theirs.companyId,
          id: newId(),
          sign_in_id: 'x',
          name: 'x',
          email: 'x',
          role: 'admin',
          recorded_at: now,
        })
        .execute(),
    )
    await expect(writing).rejects.toMatchObject({ code: '42501' })
  })

  test('refuses a statement that does not name its company', async () => {
    const ours = await aCompany()
    await expect(ours.work(({ tx }) => tx.selectFrom('accounts_staff').select('id').execute())).rejects.toThrow(
      'names no realm',
    )
  })
})

const renamed = companyAnnouncement('test.renamed', z.object({ name: z.string() }))

describe('an announcement', () => {
  test('reaches its subscriber once per version, and an older version never', async () => {
    const applied: string[] = []
    const subscriptions = [
      onCompany(renamed, 'test.listener', async (_, { payload }) => void applied.push(payload.name)),
    ]
    const installation = await testInstallation({ subscriptions, intents: outboxes })
    const { companyId } = await aCompany({ installation })
    const subjectId = newId()
    const say = (version: number, name: string) =>
      inCompany(installation, { companyId, actor: systemActor('test') }, (work) =>
        work.announce(renamed, { subjectId, version, payload: { name } }),
      )
    await say(2, 'second')
    await installation.settle(companyId)
    await say(1, 'first')
    await say(2, 'second again')
    await say(3, 'third')
    await installation.settle(companyId)
    expect(applied).toEqual(['second', 'third'])
  })

  test('of a Work that fails reaches nobody', async () => {
    const applied: string[] = []
    const subscriptions = [
      onCompany(renamed, 'test.listener', async (_, { payload }) => void applied.push(payload.name)),
    ]
    const installation = await testInstallation({ subscriptions, intents: outboxes })
    const { companyId } = await aCompany({ installation })
    const failing = inCompany(installation, { companyId, actor: systemActor('test') }, async (work) => {
      await work.announce(renamed, { subjectId: newId(), version: 1, payload: { name: 'lost' } })
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    await installation.settle(companyId)
    expect(applied).toEqual([])
  })
})
