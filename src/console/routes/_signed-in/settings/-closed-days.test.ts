import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readClosedDays, writeClosedDays } from './-closed-days.ts'

describe('closed days', () => {
  test('are read one to a line, alone or as a stretch, in the ways people write them', () => {
    const text = ['2026-12-29 〜 2027-01-03', '2027/5/6', '２０２７年８月１３日～２０２７年８月１５日', ''].join('\n')
    expect(readClosedDays(text)).toEqual({
      days: [
        '2026-12-29',
        '2026-12-30',
        '2026-12-31',
        '2027-01-01',
        '2027-01-02',
        '2027-01-03',
        '2027-05-06',
        '2027-08-13',
        '2027-08-14',
        '2027-08-15',
      ],
      unread: [],
    })
  })

  test('that make no sense are named, and the others are kept', () => {
    expect(readClosedDays('お盆\n2027-02-30\n2027-08-20 〜 2027-08-10\n2027-08-13\n2027-01-01 〜 2027-12-31')).toEqual({
      days: ['2027-08-13'],
      unread: ['お盆', '2027-02-30', '2027-08-20 〜 2027-08-10', '2027-01-01 〜 2027-12-31'],
    })
  })

  test('are the same after they were written out and read again', () => {
    const day = fc
      .integer({ min: 0, max: 400 })
      .map((offset) => new Date(Date.UTC(2026, 11, 1 + offset * 3 - (offset % 2))).toISOString().slice(0, 10))
    fc.assert(
      fc.property(fc.uniqueArray(day, { maxLength: 40 }), (days) => {
        expect(readClosedDays(writeClosedDays(days)).days).toEqual(days.toSorted())
      }),
    )
  })
})
