import { createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createApp, wiring } from '../../../app.ts'
import { newId } from '../../../kernel/ids.ts'
import { testInstallation } from '../../../kernel/testing.ts'
import { aCompany, type TestCompany } from '../../accounts/testing.ts'
import { openConnection, connectionOf, addressOf } from '../connections/connections.ts'
import { applicationEvent, candidateOf, signed, type Sent } from '../connectors/greenhouse/fake.ts'
import { contributions } from '../contributions.ts'
import { settleByHand } from './deliveries.ts'
import { applicationsOf } from '../../selection/index.ts'
import { person, personOf } from '../../people/index.ts'
import { keyedFor } from '../imports/natural-key.ts'
import { listDeliveries } from './store-deliveries.ts'

const secret = 'the key typed in their screen'

async function aConnection() {
  const installation = await testInstallation(wiring)
  const app = await createApp(installation)
  const company = await aCompany({ installation })
  const id = newId()
  const address = await company.work(async (work) => {
    const opened = await openConnection(work, { id, connector: 'greenhouse', name: 'Greenhouse', secret })
    return new URL(addressOf(work, opened)!).pathname
  })
  const send = (sent: Sent, url = address) =>
    app.inject({ method: 'POST', url, payload: sent.body, headers: sent.headers })
  return { company, app, id, address, send, settle: () => installation.settle(company.companyId) }
}

const base = {
  id: 501,
  candidate: { id: 77, first_name: '直子', last_name: '佐藤', email: 'naoko.sato@mail.example' },
  job: '法人営業',
  stage: 'Application Review',
  applied_at: '2026-03-01T01:00:00.000Z',
  last_activity_at: '2026-03-01T01:00:00.000Z',
}
const day = (date: number) => `2026-03-${String(date).padStart(2, '0')}T01:00:00.000Z`
const said = [
  applicationEvent('new_candidate_application', base),
  applicationEvent('candidate_stage_change', { ...base, stage: 'Phone Interview', last_activity_at: day(5) }),
  applicationEvent('reject_candidate', {
    ...base,
    stage: 'Phone Interview',
    rejected_at: day(8),
    last_activity_at: day(8),
    rejection: { name: 'Skills', type: 'We rejected them' },
  }),
  applicationEvent('unreject_candidate', { ...base, stage: 'Phone Interview', last_activity_at: day(9) }),
  applicationEvent('candidate_stage_change', { ...base, stage: '最終面接', last_activity_at: day(12) }),
  {
    action: 'offer_created',
    payload: { id: 3, application_id: 501, sent_on: '2026-03-14', offer_status: 'unresolved' },
  },
  applicationEvent('reject_candidate', {
    ...base,
    stage: 'Offer',
    rejected_at: day(20),
    last_activity_at: day(20),
    rejection: { name: 'Other offer', type: 'They rejected us' },
  }),
]

const recordId = (company: TestCompany, connectionId: string) =>
  keyedFor(company.installation.config.secret, { companyId: company.companyId, connectionId }).id('record 77')

async function standing(company: TestCompany, connectionId: string) {
  return company.work(async (work) => {
    const id = await personOf(work, recordId(company, connectionId))
    const { fields } = await person(work, id)
    const applications = await applicationsOf(work, id)
    return {
      name: fields.name?.value,
      applications: applications.map(({ stage, state, endReason, endedAt, stageSince }) => ({
        stage,
        state,
        endReason,
        endedAt,
        stageSince,
      })),
    }
  })
}

describe('deliveries of Greenhouse', () => {
  it('end the same in any order, twice and late', async () => {
    const expected = {
      name: '佐藤 直子',
      applications: [
        expect.objectContaining({
          stage: 'OFFER',
          state: 'WITHDRAWN',
          endReason: 'Other offer',
          endedAt: new Date(day(20)),
        }),
      ],
    }
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...said.keys()], { minLength: said.length }),
        fc.array(fc.nat({ max: said.length - 1 }), { maxLength: 4 }),
        async (order, repeated) => {
          const { company, id, send, settle } = await aConnection()
          const sents = said.map((body, at) => signed(body, { secret, eventId: `event-${at}` }))
          for (const [count, at] of [...order, ...repeated].entries()) {
            expect((await send(sents[at]!)).statusCode).toBe(200)
            if (count % 3 === 0) await settle()
          }
          await settle()
          expect(await standing(company, id)).toEqual(expected)
          const waiting = await company.work((work) =>
            listDeliveries(work, { connectionId: id, states: ['WAITING', 'DEAD', 'READY'], limit: 50 }),
          )
          expect(waiting).toEqual([])
        },
      ),
      { numRuns: 6 },
    )
  })

  it('end the same when several workers use them at once', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { company, id, send, settle } = await aConnection()
      for (const [at, body] of said.toReversed().entries()) await send(signed(body, { secret, eventId: `event-${at}` }))
      await Promise.all([settle(), settle(), settle(), settle()])
      await settle()
      const waiting = await company.work((work) =>
        listDeliveries(work, { connectionId: id, states: ['WAITING', 'DEAD'], limit: 50 }),
      )
      expect(waiting).toEqual([])
    }
  })

  it('with a bad signature are refused and counted, and nothing of them is kept', async () => {
    const { company, id, send } = await aConnection()
    const forged = await send(signed(said[0], { secret: 'another key' }))
    expect([forged.statusCode, forged.headers['content-type']]).toEqual([401, 'application/problem+json'])
    expect(forged.json()).toMatchObject({ code: 'intake.signature-refused' })
    const { accepted, refused } = await company.work((work) => connectionOf(work, id))
    expect({ accepted, refused }).toEqual({ accepted: 0, refused: 1 })
    expect(await company.work((work) => listDeliveries(work, { connectionId: id, limit: 5 }))).toEqual([])
  })

  it('to an unknown company, secret or system get one answer', async () => {
    const { address, send } = await aConnection()
    const last = address.slice(-1) === 'A' ? 'B' : 'A'
    const wrong = [
      address.replace(/hooks\/greenhouse\/[^.]+/, `hooks/greenhouse/${newId()}`),
      `${address.slice(0, -1)}${last}`,
      address.replace('greenhouse', 'another'),
      '/api/v1/hooks/greenhouse/nonsense',
    ]
    const answers = await Promise.all(wrong.map((url) => send(signed(said[0], { secret }), url)))
    const shapes = answers.map((answer) => ({ ...answer.json<object>(), requestId: '' }))
    expect(new Set(shapes.map((shape) => JSON.stringify(shape))).size).toBe(1)
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404])
  })

  it('that nobody could read are refused with what is wrong, and the server goes on', async () => {
    const { send } = await aConnection()

    const raw = (body: Buffer): Sent => ({
      body,
      headers: {
        'content-type': 'application/json',
        signature: `sha256 ${createHmac('sha256', secret).update(body).digest('hex')}`,
      },
    })
    const deep = await send(raw(Buffer.from('['.repeat(10_000) + ']'.repeat(10_000))))
    expect([deep.statusCode, deep.json()]).toMatchObject([422, { detail: { problem: 'TOO_DEEP' } }])
    const cut = await send(raw(Buffer.from('{"action":"rej')))
    expect([cut.statusCode, cut.json()]).toMatchObject([422, { detail: { problem: 'NOT_JSON' } }])
    const large = await send(raw(Buffer.alloc(5 * 1024 * 1024, 0x20)))
    expect([large.statusCode, large.json()]).toMatchObject([413, { code: 'intake.hook-body-too-large' }])
    expect((await send(signed({ action: 'ping', payload: {} }, { secret }))).statusCode).toBe(200)
  })

  it('with a text that no database keeps are kept whole and wait as unreadable, and are not tried again', async () => {
    const { company, id, send, settle } = await aConnection()
    for (const name of ['直子\0', '直子\ud83d']) {
      const candidate = { ...base.candidate, first_name: name }
      const sent = await send(signed(applicationEvent('new_candidate_application', { ...base, candidate }), { secret }))
      expect(sent.statusCode).toBe(200)
    }
    await settle()
    const kept = await company.work((work) => listDeliveries(work, { connectionId: id, limit: 10 }))
    expect(kept.map(({ state, reason }) => [state, reason])).toEqual([
      ['WAITING', 'UNREADABLE'],
      ['WAITING', 'UNREADABLE'],
    ])
  })

  it('about what has no party wait for a human, who can say that the person withdrew', async () => {
    const { company, app, id, send, settle } = await aConnection()
    const end = { ...base, rejected_at: day(8), last_activity_at: day(8), rejection: null }
    await send(signed(applicationEvent('reject_candidate', end), { secret }))
    await settle()
    expect(await standing(company, id)).toMatchObject({ applications: [{ state: 'REJECTED' }] })
    const [waiting] = await company.work((work) => listDeliveries(work, { connectionId: id, limit: 5 }))
    expect(waiting).toMatchObject({ state: 'WAITING', reason: 'PARTY_UNSPECIFIED' })
    await company.work((work) => settleByHand(work, { id: waiting!.id, party: 'PERSON' }))
    expect(await standing(company, id)).toMatchObject({ applications: [{ state: 'WITHDRAWN' }] })
    await app.close()
  })

  it('of someone deleted there take back how to reach them', async () => {
    const { company, id, send, settle } = await aConnection()
    await send(signed(said[0], { secret }))
    await send(
      signed(
        { action: 'candidate_anonymized', payload: { candidate_id: 77, anonymized_fields: ['email_addresses'] } },
        { secret },
      ),
    )
    await settle()
    const { fields } = await company.work(async (work) => person(work, await personOf(work, recordId(company, id))))
    expect([fields.name?.value, fields.email]).toEqual(['佐藤 直子', undefined])
    expect(candidateOf(base.candidate)).toMatchObject({ id: 77 })
  })

  it('lose their bodies when their person is erased', async () => {
    const { company, id, send, settle } = await aConnection()
    await send(signed(said[0], { secret }))
    await settle()
    const sourceRecordIds = [recordId(company, id)]
    await company.work((work) => contributions.erase!(work, { personId: newId(), sourceRecordIds }))
    const [kept] = await company.work((work) => listDeliveries(work, { connectionId: id, limit: 5 }))
    expect(kept).toMatchObject({ state: 'DONE', body: null })
    expect(await company.work((work) => contributions.verify!(work))).toEqual([])
  })

  it('that wait for nobody known are blanked when someone they name is erased', async () => {
    const { company, id, send, settle } = await aConnection()
    // A stage change of an application that never arrived, and the same person known by another way.
    await send(signed({ action: 'made_up_action', payload: { note: 'call NAOKO.sato@mail.example' } }, { secret }))
    await send(signed(said[0], { secret }))
    await settle()
    const sourceRecordIds = [recordId(company, id)]
    await company.work((work) => contributions.erase!(work, { personId: newId(), sourceRecordIds }))
    const kept = await company.work((work) => listDeliveries(work, { connectionId: id, limit: 5 }))
    expect(kept.map(({ body }) => body)).toEqual([null, null])
    expect(await company.work((work) => contributions.verify!(work))).toEqual([])
  })

  it('wake, when they arrive, only those that waited for them', async () => {
    const { company, id, send, settle } = await aConnection()
    const other = { ...base, id: 502, candidate: { ...base.candidate, id: 78, email: 'other@mail.example' } }
    for (const one of [base, other])
      await send(signed(applicationEvent('candidate_stage_change', { ...one, last_activity_at: day(5) }), { secret }))
    await send(
      signed({ action: 'offer_created', payload: { id: 3, application_id: 501, sent_on: '2026-03-14' } }, { secret }),
    )
    await send(
      signed({ action: 'offer_created', payload: { id: 4, application_id: 999, sent_on: '2026-03-14' } }, { secret }),
    )
    await settle()
    const open = await company.work((work) => listDeliveries(work, { connectionId: id, states: ['WAITING'], limit: 9 }))
    expect(open.map(({ reason }) => reason)).toEqual(['APPLICATION_UNKNOWN'])
  })
})
