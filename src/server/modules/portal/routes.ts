import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { render, paths, type Language } from '../../../portal/index.ts'
import { refuseCharacters } from '../../kernel/http/characters.ts'
import { Refusal } from '../../kernel/errors.ts'
import type { Bind } from '../../kernel/http/http.ts'
import { isId } from '../../kernel/ids.ts'
import type { Installation } from '../../kernel/installation.ts'
import { oneHost } from '../../kernel/http/server.ts'
import { receiveUpload, uploadLimits } from '../files/index.ts'
import { browserCookieName, browserTermSeconds } from './arrival/browsers.ts'
import { blameOf, kindOf, statusOf } from './failures.ts'
import { assets, failure, isOwnForm } from './frames.ts'
import { isMember } from './membership/leaving.ts'
import { isRelayHere } from './membership/offering.ts'
import type { Page } from './page.ts'
import { pages } from './pages.ts'
import { cookieName, findSession } from './arrival/session.ts'
import type { Answer, Visit } from './visit.ts'

const languageCookie = 'tasuki_language'
const formBytes = 64 * 1024

/** The portal on its own host name: pages rendered by the server, which need no script. */
export function routes(bind: Bind): void {
  bind.raw((app, installation) => void app.register(async (scope) => serve(scope, installation)))
}

const hostOf = ({ config }: Installation) => {
  const hostname = new URL(config.portalUrl).hostname.replaceAll('.', '\\.')
  return { host: new RegExp(`^${hostname}(:\\d+)?$`) }
}

async function serve(app: FastifyInstance, installation: Installation): Promise<void> {
  const constraints = hostOf(installation)
  furnish(app, installation)
  // Forms with a file are read by the server's own reader, all others by one that knows nothing else.
  bindPages(app, installation, (page) => page.carriesFile === true, withUpload)
  void app.register(async (forms) => {
    forms.removeAllContentTypeParsers()
    forms.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: formBytes },
      (_request, body, parsed) => parsed(null, new URLSearchParams(String(body))),
    )
    bindPages(forms, installation, (page) => page.carriesFile !== true, visitOf)
    bindRest(forms, constraints, installation)
  })
}

/** What every answer of the portal has, and how its errors are told. */
function furnish(app: FastifyInstance, installation: Installation): void {
  app.addHook('onSend', async (request, reply) => {
    const isAsset = request.url.startsWith('/assets/')
    if (!isAsset) reply.header('cache-control', 'no-store')
    reply.header('x-robots-tag', 'noindex, nofollow').header('referrer-policy', 'no-referrer')
  })
  app.setErrorHandler(async (error, request, reply) => {
    const kind = kindOf(error)
    if (kind === 'broken') request.log.error({ requestId: request.id, err: error }, 'portal page failed')
    const visit = await visitOf(installation, request).catch(() => undefined)
    const status = statusOf(error, kind)
    if (!visit) return reply.code(status).type('text/plain; charset=utf-8').send(`Error. Request: ${request.id}\n`)
    return sendPage(reply, { page: await failure(visit, kind, blameOf(error)), status })
  })
}

type Visiting = (installation: Installation, request: FastifyRequest) => Promise<Visit>

function bindPages(
  app: FastifyInstance,
  installation: Installation,
  takes: (page: Page) => boolean,
  visiting: Visiting,
) {
  for (const page of pages.filter(takes)) {
    const isTooMuch = perVisit(app, page)
    app.route({
      method: page.method,
      url: page.path,
      constraints: hostOf(installation),
      schema: { hide: true },
      config: page.perAddress ? { rateLimit: { max: page.perAddress, timeWindow } } : {},
      handler: async (request, reply) => {
        const visit = await visiting(installation, request)
        if (visit.session && (await isTooMuch(request)))
          return sendPage(reply, { page: await failure(visit, 'tooMany'), status: 429 })
        return sendPage(reply, await answer(page, visit))
      },
    })
  }
}

const timeWindow = '1 minute'

/** Whether a visit is over its limit. Counts by the cookie of a visit that was found: made-up ones count for nothing. */
function perVisit(app: FastifyInstance, page: Page): (request: FastifyRequest) => Promise<boolean> {
  if (page.perVisit === undefined) return async () => false
  const keyGenerator = (request: FastifyRequest) => cookiesOf(request)[cookieName] ?? request.ip
  const count = app.createRateLimit({ max: page.perVisit, timeWindow, keyGenerator })
  return async (request) => {
    const counted = await count(request)
    return !counted.isAllowed && counted.isExceeded
  }
}

type Constraints = ReturnType<typeof hostOf>

function bindRest(app: FastifyInstance, constraints: Constraints, installation: Installation): void {
  for (const asset of [assets.stylesheet, assets.script])
    app.get(asset.href, { constraints, schema: { hide: true } }, async (_request, reply) =>
      reply.header('cache-control', 'public, max-age=31536000, immutable').type(asset.contentType).send(asset.content),
    )
  app.get('/', { constraints, schema: { hide: true } }, async (request, reply) => {
    const { session } = await visitOf(installation, request)
    return reply.redirect(session ? paths.known() : paths.lostLink(), 303)
  })
  app.all('/*', { constraints, schema: { hide: true } }, async (request, reply) => {
    // The API is told as an API on every host.
    if (request.url.startsWith('/api/')) return reply.callNotFound()
    return sendPage(reply, { page: await failure(await visitOf(installation, request), 'notFound'), status: 404 })
  })
}

/** A visit with the form and the file that were posted; nothing is read of who has no visit. */
async function withUpload(installation: Installation, request: FastifyRequest): Promise<Visit> {
  const visit = await visitOf(installation, request)
  if (!visit.session || !request.isMultipart()) return visit
  const body = new URLSearchParams()
  let upload: Visit['upload']
  try {
    for await (const part of request.parts({ limits: uploadLimits }))
      if (part.type === 'file') upload = await receiveUpload(part)
      else body.append(part.fieldname, String(part.value))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    upload = error
  }
  refuseCharacters('body', body)
  return { ...visit, body, ...(upload && { upload }) }
}

async function visitOf(installation: Installation, request: FastifyRequest): Promise<Visit> {
  const url = new URL(oneHost(request.url), installation.config.portalUrl)
  return {
    installation,
    requestId: request.id,
    path: `${url.pathname}${url.search}`,
    language: languageOf(request, url.searchParams),
    params: (request.params ?? {}) as Record<string, string>,
    query: url.searchParams,
    body: request.body instanceof URLSearchParams ? request.body : new URLSearchParams(),
    origin: {
      address: request.ip,
      agent: request.headers['user-agent'] ?? '',
      languages: request.headers['accept-language'] ?? '',
    },
    session: await findSession(installation, cookiesOf(request)[cookieName]),
    browser: cookiesOf(request)[browserCookieName],
    hasVisited: cookiesOf(request)[cookieName] !== undefined,
  }
}

/** None where a request was refused before its cookies were read. */
const cookiesOf = (request: { cookies?: Record<string, string | undefined> }) => request.cookies ?? {}

/** What was chosen on a page, else what the browser prefers, else Japanese. */
function languageOf(request: FastifyRequest, query: URLSearchParams): Language {
  const chosen = query.get('lang') ?? cookiesOf(request)[languageCookie]
  if (chosen === 'ja' || chosen === 'en') return chosen
  const [first = ''] = (request.headers['accept-language'] ?? '').split(',')
  return first !== '' && !first.startsWith('ja') && /^[a-z]/i.test(first) ? 'en' : 'ja'
}

/** What in the address of a page is an id; anything else in its place names nothing. */
const ids = ['introduction', 'file', 'passkey', 'claim', 'block']
const namesNothing = ({ params }: Visit): boolean =>
  ids.some((name) => params[name] !== undefined && !isId(params[name]))

/** Lets a visitor to a page as far as it asks, and answers otherwise what is missing. */
async function answer(page: Page, visit: Visit): Promise<Answer> {
  const isPost = page.method === 'POST'
  const asksForForm = isPost && !(page.needs === 'nothing' && page.withoutForm)
  const { session } = visit
  // A mail's link to a page of a member leads somebody without a visit to where a link is mailed.
  if (page.needs !== 'nothing' && !session && !visit.hasVisited && !isPost) return { to: paths.lostLink() }
  if (page.needs !== 'nothing' && !session) return { page: await failure(visit, 'sessionOver'), status: 401 }
  if (asksForForm && !isOwnForm(visit, visit.body.get('csrf') ?? ''))
    return { page: await failure(visit, 'formTooOld'), status: 403 }
  if (page.needs === 'nothing') return page.answer(visit)
  if (namesNothing(visit)) return { page: await failure(visit, 'notFound'), status: 404 }
  if (!session) throw new Error('a visit without a session passed')
  const own = { ...visit, session }
  if (page.needs === 'session') return page.answer(own)
  if (session.verifiedAt === null) {
    const next = isPost ? (page.after ?? pathOf(visit)) : pathOf(visit)
    return { to: `${paths.code()}?next=${encodeURIComponent(next)}` }
  }
  if (page.needs === 'code') return page.answer(own)
  if (session.memberId === null)
    return (await isRelayHere(own)) ? { to: paths.known() } : { page: await failure(visit, 'modeForbids'), status: 409 }
  const member = { ...own, memberId: session.memberId }
  return (await isMember(member)) ? page.answer(member) : { to: paths.known() }
}

const pathOf = ({ path }: Visit) => path.split('?')[0] ?? paths.known()

const cookieOptions = { path: '/', httpOnly: true, secure: true, sameSite: 'strict' } as const

async function sendPage(reply: FastifyReply, answered: Answer): Promise<FastifyReply> {
  const { query } = reply.request as FastifyRequest<{ Querystring: Record<string, string> }>
  const chosen = query?.['lang']
  if (chosen === 'ja' || chosen === 'en')
    reply.setCookie(languageCookie, chosen, { path: '/', sameSite: 'lax', secure: true, maxAge: 31_536_000 })
  if ('cookie' in answered && answered.cookie === null) reply.clearCookie(cookieName, cookieOptions)
  else if ('cookie' in answered && typeof answered.cookie === 'string')
    reply.setCookie(cookieName, answered.cookie, cookieOptions)
  if ('browser' in answered && answered.browser !== undefined)
    reply.setCookie(browserCookieName, answered.browser, { ...cookieOptions, maxAge: browserTermSeconds })
  if ('to' in answered) return reply.redirect(answered.to, 303)
  if ('headers' in answered) return reply.headers(answered.headers).send(answered.file)
  if ('file' in answered)
    return reply
      .header('content-disposition', `attachment; filename="${answered.name}"`)
      .header('content-security-policy', 'sandbox')
      .type(typeof answered.file === 'string' ? `${answered.contentType}; charset=utf-8` : answered.contentType)
      .send(answered.file)
  const page = 'page' in answered ? answered.page : answered
  return reply
    .code('status' in answered ? answered.status : 200)
    .type('text/html; charset=utf-8')
    .send(render(page))
}
