import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  ageHierarchy,
  dateHierarchy,
  employerHierarchy,
  generalise,
  isAnonymous,
  isDiverse,
  prefectureHierarchy,
  regionOf,
  salaryHierarchy,
  skillHierarchy,
  SUPPRESSED,
} from './index.ts'
import type { AnonymityRules, SourceRow } from './index.ts'

const quasiIdentifiers = {
  age: ageHierarchy,
  prefecture: prefectureHierarchy,
  salary: salaryHierarchy,
  joined: dateHierarchy,
  skills: skillHierarchy((skill) => ({ TypeScript: 'web', React: 'web', Go: 'server', 経理: 'office' })[skill]),
}
const columns = Object.keys(quasiIdentifiers)
const rulesFor = (k: number, l = 1): AnonymityRules => ({ quasiIdentifiers, sensitive: ['stage'], k, l })

const row: fc.Arbitrary<SourceRow> = fc.record({
  name: fc.string(),
  age: fc.oneof(fc.integer({ min: 18, max: 70 }), fc.constant(null)),
  prefecture: fc.integer({ min: 1, max: 47 }).map((code) => String(code).padStart(2, '0')),
  salary: fc.integer({ min: 2_000_000, max: 12_000_000 }),
  joined: fc.constantFrom('2024-01-15', '2025-04-01', '2025-05-01', '2026-04-01'),
  skills: fc.subarray(['TypeScript', 'React', 'Go', '経理', '溶接']),
  stage: fc.constantFrom('DOCUMENT', 'INTERVIEW', 'FINAL'),
})

const person = (given: SourceRow = {}): SourceRow => ({
  age: 32,
  prefecture: '13',
  salary: 5_200_000,
  joined: '2025-04-01',
  skills: ['React'],
  stage: 'FINAL',
  ...given,
})

describe('an anonymous table', () => {
  test('hides everyone among k and shows l values, in hundreds of random tables', () => {
    const tables = fc.array(row, { maxLength: 60, size: 'max' })
    fc.assert(
      fc.property(tables, fc.constantFrom(2, 5, 11), fc.constantFrom(1, 2, 3), (source, k, l) => {
        const { rows, report } = generalise(source, rulesFor(k, l))
        expect(isAnonymous(rows, { columns, k }).anonymous).toBe(true)
        expect(isDiverse(rows, { columns, sensitive: ['stage'], l })).toBe(true)
        expect(report.withheldRows + rows.length).toBe(source.length)
        expect(report.check.highestRisk).toBeLessThanOrEqual(1 / k)
      }),
      { numRuns: 300 },
    )
  })

  test('publishes only values that are true of their row', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40, size: 'max' }), (source) => {
        for (const { sourceIndex, values } of generalise(source, rulesFor(3)).rows) {
          const { age, prefecture } = source[sourceIndex]!
          const possible = ageHierarchy.levels.map((level) => level.of(age ?? null))
          expect([...possible, SUPPRESSED]).toContain(values['age'])
          expect(['13', prefecture, regionOf(prefecture!), '東日本', '西日本', SUPPRESSED]).toContain(
            values['prefecture'],
          )
          expect(Object.keys(values).toSorted()).toEqual([...columns, 'stage'].toSorted())
        }
      }),
    )
  })

  test('leaves the common precise and coarsens the rare, saying what and why', () => {
    const common = Array.from({ length: 10 }, () => person())
    const rare = Array.from({ length: 5 }, (_, index) => person({ prefecture: index % 2 ? '46' : '47' }))
    const { rows, report } = generalise([...common, ...rare], rulesFor(5))
    expect(rows[0]!.values).toEqual({
      age: '30-34',
      prefecture: '13',
      salary: '500-600万円',
      joined: '2025-Q2',
      skills: 'web',
      stage: 'FINAL',
    })
    expect(rows.at(-1)!.values).toMatchObject({ age: '30-34', prefecture: '九州・沖縄' })
    expect(report.coarsenings).toEqual([{ column: 'prefecture', level: 'region', cause: 'RARE_VALUE', rows: 5 }])
    expect(report.published['prefecture']).toEqual({ prefecture: 10, region: 5 })
  })

  test('drops every column that no rule names, and withholds the few who cannot be hidden', () => {
    const few = [person({ name: '佐藤', note: 'x' }), person({ name: '鈴木' })]
    const { rows, report } = generalise(few, rulesFor(5))
    expect(rows).toEqual([])
    expect(report).toMatchObject({ withheldRows: 2, dropped: ['name', 'note'] })
  })

  test('draws others in rather than publish a group of one', () => {
    const source = [
      ...Array.from({ length: 9 }, () => person()),
      person({ prefecture: '01', age: 64, joined: '1999-01-01' }),
    ]
    const { rows, report } = generalise(source, rulesFor(5))
    expect(rows).toHaveLength(10)
    expect(report.check).toMatchObject({ anonymous: true, smallestClass: 10 })
  })
})

describe('isAnonymous', () => {
  test('counts the classes that are too small and says the risk', () => {
    const rows = ['a', 'a', 'a', 'b'].map((value) => ({ values: { value } }))
    expect(isAnonymous(rows, { columns: ['value'], k: 2 })).toEqual({
      anonymous: false,
      smallestClass: 1,
      classesBelowK: 1,
      highestRisk: 1,
      averageRisk: 0.5,
    })
    expect(isAnonymous([], { columns: ['value'], k: 5 }).anonymous).toBe(true)
  })
})

describe('a hierarchy', () => {
  test('only ever joins values: what one level holds together, the next does too', () => {
    const samples: [typeof ageHierarchy, fc.Arbitrary<string | number | null>][] = [
      [ageHierarchy, fc.integer({ min: 0, max: 110 })],
      [salaryHierarchy, fc.integer({ min: 0, max: 30_000_000 })],
      [prefectureHierarchy, fc.integer({ min: 1, max: 47 })],
    ]
    for (const [{ levels }, values] of samples) {
      fc.assert(
        fc.property(values, values, (one, other) => {
          const same = levels.map(({ of }) => of(one) === of(other))
          expect(same).toEqual(same.toSorted((a, b) => Number(a) - Number(b)))
        }),
      )
    }
  })

  test('never names the employer', () => {
    const { levels } = employerHierarchy((employer) =>
      employer === '株式会社例' ? { industry: '製造', size: '300-999' } : undefined,
    )
    expect(levels.map(({ of }) => of('株式会社例'))).toEqual(['製造 300-999', '製造'])
    expect(levels[0]!.of('株式会社他')).toBe('不明')
  })
})
