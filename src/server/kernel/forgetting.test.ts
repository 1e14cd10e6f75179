import { expect, test } from 'vitest'
import { z } from 'zod'
import { companyAnnouncement, onCompany } from './announcements.ts'
import { forgetOldAnswers, once } from './http/idempotency.ts'
import { newId } from './ids.ts'
import { forgetApplied, outboxes } from './outbox.ts'
import { testInstallation } from './testing.ts'
import { inCompany, systemActor, type Work } from './work.ts'

const asked = companyAnnouncement('test.asked', z.object({ words: z.string() }))

async function aRealm() {
  const heard: string[] = []
  const installation = await testInstallation({
    intents: outboxes,
    subscriptions: [onCompany(asked, 'test.listener', async (_, { payload }) => void heard.push(payload.words))],
  })
  const opening = { companyId: newId(), actor: systemActor('test') }
  return {
    installation,
    heard,
    ...opening,
    work: <T>(run: (work: Work) => Promise<T>) => inCompany(installation, opening, run),
  }
}

const outbox = ({ tx, companyId }: Work) =>
  tx.selectFrom('company_outbox').select(['state', 'payload']).where('company_id', '=', companyId).execute()

test('an announcement that was applied keeps nothing of what it said, and goes after a month', async () => {
  const { work, heard, companyId, installation } = await aRealm()
  await work((own) => own.announce(asked, { subjectId: newId(), version: 1, payload: { words: 'a question' } }))
  expect(await work(outbox)).toEqual([{ state: 'READY', payload: { words: 'a question' } }])
  await installation.settle(companyId)
  expect(heard).toEqual(['a question'])
  expect(await work(outbox)).toEqual([{ state: 'DONE', payload: {} }])
  expect(await work(forgetApplied)).toBe(0)
  installation.clock.advance({ days: 31 })
  expect(await work(forgetApplied)).toBe(1)
})

test('the answer to a write is repeated for a day and forgotten then', async () => {
  const { work, installation } = await aRealm()
  const keyed = { key: newId(), route: 'test', body: {}, status: 200 }
  let times = 0
  const ask = () => work((own) => once(own, keyed, async () => ({ times: (times += 1) })))
  expect(await ask()).toEqual({ times: 1 })
  expect(await work(forgetOldAnswers)).toBe(0)
  expect(await ask()).toEqual({ times: 1 })
  installation.clock.advance({ hours: 25 })
  expect(await work(forgetOldAnswers)).toBe(1)
})
