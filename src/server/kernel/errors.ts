/** An outcome the caller can act on. Anything else that is thrown is a bug and answers 500. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly code: string
  readonly status: number
  readonly detail: Record<string, unknown>
  constructor(code: string, status: number, detail: Record<string, unknown>) {
    super(code)
    this.code = code
    this.status = status
    this.detail = detail
  }
}

type RefusalStatus = 400 | 401 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 503 | 507

/** Every code declared with `refusal`, so that a test can ask for a message in each language. */
export const declaredCodes = new Set<string>()

/** Declares one kind of refusal. The code doubles as the key of its message in every language. */
export function refusal<D extends Record<string, unknown> = Record<string, never>>(
  code: string,
  status: RefusalStatus,
) {
  declaredCodes.add(code)
  return (detail: D) => new Refusal(code, status, detail)
}

/**
 * The name of the violated constraint, when `error` is an integrity violation reported by PostgreSQL.
 * On a distributed table the driver's field is empty and the name in the message ends in a shard number
 * (distributed.md, section 3), so the message is read where the field is missing.
 */
export function violated(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  if (!error.code.startsWith('23')) return undefined
  if ('constraint' in error && typeof error.constraint === 'string') return error.constraint
  return /constraint "([^"]+?)(?:_\d{5,})?"/.exec(error.message)?.[1]
}

const retriable = new Set(['40001', '40P01', '55P03'])

/** Whether the transaction was rolled back for a reason that a second try may not meet. */
export function isRetriable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && retriable.has(error.code)
}

/** Whether PostgreSQL cannot keep a text as it came: a NUL in it, which JSON may carry and no column can. */
export const isUnstorable = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === '22021' || error.code === '22P05')

export const unreadable = refusal('request.unreadable', 400)

export const notFound = refusal<{ what: string }>('request.not-found', 404)
