import pino from 'pino'

export type Log = pino.Logger

/** What must never reach a log line, wherever it stands in an object. */
const redacted = [
  'name',
  'nameKana',
  'email',
  'mail',
  'phone',
  'address',
  'birthDate',
  'note',
  'text',
  'html',
  'password',
  'secret',
  'token',
  'code',
  'cookie',
  'authorization',
]

const paths = redacted.flatMap((field) => [field, `*.${field}`, `*.*.${field}`])

/** What an error says, without what it may quote of a person: quotations, mail addresses, long numbers, Japanese. */
const withoutQuotations = (message: string): string =>
  message
    .replace(/(["'`]).*?\1/gs, '…')
    .replace(/[^\s<>]+@[^\s<>]+/g, '…')
    .replace(/\d[\d-]{6,}/g, '…')
    .replace(/[^\n -~…]+/g, '…')

/**
 * An error as it may stand in a log. What the database says of an error can quote a row, so of its errors only the
 * code and the names of tables and constraints are kept.
 */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const frames = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '))
  const described: Record<string, unknown> = { type: error.name, stack: frames.join('\n') }
  const fromDatabase = 'severity' in error
  if (fromDatabase)
    for (const key of ['code', 'table', 'constraint', 'routine'] as const)
      if (key in error) described[key === 'code' ? 'sqlstate' : key] = error[key as keyof typeof error]
  if (!fromDatabase) described['message'] = withoutQuotations(error.message)
  return described
}

/** One JSON line per request and per job: ids and codes, never personal data. */
export function createLog(level: string, destination?: pino.DestinationStream): Log {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    redact: { paths: paths.filter((path) => path !== 'code'), censor: '[redacted]' },
    serializers: { err: describeError },
    formatters: { level: (label) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
  }
  return destination ? pino(options, destination) : pino(options)
}
