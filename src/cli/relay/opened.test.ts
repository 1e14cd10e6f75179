import { expect, test } from 'vitest'
import { everyPage } from './opened.ts'

test('every page is read, each from where the one before it ended', async () => {
  const all = ['a', 'b', 'c', 'd', 'e']
  const asked: (string | undefined)[] = []
  const read = everyPage((before) => {
    asked.push(before)
    const from = before === undefined ? 0 : all.indexOf(before) + 1
    const items = all.slice(from, from + 2)
    return Promise.resolve({ items, nextCursor: from + 2 < all.length ? (items.at(-1) ?? null) : null })
  })
  expect(await read).toEqual(all)
  expect(asked).toEqual([undefined, 'b', 'd'])
})
