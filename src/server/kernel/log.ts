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

/** One JSON line per request and per job: ids and codes, never personal data. */
export function createLog(level: string, destination?: pino.DestinationStream): Log {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    redact: { paths: paths.filter((path) => path !== 'code'), censor: '[redacted]' },
    formatters: { level: (label) => ({ level: label }) },
    timestamp: pino.stdTimeFunctions.isoTime,
  }
  return destination ? pino(options, destination) : pino(options)
}
