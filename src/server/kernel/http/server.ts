import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import swagger from '@fastify/swagger'
import Fastify, { LogController, type FastifyInstance, type FastifyRequest } from 'fastify'
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from 'fastify-type-provider-zod'
import { notFound, refusal } from '../errors.ts'
import type { Site } from './http.ts'
import { crossSite } from './http.ts'
import { newId } from '../ids.ts'
import type { Installation } from '../installation.ts'
import { refuseUnstorable } from './characters.ts'
import { readJsonBodies } from './json-body.ts'
import { endSlowReaders } from './slow-readers.ts'
import { isApi, routerErrors, tellErrors } from './tell-errors.ts'

const unknownHost = refusal('request.unknown-host', 421)

const maxBodyBytes = 1024 * 1024

/** The web server with everything that every request passes: limits, headers, logging, and how errors are told. */
export async function createServer(installation: Installation): Promise<FastifyInstance> {
  const { config, log } = installation
  const app = Fastify({
    loggerInstance: log,
    // Requests are logged by one line of our own, without the path's secrets.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => newId(),
    rewriteUrl: ({ url = '/' }) => withoutHost(url),
    bodyLimit: maxBodyBytes,
    // The one proxy next to us: further left in the header stands what any caller may have written.
    trustProxy: config.TRUST_PROXY ? 1 : false,
    requestTimeout: 120_000,
    routerOptions: { maxParamLength: 300 },
    // What is in flight is finished while the server stops; nobody is turned away on an open connection.
    return503OnClosing: false,
    ...routerErrors(),
  } as Parameters<typeof Fastify>[0]) as unknown as FastifyInstance
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  readJsonBodies(app)
  refuseUnstorable(app)
  tellErrors(app)
  endSlowReaders(app)
  app.addHook('onResponse', async (request, reply) => {
    log.info(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? '-',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    )
  })
  // What the API answers is of people, or of a company: no browser and no proxy keeps it (ASVS 14.3.2).
  app.addHook('onSend', async (request, reply) => {
    if (isApi(request.url) && !reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
  app.addHook('onRequest', async (request) => {
    refuseHost(request, installation)
    refuseCrossSite(request, installation)
  })
  await app.register(cookie)
  await app.register(helmet, helmetOptions)
  await app.register(multipart, {
    limits: { fileSize: config.MAX_UPLOAD_MB * 1024 * 1024, files: 1, fields: 20, fieldSize: 64 * 1024 },
  })
  await app.register(rateLimit, {
    global: true,
    max: config.REQUESTS_PER_MINUTE,
    timeWindow: '1 minute',
  })
  await app.register(swagger, {
    openapi: { openapi: '3.1.0', info: { title: 'Tasuki API', version: '1', license: { name: 'Apache-2.0' } } },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  })
  return app
}

/** A request may name its host in its first line as well (RFC 9112, 3.2.2): by which host it came is what its `Host` says. */
const withoutHost = (url: string): string => url.replace(/^[a-z][a-z\d+.-]*:\/\/[^/?#]*/i, '') || '/'

/** The path and query of a request. One that begins with two slashes names no other host, as it would in a link. */
export const oneHost = (url: string): string => url.replace(/^[/\\]+/, '/')

/** Which program a host name belongs to. */
export function siteOf({ config }: Pick<Installation, 'config'>): (host: string) => Site {
  const host = (url: string) => new URL(url).hostname
  const sites = new Map<string, Site>([
    [host(config.consoleUrl), 'console'],
    [host(config.operatorUrl), 'operator'],
    [host(config.portalUrl), 'portal'],
  ])
  return (name) => sites.get(name) ?? 'other'
}

/**
 * A request by a name that is not ours was led here by somebody else's entry in the name service (DNS rebinding) or by
 * a setting that is missing. The host of the persons' pages has no API: nothing of the staff's is served there.
 */
function refuseHost(request: FastifyRequest, { config }: Installation): void {
  const path = request.url.split('?')[0] ?? ''
  if (path === '/livez' || path === '/readyz') return
  const site = siteOf({ config })(request.hostname)
  if (site === 'portal' && isApi(path)) throw notFound({ what: 'path' })
  if (site !== 'other' || isLoopback(request.hostname) || config.extraHosts.includes(request.hostname)) return
  throw unknownHost({})
}

const helmetOptions = {
  contentSecurityPolicy: {
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      // Components set sizes through style attributes; no style element is ever inlined.
      styleSrc: ["'self'"],
      styleSrcAttr: ["'unsafe-inline'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
      upgradeInsecureRequests: null,
    },
  },
  crossOriginOpenerPolicy: { policy: 'same-origin' },
  referrerPolicy: { policy: 'no-referrer' },
  strictTransportSecurity: false,
} as const

/**
 * A browser says where a request comes from; an unsafe one from another site is refused (CSRF). Machines send
 * neither header and carry no cookie.
 */
function refuseCrossSite(request: FastifyRequest, { config }: Installation): void {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return
  const site = request.headers['sec-fetch-site']
  const origin = request.headers.origin
  if (site === 'cross-site' || site === 'same-site') throw crossSite({})
  // What the browser says of itself; pages that send no referrer post with the origin `null`.
  if (site === 'same-origin') return
  if (origin === undefined || origin === 'null') {
    // The portal's pages send no referrer, so browsers that do not say `sec-fetch-site` post them with the origin `null`:
    // each of its forms proves by a token of its own that it is no stranger's.
    const provesItself = siteOf({ config })(request.hostname) === 'portal'
    if (origin === 'null' && request.headers.cookie && !provesItself) throw crossSite({})
    return
  }
  const own = [config.consoleUrl, config.operatorUrl, config.portalUrl].map((url) => new URL(url).host)
  const host = URL.canParse(origin) ? new URL(origin).host : ''
  if (host !== request.headers.host || !(own.includes(host) || isLoopback(host))) throw crossSite({})
}

const isLoopback = (host: string) => /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host)
