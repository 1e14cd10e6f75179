import { describe, expect, test } from 'vitest'
import { answerForOutcome, type Suggestions } from './-suggestions.ts'

const each = (words: string) => ({
  DISCLOSURE: words,
  CORRECTION: words,
  STOP: words,
  ERASURE: words,
  PROVISION_RECORDS: words,
})
const texts: Suggestions = {
  suggested: each('訂正いたしました。'),
  suggestedInPart: each('一部を除き訂正いたしました。'),
}
const answer = (outcome: 'ANSWERED' | 'PARTIAL' | 'DECLINED', written: string) =>
  answerForOutcome(texts, { kind: 'CORRECTION', outcome, written })

describe('what a request is answered with', () => {
  test('never says that it was done where it is refused, in whole or in part', () => {
    const granted = answer('ANSWERED', '')
    expect(granted).toBe('訂正いたしました。')
    expect(answer('PARTIAL', granted)).toBe('一部を除き訂正いたしました。')
    expect(answer('DECLINED', answer('PARTIAL', granted))).toBe('')
    expect(answer('ANSWERED', answer('DECLINED', granted))).toBe(granted)
  })

  test('stays what staff wrote, whatever the outcome becomes', () => {
    const own = '確認いたしましたところ、記録のとおりでした。'
    for (const outcome of ['ANSWERED', 'PARTIAL', 'DECLINED'] as const) expect(answer(outcome, own)).toBe(own)
  })
})
