import { expect, test } from 'vitest'
import { firstItems } from './breach-items.ts'

const overview = (from: string, to: string, noticedAt: string, language: 'ja' | 'en' = 'ja') =>
  firstItems({
    asked: { from, to, actions: '' },
    noticedAt,
    found: { people: [], events: 0, actions: [] } as unknown as Parameters<typeof firstItems>[0]['found'],
    fields: [],
    language,
    timeZone: 'Asia/Tokyo',
  }).overview

test('whole days are said as days, of which the last one is within the period', () => {
  const [from, to] = ['2026-11-15T15:00:00Z', '2026-11-23T15:00:00Z']
  expect(overview(from, to, '2026-11-22T15:00:00Z')).toMatch(
    /^2026年11月23日に発覚。2026年11月16日から2026年11月23日までの間に/,
  )
  expect(overview(from, to, '2026-11-22T15:00:00Z', 'en')).toContain('Between 16 November 2026 and 23 November 2026')
  expect(overview(from, '2026-11-23T05:30:00Z', '2026-11-23T06:00:00Z')).toMatch(
    /^2026年11月23日 15:00に発覚。2026年11月16日から2026年11月23日 14:30まで/,
  )
})
