import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ApplicationState, Stage, TransitionKind } from '../../../../contract/selection/selection-terms.ts'

import { dueOf, judge, reminderOf, type InForce, type OnRecord } from './promise-rules.ts'

const day = (days: number, hour = 10) => new Date(Date.UTC(2026, 5, 1 + days, hour))
const since = day(0)
const dueAt = day(10)
const empty: OnRecord = {
  state: 'ACTIVE',
  endedAt: null,
  steps: [],
  course: [],
  interviews: [],
  evaluations: [],
  toldAt: null,
}
const promise = (kind: InForce['kind'], steps: string[] = []): InForce => ({ kind, steps, since, dueAt })
const moved = (stage: Stage, at: Date) => ({ kind: 'STAGE' as const, stage, at })
const interview = (
  stage: Stage,
  startsAt: Date | null,
  recordedAt: Date,
  state: 'SCHEDULED' | 'DONE' | 'CANCELLED' = 'SCHEDULED',
) => ({
  stage,
  startsAt,
  recordedAt,
  state,
})
const rejected = (at: Date): Partial<OnRecord> => ({
  state: 'REJECTED',
  endedAt: at,
  steps: [{ kind: 'REJECT', stage: null, at }],
})

describe('the time of a promise', () => {
  const calendar = { zone: 'Asia/Tokyo' }
  test('ends with the last business day, holidays left out, and staff are reminded before', () => {
    // Friday 17 July 2026, 15:00 in Tokyo; Monday the 20th is 海の日.
    const from = new Date('2026-07-17T06:00:00Z')
    expect(dueOf(from, 3, calendar)).toEqual(new Date('2026-07-23T14:59:59Z'))
    expect(reminderOf(from, 3, calendar)).toEqual(new Date('2026-07-21T00:00:00Z'))
    expect(reminderOf(from, 1, calendar)).toBeUndefined()
  })
})

describe('a guaranteed interview', () => {
  const read = (record: Partial<OnRecord>, now: Date) =>
    judge(promise('GUARANTEED_INTERVIEW'), { ...empty, ...record }, now)

  test('is kept once it was held, was evaluated, or its time is over and it was not called off', () => {
    expect(read({ interviews: [interview('INTERVIEW_1', day(5), day(1), 'DONE')] }, day(6))).toMatchObject({
      state: 'KEPT',
      at: day(5),
    })
    expect(read({ evaluations: [{ stage: 'INTERVIEW_1', at: day(4) }] }, day(6))).toMatchObject({
      state: 'KEPT',
      at: day(4),
    })
    expect(read({ interviews: [interview('INTERVIEW_1', day(5), day(1))] }, day(6))).toMatchObject({ state: 'KEPT' })
    expect(read({ interviews: [interview('INTERVIEW_1', day(5), day(1), 'CANCELLED')] }, day(6))).toMatchObject({
      state: 'PENDING',
    })
  })

  test('that was set in time is waited for, and broken when it is called off', () => {
    const later = (state: 'SCHEDULED' | 'CANCELLED') => ({
      interviews: [interview('INTERVIEW_1', day(14), day(9), state)],
    })
    expect(read(later('SCHEDULED'), day(11))).toEqual({ state: 'PENDING', lookAt: day(14) })
    expect(read(later('SCHEDULED'), day(15))).toMatchObject({ state: 'KEPT', at: day(14) })
    expect(read(later('CANCELLED'), day(11))).toEqual({ state: 'BROKEN', at: dueAt, by: 'CLOCK' })
  })

  test('that was set too late is broken, and so is one refused by a rejection before it', () => {
    expect(read({ interviews: [interview('INTERVIEW_1', day(14), day(11))] }, day(12))).toMatchObject({
      state: 'BROKEN',
      by: 'CLOCK',
    })
    expect(read(rejected(day(2)), day(3))).toEqual({ state: 'BROKEN', at: day(2), by: 'RECORD' })
    const held = { ...rejected(day(6)), interviews: [interview('INTERVIEW_1', day(5), day(1), 'DONE')] }
    expect(read(held, day(7))).toMatchObject({ state: 'KEPT', at: day(5) })
  })

  test('is not kept by moving the application about, however far, and a rejection after that breaks it', () => {
    const about = [moved('INTERVIEW_1', day(2)), moved('INTERVIEW_2', day(3)), moved('FINAL_INTERVIEW', day(5))]
    expect(read({ steps: about }, day(6))).toMatchObject({ state: 'PENDING' })
    const end = rejected(day(6))
    expect(read({ ...end, steps: [...about, ...end.steps!] }, day(7))).toMatchObject({ state: 'BROKEN', at: day(6) })
  })

  test('is kept by an interview dated before the rejection, also one recorded after it, and not by one dated after', () => {
    const end = { ...rejected(day(6)), steps: [moved('INTERVIEW_1', day(2)), ...rejected(day(6)).steps!] }
    for (const recordedAt of [day(3), day(8)])
      expect(read({ ...end, interviews: [interview('INTERVIEW_1', day(5), recordedAt)] }, day(9))).toMatchObject({
        state: 'KEPT',
        at: day(5),
      })
    for (const state of ['SCHEDULED', 'CANCELLED'] as const)
      expect(read({ ...end, interviews: [interview('INTERVIEW_1', day(8), day(3), state)] }, day(9))).toMatchObject({
        state: 'BROKEN',
        at: day(6),
      })
  })

  test('on record without a time is kept once the selection goes on beyond it', () => {
    const interviews = [interview('INTERVIEW_1', null, day(2))]
    expect(read({ interviews }, day(6))).toMatchObject({ state: 'PENDING' })
    expect(read({ interviews, steps: [moved('INTERVIEW_2', day(1))] }, day(6))).toMatchObject({ state: 'PENDING' })
    expect(read({ interviews, steps: [moved('INTERVIEW_2', day(5))] }, day(6))).toMatchObject({
      state: 'KEPT',
      at: day(5),
    })
  })

  test('is over for who withdraws before the interview', () => {
    const withdrawn = { state: 'WITHDRAWN' as const, endedAt: day(4) }
    expect(read({ ...withdrawn, interviews: [interview('INTERVIEW_1', day(5), day(2))] }, day(9))).toMatchObject({
      state: 'RELEASED',
      at: day(4),
    })
  })
})

describe('a waiver of steps', () => {
  const read = (steps: string[], record: Partial<OnRecord>, now: Date) =>
    judge(promise('STEP_WAIVER', steps), { ...empty, ...record }, now)

  test('is broken by entering one of them, and kept by going on beyond all of them', () => {
    const both = ['DOCUMENT_SCREENING', 'APTITUDE_TEST']
    expect(read(both, { steps: [moved('APTITUDE_TEST', day(3))] }, day(4))).toEqual({
      state: 'BROKEN',
      at: day(3),
      by: 'RECORD',
    })
    expect(read(both, { steps: [moved('INTERVIEW_1', day(3))] }, day(4))).toMatchObject({ state: 'KEPT', at: day(3) })
    expect(read(both, { steps: [moved('INTERVIEW_1', day(2)), moved('APTITUDE_TEST', day(3))] }, day(4))).toMatchObject(
      { state: 'KEPT' },
    )
    expect(read(both, {}, day(11))).toMatchObject({ state: 'BROKEN', by: 'CLOCK' })
  })

  test('of the documents is broken by a rejection with nothing before it; of a test it is not', () => {
    expect(read(['DOCUMENT_SCREENING'], rejected(day(2)), day(3))).toMatchObject({ state: 'BROKEN' })
    expect(read(['APTITUDE_TEST'], rejected(day(2)), day(3))).toMatchObject({ state: 'KEPT' })
  })
})

describe('an answer', () => {
  const read = (record: Partial<OnRecord>, now: Date) => judge(promise('ANSWER'), { ...empty, ...record }, now)

  test('is an appointment, an offer, or the word of a rejection that reached the person, in time', () => {
    const appointment = interview('CASUAL_MEETING', day(8), day(3))
    expect(read({ interviews: [appointment] }, day(4))).toMatchObject({ state: 'KEPT', at: day(3) })
    expect(read({ steps: [{ kind: 'OFFER', stage: null, at: day(3) }] }, day(4))).toMatchObject({ state: 'KEPT' })
    expect(read({ ...rejected(day(2)), toldAt: day(3) }, day(4))).toMatchObject({ state: 'KEPT', at: day(3) })
    expect(read({ ...rejected(day(2)), toldAt: day(11) }, day(12))).toMatchObject({ state: 'BROKEN' })
  })

  test('is nothing that happens inside the company: a move, an end, an interview without a time', () => {
    const inside: Partial<OnRecord>[] = [
      { steps: [moved('INTERVIEW_1', day(3))] },
      rejected(day(3)),
      { interviews: [interview('CASUAL_MEETING', null, day(3))] },
      { interviews: [interview('INTERVIEW_1', day(8), day(3), 'CANCELLED')] },
    ]
    for (const record of inside) {
      expect(read(record, day(4))).toMatchObject({ state: 'PENDING' })
      expect(read(record, day(12))).toEqual({ state: 'BROKEN', at: dueAt, by: 'CLOCK' })
    }
  })
})

describe('any promise', () => {
  const kinds = fc.constantFrom(
    promise('GUARANTEED_INTERVIEW'),
    promise('STEP_WAIVER', ['DOCUMENT_SCREENING']),
    promise('ANSWER'),
  )

  test('is released by a withdrawal before its time is over, and broken by nothing on record after it', () => {
    fc.assert(
      fc.property(kinds, fc.integer({ min: 1, max: 30 }), (one, days) => {
        const withdrawn = judge(one, { ...empty, state: 'WITHDRAWN', endedAt: day(days) }, day(40))
        expect(withdrawn.state).toBe(days <= 10 ? 'RELEASED' : 'BROKEN')
      }),
    )
  })

  test('that is settled stays so while nothing more is recorded, and is not looked at in the past while it is open', () => {
    const stages = fc.constantFrom<Stage>('DOCUMENT_SCREENING', 'APTITUDE_TEST', 'INTERVIEW_1', 'INTERVIEW_2', 'OFFER')
    const at = fc.integer({ min: 0, max: 20 }).map((days) => day(days))
    const record = fc.record({
      state: fc.constantFrom<ApplicationState>('ACTIVE', 'ON_HOLD'),
      endedAt: fc.constant(null),
      steps: fc.array(
        fc.record({ kind: fc.constantFrom<TransitionKind>('STAGE', 'OFFER', 'HOLD'), stage: stages, at }),
        { maxLength: 4 },
      ),
      interviews: fc.array(
        fc.record({
          stage: stages,
          startsAt: at,
          recordedAt: at,
          state: fc.constantFrom('SCHEDULED' as const, 'CANCELLED' as const),
        }),
        { maxLength: 3 },
      ),
      evaluations: fc.constant<OnRecord['evaluations']>([]),
      course: fc.constant<OnRecord['course']>([]),
      toldAt: fc.constant(null),
    })
    fc.assert(
      fc.property(kinds, record, fc.integer({ min: 20, max: 30 }), (one, on, days) => {
        const said = judge(one, on, day(days))
        if (said.state === 'PENDING') expect(said.lookAt > day(days)).toBe(true)
        else expect(judge(one, on, day(days + 5))).toEqual(said)
        expect(judge(one, { ...on, interviews: on.interviews.toReversed() }, day(days))).toEqual(said)
      }),
    )
  })
})
