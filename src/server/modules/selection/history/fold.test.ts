import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stages, transitionKinds } from '../../../../contract/selection/selection-terms.ts'
import { fold, type Transition } from './fold.ts'

const day = (at: number) => new Date(Date.UTC(2026, 3, at))
let made = 0
const said = (kind: Transition['kind'], at: number, more: Partial<Transition> = {}): Transition => ({
  id: `t${(made += 1)}`,
  kind,
  stage: null,
  reason: null,
  withdrawalTiming: null,
  live: true,
  occurredAt: day(at),
  sourceVersion: null,
  ...more,
})

const transition = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(...transitionKinds),
  stage: fc.option(fc.constantFrom(...stages)),
  reason: fc.option(fc.constantFrom('SKILL', 'OTHER')),
  withdrawalTiming: fc.constant(null),
  live: fc.boolean(),
  occurredAt: fc.integer({ min: 1, max: 4 }).map(day),
  sourceVersion: fc.option(fc.integer({ min: 1, max: 3 })),
})

describe('where an application stands', () => {
  test('is the same however late or out of order its course arrives', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(transition, { selector: ({ id }) => id, maxLength: 10 }),
        fc.infiniteStream(fc.nat()),
        (course, random) => {
          const shuffled = course
            .map((one) => ({ one, at: random.next().value as number }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ one }) => one)
          expect(fold(day(1), shuffled)).toEqual(fold(day(1), course))
        },
      ),
    )
  })

  test('has an end date exactly when it has ended', () => {
    fc.assert(
      fc.property(fc.array(transition, { maxLength: 10 }), (course) => {
        const { state, endedAt } = fold(day(1), course)
        const isEnd = ['REJECTED', 'WITHDRAWN', 'OFFER_DECLINED', 'HIRED', 'CLOSED_DUPLICATE'].includes(state)
        expect(endedAt !== null).toBe(isEnd)
      }),
    )
  })

  test('is never a rejection once the person withdrew, whoever says so first', () => {
    const withdrawn = said('WITHDRAW', 3, { reason: 'OTHER_OFFER' })
    expect(fold(day(1), [withdrawn, said('REJECT', 4)])).toMatchObject({ state: 'WITHDRAWN', endedAt: day(3) })
    expect(fold(day(1), [said('REJECT', 2), withdrawn])).toMatchObject({ state: 'WITHDRAWN', endReason: 'OTHER_OFFER' })
  })

  test.each([
    [
      'a rejection',
      [said('STAGE', 2, { stage: 'INTERVIEW_1' }), said('REJECT', 3, { reason: 'SKILL' })],
      { state: 'REJECTED', stage: 'INTERVIEW_1', endReason: 'SKILL' },
    ],
    ['a hold', [said('HOLD', 2)], { state: 'ON_HOLD', endedAt: null }],
    [
      'a rejection taken back',
      [said('REJECT', 2), said('REOPEN', 3)],
      { state: 'ACTIVE', endedAt: null, endReason: null },
    ],
    [
      'a stage after a rejection',
      [said('REJECT', 2), said('STAGE', 3, { stage: 'INTERVIEW_2' })],
      { state: 'ACTIVE', stage: 'INTERVIEW_2' },
    ],
    [
      'an offer declined',
      [said('OFFER', 2), said('DECLINE', 3)],
      { state: 'OFFER_DECLINED', stage: 'OFFER', withdrawalTiming: 'UNSCHEDULED' },
    ],
    ['a hire', [said('OFFER', 2), said('ACCEPT', 3), said('HIRE', 4)], { state: 'HIRED', stage: 'JOINED' }],
    ['a duplicate', [said('REJECT', 2), said('DUPLICATE', 3)], { state: 'CLOSED_DUPLICATE' }],
    [
      'a move within the offer',
      [said('OFFER', 2), said('STAGE', 3, { stage: 'OFFER_MEETING' })],
      { state: 'OFFERED', stage: 'OFFER_MEETING' },
    ],
  ])('after %s', (_, course, expected) => {
    expect(fold(day(1), course)).toMatchObject(expected)
  })

  test('orders what happened at one time by the source’s version', () => {
    const course = [said('REJECT', 2, { sourceVersion: 1 }), said('REOPEN', 2, { sourceVersion: 2 })]
    expect(fold(day(1), course.toReversed()).state).toBe('ACTIVE')
  })
})
