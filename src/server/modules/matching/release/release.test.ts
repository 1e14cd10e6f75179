import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check, explain } from '../../../../engines/anonymity/index.ts'
import { networkGate, networkK } from './recoding.ts'
import { publishedColumns, release, releaseOne, type AnonymousFacts } from './release.ts'
import { stillAnonymous } from '../testing.ts'

const someone = (facts: Partial<AnonymousFacts> = {}): AnonymousFacts => ({
  occupation: 'sales',
  places: ['13'],
  remote: null,
  salaryMin: 4_000_000,
  startFrom: null,
  terms: ['PERMANENT'],
  skills: ['法人営業'],
  ...facts,
})

const facts = fc.record({
  occupation: fc.constantFrom(null, 'sales', 'it', 'hr', 'manufacturing'),
  places: fc.uniqueArray(fc.constantFrom('13', '14', '27', '01'), { maxLength: 2 }),
  remote: fc.constantFrom(null, 'PARTLY', 'FULLY'),
  salaryMin: fc.constantFrom(null, 4_000_000, 4_500_000, 9_000_000),
  startFrom: fc.constantFrom(null, '2026-04-01'),
  terms: fc.constantFrom<string[]>([], ['PERMANENT']),
  skills: fc.uniqueArray(fc.constantFrom('Java', 'SQL', '法人営業', '経理'), { maxLength: 3 }),
})

describe('a release', () => {
  test('shows every combination of values for eleven people or more, whoever is in the network', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(facts, { maxLength: 60 }), async (people) => {
        const rows = (await release(people)).map((published) => ({ published }))
        const shown = rows.filter(({ published }) => published !== null)
        expect(stillAnonymous(rows)).toHaveLength(shown.length)
        const checked = check(
          people,
          rows.map(({ published }) => published),
          networkGate,
        )
        expect(checked.violations).toBe(0)
        expect(shown.length === 0 || shown.length >= networkK).toBe(true)
        for (const { published } of shown)
          for (const column of Object.keys(published ?? {})) expect(publishedColumns).toContain(column)
      }),
      { numRuns: 200 },
    )
  })

  test('says of one person beforehand what the whole release then shows, with the same reasons', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(facts, { minLength: 1, maxLength: 40 }), async (people) => {
        const whole = await release(people)
        const alone = releaseOne(people, people.length - 1)
        expect(alone.at(-1)).toEqual(whole.at(-1))
        const said = (published: typeof whole) => explain(people, published, networkGate).at(-1)?.columns
        expect(said(alone)).toEqual(said(whole))
      }),
      { numRuns: 100 },
    )
  })

  test('never tells a salary that is everybody’s of the class', async () => {
    const same = await release(Array.from({ length: 20 }, () => someone()))
    expect(same.every((row) => row !== null && !('salary' in row))).toBe(true)
    const various = Array.from({ length: 20 }, (_, at) => someone({ salaryMin: 4_000_000 + (at % 2) * 500_000 }))
    expect((await release(various))[0]).toMatchObject({ salary: expect.stringContaining('万円') })
  })

  test('of a small and mixed network tells the occupation of everyone it shows', async () => {
    const titles = ['it', 'it', 'sales', 'hr', 'manufacturing']
    const people = Array.from({ length: 40 }, (_, at) =>
      someone({
        occupation: titles[at % titles.length]!,
        places: [String((at % 13) + 8).padStart(2, '0')],
        remote: ['PARTLY', 'FULLY', null][at % 3]!,
        salaryMin: 4_000_000 + (at % 4) * 500_000,
        skills: [['Java', 'SQL'], ['法人営業'], ['採用']][at % 3]!,
      }),
    )
    const shown = (await release(people)).filter((row) => row !== null)
    // Eight in manufacturing are too few to be shown, and eight in sales stand with eight in personnel.
    expect(shown).toHaveLength(32)
    expect(new Set(shown.map(({ occupation }) => occupation))).toEqual(new Set(['it', 'family:business']))
  })
})
