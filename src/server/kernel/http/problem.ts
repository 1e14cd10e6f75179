import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from 'fastify-type-provider-zod'
import { messageOf, type Locale } from '../../../contract/messages/index.ts'
import { isBrokenForm, isOutage, Refusal } from '../errors.ts'

/** What went wrong, as it may be told to whoever asked. */
export type Explained = { status: number; code: string; detail: Record<string, unknown>; retryAfterS?: number }

/** What the server's own machinery refuses, by its status. */
const codes: Record<number, string> = {
  408: 'request.too-slow',
  413: 'request.too-large',
  414: 'request.head-too-large',
  415: 'request.media-type',
  429: 'request.too-many',
  431: 'request.head-too-large',
}

/** Makes of anything that was thrown what the caller may know of it; a bug becomes `internal` and nothing more. */
export function explain(error: unknown): Explained {
  if (error instanceof Refusal) {
    const retry = error.status === 429 || error.status === 503 ? { retryAfterS: 5 } : {}
    return { status: error.status, code: error.code, detail: error.detail, ...retry }
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const fields = error.validation.map((violation) => ({
      path: violation.instancePath || '/',
      problem: violation.keyword ?? 'invalid',
      message: violation.message ?? '',
    }))
    return { status: 422, code: 'request.invalid', detail: { where: error.validationContext ?? 'body', fields } }
  }
  if (isResponseSerializationError(error)) return { status: 500, code: 'internal', detail: {} }
  if (isOutage(error)) return { status: 503, code: 'database.unavailable', detail: {}, retryAfterS: 5 }
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  const code = codes[status]
  if (code) return { status, code, detail: {} }
  if (isBrokenForm(error) || (status >= 400 && status < 500))
    return { status: 400, code: 'request.unreadable', detail: {} }
  return { status: 500, code: 'internal', detail: {} }
}

/** The body of an answer that declines (RFC 9457); its title is in the reader's language, its code is stable. */
export function problemBody({ status, code, detail }: Explained, { locale, requestId }: Telling): object {
  return { type: 'about:blank', title: messageOf(locale, { code, detail }) ?? code, status, code, detail, requestId }
}

export type Telling = { locale: Locale; requestId: string }

/** Japanese, unless the reader's program asks for another language first. */
export function localeOf(acceptLanguage: string | undefined): Locale {
  const [first = ''] = (acceptLanguage ?? '').split(',')
  return /^[a-z]/i.test(first.trim()) && !/^ja\b/i.test(first.trim()) ? 'en' : 'ja'
}
