import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageBand, ageOn, birthRange } from './age.ts'
import { formatEra, parseDate } from './dates.ts'

const someDay = fc
  .date({ min: new Date('1873-01-01T00:00:00Z'), max: new Date('2100-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('reading a date', () => {
  it.each([
    ['昭和43年1月30日', '1968-01-30'],
    ['S43.1.30', '1968-01-30'],
    ['S430130', '1968-01-30'],
    ['昭43.1.30', '1968-01-30'],
    ['平成元年5月1日', '1989-05-01'],
    ['㍻30年4月1日', '2018-04-01'],
    ['平成三十年五月一日', '2018-05-01'],
    ['R6.1.2', '2024-01-02'],
    ['1973/7/25', '1973-07-25'],
    ['１９７３年７月２５日', '1973-07-25'],
    ['19711118', '1971-11-18'],
    ['2025/01/16(木)', '2025-01-16'],
    ['July 25, 1973', '1973-07-25'],
    ['昭和64年1月7日', '1989-01-07'],
    ['令和元年5月1日', '2019-05-01'],
  ])('%s', (text, date) => expect(parseDate(text)).toEqual({ ok: true, date, precision: 'DAY', time: null }))

  it('keeps the time', () => expect(parseDate('2025-01-16 15:18')).toMatchObject({ date: '2025-01-16', time: '15:18' }))

  it('says how exact it is', () => {
    expect(parseDate('平成30年4月')).toMatchObject({ date: '2018-04-01', precision: 'MONTH' })
    expect(parseDate('2018年')).toMatchObject({ date: '2018-01-01', precision: 'YEAR' })
  })

  it.each([
    ['昭和64年1月8日', 'OUTSIDE_ERA'],
    ['平成1年1月7日', 'OUTSIDE_ERA'],
    ['令和元年4月30日', 'OUTSIDE_ERA'],
    ['平成32年1月1日', 'OUTSIDE_ERA'],
    ['2023-02-29', 'NO_SUCH_DAY'],
    ['20240230', 'NO_SUCH_DAY'],
    ['1975/13/1', 'NO_SUCH_DAY'],
    ['7/8/1973', 'AMBIGUOUS'],
    ['未定', 'NOT_A_DATE'],
    ['', 'EMPTY'],
  ])('refuses %s: %s', (text, reason) => expect(parseDate(text)).toEqual({ ok: false, reason }))

  it('reads back every day it writes by era', () => {
    fc.assert(
      fc.property(someDay, (day) => {
        expect(parseDate(formatEra(day))).toMatchObject({ ok: true, date: day })
      }),
    )
  })

  it('never throws and never rolls over', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1873, max: 2100 }),
        fc.integer({ min: 1, max: 13 }),
        fc.integer({ min: 1, max: 32 }),
        (year, month, date) => {
          const result = parseDate(`${year}/${month}/${date}`)
          return !result.ok || result.date.endsWith(`-${String(date).padStart(2, '0')}`)
        },
      ),
    )
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => typeof parseDate(text).ok === 'boolean'))
  })
})

describe('age', () => {
  it('rises on the birthday', () => {
    expect(ageOn('1990-05-02', '2024-05-01')).toBe(33)
    expect(ageOn('1990-05-02', '2024-05-02')).toBe(34)
    expect(ageOn('2000-02-29', '2023-02-28')).toBe(22)
    expect(ageOn('2000-02-29', '2023-03-01')).toBe(23)
    expect(ageOn('2030-01-01', '2024-01-01')).toBeNull()
  })
  it('has bands of five years', () => expect(ageBand(34)).toEqual({ from: 30, to: 34 }))
  it('tells the range of birth days', () => {
    const range = birthRange(40, '2026-06-15')
    expect(ageOn(range.to, '2026-06-15')).toBe(40)
    expect(ageOn('1985-06-16', '2026-06-15')).toBe(40)
  })
})
