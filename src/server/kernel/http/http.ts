import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Received, Returned, Route } from '../../../contract/route.ts'
import { Problem } from '../../../contract/route.ts'
import { refusal } from '../errors.ts'
import { once } from './idempotency.ts'
import type { Installation } from '../installation.ts'
import { inCompany, type Actor, type Work } from '../work.ts'

export const forbidden = refusal<{ permission: string }>('auth.forbidden', 403)
export const unauthenticated = refusal('auth.unauthenticated', 401)
export const crossSite = refusal('auth.cross-site', 403)

/** What a route without a company is handed: the request's circumstances, and the whole installation. */
export type Context = {
  installation: Installation
  requestId: string
  /** The address of the caller, as far as the proxy is trusted. */
  ip: string
  /** Which program the request came to, by its host name. */
  site: Site
  request: FastifyRequest
  reply: FastifyReply
}
export type Site = 'console' | 'operator' | 'portal' | 'other'

/** Who is calling, and for which company; throws `unauthenticated` when it cannot be told. */
export type Identified = {
  actor: Actor
  companyId: string
  /** Why a permission that the role has is withheld for now; without an answer it is simply forbidden. */
  withheld?: (permission: string) => Error | undefined
}
export type Identify = (context: Context) => Promise<Identified>

export type Handle<R extends Route> = (work: Work, received: Received<R>, context: Context) => Promise<Returned<R>>
export type HandleOpen<R extends Route> = (context: Context, received: Received<R>) => Promise<Returned<R>>

/** A request that came by the contract, or by a raw path. */
type Called = Pick<Context, 'request' | 'reply'>
export type Caller = { companyId: string; actor: Actor; requestId: string }

/** How a module's `routes.ts` ties the contract to its use cases. */
export type Bind = {
  /** A route of one company's staff or key: runs in one Work, once per `Idempotency-Key`. */
  company: <R extends Route>(route: R, handle: Handle<R>) => void
  /** A route without a company Work: sign-in, public answers, uploads, long work. It opens what it needs. */
  open: <R extends Route>(route: R, handle: HandleOpen<R>) => void
  /** Paths that are not part of the JSON contract: webhooks, pages, files. */
  raw: (register: (app: FastifyInstance, installation: Installation) => void) => void
  /** Checks who is calling, with a permission; answers what a Work of their company is opened with. */
  identify: (called: Called, permission: string) => Promise<Caller>
}

type Binding = { app: FastifyInstance; installation: Installation; identify: Identify; siteOf: (host: string) => Site }

export function createBind({ app, installation, identify, siteOf }: Binding): Bind {
  const contextOf = (request: FastifyRequest, reply: FastifyReply): Context => ({
    installation,
    requestId: request.id,
    ip: request.ip,
    site: siteOf(request.hostname),
    request,
    reply,
  })
  const permitted = async (context: Context, permission: string) => {
    const who = await identify(context)
    if (!who.actor.permissions.has(permission)) throw who.withheld?.(permission) ?? forbidden({ permission })
    return who
  }
  const serve = (route: Route, answer: (context: Context, received: Received<Route>) => Promise<unknown>) => {
    app.route({
      method: route.method,
      url: `/api${route.path}`,
      schema: schemaOf(route),
      handler: async (request, reply) => {
        const context = contextOf(request, reply)
        const received = { params: request.params, query: request.query, body: request.body } as Received<Route>
        const answered = await answer(context, received)
        reply.code(route.status)
        return answered
      },
    })
  }
  return {
    company: (route, handle) =>
      serve(route, async (context, received) => {
        const { actor, companyId } = await permitted(context, route.permission)
        const key = context.request.headers['idempotency-key']
        const isRepeatable = route.method === 'GET' || typeof key === 'string'
        return inCompany(installation, { companyId, actor, requestId: context.requestId, isRepeatable }, (work) => {
          const run = () => handle(work, received as Received<typeof route>, context)
          if (route.method === 'GET' || typeof key !== 'string') return run()
          return once(work, { key, route: route.id, body: received, status: route.status }, run)
        })
      }),
    open: (route, handle) =>
      serve(route, async (context, received) => {
        if (route.permission !== 'public' && route.permission !== 'signed-in')
          await permitted(context, route.permission)
        return handle(context, received as Received<typeof route>)
      }),
    raw: (register) => register(app, installation),
    identify: async ({ request, reply }, permission) => {
      const { companyId, actor } = await permitted(contextOf(request, reply), permission)
      return { companyId, actor, requestId: request.id }
    },
  }
}

function schemaOf(route: Route) {
  return {
    operationId: route.id,
    summary: route.summary,
    tags: [route.path.split('/')[2] ?? 'other'],
    ...(route.params && { params: route.params }),
    ...(route.query && { querystring: route.query }),
    ...(route.body && { body: route.body }),
    response: { [route.status]: route.response, '4xx': Problem, '5xx': Problem },
  }
}
