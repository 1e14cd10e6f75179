import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { differenceOfProportions } from './difference.ts'
import { seededRandom } from './random-draws.ts'
import { compareSequentially, nothingSeen, peopleToTell, type Outcome } from './sequential-comparison.ts'

function drawn({ a, b, people, seed }: { a: number; b: number; people: number; seed: number }): Outcome[] {
  const random = seededRandom(seed)
  return Array.from({ length: people }, () => {
    const variant = random.uniform() < 0.5 ? 'A' : 'B'
    return { variant, success: random.uniform() < (variant === 'A' ? a : b) }
  })
}

const runs = 400
const seeds = Array.from({ length: runs }, (_, seed) => seed + 1)

describe('a comparison that is looked at after every person', () => {
  test.each([0.05, 0.3, 0.7])('claims a difference that is not there in at most 5 of 100, at %d', (rate) => {
    const claimed = seeds.filter(
      (seed) => compareSequentially(drawn({ a: rate, b: rate, people: 1_000, seed })).better !== null,
    )
    expect(claimed.length / runs).toBeLessThanOrEqual(0.05)
  })

  test('is needed: an interval made for one look, looked at ten times, claims more often than it says', () => {
    const claimed = seeds.filter((seed) => {
      const outcomes = drawn({ a: 0.3, b: 0.3, people: 1_000, seed })
      return Array.from({ length: 10 }, (_, look) => (look + 1) * 100).some((people) => {
        const { a, b } = compareSequentially(outcomes.slice(0, people))
        return differenceOfProportions({ first: a, second: b }).distinct
      })
    })
    expect(claimed.length / runs).toBeGreaterThan(0.1)
  })

  test('finds a difference that is there, and which is better', () => {
    const found = seeds
      .slice(0, 100)
      .map((seed) => compareSequentially(drawn({ a: 0.2, b: 0.4, people: 600, seed })).better)
    expect(found.filter((better) => better === 'B').length).toBeGreaterThan(90)
    expect(found).not.toContain('A')
  })

  test('bets fairly: without a difference the next person leaves its wealth, on average, as it is', () => {
    const outcomes = fc.array(fc.record({ variant: fc.constantFrom('A', 'B'), success: fc.boolean() }), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(outcomes, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (seen, rate) => {
        const before = compareSequentially(seen as Outcome[])
        let expected = 0
        for (const variant of ['A', 'B'] as const)
          for (const success of [true, false]) {
            const after = compareSequentially([{ variant, success }], {}, before)
            expected += 0.5 * (success ? rate : 1 - rate) * Math.exp(after.logWealth - before.logWealth)
          }
        expect(expected).toBeCloseTo(1, 10)
      }),
    )
  })

  test('that has said which is better goes on saying it', () => {
    const certain = compareSequentially(drawn({ a: 0.1, b: 0.6, people: 400, seed: 3 }))
    expect(certain.better).toBe('B')
    expect(compareSequentially(drawn({ a: 0.9, b: 0.1, people: 400, seed: 4 }), {}, certain).better).toBe('B')
  })
})

describe('how many more people it takes', () => {
  test('is fewer for a larger difference, and nobody once it is known', () => {
    const small = peopleToTell(nothingSeen, { a: 0.3, b: 0.4, most: 20_000 })
    const large = peopleToTell(nothingSeen, { a: 0.3, b: 0.5, most: 20_000 })
    expect(large).toBeLessThan(small ?? 0)
    const known = compareSequentially(drawn({ a: 0.1, b: 0.6, people: 400, seed: 3 }))
    expect(peopleToTell(known, { a: 0.1, b: 0.6, most: 20_000 })).toBe(0)
  })

  test('is not given where it would take more than anybody sends', () => {
    expect(peopleToTell(nothingSeen, { a: 0.3, b: 0.3, most: 300 })).toBeNull()
  })

  test('holds in about four cases of five', () => {
    const people = peopleToTell(nothingSeen, { a: 0.2, b: 0.4, most: 20_000 }) ?? 0
    const told = seeds.filter((seed) => compareSequentially(drawn({ a: 0.2, b: 0.4, people, seed })).better !== null)
    expect(told.length / runs).toBeGreaterThan(0.7)
    expect(told.length / runs).toBeLessThan(0.9)
  })
})
