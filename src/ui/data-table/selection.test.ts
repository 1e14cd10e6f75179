import { describe, expect, test } from 'vitest'
import { moved, pageState, ranged, toggled, toggledPage } from './selection.ts'

const ids = ['a', 'b', 'c', 'd', 'e']
const chosen = (...these: string[]) => new Set(these)

describe('selection', () => {
  test('a click chooses a row and a second click releases it', () => {
    expect(toggled(chosen('a'), 'b')).toEqual(chosen('a', 'b'))
    expect(toggled(chosen('a', 'b'), 'b')).toEqual(chosen('a'))
  })

  test('shift-click chooses everything between, upwards and downwards', () => {
    expect(ranged(chosen('b'), ids, { from: 'b', to: 'd' })).toEqual(chosen('b', 'c', 'd'))
    expect(ranged(chosen('d'), ids, { from: 'd', to: 'b' })).toEqual(chosen('b', 'c', 'd'))
  })

  test('shift-click on a chosen row releases the range and keeps the rest', () => {
    expect(ranged(chosen('a', 'b', 'c', 'd'), ids, { from: 'b', to: 'd' })).toEqual(chosen('a'))
  })

  test('shift-click after the page was turned changes only the clicked row', () => {
    expect(ranged(chosen('x'), ids, { from: 'x', to: 'c' })).toEqual(chosen('x', 'c'))
  })

  test('the box in the header completes a page, releases a whole one, and leaves other pages alone', () => {
    expect(toggledPage(chosen('x', 'a'), ids)).toEqual(chosen('x', ...ids))
    expect(toggledPage(chosen('x', ...ids), ids)).toEqual(chosen('x'))
    expect(pageState(chosen('x'), ids)).toBe('none')
    expect(pageState(chosen('x', 'a'), ids)).toBe('some')
    expect(pageState(chosen(...ids), ids)).toBe('all')
  })

  test('an empty page is not chosen', () => {
    expect(pageState(chosen('x'), [])).toBe('none')
  })

  test('the cursor stops at both ends and starts at the near one', () => {
    expect(moved(ids, undefined, 1)).toBe('a')
    expect(moved(ids, undefined, -1)).toBe('e')
    expect(moved(ids, 'c', 1)).toBe('d')
    expect(moved(ids, 'e', 1)).toBe('e')
    expect(moved(ids, 'a', -1)).toBe('a')
    expect(moved(ids, 'gone', 1)).toBe('a')
    expect(moved([], undefined, 1)).toBeUndefined()
  })
})
