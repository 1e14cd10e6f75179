import fc from 'fast-check'
import { expect, test } from 'vitest'
import { afterQuiet } from './quiet-hours.ts'

const japan = (text: string) => new Date(`${text}+09:00`)

test.each([
  ['2026-07-01T22:00:00', '2026-07-02T08:00:00'],
  ['2026-07-02T07:59:59', '2026-07-02T08:00:00'],
  ['2026-07-02T08:00:00', '2026-07-02T08:00:00'],
  ['2026-07-02T21:59:59', '2026-07-02T21:59:59'],
])('a mail of %s leaves at %s where nights are quiet', (at, leaves) => {
  expect(afterQuiet(japan(at), { from: 22, until: 8 })).toEqual(japan(leaves))
})

test('a mail waits at most a day, is never hastened, and leaves outside the quiet hours', () => {
  const hour = fc.integer({ min: 0, max: 23 })
  const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(hour, hour, moment, (from, until, at) => {
      fc.pre(from !== until)
      const leaves = afterQuiet(at, { from, until })
      const waits = leaves.getTime() - at.getTime()
      expect(waits).toBeGreaterThanOrEqual(0)
      expect(waits).toBeLessThan(86_400_000)
      expect(afterQuiet(leaves, { from, until })).toEqual(leaves)
    }),
  )
})
