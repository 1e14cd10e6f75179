import type { FastifyInstance } from 'fastify'
import { refusal } from '../errors.ts'
import { unstorableAt } from './json.ts'

type Where = 'params' | 'query' | 'body'

export const unstorableCharacter = refusal<{
  where: Where
  /** The first of the fields, as a human names it: `fields.name`. */
  field: string
  fields: { path: string; problem: 'character'; message: string }[]
}>('request.character', 422)

/** More fields than anybody mends at a time are not listed. */
const mostFields = 20

/**
 * Refuses (`request.character`) what PostgreSQL cannot keep, wherever it stands: in the path, the query or the body of
 * any request that is read as JSON or as a form. Bodies that are taken as bytes, and forms with a file, are read by their
 * own routes, which ask `refuseCharacters` once they have read them.
 */
export function refuseUnstorable(app: FastifyInstance): void {
  app.addHook('preValidation', async ({ params, query, body }) => {
    refuseCharacters('params', params)
    refuseCharacters('query', query)
    if (!ArrayBuffer.isView(body)) refuseCharacters('body', body)
  })
}

/** Refuses (`request.character`) a value, or a form, that holds a text which PostgreSQL cannot keep. */
export function refuseCharacters(where: Where, value: unknown): void {
  const found: string[] = []
  for (const path of unstorableAt(value instanceof URLSearchParams ? formOf(value) : value))
    if (found.push(path) === mostFields) break
  const [first] = found
  if (first === undefined) return
  const message = 'It contains a character that cannot be kept (NUL or half of a surrogate pair).'
  throw unstorableCharacter({
    where,
    field: first.slice(1).replaceAll('/', '.'),
    fields: found.map((path) => ({ path, problem: 'character', message })),
  })
}

/** A control that is posted several times counts with all its values. */
const formOf = (form: URLSearchParams): Record<string, string> =>
  Object.fromEntries([...new Set(form.keys())].map((name) => [name, form.getAll(name).join('\n')]))

/** A text from outside that nobody can be asked to send again, as PostgreSQL can keep it. */
export const keepable = (text: string): string => text.toWellFormed().replaceAll('\0', '\ufffd')
