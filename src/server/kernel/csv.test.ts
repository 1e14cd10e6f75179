import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { line } from './csv.ts'

test('what is written is read back, but for an apostrophe before a formula', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 5 }), (cells) => {
      const [read] = parse(line(cells)) as string[][]
      expect(read).toEqual(cells.map((cell) => cell.replace(/^(?=[=+\-@\t\r\n\0＝＋－＠])/, "'")))
    }),
  )
})

test('no cell begins as a formula, however it is written', () => {
  for (const sign of ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'])
    expect(line([`${sign}cmd|' /C calc'!A0`])).toMatch(/^"?'/)
  expect(line([-5])).toBe('-5\r\n')
})
