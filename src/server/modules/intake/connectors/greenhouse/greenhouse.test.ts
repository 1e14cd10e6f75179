import { describe, expect, it } from 'vitest'
import { conforms } from '../kit/conformance.ts'
import { readJson } from '../../../../kernel/http/json.ts'
import { applicationEvent, signed } from './fake.ts'
import { greenhouse } from './index.ts'
import { readDelivery, stageOf } from './mapping.ts'

const candidate = { id: 9_007_199_254, first_name: '直子', last_name: '佐藤', email: 'naoko@mail.example' }
const application = {
  id: 501,
  candidate,
  job: '法人営業',
  stage: 'Application Review',
  applied_at: '2026-03-01T01:00:00.000Z',
  last_activity_at: '2026-03-09T02:00:00.000Z',
}
const rejection = (type: string) => ({
  ...application,
  rejected_at: '2026-03-09T02:00:00.000Z',
  rejection: { name: 'Skills', type },
})
const at = new Date('2026-03-10T00:00:00Z')
const read = (body: unknown) => readDelivery(body, at)

describe('Greenhouse', () => {
  conforms(
    greenhouse,
    (body) => {
      const { body: raw, headers } = signed(body, { secret: 'their secret key' })
      return { raw, headers, secret: 'their secret key' }
    },
    [
      applicationEvent('new_candidate_application', application),
      applicationEvent('reject_candidate', rejection('We rejected them')),
      { action: 'merge_candidate', payload: { person: { id: 1, new_candidate_id: 2 } } },
      { action: 'ping', payload: {} },
    ],
  )

  it.each([
    ['We rejected them', 'REJECT', undefined, undefined],
    ['They rejected us', 'WITHDRAW', undefined, undefined],
    ['None Specified', 'REJECT', false, 'PARTY_UNSPECIFIED'],
  ])('takes the end of type “%s” for %s', (type, kind, live, asks) => {
    const reading = read(applicationEvent('reject_candidate', rejection(type)))
    if (reading.use !== 'CHANGE') throw new Error('not a change')
    const end = reading.steps.at(-1)!
    expect([end.kind, end.live, reading.asks?.reason]).toEqual([kind, live, asks])
    expect(end.occurredAt.toISOString()).toBe('2026-03-09T02:00:00.000Z')
  })

  it('reads whose it is and what for, in the order of Japanese names', () => {
    expect(read(applicationEvent('new_candidate_application', application))).toMatchObject({
      person: { remoteId: '9007199254', claims: [{ field: 'name', value: '佐藤 直子' }, { field: 'email' }] },
      application: { remoteId: '501', facts: { openingTitle: '法人営業', channel: 'DIRECT' } },
      steps: [{ kind: 'STAGE', stage: 'DOCUMENT_SCREENING' }],
    })
  })

  it('counts an offer once it was sent, and once it was answered', () => {
    const offer = { id: 1, application_id: 501, offer_status: 'unresolved', sent_on: null, resolved_at: null }
    expect(read({ action: 'offer_created', payload: offer })).toMatchObject({ use: 'UNUSED', reason: 'OFFER_NOT_SENT' })
    const sent = { ...offer, sent_on: '2026-03-20', resolved_at: '2026-03-25T00:00:00.000Z', offer_status: 'Accepted' }
    expect(read({ action: 'offer_updated', payload: sent })).toMatchObject({
      application: { remoteId: '501', facts: null },
      steps: [{ kind: 'OFFER' }, { kind: 'ACCEPT' }],
    })
  })

  it.each([
    ['Preliminary Phone Screen', 'INTERVIEW_1'],
    ['Face to Face', 'INTERVIEW_2'],
    ['Take Home Test', 'APTITUDE_TEST'],
    ['最終面接', 'FINAL_INTERVIEW'],
    ['Offer', 'OFFER'],
    ['ランチ会', null],
  ])('reads the stage “%s” as %s', (name, stage) => expect(stageOf(name)).toBe(stage))

  it('leaves what it does not need, and says so', () => {
    expect(read({ action: 'job_created', payload: { job: {} } })).toMatchObject({ use: 'UNUSED', reason: 'NOT_NEEDED' })
    expect(() => read({ action: 'reject_candidate', payload: { application: {} } })).toThrow('application.id')
  })
})

describe('JSON of a delivery', () => {
  it.each([
    ['cut off', Buffer.from('{"action":"pi'), 'NOT_JSON'],
    ['not UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]), 'NOT_UTF8'],
    ['ten thousand levels deep', Buffer.from('['.repeat(10_000) + ']'.repeat(10_000)), 'TOO_DEEP'],
  ])('that is %s is refused as such', (_, raw, problem) => expect(readJson(raw)).toEqual({ ok: false, problem }))

  it('may hold brackets in its texts', () => expect(readJson(Buffer.from(`"${'['.repeat(500)}"`)).ok).toBe(true))
})
