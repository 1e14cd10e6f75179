import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { races, sexes, type ImpactStep } from '../../../contract/impact/impact.ts'
import { impactTables, type Person } from './table.ts'

const k = 11
type Made = Partial<Omit<Person, 'selected'>> & { selected?: Partial<Record<ImpactStep, number>> }
const people = (count: number, { selected, ...person }: Made): Person[] =>
  Array.from({ length: count }, () => ({
    sex: null,
    race: null,
    assessed: 1,
    ...person,
    selected: { SCORED: 0, SHOWN: 0, ASKED: 0, INTRODUCED: 0, ...selected },
  }))
const lineOf = (all: readonly Person[], kind: 'SEX' | 'RACE', key: string, minimumShare = 0) =>
  impactTables(all, { k, minimumShare })
    .tables.find((table) => table.step === 'SCORED' && table.kind === kind)!
    .lines.find(({ sex, race }) => (kind === 'SEX' ? sex : race) === key)!
const scored = { SCORED: 1 }

describe('the tables of a report', () => {
  test('are those of the rule’s example where nobody is few, with what is not known counted', () => {
    const { tables, assessed } = impactTables(
      [
        ...people(667, { sex: 'MALE', selected: scored }),
        ...people(1390 - 667, { sex: 'MALE' }),
        ...people(555, { sex: 'FEMALE', selected: scored }),
        ...people(1181 - 555, { sex: 'FEMALE' }),
        ...people(150, {}),
        ...people(100, { selected: scored }),
      ],
      { k, minimumShare: 0 },
    )
    expect(assessed).toBe(2821)
    const sex = tables.find(({ step, kind }) => step === 'SCORED' && kind === 'SEX')!
    expect(sex.unknown).toBe(250)
    expect(sex.lines.map((line) => [line.sex, line.assessed, line.selected, line.ratio?.toFixed(3) ?? null])).toEqual([
      ['FEMALE', 1181, 555, '0.979'],
      ['MALE', 1390, 667, '1.000'],
      ['ANOTHER', 0, 0, null],
    ])
    expect(sex.lines.map(({ fourFifths, isReference }) => [fourFifths, isReference])).toEqual([
      ['NOT_BELOW', false],
      [null, true],
      [null, false],
    ])
  })

  test('count people, not lists: ten people ranked a hundred times each are few', () => {
    const all = [
      ...people(10, { sex: 'FEMALE', assessed: 100, selected: { SCORED: 50 } }),
      ...people(50, { sex: 'MALE', assessed: 10, selected: { SCORED: 5 } }),
      ...people(50, { assessed: 10, selected: { SCORED: 5 } }),
    ]
    expect(lineOf(all, 'SEX', 'FEMALE')).toMatchObject({ assessed: null, rate: null, leftOut: 'WITHHELD' })
  })

  test('leave a category below 2 % out of the ratios only where asked to, with its counts and rate', () => {
    const all = [
      ...people(600, { race: 'ASIAN', selected: scored }),
      ...people(600, { race: 'ASIAN' }),
      ...people(12, { race: 'WHITE', selected: scored }),
    ]
    expect(lineOf(all, 'RACE', 'WHITE')).toMatchObject({ ratio: 1, isReference: true })
    expect(lineOf(all, 'RACE', 'WHITE', 0.02)).toMatchObject({
      ratio: null,
      rate: 1,
      assessed: 12,
      leftOut: 'BELOW_MINIMUM_SHARE',
    })
  })

  test('tell no count of few, and no single one of a sum that the others give away', () => {
    const person = fc.record({
      sex: fc.option(fc.constantFrom(...sexes), { nil: null }),
      race: fc.option(fc.constantFrom('WHITE', 'ASIAN', 'BLACK_OR_AFRICAN_AMERICAN'), { nil: null }),
      many: fc.integer({ min: 1, max: 25 }),
      chosen: fc.integer({ min: 0, max: 25 }),
    })
    fc.assert(
      fc.property(fc.array(person, { maxLength: 14 }), (groups) => {
        const all = groups.flatMap(({ sex, race, many, chosen }) => [
          ...people(Math.min(many, chosen), { sex, race, selected: scored }),
          ...people(Math.max(0, many - chosen), { sex, race }),
        ])
        for (const { kind, lines, unknown } of impactTables(all, { k, minimumShare: 0 }).tables) {
          for (const { assessed, selected } of lines) {
            expect(assessed === null || assessed === 0 || assessed >= k).toBe(true)
            expect(selected === null || selected === 0 || selected >= k).toBe(true)
            if (assessed !== null && selected !== null)
              expect(assessed === selected || assessed - selected >= k).toBe(true)
            if (selected !== null) expect(assessed).not.toBeNull()
          }
          const told = impactTables(all, { k, minimumShare: 0 }).assessed
          const hidden = lines.filter(({ assessed }) => assessed === null)
          if (kind !== 'INTERSECTION' && told !== null && unknown !== null) expect(hidden.length).not.toBe(1)
        }
      }),
      { numRuns: 60 },
    )
  })

  test('have a line for every category, so that nobody is left out unseen', () => {
    const { tables } = impactTables([], { k, minimumShare: 0 })
    expect(tables).toHaveLength(12)
    expect(tables.map(({ lines }) => lines.length).slice(0, 3)).toEqual([3, races.length, races.length * 3])
  })
})
