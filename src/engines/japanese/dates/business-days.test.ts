import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addBusinessDays,
  addBusinessDaysToDay,
  businessDaysBetween,
  defaultSendWindow,
  inSendWindow,
  isBusinessDay,
  nextSendWindow,
} from './business-days.ts'

const tokyo = { zone: 'Asia/Tokyo' }
const at = (text: string): Date => new Date(text)

describe('business days', () => {
  it('skip weekends and the holidays between', () => {
    // 2026-09-21 to 23 are 敬老の日, a citizens' holiday between two others, and 秋分の日.
    expect(addBusinessDaysToDay('2026-09-18', 3)).toBe('2026-09-28')
    expect(addBusinessDays(at('2026-09-18T10:30:00+09:00'), 3, tokyo)).toEqual(at('2026-09-28T10:30:00+09:00'))
  })

  it('belong to the zone, not to the machine', () => {
    expect(addBusinessDays(at('2026-09-17T23:30:00Z'), 1, tokyo)).toEqual(at('2026-09-23T23:30:00Z'))
  })

  it('skip the days a company closes', () => {
    expect(addBusinessDaysToDay('2026-12-28', 1, new Set(['2026-12-29', '2026-12-30', '2026-12-31']))).toBe(
      '2027-01-04',
    )
  })

  it('counted forward are counted back', () => {
    const day = fc
      .date({ min: at('2000-01-01T00:00:00Z'), max: at('2049-01-01T00:00:00Z'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10))
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 15 }), (from, count) => {
        const end = addBusinessDaysToDay(from, count)
        return isBusinessDay(end) && businessDaysBetween(from, end) === count
      }),
    )
  })
})

describe('send window', () => {
  it('is open on weekdays from 9 to 18', () => {
    expect(inSendWindow(at('2026-09-18T09:00:00+09:00'))).toBe(true)
    expect(inSendWindow(at('2026-09-18T17:59:59+09:00'))).toBe(true)
    expect(inSendWindow(at('2026-09-18T18:00:00+09:00'))).toBe(false)
    expect(inSendWindow(at('2026-09-19T10:00:00+09:00'))).toBe(false)
    expect(inSendWindow(at('2026-09-21T10:00:00+09:00'))).toBe(false)
  })

  it('opens next on the morning of a working day', () => {
    expect(nextSendWindow(at('2026-09-18T18:00:00+09:00'))).toEqual(at('2026-09-24T09:00:00+09:00'))
    expect(nextSendWindow(at('2026-09-24T03:00:00+09:00'))).toEqual(at('2026-09-24T09:00:00+09:00'))
    expect(nextSendWindow(at('2026-09-24T12:00:00+09:00'))).toEqual(at('2026-09-24T12:00:00+09:00'))
  })

  it('that never opens is told', () =>
    expect(nextSendWindow(at('2026-09-24T03:00:00Z'), { ...defaultSendWindow, weekdays: [] })).toBeNull())

  it('keeps to the clock of a zone whose clocks change', () => {
    const newYork = { ...defaultSendWindow, zone: 'America/New_York' }
    expect(nextSendWindow(at('2026-03-08T12:00:00Z'), newYork)).toEqual(at('2026-03-09T13:00:00Z'))
  })
})
