import { expect, test } from 'vitest'
import { placesFor } from './places.ts'

const busy = () => new Error('busy')
const rules = { atOnce: 2, mostWaiting: 3, longestWaitMs: 60_000, busy }
const turn = () => new Promise((resolve) => setImmediate(resolve))

/** Something that goes on until it is ended, and how often it began. */
function slow() {
  const ended = Promise.withResolvers<void>()
  let begun = 0
  const run = () => {
    begun += 1
    return ended.promise
  }
  return { run, end: ended.resolve, begun: () => begun }
}

test('whoever sends what takes long keeps one place alone, and others go on by the other', async () => {
  const inPlace = placesFor(rules)
  const theirs = slow()
  const both = [inPlace('A', theirs.run), inPlace('A', theirs.run)]
  await turn()
  expect(theirs.begun()).toBe(1)
  expect(await inPlace('B', async () => 'read')).toBe('read')
  expect(await inPlace('C', async () => 'read')).toBe('read')
  theirs.end()
  await Promise.all(both)
  expect(theirs.begun()).toBe(2)
})

test('who waited too long, and who comes while too many wait, is refused and takes no place', async () => {
  const inPlace = placesFor({ ...rules, longestWaitMs: 5 })
  const theirs = slow()
  const first = inPlace('A', theirs.run)
  await expect(inPlace('A', theirs.run)).rejects.toThrow('busy')
  const crowded = placesFor({ ...rules, mostWaiting: 0 })
  const held = crowded('A', theirs.run)
  await expect(crowded('A', theirs.run)).rejects.toThrow('busy')
  theirs.end()
  await Promise.all([first, held])
  expect(theirs.begun()).toBe(2)
  expect(await inPlace('A', async () => 'read')).toBe('read')
})

test('a place that failed is free again', async () => {
  const inPlace = placesFor({ ...rules, atOnce: 1 })
  await expect(inPlace('A', () => Promise.reject(new Error('unreadable')))).rejects.toThrow('unreadable')
  expect(await inPlace('B', async () => 'read')).toBe('read')
})
