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

type RefusalStatus = 400 | 401 | 403 | 404 | 405 | 409 | 410 | 413 | 421 | 422 | 429 | 503 | 507

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
 * On a distributed table the driver's field is empty and the name in the message ends in a shard number,
 * so the message is read where the field is missing.
 */
export function violated(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined
  if (!error.code.startsWith('23')) return undefined
  if ('constraint' in error && typeof error.constraint === 'string') return error.constraint
  return /constraint "([^"]+?)(?:_\d{5,})?"/.exec(error.message)?.[1]
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** The socket's own words for a server that is not there. */
const unreachable = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH'])

/** What the driver says without a code; the last is what is left of any failure once the rollback has failed too. */
const lostConnection =
  /Connection terminated|timeout exceeded when trying to connect|connection error and is not queryable/

/** Whether the connection to the database broke or could not be made: SQLSTATE 08, a server that stops or starts (57P0x). */
export function isDisconnected(error: unknown): boolean {
  const code = codeOf(error)
  if (code) return /^(?:08|57P0)/.test(code) || unreachable.has(code)
  return error instanceof Error && lostConnection.test(error.message)
}

/**
 * Whether the database is to blame and not what was asked of it: the connection, its limits and disk (SQLSTATE 53),
 * or its files (58). Nothing that was sent caused it, so it is tried again later as it is.
 */
export const isOutage = (error: unknown): boolean => isDisconnected(error) || /^(?:53|58)/.test(codeOf(error))

const conflicts = new Set(['40001', '40P01', '55P03'])

/**
 * Whether a second try may succeed. A conflict was certainly rolled back; a lost connection, or a distributed commit
 * that a node did not confirm (`XX000`), may have committed if it came with the commit.
 */
export function isRetriable(error: unknown): boolean {
  return conflicts.has(codeOf(error)) || isDisconnected(error) || isUnconfirmedCommit(error)
}

const isUnconfirmedCommit = (error: unknown): boolean =>
  codeOf(error) === 'XX000' && /could not commit transaction/.test((error as Error).message)

/** Whether the transaction, when it failed like this while committing, may stand all the same. */
export const mayHaveCommitted = (error: unknown): boolean => isDisconnected(error) || isUnconfirmedCommit(error)

/**
 * Whether PostgreSQL cannot keep a text as it came: a NUL or half a surrogate pair in it, which JSON may carry and no
 * column can. All JSON that it is given was printed by this program, so that nothing else makes it unreadable.
 */
export const isUnstorable = (error: unknown): boolean =>
  codeOf(error) === '22021' ||
  codeOf(error) === '22P05' ||
  (codeOf(error) === '22P02' && /input syntax for type json/.test((error as Error).message))

/** Whether a form in parts was cut off, or does not say what parts it: its reader gives such errors no status. */
export const isBrokenForm = (error: unknown): boolean =>
  error instanceof Error && /^Multipart: |end of multipart data$/.test(error.message)

export const unreadable = refusal('request.unreadable', 400)

export const notFound = refusal<{ what: string }>('request.not-found', 404)
