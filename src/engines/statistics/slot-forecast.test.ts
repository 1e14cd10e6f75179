import { describe, expect, test } from 'vitest'
import { seededRandom } from './random-draws.ts'
import { forecastSlots, type ForecastQuestion } from './slot-forecast.ts'

const question: ForecastQuestion = {
  counted: { events: 900, days: 90 },
  asked: { events: 60, days: 90 },
  freeByMonthsLeft: [0, 4, 0, 6],
  remainder: 3,
  referralsPerSlot: 10,
  slotExpiryMonths: 12,
  months: 12,
  seed: 7,
}

describe('draws', () => {
  test('have the means and variances of their distributions', () => {
    const random = seededRandom(1)
    const moments = (draw: () => number) => {
      const drawn = Array.from({ length: 20_000 }, draw)
      const mean = drawn.reduce((sum, one) => sum + one, 0) / drawn.length
      return { mean, variance: drawn.reduce((sum, one) => sum + (one - mean) ** 2, 0) / drawn.length }
    }
    for (const shape of [0.5, 3, 60.5]) {
      const { mean, variance } = moments(() => random.gamma(shape))
      expect(mean / shape).toBeCloseTo(1, 1)
      expect(variance / shape).toBeCloseTo(1, 1)
    }
    const { mean, variance } = moments(() => random.poisson(75))
    expect([mean / 75, variance / 75].map((one) => Math.round(one * 20) / 20)).toEqual([1, 1])
  })
})

describe('the forecast of slots', () => {
  test('is the same for the same seed, and each median lies in its interval', () => {
    const months = forecastSlots(question)
    expect(months).toEqual(forecastSlots(question))
    for (const month of months)
      for (const { low, median, high } of Object.values(month)) {
        expect(low).toBeLessThanOrEqual(median)
        expect(median).toBeLessThanOrEqual(high)
      }
  })

  test('grants at the pace of the referrals and asks at the pace of the requests', () => {
    const months = forecastSlots(question)
    const mean = (of: (month: (typeof months)[number]) => number) =>
      months.reduce((sum, month) => sum + of(month), 0) / months.length
    // 10 referrals a day make 30.4 slots a month; 0.67 requests a day are 20.3 a month.
    expect(mean(({ granted }) => granted.median)).toBeCloseTo(30.4, 0)
    expect(mean(({ asked }) => asked.median)).toBeCloseTo(20.3, 0)
  })

  test('is wide where little was seen, also where nothing was', () => {
    const width = (asked: ForecastQuestion['asked']) => {
      const [month] = forecastSlots({ ...question, asked, freeByMonthsLeft: Array.from({ length: 13 }, () => 100) })
      return (month?.asked.high ?? 0) - (month?.asked.low ?? 0)
    }
    expect(width({ events: 2, days: 3 })).toBeGreaterThan(2 * width({ events: 60, days: 90 }))
    expect(width({ events: 0, days: 30 })).toBeGreaterThan(0)
  })

  test('asks for no slot that is not there, and grants none before a debt is paid', () => {
    const empty = { ...question, counted: { events: 0, days: 10_000 }, freeByMonthsLeft: [2, 1], remainder: -500 }
    const months = forecastSlots(empty)
    expect(months.reduce((sum, { asked, expired }) => sum + asked.high + expired.high, 0)).toBeLessThanOrEqual(6)
    expect(months.every(({ granted }) => granted.high === 0)).toBe(true)
    expect(months.at(-1)?.owed.high).toBe(0)
  })
})
