import fc from 'fast-check'
import { expect, test } from 'vitest'
import { replay, scaled, type Happened } from './what-if.ts'

const today = '2026-12-31'
const day = fc.integer({ min: 0, max: 364 }).map((n) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10))
const happened = fc.record({
  employerId: fc.constantFrom('a', 'b', 'c'),
  day,
  count: fc.integer({ min: 1, max: 12 }),
})
const rules = { referralsPerSlot: 10, slotExpiryMonths: 12, today }

test('ten counted referrals make a slot, company by company', () => {
  const counted = [
    { employerId: 'a', day: '2026-03-01', count: 9 },
    { employerId: 'b', day: '2026-03-01', count: 25 },
  ]
  expect(replay({ ...rules, counted, spent: [] })).toMatchObject({ granted: 2, owed: 2, spent: 0, expired: 0 })
})

test('a network younger than a season has the pace of the days that it has, once they are four weeks', () => {
  const began = (day: string) => replay({ ...rules, counted: [{ employerId: 'a', day, count: 50 }], spent: [] })
  expect(began('2026-11-12').perYear).toBe(36.5)
  expect(began('2026-12-10').perYear).toBeNull()
  const older = [
    { employerId: 'a', day: '2026-01-10', count: 1 },
    { employerId: 'a', day: '2026-12-01', count: 90 },
  ]
  expect(replay({ ...rules, counted: older, spent: [] }).perYear).toBe(36.5)
})

test('a slot that ended was not there for the introduction that took place', () => {
  const counted = [{ employerId: 'a', day: '2026-01-10', count: 10 }]
  const spent = [{ employerId: 'a', day: '2026-06-01', count: 1 }]
  expect(replay({ ...rules, counted, spent })).toMatchObject({ spent: 1, expired: 0, uncovered: 0 })
  const shorter = { ...rules, slotExpiryMonths: 3, counted, spent }
  expect(replay(shorter)).toMatchObject({ spent: 0, expired: 1, uncovered: 1 })
})

test('every slot granted is owed, spent or expired, whatever the order of days', () => {
  fc.assert(
    fc.property(
      fc.array(happened),
      fc.array(happened),
      fc.integer({ min: 1, max: 20 }),
      fc.integer({ min: 1, max: 24 }),
      (counted, spent, referralsPerSlot, slotExpiryMonths) => {
        const {
          granted,
          owed,
          spent: used,
          expired,
          uncovered,
        } = replay({
          counted,
          spent,
          referralsPerSlot,
          slotExpiryMonths,
          today,
        })
        expect(granted).toBe(owed + used + expired)
        expect(used + uncovered).toBe(spent.reduce((sum, { count }) => sum + count, 0))
      },
    ),
  )
})

test('asking fewer referrals for a slot never grants fewer slots', () => {
  fc.assert(
    fc.property(fc.array(happened), fc.integer({ min: 2, max: 20 }), (counted, rate) => {
      const at = (referralsPerSlot: number) => replay({ ...rules, counted, spent: [], referralsPerSlot }).granted
      expect(at(rate - 1)).toBeGreaterThanOrEqual(at(rate))
    }),
  )
})

test('a scaled history loses no more than what rounds away', () => {
  fc.assert(
    fc.property(fc.array(happened), fc.double({ min: 0, max: 1, noNaN: true }), (counted, share) => {
      const total = (all: readonly Happened[], of: string) =>
        all.filter(({ employerId }) => employerId === of).reduce((sum, { count }) => sum + count, 0)
      for (const employer of ['a', 'b', 'c'])
        expect(Math.abs(total(scaled(counted, share), employer) - total(counted, employer) * share)).toBeLessThan(1)
    }),
  )
})
