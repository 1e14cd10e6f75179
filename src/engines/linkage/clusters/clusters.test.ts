import { expect, test } from 'vitest'
import { cluster } from './clusters.ts'
import { wholeScorer } from './pair-sums.ts'
import { EdgeCollector } from './edges.ts'

const options = { threshold: 0, largest: 400 }

/** Clusters of records whose pairs weigh as listed; all others weigh -8. */
function clustersOf(size: number, pairs: readonly (readonly [number, number, number])[]): number[] {
  const edges = new EdgeCollector()
  for (const [one, other, weight] of pairs) edges.add(one, other, weight)
  const score = (one: number, other: number) =>
    pairs.find(([a, b]) => a === Math.min(one, other) && b === Math.max(one, other))?.[2] ?? -8
  return [...cluster(size, edges.finish(), wholeScorer(score), options).clusters]
}

test('one lucky pair is no bridge between two people', () => {
  const people = [0, 1, 2, 3, 4, 5].flatMap((one) =>
    [0, 1, 2, 3, 4, 5].flatMap((other) => (one < other && one % 2 === other % 2 ? [[one, other, 9] as const] : [])),
  )
  expect(clustersOf(6, [...people, [0, 1, 8]])).toEqual([0, 1, 0, 1, 0, 1])
})

test('who resembles one of the records of a person well is that person', () => {
  expect(clustersOf(4, [[0, 1, 9], [0, 2, 9], [1, 2, 9], [0, 3, 8], [1, 3, -1], [2, 3, -2]])).toEqual([0, 0, 0, 0]) // prettier-ignore
})

test('who is exactly as like one as another who is somebody else is joined with neither', () => {
  expect(clustersOf(3, [[0, 1, 3], [0, 2, 3]])).toEqual([0, 1, 2]) // prettier-ignore
  expect(clustersOf(3, [[0, 1, 3], [0, 2, 3], [1, 2, 5]])).toEqual([0, 0, 0]) // prettier-ignore
})

test('what a record lacks does not keep it from its person, where another record of that person has it', () => {
  // All have one name. Record 0 has an address and a mail, 1 to 7 the mail alone, 8 the address alone.
  const hasMail = (record: number) => record < 8
  const hasAddress = (record: number) => record === 0 || record === 8
  const levels = new Uint8Array([1, 0, 0])
  const scorer = {
    ids: ['name', 'mail', 'address'],
    prior: -8,
    look: (one: number, other: number) => {
      levels[1] = hasMail(one) && hasMail(other) ? 1 : 0
      levels[2] = hasAddress(one) && hasAddress(other) ? 1 : 0
      return { levels, chances: new Float32Array(3) }
    },
    weigh: () => Float64Array.of(6, levels[1]! * 9, levels[2]! * 5),
  }
  const edges = new EdgeCollector()
  for (let one = 0; one < 8; one++) for (let other = one + 1; other < 8; other++) edges.add(one, other, 7)
  edges.add(0, 8, 3)
  const whole = wholeScorer((one, other) => {
    scorer.look(one, other)
    return -8 + 6 + levels[1]! * 9 + levels[2]! * 5
  })
  const found = edges.finish()
  expect(cluster(9, found, whole, options).clusters[8]).toBe(8)
  expect(cluster(9, found, scorer, options).clusters[8]).toBe(0)
})

test('two people whose records agree in all but their births stay two, and one slip makes nobody another', () => {
  const levels = new Uint8Array(2)
  const linked = (births: readonly number[]) => {
    const scorer = {
      ids: ['name', 'birthDate'],
      prior: -8,
      look: (one: number, other: number) => {
        levels.set([1, births[one] === births[other] ? 1 : 5])
        return { levels, chances: new Float32Array(2) }
      },
      weigh: () => Float64Array.of(10, levels[1] === 1 ? 6 : -1),
    }
    const edges = new EdgeCollector()
    for (let one = 0; one < births.length; one++)
      for (let other = one + 1; other < births.length; other++)
        edges.add(one, other, births[one] === births[other] ? 8 : 1)
    return [...cluster(births.length, edges.finish(), scorer, options).clusters]
  }
  expect(linked([1746, 1746, 1746, 1746, 1771, 1771, 1771])).toEqual([0, 0, 0, 0, 4, 4, 4])
  expect(linked([1746, 1746, 1746, 1746, 1747])).toEqual([0, 0, 0, 0, 0])
})
