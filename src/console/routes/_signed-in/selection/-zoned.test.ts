import { expect, test } from 'vitest'
import { instantOf, wallClock } from './-zoned.ts'

test('a time entered is the time that clocks of the company’s zone show', () => {
  expect(instantOf({ day: '2026-04-01', time: '09:30' }, 'Asia/Tokyo')).toBe('2026-04-01T00:30:00.000Z')
  expect(instantOf({ day: '2026-07-01', time: '09:30' }, 'Europe/Berlin')).toBe('2026-07-01T07:30:00.000Z')
  expect(instantOf({ day: '2026-03-29', time: '03:30' }, 'Europe/Berlin')).toBe('2026-03-29T01:30:00.000Z')
  expect(wallClock('2026-03-31T15:05:00Z', 'Asia/Tokyo')).toEqual({ day: '2026-04-01', time: '00:05' })
})
