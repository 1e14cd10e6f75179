import fc from 'fast-check'
import { expect, test } from 'vitest'
import { aroundChanges, lineDiff } from './line-diff.ts'

test('a line that changed is told as gone and added, in its place', () => {
  expect(lineDiff('a\nb\nc', 'a\nB\nc\nd')).toEqual([
    { kind: 'SAME', text: 'a' },
    { kind: 'GONE', text: 'b' },
    { kind: 'ADDED', text: 'B' },
    { kind: 'SAME', text: 'c' },
    { kind: 'ADDED', text: 'd' },
  ])
  expect(lineDiff('', 'a')).toEqual([{ kind: 'ADDED', text: 'a' }])
})

test('either text can be read out of the lines', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1, maxLength: 12 })
    .map((all) => all.join('\n'))
  const of = (lines: ReturnType<typeof lineDiff>, kind: string) =>
    lines.filter((one) => one.kind === 'SAME' || one.kind === kind).map((one) => one.text)
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = lineDiff(before, after)
      expect(of(lines, 'GONE').join('\n')).toBe(before)
      expect(of(lines, 'ADDED').join('\n')).toBe(after)
    }),
  )
})

test('what stays far from every change is counted instead of shown', () => {
  const before = Array.from({ length: 20 }, (_, at) => `line ${at}`)
  const shown = aroundChanges(lineDiff(before.join('\n'), before.with(10, 'other').join('\n')))
  expect(shown[0]).toEqual({ kind: 'LEFT_OUT', lines: 8 })
  expect(shown.map(({ kind }) => kind).join(' ')).toBe('LEFT_OUT SAME SAME GONE ADDED SAME SAME LEFT_OUT')
})
