import type { Socket } from 'node:net'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { notFound, refusal } from '../errors.ts'
import { newId } from '../ids.ts'
import { problemPage } from './problem-page.ts'
import { explain, localeOf, problemBody, type Explained, type Telling } from './problem.ts'

const wrongMethod = refusal<{ allowed: string[] }>('request.method', 405)

export const isApi = (url: string) => url === '/api' || url.startsWith('/api/')

function tell(reply: FastifyReply, problem: Explained): FastifyReply {
  const { request } = reply
  const telling: Telling = { locale: localeOf(request.headers['accept-language']), requestId: request.id }
  reply.code(problem.status).header('cache-control', 'no-store').header('vary', 'accept-language')
  if (problem.retryAfterS !== undefined) reply.header('retry-after', problem.retryAfterS)
  // A human reads whatever is not the API.
  if (!isApi(request.raw.url ?? '')) return reply.type('text/html; charset=utf-8').send(problemPage(problem, telling))
  return reply.type('application/problem+json').serializer(JSON.stringify).send(problemBody(problem, telling))
}

/** How every error is told that a route, its parsers or the lack of a route brings about. */
export function tellErrors(app: FastifyInstance): void {
  const methodsOf = listRoutes(app)
  app.setErrorHandler(async (error, request, reply) => {
    const problem = explain(error)
    if (problem.status === 500) request.log.error({ requestId: request.id, err: error }, 'request failed')
    return tell(reply, problem)
  })
  app.setNotFoundHandler((request, reply) => {
    const path = (request.raw.url ?? '').split('?')[0] ?? ''
    const allowed = isApi(path) ? methodsOf(path) : []
    if (allowed.length === 0 || allowed.includes(request.method))
      return tell(reply, explain(notFound({ what: 'path' })))
    return tell(reply.header('allow', allowed.join(', ')), explain(wrongMethod({ allowed })))
  })
}

/** Which methods a path of the API answers, for those who came with another. */
function listRoutes(app: FastifyInstance): (path: string) => string[] {
  const listed = new Map<string, { matches: RegExp; methods: Set<string> }>()
  app.addHook('onRoute', ({ url, method }) => {
    if (!isApi(url)) return
    const pattern = url.split('/').map((part) => (part.startsWith(':') ? '[^/]+' : part.replaceAll('.', '\\.')))
    const one = listed.get(url) ?? { matches: new RegExp(`^${pattern.join('/')}$`), methods: new Set() }
    for (const each of [method].flat()) one.methods.add(each)
    listed.set(url, one)
  })
  return (path) => [
    ...new Set([...listed.values()].filter(({ matches }) => matches.test(path)).flatMap(({ methods }) => [...methods])),
  ]
}

type ConnectionError = Error & { code?: string; rawPacket?: Buffer }

/** How errors are told that come before any route: a path that cannot be read, a head that is no HTTP. */
export function routerErrors() {
  return {
    frameworkErrors: (error: Error, _request: FastifyRequest, reply: FastifyReply) => void tell(reply, explain(error)),
    clientErrorHandler: (error: ConnectionError, socket: Socket) => {
      if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
      socket.end(rawAnswer(error))
    },
  }
}

const statuses: Record<string, number> = { HPE_HEADER_OVERFLOW: 431, ERR_HTTP_REQUEST_TIMEOUT: 408 }
const phrases: Record<number, string> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  431: 'Request Header Fields Too Large',
}

/** An answer written by hand, since the request was never read: JSON, which both a program and a human can make out. */
function rawAnswer({ code = '' }: ConnectionError): string {
  const status = statuses[code] ?? 400
  const problem = explain(Object.assign(new Error(code), { statusCode: status }))
  const body = JSON.stringify(problemBody(problem, { locale: 'ja', requestId: newId() }))
  return [
    `HTTP/1.1 ${status} ${phrases[status]}`,
    'content-type: application/problem+json; charset=utf-8',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    'connection: close',
    '',
    body,
  ].join('\r\n')
}
