import { expect, test } from 'vitest'
import { movementReason } from './credit-words.ts'
import { takeBackReasons } from '../network/network-referrals.ts'

test.each(['referral.reversed', 'slot.reversed', 'debt.opened'])(
  'every reason of %s is told in words, in each language',
  (kind) => {
    for (const language of ['ja', 'en'] as const)
      for (const reason of [...takeBackReasons, 'member-left', 'attribution-moved']) {
        const told = movementReason(language, { kind, reason })
        expect(told, reason).not.toBe('')
        expect(told).not.toContain(reason)
      }
  },
)

test('a slot that comes back from a group company keeps the reason that its sender wrote', () =>
  expect(movementReason('ja', { kind: 'slot.returned', reason: '東北の採用を強めるため' })).toBe(
    '東北の採用を強めるため',
  ))
