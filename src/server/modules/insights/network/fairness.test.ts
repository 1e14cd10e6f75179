import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { byGroup, minimum, wholeNetwork, type Exchange } from './fairness.ts'

const an = (exchange: Partial<Exchange>): Exchange => ({
  given: 0,
  refused: 0,
  received: 0,
  unanswered: 0,
  ...exchange,
})
const of = (key: string | null, count: number, exchange: Partial<Exchange>) =>
  Array.from({ length: count }, () => ({ key, exchange: an(exchange) }))

describe('fairness over groups of companies', () => {
  test('calls a group low only where its whole interval lies below the network', () => {
    const all = [...of('SMALL', 5, { given: 100, received: 2 }), ...of('LARGE', 5, { given: 100, received: 14 })]
    const whole = wholeNetwork(all.map(({ exchange }) => exchange))
    const groups = byGroup(all, whole)
    expect(groups.map(({ key, stands }) => [key, stands])).toEqual([
      ['SMALL', 'LOW'],
      ['LARGE', 'HIGH'],
    ])
    const alike = [...of('SMALL', 5, { given: 100, received: 7 }), ...of('LARGE', 5, { given: 100, received: 9 })]
    const both = byGroup(alike, wholeNetwork(alike.map(({ exchange }) => exchange)))
    expect(both.map(({ stands }) => stands)).toEqual(['UNCLEAR', 'UNCLEAR'])
  })

  test('says nothing of one or two companies, nor of too few referrals or requests', () => {
    const all = [
      ...of('ONE', 2, { given: 500, received: 50, unanswered: 50 }),
      ...of('FEW', 4, { given: 4, received: 1 }),
    ]
    const groups = byGroup(all, wholeNetwork(all.map(({ exchange }) => exchange)))
    for (const group of groups)
      expect([group.perTen.value, group.accepted.value, group.stands]).toEqual([null, null, null])
  })

  test('gives no verdict where a single group can be judged: there is nothing to compare it with', () => {
    const untold = of(null, 4, { given: 100, received: 9 })
    const judged = (all: typeof untold) => byGroup(all, wholeNetwork(all.map(({ exchange }) => exchange)))
    expect(judged(untold)).toMatchObject([{ companies: 4, stands: null }])
    expect(judged(untold)[0]?.perTen.value).not.toBeNull()
    const withFew = judged([...untold, ...of('FEW', 1, { given: 100, received: 1 })])
    expect(withFew.map(({ stands }) => stands)).toEqual([null, null])
  })

  test('loses no company, no referral and no introduction over the groups', () => {
    const one = fc.record({
      key: fc.constantFrom('A', 'B', 'C', null),
      exchange: fc.record({ given: fc.nat(90), refused: fc.nat(9), received: fc.nat(9), unanswered: fc.nat(9) }),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), (all) => {
        const whole = wholeNetwork(all.map(({ exchange }) => exchange))
        const groups = byGroup(all, whole)
        for (const total of ['companies', 'given', 'received'] as const)
          expect(groups.reduce((sum, group) => sum + (group[total] ?? 0), 0)).toBe(whole[total])
        for (const group of groups) {
          if (group.companies < minimum.companies) expect(group.perTen.interval).toBeNull()
          const { value, interval } = group.perTen
          if (value !== null && interval) expect(interval.low <= value && value <= interval.high).toBe(true)
        }
      }),
    )
  })
})
