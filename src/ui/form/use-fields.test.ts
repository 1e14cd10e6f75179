import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { isComposing } from '../keys.ts'
import { issueText, issueWords, type Issue } from './issue-text.ts'
import { fieldErrors } from './use-fields.ts'

const words = issueWords.ja

function firstMessage(schema: z.ZodType, value: unknown): string {
  const issue = schema.safeParse(value).error?.issues[0]
  if (issue === undefined) throw new Error('the schema accepted the value')
  return issueText(issue as Issue, words, value)
}

describe('what is wrong with a field', () => {
  test('an empty field asks for a value, whatever the rule behind it', () => {
    expect(firstMessage(z.string().min(1), '')).toBe(words.required)
    expect(firstMessage(z.email(), '')).toBe(words.required)
    expect(firstMessage(z.string(), undefined)).toBe(words.required)
    expect(firstMessage(z.array(z.string()).min(1), [])).toBe(words.choose)
    expect(firstMessage(z.string(), null)).toBe(words.choose)
  })

  test('a wrong value says which form is expected', () => {
    expect(firstMessage(z.email(), 'taro')).toBe(words.email)
    expect(firstMessage(z.string().min(12), 'short')).toBe(words.tooShort('12'))
    expect(firstMessage(z.int().max(10), 11)).toBe(words.tooBig('10'))
    expect(firstMessage(z.enum(['A', 'B']), 'C')).toBe(words.choose)
  })

  test('refusals of the API land at their fields, with or without the word body in front', () => {
    const problem = {
      status: 400,
      code: 'request.invalid',
      detail: {
        issues: [{ path: ['body', 'email'], code: 'invalid_format', format: 'email' }],
        fields: { name: '使われています' },
      },
    } as const
    expect(fieldErrors(problem, words, { email: 'x' })).toEqual({ email: words.email, name: '使われています' })
  })
})

describe('the schema check of the server', () => {
  test('names fields by JSON pointer', () => {
    const detail = { where: 'body', fields: [{ path: '/conditions/0/salary', problem: 'invalid_type', message: '' }] }
    const problem = { status: 422, code: 'request.invalid', detail }
    expect(fieldErrors(problem, words, {})).toEqual({ 'conditions.0.salary': words.required })
  })
})

describe('an input method that is composing', () => {
  test('owns its Enter, also in Safari, which reports only key code 229', () => {
    expect(isComposing({ key: 'Enter', isComposing: true })).toBe(true)
    expect(isComposing({ key: 'Enter', nativeEvent: { isComposing: true } })).toBe(true)
    expect(isComposing({ key: 'Enter', isComposing: false, keyCode: 229 })).toBe(true)
    expect(isComposing({ key: 'Enter', isComposing: false, keyCode: 13, nativeEvent: { isComposing: false } })).toBe(
      false,
    )
  })
})
