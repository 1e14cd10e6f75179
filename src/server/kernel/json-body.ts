import type { FastifyInstance } from 'fastify'
import { refusal } from './errors.ts'
import { isTooDeep } from './json.ts'

const tooDeep = refusal('request.too-deep', 400)

/** Reads JSON bodies; one that is nested to exhaust somebody's stack, or whose keys could reach a prototype, is refused. */
export function readJsonBodies(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, parsed) => {
    const raw = body as Buffer
    if (isTooDeep(raw)) return parsed(tooDeep({}))
    return parse(request, raw.toString('utf8'), parsed)
  })
}
