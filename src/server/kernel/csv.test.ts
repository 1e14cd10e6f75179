import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cell } from './csv.ts'

test('no text of any script begins a cell as a formula', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'),
      fc.string({ unit: 'grapheme' }),
      (first, rest) => {
        expect(cell(`${first}${rest}`).replace(/^"/, '')).toMatch(/^'/)
      },
    ),
  )
})

test('a number stays one, and quotes are doubled', () => {
  expect([cell(-3), cell('さ"く"ら'), cell(null), cell('a,b')]).toEqual(['-3', '"さ""く""ら"', '', '"a,b"'])
})
