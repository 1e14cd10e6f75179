import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stagePassages, stageVisits } from './index.ts'
import type { ApplicationHistory, PassageQuestion, StageEvent } from './index.ts'

const flow = ['DOCUMENT_SCREENING', 'INTERVIEW_1', 'FINAL_INTERVIEW']
const day = (number: number): Date => new Date(Date.UTC(2026, 3, number))
const event = (kind: StageEvent['kind'], stage: string, at: number): StageEvent => ({ kind, stage, at: day(at) })
const april: PassageQuestion = {
  flow,
  basis: 'APPLIED_COHORT',
  period: { from: day(1), until: day(31) },
  asOf: day(90),
  minimumN: 1,
}
const applied = (applicationId: string, at: number, events: StageEvent[]): ApplicationHistory => ({
  applicationId,
  appliedAt: day(at),
  events,
})

describe('what became of an application at a stage', () => {
  test('entering a later stage passes the earlier one, and a skipped stage is not reached', () => {
    const history = applied('a', 1, [event('ENTERED', flow[0]!, 1), event('ENTERED', flow[2]!, 9)])
    const visits = stageVisits(history, flow, day(90))
    expect([...visits].map(([stage, visit]) => [stage, visit.result])).toEqual([
      ['DOCUMENT_SCREENING', 'PASSED'],
      ['FINAL_INTERVIEW', 'IN_PROCESS'],
    ])
  })

  test('moving back is a correction', () => {
    const history = applied('a', 1, [
      event('ENTERED', flow[0]!, 1),
      event('ENTERED', flow[1]!, 3),
      event('REJECTED', flow[1]!, 4),
      event('ENTERED', flow[0]!, 5),
    ])
    expect([...stageVisits(history, flow, day(90)).keys()]).toEqual(['DOCUMENT_SCREENING'])
    expect(stageVisits(history, flow, day(4)).get('INTERVIEW_1')?.result).toBe('REJECTED')
  })

  test('the order in which events arrive changes nothing', () => {
    const kinds = fc.constantFrom('ENTERED', 'PASSED', 'REJECTED', 'WITHDRAWN', 'CLOSED') as fc.Arbitrary<
      StageEvent['kind']
    >
    const events = fc.uniqueArray(
      fc.record({ kind: kinds, stage: fc.constantFrom(...flow), at: fc.integer({ min: 1, max: 60 }).map(day) }),
      { selector: ({ at }) => at.getTime(), maxLength: 12 },
    )
    fc.assert(
      fc.property(events, (some) => {
        const there = stageVisits(applied('a', 1, some), flow, day(90))
        const shuffled = stageVisits(applied('a', 1, some.toReversed()), flow, day(90))
        expect(shuffled).toEqual(there)
      }),
    )
  })
})

describe('pass rates by stage', () => {
  const histories = [
    applied('passed', 2, [event('ENTERED', flow[0]!, 2), event('PASSED', flow[0]!, 5)]),
    applied('rejected', 2, [event('ENTERED', flow[0]!, 2), event('REJECTED', flow[0]!, 6)]),
    applied('before', 2, [event('ENTERED', flow[0]!, 2), event('WITHDRAWN', flow[0]!, 3)]),
    applied('after', 2, [
      event('ENTERED', flow[0]!, 2),
      { ...event('WITHDRAWN', flow[0]!, 7), withdrawalTiming: 'AFTER_STEP' },
    ]),
    applied('open', 3, [event('ENTERED', flow[0]!, 3)]),
    applied('may', 40, [event('ENTERED', flow[0]!, 40), event('PASSED', flow[0]!, 41)]),
  ]

  test('keep the undecided out of the rate, and say how many they are and what they could change', () => {
    const [documents] = stagePassages(histories, april)
    expect(documents).toMatchObject({ reached: 5, censoredShare: 0.2, passBounds: { low: 1 / 3, high: 2 / 3 } })
    expect(documents?.passRate).toMatchObject({ successes: 1, trials: 2 })
    expect(documents?.yieldRate).toMatchObject({ successes: 1, trials: 4 })
    expect(documents?.withdrawalRate).toMatchObject({ successes: 2, trials: 4 })
    expect(documents?.applications).toMatchObject({
      WITHDRAWN_BEFORE: ['before'],
      WITHDRAWN_AFTER: ['after'],
      IN_PROCESS: ['open'],
    })
  })

  test('by event date count the results of the period, whenever the person applied', () => {
    const may = { ...april, basis: 'EVENT_DATE' as const, period: { from: day(31), until: day(62) } }
    const [documents] = stagePassages(histories, may)
    expect(documents?.applications.PASSED).toEqual(['may'])
    expect(documents?.applications.REJECTED).toEqual([])
    expect(documents?.applications.IN_PROCESS).toEqual(['open'])
  })

  test('the bounds hold whatever the undecided become', () => {
    const size = fc.nat({ max: 12 })
    fc.assert(
      fc.property(size, size, size, fc.infiniteStream(fc.boolean()), (passed, rejected, open, fate) => {
        fc.pre(passed + rejected + open > 0)
        const ended = (count: number, kind: StageEvent['kind']) =>
          Array.from({ length: count }, (_, index) =>
            applied(`${kind}${index}`, 1, [event('ENTERED', flow[0]!, 1), event(kind, flow[0]!, 20)]),
          )
        const waiting = Array.from({ length: open }, (_, index) =>
          applied(`open${index}`, 1, [
            event('ENTERED', flow[0]!, 1),
            event([...fate.take(1)][0] ? 'PASSED' : 'REJECTED', flow[0]!, 50),
          ]),
        )
        const all = [...ended(passed, 'PASSED'), ...ended(rejected, 'REJECTED'), ...waiting]
        const early = stagePassages(all, { ...april, asOf: day(30) })[0]!
        const late = stagePassages(all, april)[0]!
        if (late.passRate.suppressed) throw new Error('everyone is decided by then')
        expect(late.passRate.value).toBeGreaterThanOrEqual(early.passBounds.low)
        expect(late.passRate.value).toBeLessThanOrEqual(early.passBounds.high)
      }),
    )
  })
})
