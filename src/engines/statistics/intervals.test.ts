import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { comparedWith, differenceOfProportions, medianWithInterval, rate, wilsonInterval } from './index.ts'
import { criticalValue } from './normal-quantile.ts'

const proportion = fc
  .nat({ max: 400 })
  .chain((trials) => fc.nat({ max: trials }).map((successes) => ({ successes, trials })))

describe('the Wilson interval', () => {
  // Newcombe 1998, table I.
  test.each([
    [81, 263, 0.2553, 0.3662, 0.2535, 0.3682],
    [15, 148, 0.0624, 0.1605, 0.0598, 0.1644],
    [0, 20, 0, 0.1611, 0, 0.2005],
    [1, 29, 0.0061, 0.1718, 0.0018, 0.1963],
  ])('of %i in %i is the published one', (successes, trials, low, high, correctedLow, correctedHigh) => {
    const plain = wilsonInterval({ successes, trials })
    const corrected = wilsonInterval({ successes, trials }, { continuityCorrected: true })
    expect(plain.low).toBeCloseTo(low, 4)
    expect(plain.high).toBeCloseTo(high, 4)
    expect(corrected.low).toBeCloseTo(correctedLow, 4)
    expect(corrected.high).toBeCloseTo(correctedHigh, 4)
  })

  test('contains the observed rate, mirrors with failures, and widens with confidence and correction', () => {
    fc.assert(
      fc.property(proportion, ({ successes, trials }) => {
        const { low, high } = wilsonInterval({ successes, trials })
        const mirrored = wilsonInterval({ successes: trials - successes, trials })
        const surer = wilsonInterval({ successes, trials }, { confidence: 0.99 })
        const corrected = wilsonInterval({ successes, trials }, { continuityCorrected: true })
        expect(low).toBeGreaterThanOrEqual(0)
        expect(high).toBeLessThanOrEqual(1)
        if (trials > 0) expect(low <= successes / trials && successes / trials <= high).toBe(true)
        expect(mirrored.low).toBeCloseTo(1 - high, 9)
        expect(surer.low <= low && surer.high >= high).toBe(true)
        expect(corrected.low <= low + 1e-12 && corrected.high >= high - 1e-12).toBe(true)
      }),
    )
  })

  test('refuses counts that cannot be', () => {
    expect(() => wilsonInterval({ successes: 3, trials: 2 })).toThrow(RangeError)
    expect(() => wilsonInterval({ successes: 0.5, trials: 2 })).toThrow(RangeError)
  })

  test('uses the exact critical value', () => {
    expect(criticalValue(0.95)).toBeCloseTo(1.959963985, 8)
    expect(criticalValue(0.99)).toBeCloseTo(2.575829304, 8)
    expect(criticalValue(0.5)).toBeCloseTo(0.67448975, 8)
  })
})

describe('a rate', () => {
  test('below the minimum n is suppressed with its reason and without its successes', () => {
    expect(rate({ successes: 4, trials: 9, minimumN: 10 })).toEqual({
      suppressed: true,
      reason: 'BELOW_MINIMUM',
      trials: 9,
      minimumN: 10,
    })
    expect(rate({ successes: 0, trials: 0, minimumN: 0 })).toMatchObject({ suppressed: true, reason: 'NO_TRIALS' })
  })

  test('is called low only when its whole interval lies below the reference', () => {
    const few = rate({ successes: 2, trials: 10, minimumN: 10 })
    const many = rate({ successes: 20, trials: 100, minimumN: 10 })
    if (few.suppressed || many.suppressed) throw new Error('both have enough trials')
    expect(comparedWith(few, 0.4)).toBe('UNCLEAR')
    expect(comparedWith(many, 0.4)).toBe('LOW')
    expect(comparedWith(many, 0.05)).toBe('HIGH')
  })
})

describe('the difference of two proportions', () => {
  // Newcombe 1998, table II, method 10.
  test.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [10, 10, 0, 10, 0.6075, 1],
  ])('%i/%i − %i/%i has the published interval', (a, m, b, n, low, high) => {
    const found = differenceOfProportions({ first: { successes: a, trials: m }, second: { successes: b, trials: n } })
    expect(found.interval.low).toBeCloseTo(low, 4)
    expect(found.interval.high).toBeCloseTo(high, 4)
    expect(found.distinct).toBe(true)
  })

  test('changes its sign when the sides change places', () => {
    fc.assert(
      fc.property(proportion, proportion, (first, second) => {
        fc.pre(first.trials > 0 && second.trials > 0)
        const there = differenceOfProportions({ first, second })
        const back = differenceOfProportions({ first: second, second: first })
        expect(there.value).toBeCloseTo(-back.value, 12)
        expect(there.interval.low).toBeCloseTo(-back.interval.high, 12)
        expect(there.interval.low <= there.value && there.value <= there.interval.high).toBe(true)
      }),
    )
  })

  test('says nothing when one side is empty', () => {
    const found = differenceOfProportions({ first: { successes: 0, trials: 0 }, second: { successes: 1, trials: 2 } })
    expect(found.distinct).toBe(false)
    expect(found.value).toBeNaN()
  })
})

describe('the median', () => {
  test('of ten values has the order statistics 2 and 9 as its 95 % interval', () => {
    const found = medianWithInterval([10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
    expect(found).toMatchObject({ median: 5.5, count: 10, interval: { low: 2, high: 9 } })
    expect(found?.interval?.coverage).toBeCloseTo(0.9785, 4)
  })

  test('of fewer than six values has no 95 % interval, and of none no value', () => {
    expect(medianWithInterval([3, 1, 2, 5, 4])).toEqual({ median: 3, count: 5 })
    expect(medianWithInterval([])).toBeNull()
  })

  test('lies in its interval and reaches the confidence', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 6, maxLength: 2500 }), (values) => {
        const found = medianWithInterval(values)!
        expect(found.interval!.coverage).toBeGreaterThanOrEqual(0.95)
        expect(found.interval!.low <= found.median && found.median <= found.interval!.high).toBe(true)
      }),
    )
  })
})
