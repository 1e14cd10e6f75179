import type { z } from 'zod'
import { messages } from '../text/messages.ts'

/** What is wrong with one field, in the reader's words; the schema says it in codes. */
export const issueWords = messages({
  ja: {
    required: '入力してください',
    choose: '選択してください',
    tooShort: (n: string) => `${n}文字以上で入力してください`,
    tooLong: (n: string) => `${n}文字以内で入力してください`,
    tooSmall: (n: string) => `${n}以上の値を入力してください`,
    tooBig: (n: string) => `${n}以下の値を入力してください`,
    email: 'メールアドレスの形式で入力してください(例: name@company.example)',
    url: 'URLの形式で入力してください(例: https://company.example)',
    date: '日付の形式で入力してください(例: 2026-04-01)',
    number: '数値を入力してください',
    format: '形式が正しくありません',
    character: '使えない文字が含まれています。この欄を入力し直してください',
    other: '入力内容をご確認ください',
  },
  en: {
    required: 'Required',
    choose: 'Choose one',
    tooShort: (n: string) => `At least ${n} characters`,
    tooLong: (n: string) => `At most ${n} characters`,
    tooSmall: (n: string) => `At least ${n}`,
    tooBig: (n: string) => `At most ${n}`,
    email: 'Enter a mail address, such as name@company.example',
    url: 'Enter an address, such as https://company.example',
    date: 'Enter a date, such as 2026-04-01',
    number: 'Enter a number',
    format: 'Not in the expected form',
    character: 'Contains a character that cannot be kept; enter this again',
    other: 'Check this entry',
  },
})

export type IssueWords = (typeof issueWords)['ja']

/** A zod issue, or as much of one as the API's problem carries. */
export type Issue = {
  /** Zod's own, or the server's for a text that no database keeps. */
  code?: z.core.$ZodIssue['code'] | 'character'
  path: readonly PropertyKey[]
  message?: string
  origin?: string
  format?: string
  minimum?: number | bigint
  maximum?: number | bigint
  expected?: string
  input?: unknown
}

export function issueText(issue: Issue, words: IssueWords, value: unknown): string {
  const isEmpty = value === undefined || value === null || value === ''
  // Text fields are empty as '', choices as null or an empty list.
  const ask = value === null || Array.isArray(value) ? words.choose : words.required
  // oxlint-disable-next-line typescript/switch-exhaustiveness-check -- the codes without words of their own share one message
  switch (issue.code) {
    case 'invalid_type':
      if (isEmpty) return ask
      return issue.expected === 'number' ? words.number : words.other
    case 'too_small':
      if (isEmpty || (Array.isArray(value) && value.length === 0)) return ask
      return issue.origin === 'string' ? words.tooShort(String(issue.minimum)) : words.tooSmall(String(issue.minimum))
    case 'too_big':
      return issue.origin === 'string' ? words.tooLong(String(issue.maximum)) : words.tooBig(String(issue.maximum))
    case 'invalid_format':
      if (isEmpty) return words.required
      if (issue.format === 'email') return words.email
      if (issue.format === 'url') return words.url
      return issue.format === 'date' ? words.date : words.format
    case 'invalid_value':
      return words.choose
    case 'custom':
      // Written by the page itself, in the reader's language.
      return issue.message ?? words.other
    case 'character':
      return words.character
    default:
      return isEmpty ? ask : words.other
  }
}
