import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byGroup, wholeNetwork, type Exchange } from './fairness.ts'
import { limitHealth, limitMonths } from './health-limits.ts'

const k = 11
type Company = { size: string; region: string; exchange: Exchange }

function limitedOf(companies: readonly Company[]) {
  const whole = wholeNetwork(companies.map(({ exchange }) => exchange))
  const by = (key: 'size' | 'region') =>
    byGroup(
      companies.map((one) => ({ key: one[key], exchange: one.exchange })),
      whole,
    )
  return limitHealth(whole, { size: by('size'), industry: by('size'), region: by('region'), mode: by('size') }, k)
}

const a = (size: string, region: string, exchange: Partial<Exchange>): Company => ({
  size,
  region,
  exchange: { given: 0, refused: 0, received: 0, unanswered: 0, ...exchange },
})

describe('what the operator is told of the health of the network', () => {
  test('withholds a small count, what would give it away, and every rate made from it', () => {
    const { groups } = limitedOf([
      ...Array.from({ length: 3 }, () => a('SMALL', 'KANTO', { given: 10, received: 1, unanswered: 40 })),
      ...Array.from({ length: 3 }, () => a('LARGE', 'KANTO', { given: 40, received: 20, unanswered: 40 })),
      ...Array.from({ length: 3 }, () => a('MIDDLE', 'KANTO', { given: 40, received: 30, unanswered: 40 })),
    ])
    const small = groups.size.find(({ key }) => key === 'SMALL')
    expect(small).toMatchObject({ given: 30, received: null, perTen: { value: null, of: null }, stands: null })
    expect(small?.accepted).toEqual({ of: null, value: null, interval: null })
    expect(groups.size.filter(({ received }) => received === null).length).toBeGreaterThan(1)
  })

  test('tells no count of 1 to k − 1, and never one alone that a sum gives away', () => {
    const exchange = fc.record({ given: fc.nat(30), refused: fc.nat(9), received: fc.nat(12), unanswered: fc.nat(12) })
    const company = fc.record({
      size: fc.constantFrom('A', 'B', 'C'),
      region: fc.constantFrom('KANTO', 'KANSAI'),
      exchange,
    })
    fc.assert(
      fc.property(fc.array(company, { minLength: 1, maxLength: 12 }), (companies) => {
        const { whole, groups } = limitedOf(companies)
        for (const key of ['given', 'received'] as const) {
          for (const one of [whole, ...groups.size, ...groups.region])
            expect(one[key] === null || one[key] === 0 || one[key] >= k).toBe(true)
          for (const all of [groups.size, groups.region]) {
            const hidden = all.filter((one) => one[key] === null).length
            if (whole[key] !== null) expect(hidden).not.toBe(1)
          }
        }
      }),
    )
  })

  test('tells the months without giving one away by their sum', () => {
    expect(limitMonths([0, 40, 3, 50], k)).toEqual([0, null, null, 50])
    expect(limitMonths([0, 40, 13, 50], k)).toEqual([0, 40, 13, 50])
  })
})
