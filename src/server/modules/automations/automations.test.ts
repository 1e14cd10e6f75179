import { Webhook } from 'standardwebhooks'
import { afterEach, describe, expect, test } from 'vitest'
import { chosenKinds } from '../../../contract/webhooks.ts'
import { newId } from '../../kernel/ids.ts'
import { outboxes } from '../../kernel/outbox.ts'
import { testInstallation } from '../../kernel/testing.ts'
import { aCompany, type TestCompany } from '../accounts/testing.ts'
import { activityChanged, letterChanged } from '../relay/index.ts'
import { changeEndpoint, endpointOf, openEndpoint, removeEndpoint, rotateSecret, tellSecret } from './endpoints.ts'
import { testEndpoint } from './events.ts'
import { automationsModule } from './index.ts'
import { replaySendings, retrySending, sendings } from './sendings.ts'
import { listSendings } from './store-sendings.ts'
import { aReceiver } from './testing.ts'

type Receiver = Awaited<ReturnType<typeof aReceiver>>
const open: Receiver[] = []
afterEach(async () => void (await Promise.all(open.splice(0).map((one) => one.close()))))

async function aScene({ isPrivateAllowed = true } = {}) {
  const installation = await testInstallation({
    modules: [automationsModule],
    subscriptions: automationsModule.subscriptions ?? [],
    intents: [...outboxes, sendings],
  })
  Object.assign(installation.config, { WEBHOOKS_TO_PRIVATE_ADDRESSES: isPrivateAllowed })
  const company = await aCompany({ installation })
  const receiver = await aReceiver()
  open.push(receiver)
  return { installation, company, receiver, settle: () => installation.settle(company.companyId) }
}

const anEndpoint = (company: TestCompany, url: string) =>
  company.work((work) => openEndpoint(work, { id: newId(), url, label: '社内ATS', kinds: chosenKinds }))

/** A letter of the company changes; answers its id. */
async function happen(company: TestCompany): Promise<string> {
  const letterId = newId()
  await company.work((work) =>
    work.announce(letterChanged, {
      subjectId: letterId,
      version: 1,
      payload: { letterId, applicationId: newId(), sourceRecordId: newId(), state: 'SENT', reason: null },
    }),
  )
  return letterId
}

const sent = (company: TestCompany, endpointId: string) =>
  company.work((work) =>
    listSendings(work, { endpointId, states: ['READY', 'HELD', 'DONE', 'DEAD'], after: undefined, limit: 50 }),
  )

describe('an endpoint', () => {
  test('is told what happens once, signed so that its secret verifies it', async () => {
    const { company, receiver, settle } = await aScene()
    const { id } = await anEndpoint(company, receiver.url)
    const letterId = await happen(company)
    await settle()
    await settle()
    expect(receiver.heard).toHaveLength(1)
    const { headers, body } = receiver.heard[0]!
    const secret = await company.work((work) => tellSecret(work, id))
    expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toMatchObject({
      type: 'letter.changed',
      data: { letterId, state: 'SENT' },
    })
    expect(() => new Webhook(secret).verify(body.replace('SENT', 'SPENT'), headers as never)).toThrow('signature')
    expect(await sent(company, id)).toMatchObject([{ state: 'DONE', tries: 1, lastStatus: 204 }])
  })

  test('hears nothing of another company', async () => {
    const { installation, company, receiver } = await aScene()
    await anEndpoint(company, receiver.url)
    const other = await aCompany({ installation })
    await happen(other)
    await installation.settle(company.companyId, other.companyId)
    expect(receiver.heard).toEqual([])
  })

  test('is sent by both secrets for a day after one was made, then by the last alone', async () => {
    const { installation, company, receiver, settle } = await aScene()
    const { id } = await anEndpoint(company, receiver.url)
    const before = await company.work((work) => tellSecret(work, id))
    await company.work((work) => rotateSecret(work, id))
    const after = await company.work((work) => tellSecret(work, id))
    const verify = (secret: string, at: number) => {
      const { headers, body } = receiver.heard[at]!
      // The library's clock is the machine's, and this one is moved: only the signature is looked at.
      const [eventId, stamp] = [headers['webhook-id'] as string, Number(headers['webhook-timestamp'])]
      const signature = new Webhook(secret).sign(eventId, new Date(stamp * 1000), body)
      return String(headers['webhook-signature']).split(' ').includes(signature)
    }
    await happen(company)
    await settle()
    expect([verify(before, 0), verify(after, 0)]).toEqual([true, true])
    installation.clock.advance({ hours: 24, minutes: 1 })
    await happen(company)
    await settle()
    expect([verify(before, 1), verify(after, 1)]).toEqual([false, true])
  })

  test('is not called on a private address, nor at a URL that is not https, unless the installation allows it', async () => {
    const { company, receiver, settle } = await aScene({ isPrivateAllowed: false })
    await expect(anEndpoint(company, receiver.url)).rejects.toMatchObject({ code: 'webhooks.url-not-allowed' })
    await expect(anEndpoint(company, 'https://name:word@ats.example/')).rejects.toMatchObject({
      code: 'webhooks.url-not-allowed',
    })
    const { id } = await anEndpoint(company, receiver.url.replace('http:', 'https:'))
    await happen(company)
    await settle()
    expect(receiver.heard).toEqual([])
    expect(await sent(company, id)).toMatchObject([{ state: 'READY', lastError: 'NOT_ALLOWED' }])
  })
})

describe('a receiver that fails', () => {
  test('is tried ten times over 75 hours under one id, then given up until it is sent again', async () => {
    const { installation, company, receiver, settle } = await aScene()
    receiver.how.status = 500
    const { id } = await anEndpoint(company, receiver.url)
    await happen(company)
    const began = new Date(Date.now() + installation.clock.offsetMs())
    for (let hour = 0; hour < 90 * 4; hour += 1) {
      await settle()
      installation.clock.advance({ minutes: 15 })
    }
    expect(receiver.heard).toHaveLength(10)
    expect(new Set(receiver.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    const [given] = await sent(company, id)
    expect(given).toMatchObject({ state: 'DEAD', tries: 10, lastStatus: 500, lastError: 'STATUS' })
    expect(given!.lastTriedAt!.getTime() - began.getTime()).toBeGreaterThan(75 * 3_600_000)
    expect((await company.work((work) => endpointOf(work, id))).failingSince).not.toBeNull()

    receiver.how.status = 200
    expect(await company.work((work) => replaySendings(work, { id, since: began, only: 'DEAD' }))).toBe(1)
    await settle()
    expect(await sent(company, id)).toMatchObject([{ state: 'DONE', tries: 1 }])
    expect((await company.work((work) => endpointOf(work, id))).failingSince).toBeNull()
  }, 60_000)

  test('is waited for as long as it asks', async () => {
    const { installation, company, receiver, settle } = await aScene()
    receiver.how.status = 429
    receiver.how.headers = { 'retry-after': '7200' }
    await anEndpoint(company, receiver.url)
    await happen(company)
    await settle()
    installation.clock.advance({ minutes: 119 })
    await settle()
    expect(receiver.heard).toHaveLength(1)
    installation.clock.advance({ minutes: 2 })
    await settle()
    expect(receiver.heard).toHaveLength(2)
  })

  test('that is gone is sent nothing more until it is let go on', async () => {
    const { company, receiver, settle } = await aScene()
    receiver.how.status = 410
    const { id } = await anEndpoint(company, receiver.url)
    await happen(company)
    await settle()
    await happen(company)
    await settle()
    expect(receiver.heard).toHaveLength(1)
    receiver.how.status = 200
    await company.work((work) => changeEndpoint(work, id, { isPaused: false }))
    await settle()
    expect((await sent(company, id)).map(({ state }) => state).toSorted()).toEqual(['DEAD', 'DONE'])
  })

  test('does not follow a redirect', async () => {
    const { company, receiver, settle } = await aScene()
    const { id } = await anEndpoint(company, receiver.url)
    receiver.how.status = 302
    receiver.how.headers = { location: receiver.url }
    await happen(company)
    await settle()
    expect(receiver.heard).toHaveLength(1)
    expect(await sent(company, id)).toMatchObject([{ state: 'READY', lastStatus: 302, lastError: 'STATUS' }])
  })
})

test('what happened while an endpoint was paused is sent when it goes on, and nothing once it is removed', async () => {
  const { company, receiver, settle } = await aScene()
  const { id } = await anEndpoint(company, receiver.url)
  await company.work((work) => changeEndpoint(work, id, { isPaused: true }))
  await happen(company)
  await settle()
  expect(receiver.heard).toEqual([])
  await company.work((work) => changeEndpoint(work, id, { isPaused: false }))
  await settle()
  expect(receiver.heard).toHaveLength(1)
  await happen(company)
  await company.work((work) => removeEndpoint(work, id))
  await settle()
  expect(receiver.heard).toHaveLength(1)
  expect(await company.work((work) => automationsModule.contributions.verify!(work))).toEqual([])
})

test('what a person takes back of their search is neither sent nor replayed any more', async () => {
  const { company, receiver, settle } = await aScene()
  const { id } = await anEndpoint(company, receiver.url)
  const [subjectId, sourceRecordId, asOf] = [newId(), newId(), new Date().toISOString()]
  const word = async (version: number, activity: 'ACTIVE' | 'PLACED' | null) => {
    await company.work((work) =>
      work.announce(activityChanged, { subjectId, version, payload: { sourceRecordId, activity, asOf } }),
    )
    await settle()
  }
  await word(1, 'ACTIVE')
  await company.work((work) => changeEndpoint(work, id, { isPaused: true }))
  await word(2, 'PLACED')
  await word(3, null)
  await company.work((work) => changeEndpoint(work, id, { isPaused: false }))
  await company.work((work) => replaySendings(work, { id, since: new Date(0), only: 'ALL' }))
  await settle()
  const told = receiver.heard.map(
    ({ body }) => (JSON.parse(body) as { data: { activity: string | null } }).data.activity,
  )
  expect(told).toEqual(['ACTIVE', null])
})

test('a test arrives, and what was sent can be sent again under the same id', async () => {
  const { company, receiver, settle } = await aScene()
  const { id } = await anEndpoint(company, receiver.url)
  await company.work((work) => testEndpoint(work, id))
  await settle()
  const [first] = await sent(company, id)
  await company.work((work) => retrySending(work, first!.id))
  await settle()
  expect(receiver.heard.map(({ body }) => (JSON.parse(body) as { type: string }).type)).toEqual([
    'endpoint.tested',
    'endpoint.tested',
  ])
  expect(new Set(receiver.heard.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
})

test('events are forgotten after 90 days, those still to be sent excepted', async () => {
  const { installation, company, receiver, settle } = await aScene()
  const { id } = await anEndpoint(company, receiver.url)
  await happen(company)
  await settle()
  await company.work((work) => changeEndpoint(work, id, { isPaused: true }))
  await happen(company)
  await settle()
  installation.clock.advance({ days: 91 })
  expect(await company.work((work) => automationsModule.contributions.retain!(work))).toEqual({ webhookEvents: 1 })
  expect(await sent(company, id)).toMatchObject([{ state: 'HELD' }])
})
