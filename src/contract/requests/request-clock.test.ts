import { describe, expect, test } from 'vitest'
import { daysLeft } from './request-clock.ts'

const zone = 'Asia/Tokyo'
const dueAt = '2026-07-15T06:00:00.000Z'
const left = (now: string) => daysLeft({ dueAt, now: new Date(now), zone })

describe('the days left to answer a request', () => {
  test('are all of them on the day of arrival, and fewer only on the next day of the company', () => {
    expect(left('2026-07-01T06:00:00.000Z')).toBe(14)
    expect(left('2026-07-01T06:03:00.000Z')).toBe(14)
    expect(left('2026-07-01T14:59:59.000Z')).toBe(14)
    expect(left('2026-07-01T15:00:00.000Z')).toBe(13)
  })

  test('are none on the last day, and below zero as soon as it is late', () => {
    expect(left('2026-07-14T14:59:59.000Z')).toBe(1)
    expect(left('2026-07-15T06:00:00.000Z')).toBe(0)
    expect(left('2026-07-15T06:00:01.000Z')).toBe(-1)
    expect(left('2026-07-16T06:00:00.000Z')).toBe(-1)
    expect(left('2026-07-17T06:00:00.000Z')).toBe(-2)
  })
})
