import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applicationStates } from '../../../../contract/selection/selection-terms.ts'
import { whyNoLetter, type Facts } from './eligibility.ts'

const at = new Date('2026-06-10T03:00:00Z')
const days = (count: number) => new Date(at.getTime() + count * 86_400_000)

const rejected: Facts = {
  kind: 'AUTO',
  state: 'REJECTED',
  endedAt: days(-1),
  endLive: true,
  isAgencys: false,
  lettersOnSince: days(-30),
  hasBasis: true,
  isTold: false,
  isErased: false,
  isInProcessElsewhere: false,
  hasAddress: true,
  suppression: null,
  isStopRequested: false,
}

describe('a letter', () => {
  test('goes to whom the company rejected', () => {
    expect(whyNoLetter(rejected, at)).toBeNull()
  })

  test.each<[Partial<Facts>, string]>([
    [{ state: 'WITHDRAWN' }, 'WITHDRAWN'],
    [{ state: 'OFFER_DECLINED' }, 'WITHDRAWN'],
    [{ state: 'ON_HOLD' }, 'ON_HOLD'],
    [{ state: 'OFFERED' }, 'OFFERED'],
    [{ state: 'OFFER_ACCEPTED' }, 'OFFERED'],
    [{ state: 'HIRED' }, 'HIRED'],
    [{ state: 'CLOSED_DUPLICATE' }, 'DUPLICATE'],
    [{ state: 'ACTIVE', endedAt: null }, 'NOT_ENDED'],
    [{ isErased: true }, 'ERASED'],
    [{ isTold: true }, 'ALREADY_TOLD'],
    [{ endLive: false }, 'HISTORY'],
    [{ lettersOnSince: null }, 'LETTERS_OFF'],
    [{ endedAt: days(-31) }, 'BEFORE_SWITCH_ON'],
    [{ endedAt: days(-15) }, 'TOO_LATE'],
    [{ hasBasis: false }, 'NO_BASIS'],
    [{ isInProcessElsewhere: true }, 'IN_PROCESS_ELSEWHERE'],
    [{ isAgencys: true }, 'AGENCY'],
    [{ hasAddress: false }, 'NO_ADDRESS'],
    [{ suppression: 'HARD_BOUNCE' }, 'BOUNCED'],
    [{ suppression: 'COMPLAINT' }, 'COMPLAINED'],
    [{ suppression: 'UNSUBSCRIBE' }, 'OPTED_OUT'],
    [{ suppression: 'UNREACHABLE' }, 'UNREACHABLE'],
    [{ isStopRequested: true }, 'STOP_REQUESTED'],
  ])('never goes where %j', (facts, reason) => {
    expect(whyNoLetter({ ...rejected, ...facts }, at)).toBe(reason)
  })

  test('of a campaign reaches history, and stops at everything else', () => {
    const history = {
      ...rejected,
      kind: 'CAMPAIGN' as const,
      endLive: false,
      endedAt: days(-900),
      lettersOnSince: null,
    }
    expect(whyNoLetter(history, at)).toBeNull()
    expect(whyNoLetter({ ...history, isTold: true }, at)).toBe('ALREADY_TOLD')
    expect(whyNoLetter({ ...history, hasBasis: false }, at)).toBe('NO_BASIS')
  })

  const anyFacts: fc.Arbitrary<Facts> = fc.record({
    kind: fc.constantFrom('AUTO', 'CAMPAIGN'),
    state: fc.constantFrom(...applicationStates),
    endedAt: fc.option(fc.integer({ min: -400, max: 0 }).map(days)),
    endLive: fc.boolean(),
    isAgencys: fc.boolean(),
    lettersOnSince: fc.option(fc.integer({ min: -400, max: 0 }).map(days)),
    hasBasis: fc.boolean(),
    isTold: fc.boolean(),
    isErased: fc.boolean(),
    isInProcessElsewhere: fc.boolean(),
    hasAddress: fc.boolean(),
    suppression: fc.constantFrom(null, 'HARD_BOUNCE' as const, 'COMPLAINT' as const, 'UNSUBSCRIBE' as const),
    isStopRequested: fc.boolean(),
  })

  test('goes only where every single condition holds, and no further bar ever lets one go', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        if (whyNoLetter(facts, at) !== null) return
        expect(facts).toMatchObject({
          state: 'REJECTED',
          isTold: false,
          isErased: false,
          isAgencys: false,
          isInProcessElsewhere: false,
          hasBasis: true,
          hasAddress: true,
          suppression: null,
          isStopRequested: false,
        })
        const bars: Partial<Facts>[] = [
          { isTold: true },
          { isErased: true },
          { isAgencys: true },
          { isInProcessElsewhere: true },
          { hasBasis: false },
          { hasAddress: false },
          { isStopRequested: true },
        ]
        for (const bar of bars) expect(whyNoLetter({ ...facts, ...bar }, at)).not.toBeNull()
        if (facts.kind === 'AUTO') {
          expect(facts.endLive).toBe(true)
          expect(facts.endedAt! >= facts.lettersOnSince!).toBe(true)
          expect(at.getTime() - facts.endedAt!.getTime()).toBeLessThanOrEqual(14 * 86_400_000)
        }
      }),
    )
  })
})
