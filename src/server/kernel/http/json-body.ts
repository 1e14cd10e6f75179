import { isUtf8 } from 'node:buffer'
import type { FastifyInstance } from 'fastify'
import { refusal } from '../errors.ts'
import { isTooDeep } from './json.ts'

const tooDeep = refusal('request.too-deep', 400)
const notUtf8 = refusal('request.not-utf8', 422)

/**
 * Reads JSON bodies; one that is nested to exhaust somebody's stack, whose keys could reach a prototype, or that is no
 * UTF-8 (its words would be kept as replacement characters), is refused.
 */
export function readJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, parsed) => {
    const raw = body as Buffer
    if (isTooDeep(raw)) return parsed(tooDeep({}))
    if (!isUtf8(raw)) return parsed(notUtf8({}))
    return parse(request, raw.toString('utf8'), parsed)
  })
}
