import { expect, test } from 'vitest'
import { auditActions } from './index.ts'

const actions = Object.entries(auditActions)

test('every action has a sentence of its own in Japanese and in English', () => {
  for (const [action, { ja, en }] of actions) {
    expect(ja, action).toMatch(/[ぁ-ん]/)
    expect(en, action).toMatch(/^[A-Z][ -~’é]+$/)
  }
  for (const language of ['ja', 'en'] as const)
    expect(new Set(actions.map(([, told]) => told[language])).size).toBe(actions.length)
})
