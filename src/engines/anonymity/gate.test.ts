import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check, column, explain, publish, UNSTATED, type Gate } from './index.ts'

type Row = { name: string; place: string | null; salary: number | null; skills: readonly string[] }

/** A gate over a place with a region, a sensitive salary in steps, and a set; the name is in no column. */
const gateOf = (k: number, l: number): Gate<Row> => ({
  k,
  l,
  columns: [
    column<Row, string | null>(
      { name: 'place', worth: 3 },
      {
        of: ({ place }) => place ?? UNSTATED,
        join: (one, other) => (one === other ? one : one?.[0] === other?.[0] ? (one?.[0] ?? null) : null),
        loss: (value) => (value === null ? 1 : value.length === 1 ? 0.5 : 0),
        say: (value) => value,
      },
    ),
    column<Row, readonly [number, number] | null>(
      { name: 'salary', worth: 1, isSensitive: true, isBanded: true },
      {
        of: ({ salary }) => (salary === null ? null : [Math.floor(salary / 100), Math.floor(salary / 100) + 1]),
        join: (one, other) => one && other && [Math.min(one[0], other[0]), Math.max(one[1], other[1])],
        loss: (value) => (value === null ? 1 : (value[1] - value[0]) / 10),
        say: (value) => value && `${value[0]}-${value[1]}`,
      },
    ),
    column<Row, readonly string[]>(
      { name: 'skills', worth: 2 },
      {
        of: ({ skills }) => skills,
        join: (one, other) => one.filter((skill) => other.includes(skill)),
        loss: (value) => 1 - value.length / 3,
        say: (value) => value.join(',') || null,
      },
    ),
  ],
})

const row: fc.Arbitrary<Row> = fc.record({
  name: fc.string({ maxLength: 5 }),
  place: fc.constantFrom(null, 'a1', 'a2', 'b1', 'b2'),
  salary: fc.option(fc.integer({ min: 200, max: 999 })),
  skills: fc.subarray(['x', 'y', 'z']),
})
const tables = fc.array(row, { maxLength: 24, size: 'max' })

describe('a release of the gate', () => {
  test('breaks neither k nor l, and tells only what is true, in 10,000 random tables', () => {
    let violations = 0
    fc.assert(
      fc.property(tables, fc.constantFrom(2, 3, 5, 11), fc.constantFrom(1, 2, 3), (rows, k, l) => {
        const gate = gateOf(k, l)
        const published = publish(rows, gate)
        const judged = check(rows, published, gate)
        violations += judged.violations
        expect(judged.highestRisk).toBeLessThanOrEqual(1 / k)
        for (const [at, shown] of published.entries()) {
          const { place, salary, skills } = rows[at]!
          const { place: region, salary: band, skills: common, ...more } = shown ?? {}
          expect(more).toEqual({})
          if (region !== undefined && region !== UNSTATED) expect(place?.startsWith(region)).toBe(true)
          if (common !== undefined) expect(skills).toEqual(expect.arrayContaining(common.split(',')))
          const [from = 0, until = 0] = band?.split('-').map(Number) ?? []
          if (band !== undefined) expect(salary! >= from * 100 && salary! < until * 100).toBe(true)
        }
      }),
      { numRuns: 10_000 },
    )
    expect(violations).toBe(0)
  })

  test('says of each value why it is shown as it is, and among how many, whatever the table', () => {
    fc.assert(
      fc.property(tables, fc.constantFrom(2, 5), (rows, k) => {
        const gate = gateOf(k, 2)
        const published = publish(rows, gate)
        for (const [at, { people, columns }] of explain(rows, published, gate).entries()) {
          expect(people === 0 || people >= k).toBe(true)
          expect(people === 0).toBe(published[at] === null)
          expect(Object.keys(columns)).toEqual(['place', 'salary', 'skills'])
          for (const [name, { shown, cause, alike }] of Object.entries(columns)) {
            expect(shown).toBe(published[at]?.[name] ?? null)
            expect(alike).toBeGreaterThan(0)
            if (cause === 'AS_STATED' || cause === 'BANDED') expect(people).toBeGreaterThanOrEqual(k)
            if (cause === 'RARE_VALUE') expect(alike).toBeLessThan(k)
            if (cause === 'ROW_WITHHELD' || cause === 'TOO_LITTLE_DIVERSITY') expect(shown).toBeNull()
          }
        }
      }),
      { numRuns: 500 },
    )
  })

  test('coarsens what is rare, withholds what all of a class share of the sensitive, and leaves the common as it is', () => {
    const made = (place: string, salary: number): Row => ({ name: 'x', place, salary, skills: ['x'] })
    const rows = [...[1, 2, 3, 4].map(() => made('a1', 520)), made('b1', 300), made('b2', 400), made('b2', 410)]
    const gate = gateOf(3, 2)
    const published = publish(rows, gate)
    expect(published[0]).toEqual({ place: 'a1', skills: 'x' })
    expect(published[4]).toEqual({ place: 'b', salary: '3-5', skills: 'x' })
    const [first, , , , rare] = explain(rows, published, gate)
    expect(first).toMatchObject({
      people: 4,
      columns: { place: { cause: 'AS_STATED', alike: 4 }, salary: { shown: null, cause: 'TOO_LITTLE_DIVERSITY' } },
    })
    expect(rare).toMatchObject({
      people: 3,
      columns: { place: { shown: 'b', cause: 'RARE_VALUE', alike: 1 }, salary: { cause: 'RARE_VALUE' } },
    })
  })

  test('shows nothing of the few', () => {
    const rows: Row[] = [{ name: 'x', place: 'a1', salary: null, skills: [] }]
    expect(publish(rows, gateOf(5, 2))).toEqual([null])
    expect(explain(rows, [null], gateOf(5, 2))[0]).toMatchObject({
      people: 0,
      columns: { place: { cause: 'ROW_WITHHELD' }, salary: { cause: 'NOT_STATED' } },
    })
  })
})

describe('check', () => {
  test('counts the classes that break the rules, and says the risk', () => {
    const rows: Row[] = ['a1', 'a1', 'a1', 'b1'].map((place) => ({ name: 'x', place, salary: 500, skills: [] }))
    const published = rows.map(({ place }) => ({ place: place! }))
    expect(check(rows, published, gateOf(2, 1))).toEqual({
      smallestClass: 1,
      violations: 1,
      highestRisk: 1,
      averageRisk: 0.5,
    })
    const told = rows.slice(0, 3).map(() => ({ salary: '5-6' }))
    expect(check(rows.slice(0, 3), told, gateOf(2, 2)).violations).toBe(1)
    expect(check([], [], gateOf(5, 2))).toMatchObject({ violations: 0, highestRisk: 0 })
  })
})
