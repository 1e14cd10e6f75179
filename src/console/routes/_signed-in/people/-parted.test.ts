import { expect, test } from 'vitest'
import { partedBy } from './-parted.ts'

const merge = (id: string, survivorId: string, dissolvedId: string, undoneAt: string | null) => ({
  id,
  survivorId,
  dissolvedId,
  undoneAt,
})
const undone = '2026-11-24T02:10:00Z'
const partedFrom = (id: string, merges: ReturnType<typeof merge>[]) =>
  merges.map((one) => partedBy({ id, merges }, one))

test('a merge that was undone leads to whoever went away, from either side', () => {
  const merges = [merge('m1', 'a', 'b', undone)]
  expect(partedFrom('a', merges)).toEqual(['b'])
  expect(partedFrom('b', merges)).toEqual(['a'])
})

test('somebody who was merged again, or is here by another merge, did not go away', () => {
  expect(partedFrom('a', [merge('m1', 'a', 'b', undone), merge('m2', 'a', 'b', null)])).toEqual([undefined, undefined])
})

test('somebody who went away several times is named once', () => {
  expect(partedFrom('a', [merge('m1', 'a', 'b', undone), merge('m2', 'a', 'b', undone)])).toEqual([undefined, 'b'])
})
