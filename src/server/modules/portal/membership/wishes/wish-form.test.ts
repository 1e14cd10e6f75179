import { expect, test } from 'vitest'
import { tenThousands } from './wish-form.ts'

test.each([
  ['500', 500],
  ['５００', 500],
  ['５００万', 500],
  ['500万円', 500],
  [' 1,200 万円 ', 1200],
  ['5,000,000円', 500],
  ['￥5,000,000', 500],
])('a salary typed as “%s” is understood', (typed, amount) => {
  expect(tenThousands(typed)).toBe(amount)
})

test('what is no amount is told, and an empty field says nothing', () => {
  expect(tenThousands(' ')).toBeUndefined()
  for (const typed of ['たくさん', '-500', '500〜600', '5000001円', '500億'])
    expect(tenThousands(typed), typed).toBeNull()
})
