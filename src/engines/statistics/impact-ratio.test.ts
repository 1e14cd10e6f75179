import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aboveMedian, impactRatios } from './impact-ratio.ts'
import { ratioInterval } from './ratio-interval.ts'

type Row = readonly [category: string, trials: number, successes: number]
const counts = (rows: readonly Row[]) => rows.map(([category, trials, successes]) => ({ category, trials, successes }))
const rounded = (rows: readonly Row[], digits: number) =>
  impactRatios({ categories: counts(rows) }).categories.map(({ ratio }) => Number(ratio?.toFixed(digits)))

describe('impact ratios', () => {
  // The counts and ratios of the example to 6 RCNY § 5-301 (b).
  test('are those of the rule’s own example of selection', () => {
    const sex: Row[] = [
      ['MALE', 1390, 667],
      ['FEMALE', 1181, 555],
    ]
    expect(rounded(sex, 3)).toEqual([1, 0.979])
    const race: Row[] = [
      ['HISPANIC', 408, 204],
      ['WHITE', 797, 412],
      ['BLACK', 390, 170],
      ['PACIFIC', 119, 52],
      ['ASIAN', 616, 302],
      ['NATIVE', 41, 18],
      ['TWO', 213, 96],
    ]
    expect(rounded(race, 2)).toEqual([0.97, 1, 0.84, 0.85, 0.95, 0.85, 0.87])
    const both: Row[] = [
      ['HISPANIC/MALE', 205, 90],
      ['HISPANIC/FEMALE', 190, 82],
      ['WHITE/MALE', 412, 215],
      ['BLACK/MALE', 226, 95],
      ['PACIFIC/MALE', 87, 37],
      ['ASIAN/MALE', 321, 167],
      ['NATIVE/MALE', 24, 11],
      ['TWO/MALE', 115, 52],
      ['WHITE/FEMALE', 385, 197],
      ['BLACK/FEMALE', 164, 75],
      ['PACIFIC/FEMALE', 32, 15],
      ['ASIAN/FEMALE', 295, 135],
      ['NATIVE/FEMALE', 17, 7],
      ['TWO/FEMALE', 98, 44],
    ]
    expect(rounded(both, 3)).toEqual([
      0.841, 0.827, 1, 0.806, 0.815, 0.997, 0.878, 0.866, 0.981, 0.876, 0.898, 0.877, 0.789, 0.86,
    ])
  })

  // The example to § 5-301 (c) prints rates of whole people: 54.3 % of 92 are 50, 44.7 % of 76 are 34.
  test('are those of the rule’s own example of scoring', () => {
    const sex: Row[] = [
      ['MALE', 92, 50],
      ['FEMALE', 76, 34],
    ]
    expect(rounded(sex, 2)).toEqual([1, 0.82])
    const race: Row[] = [
      ['HISPANIC', 28, 18],
      ['WHITE', 40, 15],
      ['BLACK', 32, 16],
      ['PACIFIC', 8, 5],
      ['ASIAN', 24, 10],
      ['NATIVE', 16, 10],
      ['TWO', 20, 10],
    ]
    expect(rounded(race, 2)).toEqual([1, 0.58, 0.78, 0.97, 0.65, 0.97, 0.78])
  })

  test('leave out a category of less than 2 % with its counts and rate, and say why', () => {
    const { categories, reference } = impactRatios({
      minimumShare: 0.02,
      categories: counts([
        ['A', 1000, 500],
        ['B', 1000, 300],
        ['C', 39, 39],
        ['D', 0, 0],
      ]),
    })
    expect(reference).toBe('A')
    expect(categories.map(({ ratio, rate, leftOut }) => [ratio, rate, leftOut])).toEqual([
      [1, 0.5, null],
      [0.6, 0.3, null],
      [null, 1, 'BELOW_MINIMUM_SHARE'],
      [null, null, 'NOBODY'],
    ])
  })

  test('are not made from withheld counts, nor where nobody was selected', () => {
    const withheld = impactRatios({
      categories: [
        { category: 'A', trials: 100, successes: 50 },
        { category: 'B', trials: 100, successes: null },
      ],
    })
    expect(withheld.categories[1]).toMatchObject({ rate: null, ratio: null, leftOut: 'WITHHELD' })
    const nobody = impactRatios({ categories: counts([['A', 100, 0]]) })
    expect(nobody).toMatchObject({ reference: null, categories: [{ leftOut: 'NOBODY_SELECTED', rate: 0 }] })
  })

  test('give a four-fifths verdict only where the interval allows one', () => {
    const verdicts = (rows: Row[]) => impactRatios({ categories: counts(rows) }).categories.map((one) => one.fourFifths)
    // The rule's scoring example: 0.82 of 76 people is neither.
    expect(
      verdicts([
        ['MALE', 92, 50],
        ['FEMALE', 76, 34],
      ]),
    ).toEqual([null, 'UNCLEAR'])
    expect(
      verdicts([
        ['MALE', 1390, 667],
        ['FEMALE', 1181, 555],
      ]),
    ).toEqual([null, 'NOT_BELOW'])
    expect(
      verdicts([
        ['MALE', 500, 250],
        ['FEMALE', 500, 150],
      ]),
    ).toEqual([null, 'BELOW'])
    expect(
      verdicts([
        ['MALE', 5, 4],
        ['FEMALE', 5, 1],
      ]),
    ).toEqual([null, 'UNCLEAR'])
  })

  test('divide by the highest rate: none exceeds one, and the reference is among them', () => {
    const row = fc.tuple(fc.nat(200), fc.nat(200)).map(([a, b]): Row => ['', Math.max(a, b), Math.min(a, b)])
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const named = rows.map(([, trials, successes], at): Row => [String(at), trials, successes])
        const { categories, reference } = impactRatios({ categories: counts(named) })
        for (const { ratio, ratioInterval: interval } of categories) {
          if (ratio !== null) expect(ratio).toBeLessThanOrEqual(1)
          if (ratio !== null && interval)
            expect(interval.low <= ratio + 1e-9 && ratio <= interval.high + 1e-9).toBe(true)
        }
        expect(reference === null).toBe(rows.every(([, , successes]) => successes === 0))
      }),
    )
  })
})

describe('the interval of a ratio', () => {
  const between = (first: readonly [number, number], second: readonly [number, number]) =>
    ratioInterval({
      first: { successes: first[0], trials: first[1] },
      second: { successes: second[0], trials: second[1] },
    })

  test('holds the true ratio as often as it says', () => {
    // Exact: every outcome of 40 and 50 trials with its probability, true proportions .4 and .5.
    const binomial = (n: number, p: number) => {
      const chances = [(1 - p) ** n]
      for (let k = 1; k <= n; k += 1) chances.push(chances[k - 1]! * ((n - k + 1) / k) * (p / (1 - p)))
      return chances
    }
    let covered = 0
    for (const [x, chance] of binomial(40, 0.4).entries())
      for (const [y, other] of binomial(50, 0.5).entries()) {
        if (chance * other < 1e-12) continue
        const { low, high } = between([x, 40], [y, 50])
        if (low <= 0.8 && 0.8 <= high) covered += chance * other
      }
    expect(covered).toBeGreaterThan(0.94)
    expect(covered).toBeLessThan(0.965)
  })

  test('turns over with its sides, and knows no end where nothing is known', () => {
    const one = between([30, 100], [50, 100])
    const other = between([50, 100], [30, 100])
    expect(one.low).toBeCloseTo(1 / other.high, 6)
    expect(one.high).toBeCloseTo(1 / other.low, 6)
    expect(between([0, 20], [10, 20])).toMatchObject({ low: 0 })
    expect(between([0, 20], [10, 20]).high).toBeLessThan(0.6)
    expect(between([10, 20], [0, 20]).high).toBe(Number.POSITIVE_INFINITY)
    expect(between([10, 20], [0, 20]).low).toBeGreaterThan(1)
    expect(between([0, 20], [0, 20])).toEqual({ low: 0, high: Number.POSITIVE_INFINITY })
    expect(between([0, 0], [5, 20])).toEqual({ low: 0, high: Number.POSITIVE_INFINITY })
  })
})

test('a score is above the median only where it exceeds it', () => {
  expect(aboveMedian([])).toEqual([])
  expect(aboveMedian([3, 1, 2])).toEqual([true, false, false])
  expect(aboveMedian([4, 1, 2, 3])).toEqual([true, false, false, true])
  expect(aboveMedian([5, 5, 5, 1])).toEqual([false, false, false, false])
})
