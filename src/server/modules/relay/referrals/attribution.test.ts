import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { attributedLetter, attribution, type AttributionRule, type Standing, type UsedLetter } from './attribution.ts'

const moment = fc.integer({ min: 0, max: 50 }).map((day) => new Date(Date.UTC(2026, 0, 1 + day)))
const letters = fc
  .uniqueArray(fc.record({ id: fc.uuid(), sentAt: moment, usedAt: moment, refused: fc.boolean() }), {
    selector: (letter) => letter.id,
    maxLength: 6,
  })
  .map((list): UsedLetter[] => list)
const rule = fc.constantFrom<AttributionRule>('FIRST_LETTER', 'LAST_LETTER')

describe('attribution', () => {
  test('counts a member to the letter sent first, or last, of those whose link was used', () => {
    const used = [3, 1, 2].map((day) => ({
      id: `letter-${day}`,
      sentAt: new Date(Date.UTC(2026, 0, day)),
      usedAt: new Date(),
      refused: false,
    }))
    expect(attributedLetter(used, 'FIRST_LETTER')?.id).toBe('letter-1')
    expect(attributedLetter(used, 'LAST_LETTER')?.id).toBe('letter-3')
    expect(attributedLetter([], 'FIRST_LETTER')).toBeUndefined()
  })

  test('does not depend on the order in which the links were used', () => {
    fc.assert(
      fc.property(letters, rule, fc.integer(), (used, by, seed) => {
        const shuffled = used.toSorted(
          (one, other) => ((seed ^ one.id.charCodeAt(0)) % 7) - (other.id.charCodeAt(1) % 7),
        )
        expect(attributedLetter(shuffled, by)?.id).toBe(attributedLetter(used, by)?.id)
      }),
    )
  })

  test('never counts a refused letter', () => {
    fc.assert(
      fc.property(letters, rule, (used, by) => {
        expect(attributedLetter(used, by)?.refused ?? false).toBe(false)
      }),
    )
  })

  test('holds at most one referral through any order of letters, and never moves one that counted', () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant('use' as const), letter: fc.nat(5) }),
      fc.record({ kind: fc.constantFrom('count' as const, 'leave' as const, 'return' as const) }),
    )
    fc.assert(
      fc.property(letters, rule, fc.array(step, { maxLength: 20 }), (known, by, steps) => {
        const used: UsedLetter[] = []
        let standing: Standing | undefined
        let isActive = true
        let counted: string | undefined
        for (const one of steps) {
          if (one.kind === 'use') {
            const letter = known[one.letter]
            if (letter && !used.includes(letter)) used.push(letter)
          } else if (one.kind === 'count') {
            if (standing) standing = { ...standing, state: 'COUNTED' }
          } else isActive = one.kind === 'return'
          const { drop, hold } = attribution({ letters: used, rule: by, standing, isActive })
          if (drop !== null) expect(drop).toBe(standing?.letterId)
          if (drop !== null) standing = undefined
          if (hold) {
            expect(standing).toBeUndefined()
            standing = { letterId: hold.id, state: 'HELD' }
          }
          if (counted !== undefined) expect(standing).toEqual({ letterId: counted, state: 'COUNTED' })
          if (standing?.state === 'COUNTED') counted = standing.letterId
          else if (isActive) expect(standing?.letterId).toBe(attributedLetter(used, by)?.id)
          else expect(standing).toBeUndefined()
        }
      }),
    )
  })
})
