import { expect, test } from 'vitest'
import { readGrade } from './grades.ts'

test.each([
  ['A', 'STRONG_YES'],
  ['Ｂ', 'YES'],
  ['c', 'NO'],
  ['◎', 'STRONG_YES'],
  ['○', 'YES'],
  ['×', 'STRONG_NO'],
  ['5', 'STRONG_YES'],
  ['4', 'YES'],
  ['3', 'NO'],
  ['1', 'STRONG_NO'],
  ['strong yes', 'STRONG_YES'],
  ['見送り', 'NO'],
  ['A-', 'STRONG_YES'],
  ['9', null],
  ['検討中', null],
])('%s is read as %s', (raw, expected) => {
  expect(readGrade(raw)).toBe(expected)
})

test('a number out of four has no middle', () => {
  expect([1, 2, 3, 4].map((grade) => readGrade(grade, 4))).toEqual(['STRONG_NO', 'NO', 'YES', 'STRONG_YES'])
})
