import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Candidate, Opening } from '../index.ts'
import {
  emptyPool,
  facetCounts,
  isUntidy,
  matchOpening,
  poolSize,
  put,
  remove,
  surveyOf,
  tidied,
  topOf,
} from '../index.ts'
import { asOf } from '../testing.ts'
import { candidates, openings } from './testing.ts'

const ageOf = (id: string) => (id < '8' ? 30 : id < 'c' ? 70 : undefined)
const facetsOf = ({ prefecture, stageReached }: Candidate) => ({ prefecture, stage: stageReached })

function poolOf(people: readonly Candidate[]) {
  const pool = emptyPool()
  for (const candidate of people) put(pool, { candidate, facets: facetsOf(candidate) })
  return pool
}

/** Enough for several blocks; the same every time. */
const crowd = fc.sample(fc.uniqueArray(candidates, { selector: ({ id }) => id, minLength: 2000, maxLength: 2000 }), {
  numRuns: 1,
  seed: 7,
})[0]!
const asked = fc.sample(openings, { numRuns: 32, seed: 11 })

const ranked = (opening: Opening, people: readonly Candidate[], limit = 50) =>
  matchOpening(opening, people, { asOf, ageOf })
    .matches.slice(0, limit)
    .map(({ candidateId, score, parts }) => ({
      id: candidateId,
      score,
      contributions: Object.fromEntries(parts.map(({ part, contribution }) => [part, contribution])),
    }))

describe('the pool', () => {
  const pool = poolOf(crowd)
  const tidy = tidied(pool)

  test('finds exactly those whom comparing everybody finds, in the same order and with the same parts', () => {
    for (const opening of asked) {
      const expected = ranked(opening, crowd)
      const question = { asOf, ageOf, limit: 50 }
      expect(topOf(pool, opening, question)).toEqual(expected)
      expect(topOf(tidy, opening, question)).toEqual(expected)
      expect(topOf(tidy, opening, { ...question, isPruned: false })).toEqual(expected)
      for (const { score, contributions } of expected)
        expect(Object.values(contributions).reduce((sum, part) => sum + part, 0)).toBe(score)
    }
  })

  test('says of whoever does not fit why, and how many more there would be, as comparing everybody does', () => {
    for (const opening of asked) {
      const { matches, excluded, nearMisses } = matchOpening(opening, crowd, { asOf, ageOf })
      const survey = surveyOf(tidy, opening, { ageOf })
      expect(survey.fitting).toBe(matches.length)
      expect(survey.known).toBe(matches.filter(({ isKnown }) => isKnown).length)
      const counts = Map.groupBy(
        excluded.flatMap(({ failed }) => failed),
        ({ condition }) => condition,
      )
      expect(new Map(survey.excluded.map(({ condition, count }) => [condition, count]))).toEqual(
        new Map([...counts].map(([condition, all]) => [condition, all.length])),
      )
      const told = (misses: readonly { relaxation: object; gained: number }[]) =>
        misses.map(({ relaxation, gained }) => JSON.stringify([relaxation, gained])).toSorted()
      expect(told(survey.nearMisses)).toEqual(told(nearMisses))
    }
  })

  test('counts facets over those who fit, and narrows by them', () => {
    for (const opening of asked.slice(0, 20)) {
      const fitting = new Set(ranked(opening, crowd, crowd.length).map(({ id }) => id))
      const counted = facetCounts(tidy, opening, { names: ['prefecture', 'stage'], ageOf })
      const inOsaka = crowd.filter(({ id, prefecture }) => fitting.has(id) && prefecture === '27')
      expect(counted['prefecture']!.find(({ value }) => value === '27')?.count ?? 0).toBe(inOsaka.length)
      const only = { prefecture: '27' }
      expect(
        topOf(tidy, opening, { asOf, ageOf, limit: 5000, only })
          .map(({ id }) => id)
          .toSorted(),
      ).toEqual(inOsaka.map(({ id }) => id).toSorted())
      expect(surveyOf(tidy, opening, { ageOf, only }).narrowed).toBe(inOsaka.length)
    }
  })

  test('without ranking lists those who fit, those changed last first', () => {
    const byId = new Map(crowd.map((candidate) => [candidate.id, candidate]))
    for (const opening of asked.slice(0, 10)) {
      const listed = topOf(tidy, opening, { asOf, ageOf, limit: 40, order: 'NEWEST' })
      const days = listed.map(({ id }) => Math.floor(byId.get(id)!.updatedAt.getTime() / 86_400_000))
      expect(days).toEqual(days.toSorted((a, b) => b - a))
      expect(listed.every(({ score, contributions }) => score === 0 && contributions === undefined)).toBe(true)
    }
  })
})

test('changes made one by one leave the same pool as one built from the end, and are seen at once', () => {
  const change = fc.record({ at: fc.nat({ max: 29 }), next: fc.option(candidates, { nil: undefined }) })
  fc.assert(
    fc.property(fc.array(change, { maxLength: 80 }), openings, (changes, opening) => {
      const pool = emptyPool()
      const held = new Map<string, Candidate>()
      for (const { at, next } of changes) {
        const id = `person ${at}`
        if (next === undefined) {
          held.delete(id)
          remove(pool, id)
          continue
        }
        held.set(id, { ...next, id })
        put(pool, { candidate: { ...next, id }, facets: facetsOf(next) })
      }
      const people = [...held.values()]
      const question = { asOf, ageOf, limit: 100 }
      expect(poolSize(pool)).toBe(people.length)
      expect(topOf(pool, opening, question)).toEqual(ranked(opening, people, 100))
      expect(topOf(tidied(pool), opening, question)).toEqual(topOf(poolOf(people), opening, question))
    }),
  )
})

test('a pool in which most slots were given up says so, and tidying gives them back', () => {
  const pool = poolOf(crowd.slice(0, 600))
  for (const candidate of crowd.slice(0, 400)) put(pool, { candidate })
  expect(isUntidy(pool)).toBe(true)
  const tidy = tidied(pool)
  expect(isUntidy(tidy)).toBe(false)
  expect(tidy.slots).toBe(600)
})
