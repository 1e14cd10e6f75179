import { createContext, use } from 'react'
import type { Language } from '../text/messages.ts'
import { useLanguage } from '../text/TextProvider.tsx'

/** What the API says when it declines (RFC 9457). `code` is stable and the key of the message. */
export type Problem = {
  status: number
  code: string
  detail?: Record<string, unknown> | undefined
  requestId?: string | undefined
}

/** What happened, and what the reader can do about it. */
export type ErrorText = { message: string; next?: string | undefined }

/** The sentence of a problem by its code, filled from its detail; nothing for a code without one. */
export type ErrorTexts = (language: Language, problem: Pick<Problem, 'code' | 'detail'>) => string | undefined

const ErrorTextContext = createContext<ErrorTexts>(() => undefined)
export const ErrorTextProvider = ErrorTextContext

const general: Readonly<Record<string, Record<Language, ErrorText>>> = {
  offline: {
    ja: {
      message: 'サーバーに接続できませんでした。',
      next: 'ネットワークを確認して、もう一度お試しください。入力した内容は残っています。',
    },
    en: {
      message: 'The server could not be reached.',
      next: 'Check the network and try again. What you entered is still here.',
    },
  },
  '400': {
    ja: { message: '送信内容に不備があります。', next: '入力内容をご確認のうえ、もう一度お試しください。' },
    en: { message: 'Something in the request is not right.', next: 'Check what you entered and try again.' },
  },
  '401': {
    ja: { message: 'サインインの有効期限が切れました。', next: 'もう一度サインインしてください。' },
    en: { message: 'Your session has ended.', next: 'Sign in again.' },
  },
  '403': {
    ja: { message: 'この操作を行う権限がありません。', next: '会社の管理者に権限の付与を依頼してください。' },
    en: {
      message: 'You are not allowed to do this.',
      next: 'Ask an administrator of your company for the permission.',
    },
  },
  '404': {
    ja: { message: '見つかりませんでした。', next: '削除されたか、URLが変更された可能性があります。' },
    en: { message: 'Not found.', next: 'It may have been removed, or the address may have changed.' },
  },
  '422': {
    ja: { message: '入力内容に不備があります。', next: '内容をご確認のうえ、もう一度お試しください。' },
    en: { message: 'Something in what you entered is not right.', next: 'Check it and try again.' },
  },
  '503': {
    ja: { message: 'ただいま混み合っているか、準備中です。', next: '少し時間をおいて、もう一度お試しください。' },
    en: { message: 'The server is busy or still starting.', next: 'Wait a moment and try again.' },
  },
  '409': {
    ja: { message: '他の操作と重なりました。', next: '最新の内容を読み込んでから、もう一度お試しください。' },
    en: { message: 'Something changed in the meantime.', next: 'Load the latest state and try again.' },
  },
  '413': {
    ja: { message: 'ファイルが大きすぎます。', next: 'ファイルを分割してお試しください。' },
    en: { message: 'The file is too large.', next: 'Split it and try again.' },
  },
  '429': {
    ja: { message: '操作の回数が多すぎます。', next: '少し時間をおいて、もう一度お試しください。' },
    en: { message: 'Too many attempts.', next: 'Wait a moment and try again.' },
  },
  '500': {
    ja: {
      message: 'サーバーで問題が発生しました。',
      next: 'もう一度お試しください。続く場合は、下のお問い合わせ番号を管理者にお伝えください。',
    },
    en: {
      message: 'The server had a problem.',
      next: 'Try again. If it persists, tell an administrator the reference below.',
    },
  },
}

/** Reads a problem from whatever was thrown: a `Refused` of the client, a lost connection, or a bug. */
export function problemOf(error: unknown): Problem {
  if (typeof error === 'object' && error !== null && 'problem' in error) {
    const problem = error.problem as Partial<Problem>
    const status = 'status' in error && typeof error.status === 'number' ? error.status : (problem.status ?? 500)
    return { ...problem, status, code: problem.code ?? String(status) }
  }
  if (error instanceof TypeError && /fetch|network|load failed/i.test(error.message))
    return { status: 0, code: 'offline' }
  return { status: 500, code: 'unexpected' }
}

export function errorText(texts: ErrorTexts, language: Language, problem: Problem): ErrorText {
  const own = texts(language, problem)
  if (own !== undefined) return { message: own }
  const byStatus =
    general[problem.code] ?? general[String(problem.status)] ?? general[problem.status < 500 ? '400' : '500']
  return byStatus?.[language] ?? { message: problem.code }
}

/** The message for an error, in the reader's language: by its code, else by its status. */
export function useErrorText(): (error: unknown) => ErrorText & { problem: Problem } {
  const texts = use(ErrorTextContext)
  const [language] = useLanguage()
  return (error) => {
    const problem = problemOf(error)
    return { ...errorText(texts, language, problem), problem }
  }
}
