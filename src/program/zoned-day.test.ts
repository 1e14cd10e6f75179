import { describe, expect, test } from 'vitest'
import { dayIn, instantOf, lastMomentBefore } from './zoned-day.ts'

describe('a day of the company’s zone', () => {
  test('begins nine hours earlier in Japan than in Greenwich', () => {
    expect(instantOf('2026-04-01', 'Asia/Tokyo')).toBe('2026-03-31T15:00:00.000Z')
    expect(instantOf('2026-04-01', 'Asia/Tokyo', 1)).toBe('2026-04-01T15:00:00.000Z')
  })
  test('is the last of a span that is kept until the day after', () => {
    const end = instantOf('2026-11-23', 'Asia/Tokyo', 1)
    expect(dayIn(new Date(lastMomentBefore(end)), 'Asia/Tokyo')).toBe('2026-11-23')
  })
  test('begins right on both sides of a change of the clocks', () => {
    expect(instantOf('2026-03-29', 'Europe/Berlin')).toBe('2026-03-28T23:00:00.000Z')
    expect(instantOf('2026-03-30', 'Europe/Berlin')).toBe('2026-03-29T22:00:00.000Z')
  })
})
