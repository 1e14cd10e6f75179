import fc from 'fast-check'
import { expect, test } from 'vitest'
import { candidatesOf } from './blocking/candidates.ts'
import { cluster } from './clusters/clusters.ts'
import { wholeScorer } from './clusters/pair-sums.ts'
import { EdgeCollector } from './clusters/edges.ts'
import { blocksOf, learn } from './linking.ts'
import { namePartsOf, nameRoles, type WrittenName } from './reading/person-name.ts'
import { scorerOf } from './comparing/scorer.ts'
import { aDataset, someApplicants } from './testing.ts'
import { dateDigits } from './reading/dates.ts'
import { addressValues, employerValue, mailValue, phoneValue, regionValue } from './reading/values.ts'

const [header = [], ...rows] = someApplicants(60, 4).table
const model = (() => {
  const dataset = aDataset([header, ...rows])
  return learn(dataset, blocksOf(dataset))
})()

/** Records come one after the other in this order, each compared with those before it; told by their own numbers. */
function linkedInOrder(order: readonly number[]) {
  const dataset = aDataset([header, ...order.map((row) => rows[row]!)])
  const { score } = scorerOf(dataset, model)
  const earlierOf = candidatesOf(blocksOf(dataset).index, dataset.size)
  const edges = new EdgeCollector()
  const weights = new Map<string, number>()
  for (let record = 0; record < dataset.size; record++) {
    const { candidates, count } = earlierOf(record)
    for (const earlier of candidates.subarray(0, count)) {
      const weight = score(record, earlier)
      edges.add(earlier, record, weight)
      weights.set([order[record]!, order[earlier]!].toSorted((a, b) => a - b).join('-'), weight)
    }
  }
  const { clusters } = cluster(dataset.size, edges.finish(), wholeScorer(score), { threshold: 0, largest: 400 })
  const groups = Map.groupBy(order.keys(), (record) => clusters[record]!)
  const people = Array.from(groups.values(), (group) => group.map((record) => order[record]!).toSorted((a, b) => a - b))
  return { weights, people: people.map((group) => group.join(' ')).toSorted() }
}

test('records that come one by one in any order meet, weigh and join as all of them at once', () => {
  const atOnce = linkedInOrder([...rows.keys()])
  fc.assert(
    fc.property(fc.shuffledSubarray([...rows.keys()], { minLength: rows.length }), (order) => {
      const { weights, people } = linkedInOrder(order)
      expect([...weights.keys()].toSorted()).toEqual([...atOnce.weights.keys()].toSorted())
      for (const [pair, weight] of weights) expect(weight).toBeCloseTo(atOnce.weights.get(pair)!, 6)
      expect(people).toEqual(atOnce.people)
    }),
    { numRuns: 12 },
  )
})

test('whatever stands in a cell is read as something', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.string({
      unit: fc.constantFrom(...Array.from('髙橋ヤﾏﾀﾞ々〆ー・,.-/@+()0９年月日昭和RＨ丁目番号 \u3000\u200D\u0301😀aZé')),
    }),
  )
  const empty = Object.fromEntries(nameRoles.map((role) => [role, ''])) as WrittenName
  fc.assert(
    fc.property(cell, cell, fc.constantFrom(...nameRoles), fc.boolean(), (text, other, role, japanese) => {
      const { family, given, others, middle } = namePartsOf({ ...empty, name: other, [role]: text }, japanese)
      expect([family, given, middle, ...others].every((part) => typeof part === 'string')).toBe(true)
      expect(dateDigits(text, 'MONTH_FIRST')).toMatch(/^(?:\d{8})?$/)
      expect(phoneValue(text)).toMatch(/^(?:\+?\d{5,})?$/)
      for (const read of [mailValue, employerValue, regionValue]) expect(typeof read(text)).toBe('string')
      expect(Object.values(addressValues(text)).every((value) => typeof value === 'string')).toBe(true)
    }),
    { numRuns: 1500 },
  )
})
