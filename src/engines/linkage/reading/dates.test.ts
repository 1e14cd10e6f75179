import fc from 'fast-check'
import { expect, test } from 'vitest'
import { filled } from './blank.ts'
import { dateDigits, datePartsDigits, dayOrderOf } from './dates.ts'

test('one day is one value in whichever way it is written', () => {
  const ways = [
    '1850-03-12', '18500312', '18500312.0', '1850/3/12', '1850 03 12', '12/3/1850', '12.03.1850', '12-MAR-1850', '12MAR1850',
    '12 March 1850', '12th March, 1850', 'March 12, 1850', '1850 Mar 12', '12 mars 1850', '12. März 1850', '12 de marzo de 1850',
    '+1850-03-12T00:00:00Z', '1850-03-12 00:00:00', 'Tue Mar 12 1850', "'1850-03-12", '12031850',
    '1850. 03. 12.', '12.III.1850', '12 Mar 1850/1', '18500312000000', '1850-03-12 (calc)',
  ] // prettier-ignore
  expect(ways.map((way) => [way, dateDigits(way, 'DAY_FIRST')])).toEqual(ways.map((way) => [way, '18500312']))
})

test('what is not known of a date stays open, and a date of nothing is none', () => {
  const years = ['1850', '1850.0', 'c. 1850', 'abt 1850', '1850s', '1850?', '1850-1920', '1850/51', '1850-00-00', '1850-??-??', '1850-xx-xx'] // prettier-ignore
  for (const year of years) expect([year, dateDigits(year, 'DAY_FIRST')]).toEqual([year, '18500000'])
  for (const month of ['March 1850', '1850-03', '1850-03-00', '??/03/1850'])
    expect([month, dateDigits(month, 'DAY_FIRST')]).toEqual([month, '18500300'])
  for (const remark of ['Q1 1850', 'the spring of 1850', 'c1850'])
    expect([remark, dateDigits(remark, 'DAY_FIRST')]).toEqual([remark, '18500000'])
  for (const none of ['9999-12-31', '0001-01-01', '0000-00-00', 'unknown', '\\N', 'NaT', 'baker street'])
    expect([none, dateDigits(none, 'DAY_FIRST')]).toEqual([none, ''])
})

test('a year of two digits is of the last hundred years', () => {
  expect(dateDigits('2-Jan-80', 'DAY_FIRST')).toBe('19800102')
  expect(dateDigits('1/2/05', 'MONTH_FIRST')).toBe('20050102')
  expect(datePartsDigits('63', 'May', '')).toBe('19630500')
})

test('days counted by a spreadsheet and years of two digits in front are dates', () => {
  for (const text of ['27838', '27838.0', '760319', '76-03-19', '76/3/19'])
    expect([text, dateDigits(text, 'DAY_FIRST')]).toEqual([text, '19760319'])
  expect(dateDigits('03/1976', 'DAY_FIRST')).toBe('19760300')
})

test('five digits that stand for no date are none, or everybody without a birth would be born on one day', () => {
  for (const text of ['00000', '99999', '99999.0', '01234'])
    expect([text, dateDigits(text, 'DAY_FIRST')]).toEqual([text, ''])
})

test('a mistyped day is kept as it is written', () => {
  expect(dateDigits('19809102', 'DAY_FIRST')).toBe('19809102')
  expect(dateDigits('1980-02-31', 'DAY_FIRST')).toBe('19800231')
})

test('years of two digits tell the order of day and month too', () => {
  expect(dayOrderOf(['1/2/80', '4/25/80'])).toBe('MONTH_FIRST')
  expect(dayOrderOf(['01.02.1980', '25.04.1980'])).toBe('DAY_FIRST')
})

test('any text makes eight digits or nothing', () => {
  const unit = fc.constantFrom(...Array.from('0123456789-/. ?xc年JanMay,st'))
  fc.assert(
    fc.property(fc.string({ unit, maxLength: 14 }), fc.constantFrom('DAY_FIRST', 'MONTH_FIRST'), (text, order) => {
      expect(dateDigits(text, order)).toMatch(/^(?:\d{8})?$/)
    }),
    { numRuns: 3000 },
  )
})

test('what programs and people write for nothing is nothing, and short names are names', () => {
  const nothing = ['NULL', '(null)', 'NA', '#N/A', '<NA>', '\\N', 'nan', '--', '?', 'not known', 'n.k.', '不明', 'xxxx']
  for (const cell of nothing) expect([cell, filled(cell)]).toEqual([cell, ''])
  for (const cell of ['Na Li', 'Ng', 'X', 'Nan Hua', 'Null-Meier', '0', 'Noname']) expect(filled(cell)).toBe(cell)
})
