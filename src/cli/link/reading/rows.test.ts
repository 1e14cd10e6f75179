import fc from 'fast-check'
import { expect, test } from 'vitest'
import { delimiterOf, rowSplitter } from './rows.ts'
import { encodingOf } from './text-file.ts'

function rowsOf(pieces: readonly string[], columns?: number): string[][] {
  const rows: string[][] = []
  const splitter = rowSplitter(',', (cells) => void rows.push(cells), columns)
  for (const piece of pieces) splitter.push(piece)
  splitter.end()
  return rows
}

test('quoted cells hold delimiters, quotes and line breaks, and blank lines are no rows', () => {
  expect(rowsOf(['a, b ,"c, ""d""\ne"\r\n\r\n', 'x,,\n'])).toEqual([
    ['a', 'b', 'c, "d"\ne'],
    ['x', '', ''],
  ])
})

test('a quote that is never closed costs its own line', () => {
  expect(rowsOf(['a,"b\nc,d\ne,f'])).toEqual([
    ['a', 'b'],
    ['c', 'd'],
    ['e', 'f'],
  ])
})

test('a quote that was left open does not reach to the next one over whole rows', () => {
  const rows = (count: number) => Array.from({ length: count }, (_, at) => [`${at}`, 'b', 'c'])
  const text = [...rows(3), ['"x', 'b', 'c'], ...rows(5), ['"y', 'b', 'c'], ['"a\nb"', 'c, d', 'e'], ...rows(2)]
  expect(
    rowsOf([text.map((row) => row.map((cell) => cell.replace('c, d', '"c, d"')).join(',')).join('\n')], 3),
  ).toEqual([...rows(3), ['x', 'b', 'c'], ...rows(5), ['y', 'b', 'c'], ['a\nb', 'c, d', 'e'], ...rows(2)])
})

test('rows come out alike however the text is cut into pieces', () => {
  const text = 'a,"b\nb",c\r\n"d""d",,é\n\n山,田,"😀"\n'
  fc.assert(
    fc.property(fc.array(fc.nat({ max: text.length })), (cuts) => {
      const places = [0, ...cuts.toSorted((one, other) => one - other), text.length]
      const pieces = places.slice(1).map((end, at) => text.slice(places[at], end))
      expect(rowsOf(pieces)).toEqual(rowsOf([text]))
    }),
  )
})

test('any text is read as some rows', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => Array.isArray(rowsOf([text]))))
})

test('delimiters and encodings are told from the head of a file', () => {
  expect(delimiterOf('a;b;c\n1,5;2;3\n')).toBe(';')
  expect(delimiterOf('a\tb\n1\t2\n')).toBe('\t')
  expect(encodingOf(Buffer.from('氏名\n髙橋'))).toBe('utf-8')
  expect(encodingOf(Buffer.from([0x8e, 0x81, 0x96, 0xbc, 0x0a, 0x8d, 0x82, 0x8b, 0xb4]))).toBe('shift_jis')
  expect(encodingOf(Buffer.from('caf\u00e9,Z\u00fcrich', 'latin1'))).toBe('windows-1252')
})
