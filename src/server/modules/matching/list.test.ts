import { expect, test } from 'vitest'
import { facet, facetWords } from './list.ts'

const words = (value: string) => ({ ja: value, en: value })

test('a facet tells how many of those who fit have no value, so that the counts add up', () => {
  const rows = [{ places: '13', people: 12 }, { places: '27', people: 11 }, { people: 20 }] as const
  const found = facet('places', rows, {
    valueOf: (row) => ('places' in row ? row.places : undefined),
    countOf: ({ people }) => people,
    words,
  })
  expect(found).toMatchObject({
    values: [
      { value: '13', count: 12 },
      { value: '27', count: 11 },
    ],
    unknown: 20,
  })
})

test('values beyond those that are listed are not called unknown', () => {
  const counts = Array.from({ length: 60 }, (_, at) => ({ value: `v${at}`, count: 2 }))
  const { values, unknown } = facetWords('region', counts, { of: 125, words })
  expect([values.length, unknown]).toEqual([50, 5])
})
