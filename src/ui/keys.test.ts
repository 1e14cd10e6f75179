import { expect, test } from 'vitest'
import { keyOf } from './keys.ts'

test('a letter is the same shortcut with Caps Lock on', () => {
  expect(keyOf({ key: 'S', shiftKey: false })).toBe('s')
  expect(keyOf({ key: 's', shiftKey: false })).toBe('s')
  expect(keyOf({ key: 'S', shiftKey: true })).toBe('S')
  expect(keyOf({ key: 'ArrowDown', shiftKey: false })).toBe('ArrowDown')
})
