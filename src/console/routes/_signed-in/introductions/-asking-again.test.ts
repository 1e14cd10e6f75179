import { expect, test } from 'vitest'
import { askAgainAfter } from './-asking-again.ts'

test('a page asks again for a while after something was recorded, and then rests whatever came of it', () => {
  expect(askAgainAfter(undefined, 5_000)).toBe(false)
  expect(askAgainAfter(5_000, 5_000)).toBe(1_000)
  expect(askAgainAfter(5_000, 14_999)).toBe(1_000)
  expect(askAgainAfter(5_000, 15_000)).toBe(false)
})
