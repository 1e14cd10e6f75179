import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ageOf } from './ageing.ts'
import { ageingFields, halfLives } from './half-lives.ts'

const now = new Date('2026-11-01T00:00:00Z')
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000)

test('a value holds half as much after each half-life of its own field', () => {
  const { days } = halfLives.employer!
  expect(ageOf('employer', now, now)).toEqual({ confidence: 1, standing: 'FRESH' })
  expect(ageOf('employer', ago(days), now)).toEqual({ confidence: 0.5, standing: 'AGEING' })
  expect(ageOf('employer', ago(days * 2), now)).toEqual({ confidence: 0.25, standing: 'STALE' })
  expect(ageOf('availableFrom', ago(days), now)?.standing).toBe('STALE')
})

test('what is right or wrong once does not age, and nothing is fresher than just observed', () => {
  expect(ageOf('name', ago(9000), now)).toBeUndefined()
  expect(ageOf('employer', ago(-30), now)).toEqual({ confidence: 1, standing: 'FRESH' })
})

test('the older a value, the less it holds, whatever the field', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ageingFields), fc.nat(5000), fc.nat(5000), (field, one, other) => {
      const [newer, older] = one < other ? [one, other] : [other, one]
      const order = ['FRESH', 'AGEING', 'STALE']
      const [a, b] = [ageOf(field, ago(newer), now)!, ageOf(field, ago(older), now)!]
      expect(a.confidence).toBeGreaterThanOrEqual(b.confidence)
      expect(order.indexOf(a.standing)).toBeLessThanOrEqual(order.indexOf(b.standing))
    }),
  )
})
