import { expect, test } from 'vitest'
import { adopted } from './adoption.ts'
import { cluster } from './clusters.ts'
import { wholeScorer } from './pair-sums.ts'
import { EdgeCollector } from './edges.ts'

type Pair = readonly [one: number, other: number, weight: number]

/** Who is whose after adoption, of people with three records each that are sure, some pairs as listed and the rest far apart. */
function adoptedOf({ people, size, pairs }: { people: number; size: number; pairs: readonly Pair[] }): number[] {
  const own = Array.from({ length: people }, (_, nth) => nth * 3).flatMap((first): Pair[] => [
    [first, first + 1, 15], [first, first + 2, 15], [first + 1, first + 2, 15],
  ]) // prettier-ignore
  const all = [...own, ...pairs]
  const edges = new EdgeCollector()
  for (const [one, other, weight] of all) edges.add(one, other, weight)
  const weights = new Map(all.map(([one, other, weight]) => [`${one} ${other}`, weight]))
  const scorer = wholeScorer((one, other) => weights.get(`${Math.min(one, other)} ${Math.max(one, other)}`) ?? -20)
  const found = edges.finish()
  const { clusters } = cluster(size, found, scorer, { threshold: 0, largest: 400 })
  return [...adopted(clusters, { edges: found, scorer, threshold: 0 })]
}

const toPerson = (record: number, person: number, weight: number): Pair[] =>
  [0, 1, 2].map((nth) => [person * 3 + nth, record, weight] as const)

test('who has nowhere else to go, where nobody stands alone, is taken in on little evidence', () => {
  expect(adoptedOf({ people: 40, size: 121, pairs: toPerson(120, 7, -2) })[120]).toBe(21)
})

test('who could be either of two is taken in by neither', () => {
  const either = [...toPerson(120, 7, -2), ...toPerson(120, 9, -2.4)]
  expect(adoptedOf({ people: 40, size: 121, pairs: either })[120]).toBe(120)
})

test('where most people have one record, little evidence stays little', () => {
  expect(adoptedOf({ people: 40, size: 400, pairs: toPerson(120, 7, -2) })[120]).toBe(120)
})

test('two who stand alone and have only each other are one', () => {
  expect(adoptedOf({ people: 40, size: 122, pairs: [[120, 121, -2]] })[121]).toBe(120)
})
